import { hash } from '@node-rs/argon2';
import { graphql } from '../gql/index.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import type { ApiClient } from '../support/api-client.js';
import { startWorld, type World } from '../support/world.js';

const ADMIN = 'admin@localhost.localdomain';
const ANOTHER_PASSWORD = 'another good passphrase';

const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInSuccess {
        user {
          email
        }
      }
      ... on Refusal {
        code
        reason
      }
    }
  }
`);
const SETUP = graphql(`
  mutation SetUp($input: SignInWithSetupSecretInput!) {
    signInWithSetupSecret(input: $input) {
      __typename
    }
  }
`);
const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
    }
  }
`);
const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut {
      __typename
    }
  }
`);
const WHO = graphql(`
  query Who {
    viewer {
      user {
        email
      }
      permissions
    }
  }
`);

describe('signing in', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  async function signIn(email: string, password: string) {
    const { data, headers } = await world.anonymous.ask(SIGN_IN, { input: { email, password } });
    const cookie = headers.get('set-cookie');
    return { result: data?.signIn, cookie, client: clientOf(cookie) };
  }

  function clientOf(cookie: string | null): ApiClient {
    return world.anonymous.cookie(cookie?.split(';', 1)[0] ?? '');
  }

  async function who(client: ApiClient): Promise<string | null> {
    const { viewer } = await client.run(WHO);
    return viewer?.user?.email ?? null;
  }

  it('begins a session in an HttpOnly cookie', async () => {
    const { result, cookie, client } = await signIn(ADMIN.toUpperCase(), ADMIN_PASSWORD);

    expect(result).toEqual({ __typename: 'SignInSuccess', user: { email: ADMIN } });
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(await who(client)).toBe(ADMIN);
  });

  it('answers an unknown user like a wrong password', async () => {
    const wrong = await signIn(ADMIN, 'not the password');
    const unknown = await signIn('nobody@example.test', 'not the password');

    expect(wrong.result).toMatchObject({ __typename: 'SignInRefused', code: 'SignInRefused' });
    expect(unknown.result).toEqual(wrong.result);
    expect([wrong.cookie, unknown.cookie]).toEqual([null, null]);
  });

  it('takes as long for an unknown user as for a wrong password', async () => {
    const tookMs = async (email: string) => {
      const started = performance.now();
      await signIn(email, 'not the password');
      return performance.now() - started;
    };
    await tookMs('first@example.test');
    const unknown: number[] = [];
    const wrong: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      unknown.push(await tookMs(`nobody-${n}@example.test`));
      wrong.push(await tookMs(ADMIN));
    }

    // Skipping argon2 would make the fastest of them far faster.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...wrong) / 3);
  });

  it('stops guessing for one user, and for nobody else', async () => {
    const email = 'guessed@example.test';
    for (let tries = 0; tries < 10; tries += 1) await signIn(email, `guess ${tries}`);

    expect((await signIn(email, 'guess')).result).toMatchObject({ code: 'TooManySignIns' });
    expect((await signIn(ADMIN, ADMIN_PASSWORD)).result?.__typename).toBe('SignInSuccess');

    world.clock.advance(16 * 60_000);
    expect((await signIn(email, 'guess')).result).toMatchObject({ code: 'SignInRefused' });
  });

  it('uses up the setup secret', async () => {
    const secret = await world.services.accounts.ensureAdministrator();
    expect(secret).toBeNull(); // the world's administrator has a password

    const reset = await world.services.accounts.resetSignIn();
    const input = { setupSecret: reset?.setupSecret ?? '', newPassword: ADMIN_PASSWORD };
    const first = await world.anonymous.run(SETUP, { input });
    const second = await world.anonymous.run(SETUP, { input });

    expect(first.signInWithSetupSecret.__typename).toBe('SignInWithSetupSecretSuccess');
    expect(second.signInWithSetupSecret.__typename).toBe('SignInRefused');
  });

  it('lets a setup secret expire after a day, and then gives another', async () => {
    const old = await world.services.accounts.resetSignIn();
    expect(await world.services.accounts.ensureAdministrator()).toBeNull();

    world.clock.advance(24 * 3_600_000 + 1_000);
    const late = await world.anonymous.run(SETUP, {
      input: { setupSecret: old?.setupSecret ?? '', newPassword: ADMIN_PASSWORD },
    });
    expect(late.signInWithSetupSecret.__typename).toBe('SignInRefused');

    const fresh = await world.services.accounts.ensureAdministrator();
    const done = await world.anonymous.run(SETUP, {
      input: { setupSecret: fresh?.setupSecret ?? '', newPassword: ADMIN_PASSWORD },
    });
    expect(done.signInWithSetupSecret.__typename).toBe('SignInWithSetupSecretSuccess');
  });

  it.each(['short', 'x'.repeat(257)])('refuses the new password %p', async (newPassword) => {
    const { errors } = await world.anonymous.ask(SETUP, {
      input: { setupSecret: 'any', newPassword },
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['input', 'newPassword'] }],
    });
  });

  it('ends a session when signed out, when its time is over, and when the password changes', async () => {
    const first = await signIn(ADMIN, ADMIN_PASSWORD);
    await first.client.run(SIGN_OUT);
    expect(await who(first.client)).toBeNull();

    const second = await signIn(ADMIN, ADMIN_PASSWORD);
    world.clock.advance(15 * 24 * 3_600_000);
    expect(await who(second.client)).toBeNull();

    const third = await signIn(ADMIN, ADMIN_PASSWORD);
    const fourth = await signIn(ADMIN, ADMIN_PASSWORD);
    await third.client.run(CHANGE_PASSWORD, {
      input: { currentPassword: ADMIN_PASSWORD, newPassword: ANOTHER_PASSWORD },
    });
    expect([await who(third.client), await who(fourth.client)]).toEqual([ADMIN, null]);
    await third.client.run(CHANGE_PASSWORD, {
      input: { currentPassword: ANOTHER_PASSWORD, newPassword: ADMIN_PASSWORD },
    });
  });

  it('lets a browser whose session is over sign in again', async () => {
    const stale = await signIn(ADMIN, ADMIN_PASSWORD);
    await stale.client.run(SIGN_OUT);

    const { signIn: again } = await stale.client.run(SIGN_IN, {
      input: { email: ADMIN, password: ADMIN_PASSWORD },
    });
    expect(again.__typename).toBe('SignInSuccess');
  });

  it('needs the current password to change it', async () => {
    const { client } = await signIn(ADMIN, ADMIN_PASSWORD);
    const { changePassword } = await client.run(CHANGE_PASSWORD, {
      input: { currentPassword: 'not the password', newPassword: ANOTHER_PASSWORD },
    });
    expect(changePassword.__typename).toBe('SignInRefused');
  });

  it('makes the hash of a password stronger at the next sign-in when the effort was raised (D-04)', async () => {
    const read = async () => {
      const [user] = await world.database.query<{ password_hash: string }[]>(
        'SELECT password_hash FROM users WHERE email = ?',
        [ADMIN],
      );
      return user?.password_hash ?? '';
    };
    const weak = await hash(ADMIN_PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await world.database.query('UPDATE users SET password_hash = ? WHERE email = ?', [weak, ADMIN]);

    await signIn(ADMIN, 'not the password');
    expect(await read()).toBe(weak);
    expect((await signIn(ADMIN, ADMIN_PASSWORD)).result?.__typename).toBe('SignInSuccess');
    const strong = await read();
    expect(strong).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(ADMIN, ADMIN_PASSWORD)).result?.__typename).toBe('SignInSuccess');
    expect(await read()).toBe(strong);
  });

  it('stores no password, session or setup secret in clear', async () => {
    const { cookie } = await signIn(ADMIN, ADMIN_PASSWORD);
    const secret = cookie?.split(/[=;]/)[1] ?? '';
    const users = await world.database.query<{ password_hash: string }[]>('SELECT * FROM users');
    const sessions =
      await world.database.query<{ secret_hash: Buffer }[]>('SELECT * FROM sessions');

    expect(users[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(sessions.map(({ secret_hash }) => secret_hash.toString('latin1')).join()).not.toContain(
      secret,
    );
  });
});

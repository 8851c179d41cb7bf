/**
 * A lost password is set anew by mail. D-03: the answer is the same, byte for byte, whether there is such
 * a user or not. The token is random, kept as a hash, holds once and for an hour.
 */
import { graphql } from '../gql/index.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import { eventually } from '../support/eventually.js';
import { Visitor } from '../support/visitor.js';
import { startWorld, type World } from '../support/world.js';

const ADMIN = 'admin@example.test';
const NEW_PASSWORD = 'another good passphrase';

const REQUEST = graphql(`
  mutation RequestReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      __typename
      ... on RequestPasswordResetSuccess {
        requested
      }
    }
  }
`);
const RESET = graphql(`
  mutation Reset($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      __typename
    }
  }
`);
const SIGN_IN = graphql(`
  mutation ResetSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
    }
  }
`);
const WHO = graphql(`
  query ResetWho {
    viewer {
      user {
        email
      }
    }
  }
`);

describe('a password reset', () => {
  let world: World;
  let visitors = 0;
  let mails = 0;
  beforeAll(async () => {
    const settings = { ADMIN_EMAIL: ADMIN, SWEEP_INTERVAL: '200ms' };
    world = await startWorld({ roles: ['api', 'worker'], settings });
  });
  afterAll(() => world.stop());
  beforeEach(() => world.clock.advance(3_601_000)); // nobody is counted any more

  function visitor(): Visitor {
    visitors += 1;
    return new Visitor(world.admin.url, `127.8.0.${visitors}`);
  }

  /** Asks for a mail and takes the token out of it. */
  async function token(): Promise<string> {
    await visitor().ask(REQUEST, { input: { email: ADMIN } });
    mails += 1;
    const { parsed } = await world.mailbox(ADMIN).receives(mails);
    return /^(phr_\w+)$/m.exec(parsed.text ?? '')?.[1] ?? '';
  }

  async function reset(resetToken: string, newPassword = NEW_PASSWORD) {
    const input = { token: resetToken, newPassword };
    const { data } = await visitor().ask(RESET, { input });
    if (data?.resetPassword.__typename === 'ResetPasswordSuccess') mails += 1; // it is told by mail
    return data?.resetPassword.__typename;
  }

  async function signIn(password: string) {
    const { data } = await visitor().ask(SIGN_IN, { input: { email: ADMIN, password } });
    return data?.signIn.__typename;
  }

  it('sets a new password once, ends all sessions, and says so by mail', async () => {
    const secret = await token();
    expect(secret).toMatch(/^phr_[A-Za-z0-9]{32}$/);
    expect(await reset(secret)).toBe('ResetPasswordSuccess');

    expect(await signIn(ADMIN_PASSWORD)).toBe('SignInRefused');
    expect(await signIn(NEW_PASSWORD)).toBe('SignInSuccess');
    expect((await world.admin.run(WHO)).viewer).toBeNull();
    const told = await world.mailbox(ADMIN).receives(mails);
    expect(told.parsed.subject).toBe('Your password for Posthouse was changed');
    expect(await reset(secret)).toBe('SignInRefused');
  });

  it('holds for an hour', async () => {
    const secret = await token();
    world.clock.advance(3_601_000);
    expect(await reset(secret)).toBe('SignInRefused');
  });

  it('holds once, however many use it at the same time, and ends the other tokens of its user', async () => {
    const [older, secret] = [await token(), await token()];
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) => reset(secret, `passphrase number ${n}`)),
    );
    expect(outcomes.filter((outcome) => outcome === 'ResetPasswordSuccess')).toHaveLength(1);
    expect(await reset(older)).toBe('SignInRefused');
  });

  it('is answered alike for known and unknown users, byte for byte (D-03)', async () => {
    const known = await visitor().ask(REQUEST, { input: { email: ADMIN } });
    mails += 1;
    const unknown = await visitor().ask(REQUEST, { input: { email: 'nobody@example.test' } });
    expect(unknown.text).toBe(known.text);
    expect(unknown.status).toBe(known.status);
    await world.mailbox(ADMIN).receives(mails);
    expect(world.mailbox('nobody@example.test').mails).toHaveLength(0);
  });

  it('sends a user three mails in an hour, and answers an address twenty times', async () => {
    for (let n = 0; n < 6; n += 1) {
      const { data } = await visitor().ask(REQUEST, { input: { email: ADMIN } });
      expect(data?.requestPasswordReset.__typename).toBe('RequestPasswordResetSuccess');
    }
    mails += 3;
    await world.mailbox(ADMIN).receives(mails);
    const flood = visitor();
    const outcomes: (string | undefined)[] = [];
    for (let n = 0; n < 21; n += 1) {
      const { data } = await flood.ask(REQUEST, { input: { email: `user-${n}@example.test` } });
      outcomes.push(data?.requestPasswordReset.__typename);
    }
    expect(outcomes.filter((outcome) => outcome === 'TooManySignIns')).toHaveLength(1);
    expect(world.mailbox(ADMIN).mails).toHaveLength(mails);
  });

  it('leaves no token where somebody could read it', async () => {
    const secret = await token();
    const hashes = await world.database.query<{ token_hash: Buffer }[]>(
      'SELECT token_hash FROM password_resets',
    );
    expect(hashes.map((row) => row.token_hash.toString('latin1')).join()).not.toContain(secret);
    const left = () =>
      world.database.query<object[]>('SELECT content FROM message_contents WHERE server_id = 1');
    await eventually(left, (contents) => contents.length === 0);
  });
});

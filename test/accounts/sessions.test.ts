/** D-06, as far as it is HTTP: sessions are listed, ended, rotated at sign-in, and end by themselves. */
import { graphql } from '../gql/index.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import type { ApiClient } from '../support/api-client.js';
import { startWorld, type World } from '../support/world.js';

const ADMIN = 'admin@localhost.localdomain';
const DAY_MS = 86_400_000;

const SIGN_IN = graphql(`
  mutation SessionSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
    }
  }
`);
const SESSIONS = graphql(`
  query Sessions {
    viewer {
      sessions(last: 10) {
        nodes {
          id
          isCurrent
          ipAddress
          userAgent
          createdAt
          lastUsedAt
        }
      }
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      __typename
    }
  }
`);
const EVERYWHERE = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      __typename
      ... on SignOutEverywhereSuccess {
        endedSessions
      }
    }
  }
`);

describe('D-06 sessions', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  async function signIn(userAgent: string, as: ApiClient = world.anonymous) {
    const input = { email: ADMIN, password: ADMIN_PASSWORD };
    const { headers } = await as.ask(SIGN_IN, { input }, { 'user-agent': userAgent });
    const cookie = headers.get('set-cookie') ?? '';
    return { cookie, client: world.anonymous.cookie(cookie.split(';', 1)[0] ?? '') };
  }

  async function sessions(client: ApiClient) {
    return (await client.run(SESSIONS)).viewer?.sessions.nodes ?? [];
  }

  async function isIn(client: ApiClient): Promise<boolean> {
    return (await client.run(SESSIONS)).viewer !== null;
  }

  it('are listed with where they came from, and one of them asks', async () => {
    await signIn('first browser');
    const { client, cookie } = await signIn('second browser');

    const listed = await sessions(client);
    expect(listed.slice(-2)).toMatchObject([
      { isCurrent: false, userAgent: 'first browser', ipAddress: '127.0.0.1' },
      { isCurrent: true, userAgent: 'second browser', ipAddress: '127.0.0.1' },
    ]);
    expect(cookie).toMatch(
      /^posthouse_session=phs_\w{32}; Path=\/; HttpOnly; SameSite=Strict; Max/,
    );
  });

  it('are ended one by one, or all at once', async () => {
    const [one, two, three] = [await signIn('1'), await signIn('2'), await signIn('3')];
    const listed = await sessions(three.client);
    const sessionId = listed.find(({ userAgent }) => userAgent === '1')?.id ?? '';

    const { revokeSession } = await three.client.run(REVOKE, { input: { sessionId } });
    expect(revokeSession.__typename).toBe('RevokeSessionSuccess');
    expect([await isIn(one.client), await isIn(two.client)]).toEqual([false, true]);
    const again = await three.client.run(REVOKE, { input: { sessionId } });
    expect(again.revokeSession.__typename).toBe('NotFound');

    const { data, headers } = await three.client.ask(EVERYWHERE);
    expect(data?.signOutEverywhere).toMatchObject({ endedSessions: listed.length - 1 });
    expect(headers.get('set-cookie')).toMatch(/^posthouse_session=; .*Max-Age=0/);
    expect([await isIn(two.client), await isIn(three.client)]).toEqual([false, false]);
  });

  it('change at every sign-in: the one that a browser had ends, and one that it was given is not taken', async () => {
    const before = await signIn('rotating');
    const after = await signIn('rotating', before.client);
    expect(after.cookie).not.toBe(before.cookie);
    expect([await isIn(before.client), await isIn(after.client)]).toEqual([false, true]);

    const planted = world.anonymous.cookie(`posthouse_session=phs_${'x'.repeat(32)}`);
    const { cookie } = await signIn('planted', planted);
    expect(cookie).not.toContain('xxxx');
    expect(await isIn(planted)).toBe(false);
  });

  it('end when nobody uses them, and at the latest after their lifetime', async () => {
    const idle = await signIn('idle');
    const used = await signIn('used');
    for (let days = 0; days < 12; days += 2) {
      expect(await isIn(used.client)).toBe(true);
      world.clock.advance(2 * DAY_MS);
    }
    expect([await isIn(used.client), await isIn(idle.client)]).toEqual([true, false]);
    world.clock.advance(2 * DAY_MS + 1_000);
    expect(await isIn(used.client)).toBe(false);
  });

  it('note their use at most once a minute', async () => {
    const { client } = await signIn('noted');
    const lastUsed = async () => (await sessions(client)).at(-1)?.lastUsedAt;
    const first = await lastUsed();
    expect(await lastUsed()).toBe(first);
    world.clock.advance(61_000);
    await lastUsed();
    expect(Date.parse((await lastUsed()) ?? '') - Date.parse(first ?? '')).toBeGreaterThan(60_000);
  });

  it('are nothing that a token sees or ends', async () => {
    const { client } = await signIn('with a token');
    const { data } = await client.ask<{ createAccessToken: { secret: string } }, object>(
      'mutation { createAccessToken(input: { name: "t", scopes: [SERVERS_READ] }) { ... on CreateAccessTokenSuccess { secret } } }',
    );
    const token = world.anonymous.bearer(data?.createAccessToken.secret ?? '');
    expect(await sessions(token)).toEqual([]);
    const [session] = await sessions(client);
    const { revokeSession } = await token.run(REVOKE, { input: { sessionId: session?.id ?? '' } });
    expect(revokeSession.__typename).toBe('PersonRequired');
    const { data: ended } = await token.ask(EVERYWHERE);
    expect(ended?.signOutEverywhere.__typename).toBe('PersonRequired');
  });
});

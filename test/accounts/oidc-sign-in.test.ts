/**
 * People sign in with an OpenID Connect provider: one that others run, on loopback. Users come to be in other
 * ways, and an address that is not verified, or that passed to somebody else, opens nothing.
 *
 * Controls: each refusal stands beside the same sign-in that is let through.
 */
import { graphql } from '../gql/index.js';
import { ApiClient } from '../support/api-client.js';
import { Browser, type Page } from '../support/browser.js';
import { RealProvider } from '../support/oidc/real-provider.js';
import { aPerson } from '../support/people.js';
import { codeOfApp } from '../support/totp.js';
import { startWorld, type World } from '../support/world.js';

const PUBLIC_URL = 'https://mail.posthouse.test';
const START = `${PUBLIC_URL}/auth/oidc/start`;
const CALLBACK = `${PUBLIC_URL}/auth/oidc/callback`;

const WHO = graphql(`
  query OidcWho {
    viewer {
      user {
        email
      }
      sessions {
        nodes {
          id
        }
      }
      oidcIdentities {
        nodes {
          id
          issuer
          subject
        }
      }
    }
  }
`);
const METHODS = graphql(`
  query OidcMethods {
    signInMethods {
      password
      oidc {
        name
        startUrl
      }
    }
  }
`);
const UNLINK = graphql(`
  mutation OidcUnlink($input: UnlinkOidcIdentityInput!) {
    unlinkOidcIdentity(input: $input) {
      __typename
    }
  }
`);

describe('a sign-in with an OpenID Connect provider', () => {
  let world: World;
  let provider: RealProvider;
  let people = 0;
  beforeAll(async () => {
    provider = await RealProvider.start(CALLBACK);
    world = await startWorld({
      roles: ['api'],
      settings: ({ settings }) => ({
        ...provider.settings,
        PUBLIC_URL,
        EGRESS_ALLOW: `${settings['EGRESS_ALLOW']},127.0.0.0/8:${provider.port}`,
      }),
    });
  });
  afterAll(async () => {
    await world.stop();
    await provider.stop();
  });
  beforeEach(() => world.clock.advance(3_601_000)); // nobody is counted any more

  /** Somebody whom both know, by the same verified address. */
  async function somebody(): Promise<{ subject: string; email: string; api: ApiClient }> {
    people += 1;
    const [subject, email] = [`subject-${people}`, `person-${people}@people.test`];
    provider.people.set(subject, { email, email_verified: true });
    provider.visitor = subject;
    const { api } = await aPerson(world.admin, email);
    return { subject, email, api };
  }

  function browser(): Browser {
    return new Browser({ [PUBLIC_URL]: world.admin.url.replace('/graphql', '') });
  }

  function apiOf(using: Browser): ApiClient {
    return world.anonymous.cookie(using.cookie(PUBLIC_URL, 'posthouse_session') ?? '');
  }

  async function emailOf(using: Browser): Promise<string | null> {
    const { viewer } = await apiOf(using).run(WHO);
    return viewer?.user?.email ?? null;
  }

  /** Goes to the provider and comes back, up to right before the callback. */
  async function answered(using: Browser): Promise<string> {
    let page = await using.load(START);
    while (!(page.headers.get('location') ?? '').startsWith(CALLBACK)) {
      page = await using.load(new URL(page.headers.get('location') ?? '', page.url).href);
    }
    return page.headers.get('location') ?? '';
  }

  it('begins a session, and says so in the audit log', async () => {
    const { email, subject } = await somebody();
    const using = browser();
    const page = await using.open(START);
    expect(page.status).toBe(200);
    expect(page.url).toMatch(new RegExp(`^${CALLBACK}\\?`));
    expect(page.text).toContain('You are signed in');
    expect(page.text).toContain(page.headers.get('x-request-id'));

    const { viewer } = await apiOf(using).run(WHO);
    expect(viewer?.user?.email).toBe(email);
    expect(viewer?.oidcIdentities.nodes).toMatchObject([{ issuer: provider.issuer, subject }]);
    const entries = await world.database.query<{ action: string; after_values: string }[]>(
      `SELECT action, after_values FROM audit_entries
       WHERE ip_address = '127.0.0.1' AND user_id = (SELECT id FROM users WHERE email = ?) ORDER BY id DESC LIMIT 2`,
      [email],
    );
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'oidcIdentity.linked',
      'session.begun',
    ]);
    const begun = entries.find(({ action }) => action === 'session.begun');
    expect(JSON.parse(begun?.after_values ?? '')).toEqual({ provider: provider.issuer });
  });

  it('sets cookies that scripts, other sites and open networks do not get', async () => {
    await somebody();
    const using = browser();
    const started = await using.load(START);
    expect(started.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^posthouse_oidc=pho_\w{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/,
      ),
    ]);
    const page = await using.open(started.headers.get('location') ?? '');
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^posthouse_session=phs_\w{32}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/,
      ),
      expect.stringMatching(/^posthouse_oidc=; .*Max-Age=0; Secure$/),
    ]);
  });

  it('knows people by their subject from then on, whatever their address becomes', async () => {
    const { email, subject } = await somebody();
    await browser().open(START);
    provider.people.set(subject, { email: 'elsewhere@people.test', email_verified: false });
    const using = browser();
    await using.open(START);
    expect(await emailOf(using)).toBe(email);
  });

  it('opens no account to an address that passed to somebody else at the provider', async () => {
    const { email } = await somebody();
    await browser().open(START);
    provider.people.set('successor', { email, email_verified: true });
    provider.visitor = 'successor';
    const using = browser();
    expect((await using.open(START)).status).toBe(403);
    expect(await emailOf(using)).toBeNull();
  });

  it('answers alike whoever is not known, and whoever is, but not by a verified address', async () => {
    const { email } = await somebody();
    const answers: string[] = [];
    const unverified = [undefined, false, 'true'] as const;
    for (const [n, email_verified] of unverified.entries()) {
      provider.visitor = `unverified-${n}`;
      provider.people.set(provider.visitor, { email, email_verified });
      answers.push(bare(await browser().open(START)));
    }
    provider.visitor = 'stranger';
    provider.people.set('stranger', { email: 'stranger@people.test', email_verified: true });
    answers.push(bare(await browser().open(START)));
    provider.visitor = 'nameless';
    answers.push(bare(await browser().open(START)));

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^403 .*Ask an administrator for an invitation/s);
    expect(answers[0]).not.toContain('people.test');
    const [{ n } = { n: -1n }] = await world.database.query<{ n: bigint }[]>(
      "SELECT COUNT(*) AS n FROM users WHERE email = 'stranger@people.test'",
    );
    expect(Number(n)).toBe(0);
  });

  it('finds the address however it is written', async () => {
    const { email, subject } = await somebody();
    provider.people.set(subject, { email: email.toUpperCase(), email_verified: true });
    const using = browser();
    await using.open(START);
    expect(await emailOf(using)).toBe(email);
  });

  it('holds once: the same answer again signs nobody in', async () => {
    const { email } = await somebody();
    const using = browser();
    const callback = await answered(using);
    const cookie = using.cookie(PUBLIC_URL, 'posthouse_oidc') ?? '';
    expect((await using.open(callback)).status).toBe(200);
    expect(await emailOf(using)).toBe(email);

    const again = browser();
    again.setCookie(PUBLIC_URL, cookie);
    expect((await again.open(callback)).status).toBe(400);
    expect(await emailOf(again)).toBeNull();
  });

  it('holds once, however many bring the answer at the same time', async () => {
    await somebody();
    const using = browser();
    const callback = await answered(using);
    const pages = await Promise.all(Array.from({ length: 8 }, () => using.load(callback)));
    expect(pages.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('signs in nobody but the browser that began, and leaves its sign-in alone', async () => {
    const { email } = await somebody();
    const using = browser();
    const callback = await answered(using);
    const thief = browser();
    expect((await thief.open(callback)).status).toBe(400); // without a cookie
    await thief.load(START);
    expect((await thief.open(callback)).status).toBe(400); // with that of another sign-in
    expect(thief.cookie(PUBLIC_URL, 'posthouse_session')).toBeNull();

    const url = new URL(callback);
    url.searchParams.set('state', 'x'.repeat(url.searchParams.get('state')?.length ?? 0));
    expect((await using.open(url.href)).status).toBe(400);
    expect((await using.open(callback)).status).toBe(200);
    expect(await emailOf(using)).toBe(email);
  });

  it('takes ten minutes at most', async () => {
    await somebody();
    const using = browser();
    const callback = await answered(using);
    world.clock.advance(600_001);
    const page = await using.open(callback);
    expect(page.status).toBe(400);
    expect(page.text).toContain('took too long');
  });

  it('says when the provider says no', async () => {
    provider.visitor = null;
    const using = browser();
    const page = await using.open(START);
    expect(page.status).toBe(403);
    expect(page.text).toContain('(access_denied)');
    expect(page.text).toContain(page.headers.get('x-request-id'));
    expect(using.cookie(PUBLIC_URL, 'posthouse_session')).toBeNull();
  });

  it('takes the place of the session in which it was begun', async () => {
    const { email, api } = await somebody();
    const using = browser();
    using.setCookie(PUBLIC_URL, api.headers['cookie'] ?? '');
    await using.open(START);
    expect(await emailOf(using)).toBe(email);
    expect((await api.run(WHO)).viewer).toBeNull();
    expect((await apiOf(using).run(WHO)).viewer?.sessions.nodes).toHaveLength(1);
  });

  it('asks for no second factor of ours: the provider has answered for that', async () => {
    const { email, api } = await somebody();
    const { data } = await api.ask<{ beginTotp: { secret: string } }, object>(
      'mutation { beginTotp(input: { password: "a long enough password" }) { ... on BeginTotpSuccess { secret } } }',
    );
    const code = codeOfApp(data!.beginTotp.secret, world.clock.now());
    await api.ask(`mutation { confirmTotp(input: { code: "${code}" }) { __typename } }`);
    const using = browser();
    await using.open(START);
    expect(await emailOf(using)).toBe(email);
  });

  it('is taken off by its user, whose other sessions end, and linked again by the address', async () => {
    const { api } = await somebody();
    const using = browser();
    await using.open(START);
    const { viewer } = await apiOf(using).run(WHO);
    const input = { oidcIdentityId: viewer!.oidcIdentities.nodes[0]!.id };
    const stranger = await aPerson(world.admin, `stranger-${people}@people.test`);
    const { unlinkOidcIdentity: refused } = await stranger.api.run(UNLINK, { input });
    expect(refused.__typename).toBe('NotFound');

    const { unlinkOidcIdentity } = await apiOf(using).run(UNLINK, { input });
    expect(unlinkOidcIdentity.__typename).toBe('UnlinkOidcIdentitySuccess');
    expect((await apiOf(using).run(WHO)).viewer?.oidcIdentities.nodes).toEqual([]);
    expect((await api.run(WHO)).viewer).toBeNull();
    expect((await browser().open(START)).status).toBe(200);
  });

  it('stays while it is the only way to sign in', async () => {
    const { email } = await somebody();
    await world.database.query('UPDATE users SET password_hash = NULL WHERE email = ?', [email]);
    const using = browser();
    await using.open(START);
    const { viewer } = await apiOf(using).run(WHO);
    const input = { oidcIdentityId: viewer!.oidcIdentities.nodes[0]!.id };
    const { unlinkOidcIdentity } = await apiOf(using).run(UNLINK, { input });
    expect(unlinkOidcIdentity.__typename).toBe('OnlyWayToSignIn');
  });

  it('counts answers that do not hold against their address, and bounds how often one begins', async () => {
    await somebody();
    const using = browser();
    const statusesOf = async (url: string, count: number) => {
      const pages = await Promise.all(Array.from({ length: count }, () => using.load(url)));
      return pages.map(({ status }) => status).sort();
    };
    expect(new Set(await statusesOf(CALLBACK, 100))).toEqual(new Set([400]));
    expect(await statusesOf(CALLBACK, 1)).toEqual([429]);
    expect((await using.open(START)).status).toBe(429); // the answer is not even looked at

    world.clock.advance(3_601_000);
    expect((await using.open(START)).status).toBe(200);
    const started = (await Promise.all([1, 2, 3].map(() => statusesOf(START, 100)))).flat();
    expect(started.filter((status) => status === 302)).toHaveLength(299);
    expect(started.filter((status) => status === 429)).toHaveLength(1);
  });

  it('is told to whoever asks how to sign in', async () => {
    const { signInMethods } = await world.anonymous.run(METHODS);
    expect(signInMethods).toEqual({
      password: true,
      oidc: { name: 'Example Login', startUrl: START },
    });
    const without = await world.anotherApi({
      OIDC_ISSUER: '',
      OIDC_CLIENT_ID: '',
      OIDC_CLIENT_SECRET: '',
    });
    const client = new ApiClient(without);
    expect((await client.run(METHODS)).signInMethods).toEqual({ password: true, oidc: null });
    const elsewhere = new Browser({ [PUBLIC_URL]: without.replace('/graphql', '') });
    expect((await elsewhere.open(START)).status).toBe(404);
    expect((await elsewhere.open(CALLBACK)).status).toBe(404);
  });

  it('keeps nothing readable of what is under way', async () => {
    await somebody();
    const using = browser();
    const { headers } = await using.load(START);
    const asked = new URL(headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    const rows = await world.database.query<{ secret_hash: Buffer; sealed: Buffer }[]>(
      'SELECT secret_hash, sealed FROM oidc_pending',
    );
    const stored = rows
      .map((row) => `${row.secret_hash.toString('latin1')}${row.sealed.toString('latin1')}`)
      .join();
    const [, secret = ''] = (using.cookie(PUBLIC_URL, 'posthouse_oidc') ?? '').split('=');
    for (const text of [asked.get('state'), asked.get('nonce'), secret]) {
      expect(text?.length).toBeGreaterThan(20);
      expect(stored).not.toContain(text);
    }
  });
});

/** Without what differs between any two requests. */
function bare({ status, text }: Page): string {
  return `${status} ${text.replace(/Request [\w-]+/, 'Request')}`;
}

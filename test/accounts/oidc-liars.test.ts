/**
 * What comes as the answer of an OpenID Connect provider is believed only when it is signed with its key, for us, for
 * this very sign-in and for now. Providers that cannot be reached, or may not be, are told apart from lies.
 *
 * Control: the same provider, when it does not lie, signs the person in.
 */
import { generateKeyPairSync } from 'node:crypto';
import { Browser, type Page } from '../support/browser.js';
import { LyingProvider, type Lie } from '../support/oidc/lying-provider.js';
import { aPerson } from '../support/people.js';
import { startWorld, type World } from '../support/world.js';

const PUBLIC_URL = 'http://mail.posthouse.test';
const START = `${PUBLIC_URL}/auth/oidc/start`;
const EMAIL = 'ann@people.test';
const HONEST = { email: EMAIL, email_verified: true };

describe('a provider that lies', () => {
  let world: World;
  let liar: LyingProvider;
  let allowed: string;
  beforeAll(async () => {
    liar = await LyingProvider.start();
    world = await startWorld({
      roles: ['api'],
      settings: ({ settings }) => {
        allowed = settings['EGRESS_ALLOW'] ?? '';
        const EGRESS_ALLOW = `${allowed},127.0.0.0/8:${liar.port}`;
        return { ...liar.settings, PUBLIC_URL, EGRESS_ALLOW };
      },
    });
    await aPerson(world.admin, EMAIL);
  });
  afterAll(async () => {
    await world.stop();
    await liar.stop();
  });
  beforeEach(() => {
    liar.lie = {};
    liar.discovery = {};
    world.clock.advance(3_601_000);
  });

  async function signIn(api = world.admin.url): Promise<Page & { isSignedIn: boolean }> {
    const browser = new Browser({ [PUBLIC_URL]: api.replace('/graphql', '') });
    const page = await browser.open(START);
    return { ...page, isSignedIn: browser.cookie(PUBLIC_URL, 'posthouse_session') !== null };
  }

  it('signs in while it is honest (control)', async () => {
    liar.lie = { claims: HONEST };
    expect(await signIn()).toMatchObject({ status: 200, isSignedIn: true });
  });

  const now = Math.floor(Date.now() / 1_000);
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const LIES: readonly (readonly [string, Lie])[] = [
    ['a signature by another key', { key: stranger }],
    ['a signature by a key that it does not publish', { key: stranger, header: { kid: 'two' } }],
    ['no signature', { key: null }],
    ['an algorithm that needs no key', { key: null, header: { alg: 'none' } }],
    ['an algorithm that it did not announce', { header: { alg: 'RS512' } }],
    ['another nonce', { claims: { nonce: 'of-another-sign-in' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'another-client' } }],
    [
      'more audiences, and another authorized party',
      { claims: { aud: ['posthouse', 'b'], azp: 'b' } },
    ],
    ['another issuer', { claims: { iss: 'https://login.example.test' } }],
    ['a token that is over', { claims: { iat: now - 7_200, exp: now - 3_600 } }],
    ['no end', { claims: { exp: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['a subject that is no text', { claims: { sub: 7 } }],
    ['no ID token', { token: { status: 200, body: '{"access_token":"x","token_type":"bearer"}' } }],
    ['no JSON', { token: { status: 200, body: '<html>' } }],
    ['an error', { token: { status: 400, body: '{"error":"invalid_grant"}' } }],
    ['a redirect', { token: { status: 302, body: '{}' } }],
  ];

  it.each(LIES)('is not believed: %s', async (_, { claims, ...lie }) => {
    liar.lie = { ...lie, claims: { ...HONEST, ...claims } };
    const page = await signIn();
    expect(page).toMatchObject({ status: 403, isSignedIn: false });
    expect(page.text).toContain('not valid for this sign-in');
    expect(page.text).toContain(page.headers.get('x-request-id'));
  });

  it.each<readonly [string, Lie]>([
    ['has a fault', { token: { status: 500, body: '{}' } }],
    ['says too much', { token: { status: 200, body: `"${'x'.repeat(1_048_577)}"` } }],
    ['does not know us', { token: { status: 401, body: '{"error":"invalid_client"}' } }],
  ])('is no guess of the person when it %s', async (_, lie) => {
    liar.lie = lie;
    const page = await signIn();
    expect(page).toMatchObject({ status: 503, isSignedIn: false });
    expect(page.text).toContain('does not answer as it should');
  });

  it('is not begun with when it calls itself by another name', async () => {
    liar.discovery = { issuer: 'https://login.example.test' };
    const api = await world.anotherApi();
    expect(await signIn(api)).toMatchObject({ status: 403, isSignedIn: false });
  });

  it('leads us to no other machine without TLS, and to none that the guard refuses', async () => {
    liar.lie = { claims: HONEST };
    for (const endpoint of [
      'http://192.0.2.1/token',
      'https://10.0.0.1/token',
      'file:///etc/passwd',
    ]) {
      liar.discovery = { token_endpoint: endpoint };
      const page = await signIn(await world.anotherApi());
      expect(page.isSignedIn).toBe(false);
      expect([403, 503]).toContain(page.status);
    }
  });

  it('is not even asked where the settings do not allow it', async () => {
    const api = await world.anotherApi({ EGRESS_ALLOW: allowed });
    const before = liar.asked;
    const page = await signIn(api);
    expect(page.status).toBe(503);
    expect(page.text).toContain(page.headers.get('x-request-id'));
    expect(liar.asked).toBe(before);
  });

  it('is told to be away when nobody listens', async () => {
    const gone = await LyingProvider.start();
    const EGRESS_ALLOW = `${allowed},127.0.0.0/8:${gone.port}`;
    await gone.stop();
    const api = await world.anotherApi({ ...gone.settings, EGRESS_ALLOW });
    expect((await signIn(api)).status).toBe(503);
  });
});

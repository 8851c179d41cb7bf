/**
 * A provider is asked over TLS, at an address that the DNS gives and the guard lets pass, and believed only with a
 * certificate that proves its name. Control: the same provider signs in once its certificate is trusted.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ensureSelfSigned } from '../../src/smtp/self-signed.js';
import { Browser } from '../support/browser.js';
import { LyingProvider } from '../support/oidc/lying-provider.js';
import { aPerson } from '../support/people.js';
import { startWorld, type World } from '../support/world.js';

const PUBLIC_URL = 'http://mail.posthouse.test';
const NAME = 'login.posthouse.test';
const OTHER_NAME = 'elsewhere.posthouse.test';
const EMAIL = 'ann@people.test';

describe('a provider behind TLS', () => {
  const trusted = getCACertificates('default');
  let world: World;
  let provider: LyingProvider;
  let certificate: string;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    const file = join(world.dataDir, 'provider.pem');
    await ensureSelfSigned(file, NAME);
    certificate = readFileSync(file, 'utf8');
    provider = await LyingProvider.start({ key: certificate, cert: certificate });
    provider.lie = { claims: { email: EMAIL, email_verified: true } };
    world.dns.zone('posthouse.test');
    for (const name of [NAME, OTHER_NAME]) world.dns.set(name, 'A', provider.host);
    await aPerson(world.admin, EMAIL);
  });
  afterAll(async () => {
    setDefaultCACertificates(trusted);
    await world.stop();
    await provider.stop();
  });
  beforeEach(() => setDefaultCACertificates([...trusted, certificate]));

  /** The status of a sign-in where the provider is called by this name. */
  async function signIn(name: string, allowed = `127.0.0.0/8:${provider.port}`): Promise<number> {
    provider.issuer = `https://${name}:${provider.port}`;
    const EGRESS_ALLOW = `${world.settings['EGRESS_ALLOW']},${allowed}`;
    const settings = { ...provider.settings, PUBLIC_URL, EGRESS_ALLOW };
    const api = await world.anotherApi(settings);
    const browser = new Browser({
      [PUBLIC_URL]: api.replace('/graphql', ''),
      [provider.issuer]: provider.plainUrl,
    });
    return (await browser.open(`${PUBLIC_URL}/auth/oidc/start`)).status;
  }

  it('signs people in with a certificate that is trusted (control)', async () => {
    expect(await signIn(NAME)).toBe(200);
  });

  it('is not believed with a certificate that nobody vouches for', async () => {
    setDefaultCACertificates(trusted);
    const before = provider.asked;
    expect(await signIn(NAME)).toBe(503);
    expect(provider.asked).toBe(before);
  });

  it('is not believed with the certificate of another name', async () => {
    const before = provider.asked;
    expect(await signIn(OTHER_NAME)).toBe(503);
    expect(provider.asked).toBe(before);
  });

  it('is not asked where the DNS leads to an address that the guard refuses', async () => {
    const before = provider.asked;
    expect(await signIn(NAME, '127.0.0.0/8:1')).toBe(503);
    expect(provider.asked).toBe(before);
  });
});

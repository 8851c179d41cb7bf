/**
 * After a sign-in with a provider people are led back to a path of this site, and nowhere else, however
 * that is written.
 */
import { Browser, type Page } from '../support/browser.js';
import { LyingProvider } from '../support/oidc/lying-provider.js';
import { aPerson } from '../support/people.js';
import { startWorld, type World } from '../support/world.js';

const PUBLIC_URL = 'http://mail.posthouse.test';
const START = `${PUBLIC_URL}/auth/oidc/start`;
const EMAIL = 'ann@people.test';

describe('a sign-in that says where to go afterwards', () => {
  let world: World;
  let provider: LyingProvider;
  beforeAll(async () => {
    provider = await LyingProvider.start();
    provider.lie = { claims: { email: EMAIL, email_verified: true } };
    world = await startWorld({
      roles: ['api'],
      settings: ({ settings }) => ({
        ...provider.settings,
        PUBLIC_URL,
        EGRESS_ALLOW: `${settings['EGRESS_ALLOW']},127.0.0.0/8:${provider.port}`,
      }),
    });
    await aPerson(world.admin, EMAIL);
  });
  afterAll(async () => {
    await world.stop();
    await provider.stop();
  });

  function open(url: string): Promise<Page> {
    return new Browser({ [PUBLIC_URL]: world.admin.url.replace('/graphql', '') }).open(url);
  }

  it('leads back to a path of this site', async () => {
    const page = await open(`${START}?returnTo=${encodeURIComponent('/a b?c="d&e')}`);
    expect(page.status).toBe(400); // a space is not in a URL
    const kept = '/servers?next=%2F%2Fevil.test&quote=%22#top';
    const led = await open(`${START}?returnTo=${encodeURIComponent(kept)}`);
    expect(led.text).toContain(`content="0;url=${kept.replaceAll('&', '&#38;')}"`);
  });

  it.each([
    ['//evil.test'],
    ['/\\evil.test'],
    ['\\\\evil.test'],
    ['\\/evil.test'],
    ['https://evil.test/'],
    ['javascript:alert(1)'],
    ['evil.test'],
    [' //evil.test'],
    ['/\t/evil.test'],
    ['/\n/evil.test'],
    ['/.//evil.test'],
    ['/%2e//evil.test'],
    ['/a/..//evil.test'],
    ['/%2e%2e//evil.test'],
    ['%2F%2Fevil.test'],
    [''],
    [`/${'x'.repeat(1_000)}`],
  ])('leads nowhere else: %j', async (returnTo) => {
    const page = await open(`${START}?returnTo=${encodeURIComponent(returnTo)}`);
    expect(page.status).toBe(400);
    expect(page.text).not.toContain('evil');
  });

  it.each([['/%2F%2Fevil.test'], ['/%5Cevil.test'], ['/?url=//evil.test']])(
    'takes for a path of ours what browsers take for one: %s',
    async (returnTo) => {
      const page = await open(`${START}?returnTo=${encodeURIComponent(returnTo)}`);
      expect(page.text).toContain(`content="0;url=${returnTo}"`);
      expect(new URL(returnTo, PUBLIC_URL).origin).toBe(PUBLIC_URL);
    },
  );
});

import type { DnsFault } from '../../src/demo/loopback-dns.js';
import { graphql } from '../gql/index.js';
import type { DomainCheckKind } from '../gql/graphql.js';
import { addDomain, checkDomain, publishRecords, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const INCLUDE = 'include:spf.posthouse.localhost';
const NAME = 'shop.test';
const RECORDS = graphql(`
  query CheckRecords($id: ID!) {
    node(id: $id) {
      ... on Domain {
        records {
          purpose
          name
          value
        }
        dkimKeys {
          algorithm
          seenPublishedAt
        }
      }
    }
  }
`);

describe('the check of', () => {
  let world: World;
  let tenant: Tenant;
  let domainId: string;
  let records: { purpose: string; name: string; value: string }[];

  beforeAll(async () => {
    world = await startWorld({ roles: ['api'], settings: { DNS_TIMEOUT: '600ms' } });
    tenant = await world.aServer();
    domainId = await addDomain(world.admin, { mailServerId: tenant.serverId, name: NAME });
    records = (await domain()).records;
  });
  afterAll(() => world.stop());
  beforeEach(() => publishRecords(world, domainId, NAME));

  async function domain() {
    const { node } = await world.admin.run(RECORDS, { id: domainId });
    if (!node || !('records' in node)) throw new Error('there is no such domain');
    return node;
  }

  async function check(kind: DomainCheckKind) {
    const { checks } = await checkDomain(world.admin, domainId);
    return checks.find((one) => one.kind === kind);
  }

  function record(purpose: DomainCheckKind) {
    return records.find((one) => one.purpose === purpose)!;
  }

  /** Publishes these TXT records at the domain beside the proof of ownership. */
  function atRoot(...texts: string[]): void {
    world.dns.set(NAME, 'TXT', record('OWNERSHIP').value, ...texts);
  }

  it('everything is OK once everything is published, and verifies the domain', async () => {
    const { checks, verifiedAt } = await checkDomain(world.admin, domainId);
    expect(checks.map(({ kind, status, fix }) => [kind, status, fix])).toEqual([
      ['OWNERSHIP', 'OK', null],
      ['SPF', 'OK', null],
      ['DKIM_RSA', 'OK', null],
      ['DKIM_ED25519', 'OK', null],
      ['RETURN_PATH', 'OK', null],
      ['MX', 'OK', null],
      ['DMARC', 'OK', null],
    ]);
    expect(verifiedAt).not.toBeNull();
    const keys = (await domain()).dkimKeys.map(({ seenPublishedAt }) => seenPublishedAt);
    expect(keys).toEqual([expect.any(String), expect.any(String)]);
  });

  it.each<DomainCheckKind>([
    'OWNERSHIP',
    'SPF',
    'DKIM_RSA',
    'DKIM_ED25519',
    'RETURN_PATH',
    'MX',
    'DMARC',
  ])('%s says exactly what to publish where the record is missing', async (kind) => {
    const { name, value } = record(kind);
    for (const type of ['TXT', 'CNAME', 'MX'] as const) world.dns.set(name, type);
    const result = await check(kind);
    expect(result).toMatchObject({ status: 'MISSING', expected: value, found: [] });
    expect(result?.fix).toContain(`${name} with: ${value}`);
  });

  it.each<[string, 'OK' | 'INVALID' | 'MISSING', string[], string]>([
    ['ours alone', 'OK', [`v=spf1 ${INCLUDE} -all`], `v=spf1 ${INCLUDE} -all`],
    ['another spelling', 'OK', [`V=SPF1 +Include:SPF.Posthouse.localhost.  ~ALL`], ''],
    ['ours among others', 'OK', [`v=spf1 mx a:www.test/24 ip6:2001:db8::/32 ${INCLUDE} ?all`], ''],
    ['ours by way of another', 'OK', ['v=spf1 include:nested.test -all'], ''],
    ['a redirect to one with ours', 'OK', ['v=spf1 redirect=nested.test'], ''],
    ['a redirect that all comes before', 'INVALID', ['v=spf1 ~all redirect=nested.test'], ''],
    ['others only', 'INVALID', ['v=spf1 mx -all'], `v=spf1 ${INCLUDE} mx -all`],
    ['ours after all', 'INVALID', [`v=spf1 -all ${INCLUDE}`], `v=spf1 ${INCLUDE} -all`],
    ['ours forbidden', 'INVALID', [`v=spf1 -${INCLUDE} ~all`], `v=spf1 ${INCLUDE} ~all`],
    [
      'two records',
      'INVALID',
      ['v=spf1 mx ~all', `v=spf1 ${INCLUDE} a -all`],
      `v=spf1 ${INCLUDE} mx a ~all`,
    ],
    [
      'a term that is none',
      'INVALID',
      [`v=spf1 inclde:x.test ${INCLUDE}`],
      `v=spf1 ${INCLUDE} ~all`,
    ],
    ['a circle', 'INVALID', ['v=spf1 include:circle.test -all'], ''],
    ['text of another version', 'MISSING', [`v=spf10 ${INCLUDE}`], `v=spf1 ${INCLUDE} ~all`],
  ])('SPF with %s is %s', async (_what, status, texts, expected) => {
    world.dns
      .zone('nested.test')
      .set('nested.test', 'TXT', `v=spf1 ip4:192.0.2.0/24 ${INCLUDE} -all`);
    world.dns.zone('circle.test').set('circle.test', 'TXT', 'v=spf1 include:circle.test -all');
    atRoot(...texts);

    const result = await check('SPF');
    expect(result?.status).toBe(status);
    expect(result?.found).toEqual(status === 'MISSING' ? [] : texts);
    if (expected) expect(result?.expected).toBe(expected);
    if (status !== 'OK' && expected) expect(result?.fix).toContain(`TXT ${NAME} with: ${expected}`);
  });

  it('SPF is not known while a record that it includes is not', async () => {
    world.dns.fail('broken.test', 'SERVFAIL');
    atRoot('v=spf1 include:broken.test -all');
    expect(await check('SPF')).toMatchObject({ status: 'UNKNOWN' });
  });

  it('OWNERSHIP finds our proof beside those of others', async () => {
    atRoot('posthouse-verification=00000000000000000000000000000000', 'google-site-verification=x');
    expect(await check('OWNERSHIP')).toMatchObject({ status: 'OK' });

    world.dns.set(NAME, 'TXT', 'posthouse-verification=00000000000000000000000000000000');
    expect(await check('OWNERSHIP')).toMatchObject({
      status: 'INVALID',
      found: ['posthouse-verification=00000000000000000000000000000000'],
    });
  });

  it.each<[string, 'OK' | 'INVALID', (value: string) => string[]]>([
    [
      'in another spelling',
      'OK',
      (value) => [`${value.replace('v=DKIM1; k=rsa; p=', 'v=DKIM1 ; t=s; p= ')} ;`],
    ],
    ['without its version', 'OK', (value) => [value.replace('v=DKIM1; ', '')]],
    ['of somebody else', 'INVALID', (value) => [value.replace(/p=.{12}/, 'p=AAAAAAAAAAAA')]],
    ['of another type', 'INVALID', (value) => [value.replace('k=rsa', 'k=ed25519')]],
    ['revoked', 'INVALID', () => ['v=DKIM1; k=rsa; p=']],
    ['twice', 'INVALID', (value) => [value, 'v=DKIM1; p=']],
    ['that is no key', 'INVALID', () => ['hello']],
  ])('DKIM_RSA with a key %s is %s', async (_what, status, published) => {
    const { name, value } = record('DKIM_RSA');
    world.dns.set(name, 'TXT', ...published(value));
    const result = await check('DKIM_RSA');
    expect(result).toMatchObject({ status, expected: value, found: published(value) });
    const [rsa] = (await domain()).dkimKeys;
    expect(rsa?.seenPublishedAt !== null).toBe(status === 'OK');
  });

  it('DKIM_RSA follows an alias out of the zone', async () => {
    const { name, value } = record('DKIM_RSA');
    world.dns.set(name, 'TXT').set(name, 'CNAME', 'keys.elsewhere.test');
    world.dns.zone('elsewhere.test').set('keys.elsewhere.test', 'TXT', value);
    expect(await check('DKIM_RSA')).toMatchObject({ status: 'OK' });
    world.dns.set(name, 'CNAME');
  });

  it('RETURN_PATH wants our name and no other', async () => {
    world.dns.set(`psrp.${NAME}`, 'CNAME', 'elsewhere.test');
    expect(await check('RETURN_PATH')).toMatchObject({
      status: 'INVALID',
      expected: 'rp.posthouse.localhost',
      found: ['elsewhere.test'],
      fix: `Point CNAME psrp.${NAME} to: rp.posthouse.localhost`,
    });
  });

  it('MX leaves it open to receive mail elsewhere', async () => {
    world.dns.set(NAME, 'MX', { preference: 5, exchange: 'mx.elsewhere.test' });
    expect(await check('MX')).toMatchObject({ status: 'MISSING', found: ['5 mx.elsewhere.test'] });
    const ours = { preference: 20, exchange: 'MX.posthouse.localhost' };
    world.dns.set(NAME, 'MX', { preference: 5, exchange: 'mx.elsewhere.test' }, ours);
    expect(await check('MX')).toMatchObject({ status: 'OK' });
  });

  it.each<[string, 'OK' | 'INVALID' | 'MISSING', string[]]>([
    ['a strict policy', 'OK', ['v=DMARC1; p=reject; rua=mailto:d@shop.test']],
    ['odd white space', 'OK', [' v = DMARC1 ;p= Quarantine']],
    ['no policy', 'INVALID', ['v=DMARC1; rua=mailto:d@shop.test']],
    ['an unknown policy', 'INVALID', ['v=DMARC1; p=block']],
    ['two records', 'INVALID', ['v=DMARC1; p=none', 'v=DMARC1; p=reject']],
    ['another text', 'MISSING', ['v=spf1 -all']],
  ])('DMARC with %s is %s', async (_what, status, texts) => {
    world.dns.set(`_dmarc.${NAME}`, 'TXT', ...texts);
    expect((await check('DMARC'))?.status).toBe(status);
  });

  it('DMARC of a subdomain may be that of the organizational domain', async () => {
    const name = `mail.${NAME}`;
    const id = await addDomain(world.admin, { mailServerId: tenant.serverId, name });
    world.dns.set(`_dmarc.${NAME}`, 'TXT', 'v=DMARC1; p=reject');
    const { checks } = await checkDomain(world.admin, id);
    expect(checks.find(({ kind }) => kind === 'DMARC')).toMatchObject({
      status: 'OK',
      found: ['v=DMARC1; p=reject'],
    });
  });

  it.each<DnsFault>(['SERVFAIL', 'REFUSED', 'silence'])(
    'anything is not known while DNS answers with %s, and nothing changes by it',
    async (fault) => {
      await checkDomain(world.admin, domainId);
      const names = [...new Set(records.map(({ name }) => name))];
      for (const name of names) world.dns.fail(name, fault);
      const started = performance.now();
      const { checks, verifiedAt } = await checkDomain(world.admin, domainId);
      for (const name of names) world.dns.heal(name);

      expect(performance.now() - started).toBeLessThan(4_000);
      expect(checks.map(({ status }) => status)).toEqual(Array<string>(7).fill('UNKNOWN'));
      expect(checks[0]?.fix).toMatch(/DNS gave no answer/);
      expect(verifiedAt).not.toBeNull();
      const keys = (await domain()).dkimKeys.map(({ seenPublishedAt }) => seenPublishedAt);
      expect(keys).toEqual([expect.any(String), expect.any(String)]);
    },
  );

  it('an IDN domain asks for its punycode', async () => {
    const name = 'xn--bcher-kva.test';
    const id = await addDomain(world.admin, { mailServerId: tenant.serverId, name: 'Bücher.test' });
    await publishRecords(world, id, name);
    const { verifiedAt, checks } = await checkDomain(world.admin, id);
    expect(verifiedAt).not.toBeNull();
    expect(checks.every(({ status }) => status === 'OK')).toBe(true);
    expect(world.dns.questions).toContain(`TXT ${name}`);
  });
});

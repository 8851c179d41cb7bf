import { LoopbackDns } from '../../src/demo/loopback-dns.js';
import { CachedDns } from '../../src/platform/dns/cached-dns.js';
import { Dns } from '../../src/platform/dns/dns.js';
import { domainName } from '../../src/platform/dns/domain-name.js';
import { EgressGuard } from '../../src/platform/egress/egress-guard.js';

describe('Dns', () => {
  let server: LoopbackDns;
  let dns: Dns;

  beforeAll(async () => {
    server = await LoopbackDns.start('127.3.0.1');
    const guard = new EgressGuard([`127.3.0.1/32:${server.port}`]);
    dns = new Dns({ servers: [server.address], timeoutMs: 600, guard });
  });
  afterAll(() => server.stop());

  it('tells found, nothing, no such domain and failure apart', async () => {
    server.set('shop.test', 'A', '192.0.2.1', '192.0.2.2').fail('ill.test', 'SERVFAIL');
    server.fail('mute.test', 'silence').fail('closed.test', 'REFUSED');

    const a = await dns.addresses4('shop.test');
    expect(a).toEqual({ kind: 'found', records: ['192.0.2.1', '192.0.2.2'] });
    expect(await dns.mx('shop.test')).toEqual({ kind: 'none' });
    expect(await dns.mx('nowhere.test')).toEqual({ kind: 'no-such-domain' });
    expect(await dns.mx('ill.test')).toMatchObject({ kind: 'failed' });
    expect(await dns.mx('closed.test')).toMatchObject({ kind: 'failed' });
    const began = Date.now();
    expect(await dns.mx('mute.test')).toMatchObject({ kind: 'failed' });
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it('joins the parts of a TXT record and reads truncated answers over TCP', async () => {
    const key = `v=DKIM1; p=${'A'.repeat(392)}`;
    server.set('k._domainkey.shop.test', 'TXT', key).fail('k._domainkey.shop.test', 'truncate');

    const answer = await dns.txt('k._domainkey.shop.test');

    expect(answer).toEqual({ kind: 'found', records: [key] });
  });

  it('takes at most 512 records', async () => {
    const hosts = Array.from({ length: 600 }, (_, index) => ({
      exchange: `m${index}.test`,
      preference: index,
    }));
    server.set('crowd.test', 'MX', ...hosts);

    const answer = await dns.mx('crowd.test');

    expect(answer.kind === 'found' && answer.records.length).toBe(512);
  });

  it('asks for Unicode names in Punycode', async () => {
    server.set('xn--bcher-kva.test', 'A', '192.0.2.9');

    expect(await dns.addresses4('Bücher.test')).toMatchObject({ records: ['192.0.2.9'] });
  });

  it.each([
    '',
    '.',
    'a..b',
    '192.0.2.1',
    '１９２.0.2.1',
    'a b',
    'a\r\nb.test',
    `${'a'.repeat(64)}.b`,
  ])('does not ask for %j, which is no domain name', async (name) => {
    expect(domainName(name)).toBeNull();
    expect(await dns.mx(name)).toEqual({ kind: 'no-such-domain' });
  });

  it('asks the name servers of a domain themselves', async () => {
    server.zone('direct.test').set('direct.test', 'TXT', 'hello');

    const direct = await dns.authoritative('deep.direct.test');

    expect(direct.source).toEqual({
      kind: 'authoritative',
      zone: 'direct.test',
      servers: [server.address],
    });
    expect(await direct.txt('direct.test')).toEqual({ kind: 'found', records: ['hello'] });
  });

  it('does not follow an alias to name servers that know nothing of the domain', async () => {
    server.zone('target.test').zone('own.test').set('mail.own.test', 'CNAME', 'target.test');

    expect((await dns.authoritative('mail.own.test')).source).toMatchObject({ zone: 'own.test' });
  });

  it('falls back to the resolvers and says why', async () => {
    server.set('inner.test', 'NS', 'ns.inner.test').set('ns.inner.test', 'A', '127.0.0.1');
    server.set('lost.test', 'NS', 'ns.lost.test');

    const refused = await dns.authoritative('inner.test');
    const lost = await dns.authoritative('lost.test');
    const none = await dns.authoritative('unknown.test');

    const because = (text: string) => ({
      kind: 'resolvers',
      because: expect.stringContaining(text) as string,
    });
    expect(refused.source).toEqual(because('not at public'));
    expect(lost.source).toEqual(because('have no address'));
    expect(none.source).toEqual(because('no name servers'));
  });
});

describe('a lame delegation', () => {
  it('is asked of the resolvers instead', async () => {
    const resolver = await LoopbackDns.start('127.3.0.2');
    const lame = await LoopbackDns.start('127.3.0.3');
    resolver.set('lame.test', 'NS', 'ns.lame.test').set('ns.lame.test', 'A', lame.host);
    resolver.set('lame.test', 'TXT', 'as the resolver knows it');
    const guard = new EgressGuard(['127.3.0.0/24:*']);
    const servers = [resolver.address];
    const options = { servers, timeoutMs: 600, guard, authoritativePort: lame.port };

    const dns = await new Dns(options).authoritative('lame.test');

    expect(lame.questions).toEqual(['NS lame.test']);
    expect(dns.source).toMatchObject({ kind: 'resolvers' });
    expect(await dns.txt('lame.test')).toMatchObject({ records: ['as the resolver knows it'] });
    await Promise.all([resolver.stop(), lame.stop()]);
  });
});

describe('CachedDns', () => {
  it('asks once for what many want, and remembers failures for a shorter time', async () => {
    let now = 0;
    let questions = 0;
    const found = { kind: 'found', records: ['192.0.2.1'] } as const;
    const failed = { kind: 'failed', reason: 'x' } as const;
    const ask = (name: string) => {
      questions += 1;
      return Promise.resolve(name === 'ill.test' ? failed : found);
    };
    const never = () => Promise.resolve({ kind: 'none' } as const);
    const dns = new CachedDns({ mx: never, addresses4: ask, addresses6: never }, 10_000, () => now);

    await Promise.all([dns.addresses4('a.test'), dns.addresses4('A.test')]);
    expect(questions).toBe(1);
    await dns.addresses4('ill.test');
    now = 11_000;
    await dns.addresses4('a.test');
    expect(questions).toBe(2);
    await dns.addresses4('ill.test');
    expect(questions).toBe(3);
    now = 61_000;
    await dns.addresses4('a.test');
    expect(questions).toBe(4);
  });
});

import type { MailDns } from '../../src/platform/dns/cached-dns.js';
import type { DnsAnswer, MxRecord } from '../../src/platform/dns/dns-answer.js';
import { mailTargets } from '../../src/platform/dns/mx-targets.js';

const NONE = { kind: 'none' } as const;
const MISSING = { kind: 'no-such-domain' } as const;
const FAILED = { kind: 'failed', reason: 'SERVFAIL' } as const;

describe('mailTargets', () => {
  it('orders hosts by preference and equals by lot', async () => {
    const dns = world({
      mx: found(mx(20, 'c.test'), mx(10, 'a.test'), mx(10, 'b.test'), mx(10, 'a.test')),
    });

    expect(await hosts(dns, [0, 0.9, 0.1, 0.95])).toEqual(['b.test', 'a.test', 'c.test']);
    expect(await hosts(dns, [0, 0.1, 0.9, 0.95])).toEqual(['a.test', 'b.test', 'c.test']);
  });

  it('gives the addresses of a host, IPv6 first, when it is its turn', async () => {
    const dns = world({
      mx: found(mx(10, 'a.test')),
      four: found('192.0.2.1'),
      six: found('2001:db8::1'),
    });

    const targets = await mailTargets(dns, 'shop.test');

    expect(dns.questions).toEqual(['MX shop.test']);
    expect(targets.kind === 'targets' && (await targets.hosts[0]?.addresses())).toEqual({
      kind: 'found',
      addresses: ['2001:db8::1', '192.0.2.1'],
    });
  });

  it('keeps room for IPv4 among many addresses', async () => {
    const many6 = Array.from({ length: 20 }, (_, index) => `2001:db8::${index + 1}`);
    const dns = world({ mx: NONE, six: found(...many6), four: found('192.0.2.1', '192.0.2.2') });

    const targets = await mailTargets(dns, 'shop.test');
    const answer = targets.kind === 'targets' ? await targets.hosts[0]?.addresses() : undefined;

    expect(answer?.kind === 'found' && answer.addresses).toHaveLength(8);
    expect(answer?.kind === 'found' && answer.addresses.slice(-2)).toEqual([
      '192.0.2.1',
      '192.0.2.2',
    ]);
  });

  it('sends to the domain itself where it has no MX', async () => {
    const dns = world({ mx: NONE, four: found('192.0.2.1') });

    expect(await mailTargets(dns, 'Shop.test.')).toMatchObject({
      kind: 'targets',
      implicit: true,
      hosts: [{ host: 'shop.test' }],
    });
  });

  it.each<[string, Answers, object]>([
    ['null MX', { mx: found(mx(0, '')) }, { kind: 'null-mx' }],
    ['NXDOMAIN', { mx: MISSING, four: found('192.0.2.1') }, { kind: 'no-such-domain' }],
    ['SERVFAIL for MX', { mx: FAILED, four: found('192.0.2.1') }, { kind: 'failed' }],
    ['neither MX nor address', { mx: NONE }, { kind: 'no-addresses' }],
    ['no MX, SERVFAIL for addresses', { mx: NONE, four: FAILED }, { kind: 'failed' }],
    ['no MX, SERVFAIL for IPv6 only', { mx: NONE, six: FAILED }, { kind: 'failed' }],
    ['only an address as MX', { mx: found(mx(5, '192.0.2.1')) }, { kind: 'no-addresses' }],
  ])('answers %s', async (_case, answers, expected) => {
    expect(await mailTargets(world(answers), 'shop.test')).toMatchObject(expected);
  });

  it('ignores a null MX and an address beside real hosts, and says so', async () => {
    const dns = world({ mx: found(mx(0, ''), mx(5, '192.0.2.1'), mx(10, 'a.test')) });

    expect(await mailTargets(dns, 'shop.test')).toMatchObject({
      hosts: [{ host: 'a.test' }],
      ignored: ['MX 192.0.2.1 is not a host name'],
    });
  });

  it('tries at most ten hosts', async () => {
    const many = Array.from({ length: 512 }, (_, index) => mx(index, `m${index}.test`));

    expect(await hosts(world({ mx: found(...many) }), [])).toHaveLength(10);
  });

  it.each([
    ['[192.0.2.1]', '192.0.2.1'],
    ['[IPv6:2001:DB8::1]', '2001:db8::1'],
  ])('takes the address literal %s without DNS', async (domain, address) => {
    const dns = world({});

    const targets = await mailTargets(dns, domain);

    expect(targets.kind === 'targets' && (await targets.hosts[0]?.addresses())).toEqual({
      kind: 'found',
      addresses: [address],
    });
    expect(dns.questions).toEqual([]);
  });

  it.each(['[127.1]', '[fe80::1%lo]', '[shop.test]', '[', '', '192.0.2.1', 'a..b'])(
    'knows no domain %j',
    async (domain) => {
      expect(await mailTargets(world({}), domain)).toEqual({ kind: 'no-such-domain' });
    },
  );
});

interface Answers {
  readonly mx?: DnsAnswer<MxRecord>;
  readonly four?: DnsAnswer<string>;
  readonly six?: DnsAnswer<string>;
}

function world({ mx: mxAnswer = MISSING, four = NONE, six = NONE }: Answers) {
  const questions: string[] = [];
  const says =
    <T>(type: string, answer: DnsAnswer<T>) =>
    (name: string) => {
      questions.push(`${type} ${name}`);
      return Promise.resolve(answer);
    };
  const dns: MailDns = {
    mx: says('MX', mxAnswer),
    addresses4: says('A', four),
    addresses6: says('AAAA', six),
  };
  return { ...dns, questions };
}

async function hosts(dns: MailDns, lots: number[]): Promise<string[]> {
  const targets = await mailTargets(dns, 'shop.test', () => lots.shift() ?? 0.5);
  return targets.kind === 'targets' ? targets.hosts.map(({ host }) => host) : [];
}

function mx(preference: number, host: string): MxRecord {
  return { preference, host };
}

function found<T>(...records: T[]): DnsAnswer<T> {
  return { kind: 'found', records };
}

import type { LoopbackDns } from '../../src/demo/loopback-dns.js';

/** Makes the mail of a tenant's made-up domain lead somewhere. */
export type Publish = (dns: LoopbackDns, domain: string) => void;

/** First and last address of what is not public, and one within (RFC 6890 and the registries). */
const IPV4 = `0.0.0.0 0.1.2.3 0.255.255.255 10.0.0.0 10.0.0.1 10.255.255.255 100.64.0.0 100.64.0.1
  100.127.255.255 127.0.0.0 127.0.0.1 127.0.0.2 127.0.0.53 127.255.255.254 127.255.255.255 169.254.0.0
  169.254.169.253 169.254.169.254 169.254.255.255 172.16.0.0 172.16.0.1 172.31.255.255 192.0.0.0
  192.0.0.1 192.0.0.170 192.0.0.255 192.0.2.0 192.0.2.1 192.0.2.255 192.31.196.1 192.52.193.1
  192.88.99.1 192.88.99.255 192.168.0.0 192.168.0.1 192.168.1.1 192.168.255.255 192.175.48.1 198.18.0.0
  198.18.0.1 198.19.255.255 198.51.100.0 198.51.100.1 198.51.100.255 203.0.113.0 203.0.113.1
  203.0.113.255 224.0.0.0 224.0.0.1 239.255.255.255 240.0.0.0 240.0.0.1 255.255.255.254
  255.255.255.255`.split(/\s+/);
const IPV6 =
  `:: ::1 ::2 100::1 100::ffff:ffff:ffff:ffff 100:0:0:1::1 2001::1 2001:0:ffff::1 2001:2::1
  2001:10::1 2001:20::1 2001:db8::1 2001:db8:ffff::1 2620:4f:8000::1 3fff::1 3fff:fff::1 4000::1 5f00::1
  64:ff9b:1::1 64:ff9b:1:ffff::1 8000::1 fc00::1 fcff::1 fd00::1 fdff::1 fe00::1 fe80::1 febf::1 fec0::1
  feff::1 ff00::1 ff02::1 ff05::2 ffff::1`.split(/\s+/);
/** IPv6 in which an IPv4 address hides: mapped, translated, compatible, NAT64, 6to4. */
const HIDING = ['::ffff:', '::ffff:0:', '::', '64:ff9b::', '64:ff9b:1::', '2002:'];
const HIDDEN = [
  '10.0.0.1',
  '127.0.0.1',
  '127.0.0.53',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
];

function hiddenAddresses(): string[] {
  return HIDING.flatMap((prefix) =>
    HIDDEN.map((address) => (prefix === '2002:' ? `2002:${inHex(address)}::1` : prefix + address)),
  );
}

function inHex(address: string): string {
  const bytes = Buffer.from(address.split('.').map(Number));
  return `${bytes.toString('hex', 0, 2)}:${bytes.toString('hex', 2, 4)}`;
}

/** By MX, by an MX that is an alias, and by the address of a domain without MX. */
export const ADDRESSES: Readonly<Record<string, Publish>> = Object.fromEntries(
  [...IPV4, ...IPV6, ...hiddenAddresses()].flatMap((address): [string, Publish][] => [
    [`MX at ${address}`, (dns, domain) => mxAt(dns, domain, address)],
    [
      `MX that is an alias, at ${address}`,
      (dns, domain) => {
        mx(dns, domain, `alias.${domain}`);
        dns.set(`alias.${domain}`, 'CNAME', `inside.${domain}`);
        at(dns, `inside.${domain}`, address);
      },
    ],
    [`no MX, at ${address}`, (dns, domain) => at(dns, domain, address)],
  ]),
);

/** With a way around: aliases, several hosts, names that are addresses. */
export const DETOURS: Readonly<Record<string, Publish>> = {
  'MX with several private addresses': (dns, domain) =>
    mxAt(dns, domain, '127.0.0.1', '::1', '10.0.0.1', 'fd00::1'),
  'several MX, all private': (dns, domain) => {
    const hosts = ['127.0.0.1', '127.0.0.2', '10.1.1.1'].map((address, index) => {
      at(dns, `mx${index}.${domain}`, address);
      return { exchange: `mx${index}.${domain}`, preference: index };
    });
    dns.set(domain, 'MX', ...hosts);
  },
  'MX that is an alias': (dns, domain) => {
    mx(dns, domain, `mx.${domain}`);
    dns.set(`mx.${domain}`, 'CNAME', `inside.${domain}`);
    at(dns, `inside.${domain}`, '127.0.0.1');
  },
  'MX at the end of a chain of aliases': (dns, domain) => {
    mx(dns, domain, `a.${domain}`);
    dns.set(`a.${domain}`, 'CNAME', `b.${domain}`).set(`b.${domain}`, 'CNAME', `c.${domain}`);
    dns.set(`c.${domain}`, 'CNAME', `d.${domain}`);
    at(dns, `d.${domain}`, '::1');
  },
  'a domain that is an alias': (dns, domain) => {
    dns.set(domain, 'CNAME', `alias-of.${domain}`);
    at(dns, `alias-of.${domain}`, '127.0.0.1');
  },
  'MX in another domain': (dns, domain) => {
    mx(dns, domain, `elsewhere-${domain}`);
    at(dns, `elsewhere-${domain}`, '169.254.169.254');
  },
  'our own SMTP listener': (dns, domain) => mxAt(dns, domain, '127.0.0.3'),
  'our own SMTP listener, as IPv6': (dns, domain) => mxAt(dns, domain, '::ffff:127.0.0.3'),
  'an address allowed for another port': (dns, domain) => mxAt(dns, domain, '127.0.0.5'),
};

/** Recipients whose domain is an address already. */
export const LITERALS =
  `[127.0.0.1] [0.0.0.0] [10.0.0.1] [169.254.169.254] [192.168.1.1] [IPv6:::1] [IPv6:::]
  [IPv6:::ffff:127.0.0.1] [IPv6:::ffff:7f00:1] [IPv6:64:ff9b::7f00:1] [IPv6:fe80::1] [IPv6:fd00::1]`.split(
    /\s+/,
  );

/** What other programs would read as 127.0.0.1, and we as no address at all. */
export const NO_ADDRESSES =
  `[127.1] [0177.0.0.1] [0x7f.0.0.1] [2130706433] [127.0.0.1.] [localhost] [::1]
  [IPv6:::1%lo] [IPv6:127.0.0.1] [IPv6:::ffff:0x7f.0.0.1] [IPv6:::ffff:0177.0.0.1]
  [127.0.0.1]:25 127.0.0.1 2130706433 127.1 [127.0.0.1 [] []127.0.0.1`.split(/\s+/);

/** Names that lead nowhere: nobody is asked to connect. */
export const NOWHERE: Readonly<Record<string, Publish>> = {
  'MX that is an IPv4 address': (dns, domain) => mx(dns, domain, '127.0.0.1'),
  'MX that is a number': (dns, domain) => mx(dns, domain, '2130706433'),
  'MX that is hexadecimal': (dns, domain) => mx(dns, domain, '0x7f000001'),
  'MX that is a short address': (dns, domain) => mx(dns, domain, '127.1'),
  'MX that names a port': (dns, domain) => {
    mx(dns, domain, `mx.${domain}:2525`);
    at(dns, `mx.${domain}`, '127.0.0.1');
  },
  'MX in a loop of aliases': (dns, domain) => {
    mx(dns, domain, `a.${domain}`);
    dns.set(`a.${domain}`, 'CNAME', `b.${domain}`).set(`b.${domain}`, 'CNAME', `a.${domain}`);
  },
};

export function at(dns: LoopbackDns, name: string, ...addresses: readonly string[]): void {
  dns.set(name, 'A', ...addresses.filter((address) => !address.includes(':')));
  dns.set(name, 'AAAA', ...addresses.filter((address) => address.includes(':')));
}

export function mxAt(dns: LoopbackDns, domain: string, ...addresses: readonly string[]): void {
  mx(dns, domain, `mx.${domain}`);
  at(dns, `mx.${domain}`, ...addresses);
}

function mx(dns: LoopbackDns, domain: string, exchange: string): void {
  dns.set(domain, 'MX', { exchange, preference: 10 });
}

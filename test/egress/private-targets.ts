import type { LoopbackDns } from '../../src/demo/loopback-dns.js';

/** Makes the mail of a tenant's made-up domain lead somewhere. */
export type Publish = (dns: LoopbackDns, domain: string) => void;

const IPV4 = `127.0.0.1 127.0.0.2 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1
  169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1
  198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255`.split(/\s+/);
const IPV6 =
  `:: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1 ::127.0.0.1
  64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1::1 fc00::1
  fd00::1 fe80::1 fec0::1 ff02::1`.split(/\s+/);

/** By MX, and by the address of a domain without MX. */
export const ADDRESSES: Readonly<Record<string, Publish>> = Object.fromEntries(
  [...IPV4, ...IPV6].flatMap((address): [string, Publish][] => [
    [`MX at ${address}`, (dns, domain) => mxAt(dns, domain, address)],
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

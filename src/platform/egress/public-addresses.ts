import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [cidr: string, name: string];

/** IANA IPv4 Special-Purpose Address Registry (RFC 6890), with multicast and the former class E. */
const SPECIAL_IPV4: readonly Range[] = [
  ['0.0.0.0/8', 'this network'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared by carriers'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'protocol assignments'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'AS112'],
  ['192.52.193.0/24', 'AMT'],
  ['192.88.99.0/24', '6to4 relay'],
  ['192.168.0.0/16', 'private'],
  ['192.175.48.0/24', 'AS112'],
  ['198.18.0.0/15', 'benchmarking'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['255.255.255.255/32', 'broadcast'],
  ['240.0.0.0/4', 'reserved'],
];

/** IANA IPv6 Special-Purpose Address Registry; the translation ranges could carry us to a private IPv4 address. */
const SPECIAL_IPV6: readonly Range[] = [
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['::/96', 'IPv4-compatible'],
  ['::ffff:0:0:0/96', 'IPv4-translated'],
  ['64:ff9b::/96', 'NAT64'],
  ['64:ff9b:1::/48', 'NAT64'],
  ['100::/64', 'discard-only'],
  ['100:0:0:1::/64', 'dummy prefix'],
  ['2001::/32', 'Teredo'],
  ['2001::/23', 'protocol assignments'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', '6to4'],
  ['2620:4f:8000::/48', 'AS112'],
  ['3fff::/20', 'documentation'],
  ['5f00::/16', 'segment routing'],
  ['fc00::/7', 'unique local'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'site-local'],
  ['ff00::/8', 'multicast'],
];

const TABLES = { ipv4: parsed(SPECIAL_IPV4), ipv6: parsed(SPECIAL_IPV6) };
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * A literal address in its canonical form, IPv4-mapped IPv6 as the IPv4 address it stands for; null
 * for names, zone ids and the spellings that libraries read differently: short, octal or hexadecimal
 * IPv4, and `::1.2.3.4`.
 */
export function parseAddress(text: string): IpAddress | null {
  if (isIP(text) === 0 || text.includes('%') || /^::\d+\./.test(text)) return null;
  return ipaddr.process(text);
}

/** Why an address is not on the public internet, or null when it is. */
export function specialUseOf(address: IpAddress): string | null {
  const special = TABLES[address.kind()].find(({ range }) => isWithin(address, range));
  if (special) return special.name;
  if (address instanceof ipaddr.IPv6 && !address.match(GLOBAL_UNICAST)) return 'not global unicast';
  return null;
}

/** Addresses of the other family are never within. */
export function isWithin(address: IpAddress, range: [IpAddress, number]): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}

function parsed(ranges: readonly Range[]) {
  return ranges.map(([cidr, name]) => ({ range: ipaddr.parseCIDR(cidr), name }));
}

import ipaddr from 'ipaddr.js';

/** An SMTP client network, parsed once. */
export interface Network {
  readonly address: ipaddr.IPv4 | ipaddr.IPv6;
  readonly prefixBits: number;
  /** The canonical CIDR: host bits cleared, v4-mapped networks as IPv4. */
  readonly cidr: string;
}

/** Reads `192.0.2.7`, `192.0.2.0/24` or an IPv6 counterpart; null when it is neither. */
export function parseNetwork(text: string): Network | null {
  const [host = '', bits, ...rest] = text.trim().split('/');
  const address = parseAddress(host);
  if (!address || rest.length > 0) return null;
  const length = address.kind() === 'ipv4' ? 32 : 128;
  const mappedBits = isMapped(host) ? 96 : 0;
  const prefixBits = bits === undefined ? length : bitsOf(bits) - mappedBits;
  if (!(prefixBits >= 0 && prefixBits <= length)) return null;
  const first = networkAddress(address, prefixBits);
  return { address: first, prefixBits, cidr: `${first.toString()}/${prefixBits}` };
}

export function contains({ address, prefixBits }: Network, ip: string): boolean {
  const asked = parseAddress(ip);
  if (asked?.kind() !== address.kind()) return false;
  return asked.match(address, prefixBits);
}

/** One spelling for each address: an IPv4 client on a dual-stack socket is an IPv4 address. */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const isStrict = text.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(text);
  if (!isStrict || text.includes('%') || !ipaddr.isValid(text)) return null;
  return ipaddr.process(text);
}

function isMapped(text: string): boolean {
  return ipaddr.IPv6.isValid(text) && ipaddr.IPv6.parse(text).isIPv4MappedAddress();
}

function bitsOf(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

function networkAddress(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  prefixBits: number,
): ipaddr.IPv4 | ipaddr.IPv6 {
  const bytes = address.toByteArray().map((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefixBits - index * 8));
    return byte & (0xff00 >> kept) & 0xff;
  });
  return ipaddr.fromByteArray(bytes);
}

/** Whom an address stands for: whoever has one IPv6 address usually has its whole /64. */
export function networkOf(ip: string): string {
  const address = parseAddress(ip);
  if (!address) return ip;
  return networkAddress(address, address.kind() === 'ipv4' ? 32 : 64).toString();
}

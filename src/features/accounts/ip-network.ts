import ipaddr from 'ipaddr.js';

/** Whoever has one IPv6 address usually has its whole /64: they are one. */
export function networkOf(ipAddress: string): string {
  if (!ipaddr.isValid(ipAddress)) return ipAddress;
  const address = ipaddr.process(ipAddress);
  if (address.kind() === 'ipv4') return address.toString();
  return ipaddr
    .fromByteArray([...address.toByteArray().slice(0, 8), ...Array<number>(8).fill(0)])
    .toString();
}

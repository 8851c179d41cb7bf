import { parseNetwork, contains } from '../../platform/network.js';
import { InvalidAllowedNetwork } from './accounts.refusals.js';

/** Networks as they are stored: canonical CIDRs without doubles; null for no limit. */
export function canonicalNetworks(texts: readonly string[] | null): string[] | null {
  if (texts === null || texts.length === 0) return null;
  const networks = texts.map((text, index) => {
    const network = parseNetwork(text);
    if (!network) throw new InvalidAllowedNetwork(index);
    return network.cidr;
  });
  return [...new Set(networks)];
}

/** Whether a token or credential may be used from there; an unknown address is in no network. */
export function isAllowedFrom(networks: readonly string[] | null, ip: string | null): boolean {
  if (networks === null) return true;
  return networks.some((cidr) => {
    const network = parseNetwork(cidr);
    return network !== null && ip !== null && contains(network, ip);
  });
}

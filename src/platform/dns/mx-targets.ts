import { LIMITS } from '../../config/limits.js';
import { parseAddress } from '../egress/public-addresses.js';
import type { MailDns } from './cached-dns.js';
import type { MxRecord } from './dns-answer.js';
import { domainName } from './domain-name.js';

export type HostAddresses =
  /** IPv6 first. */
  | { readonly kind: 'found'; readonly addresses: readonly string[] }
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** One receiving host; its addresses are asked for when it is its turn. */
export interface MailHost {
  readonly host: string;
  readonly preference: number;
  addresses(): Promise<HostAddresses>;
}

export type MailTargets =
  | {
      readonly kind: 'targets';
      readonly hosts: readonly MailHost[];
      /** The domain has no MX and receives at its own address (RFC 5321 §5.1), or is an address literal. */
      readonly implicit: boolean;
      /** MX records that were left out, and why. */
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'null-mx' }
  | { readonly kind: 'no-such-domain' }
  | { readonly kind: 'no-addresses'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Where mail for a domain goes, in the order to try: RFC 5321 §5.1, null MX of RFC 7505. */
export async function mailTargets(
  dns: MailDns,
  domain: string,
  random: () => number = Math.random,
): Promise<MailTargets> {
  if (domain.startsWith('[')) return literalTarget(domain);
  const name = domainName(domain);
  if (name === null) return { kind: 'no-such-domain' };
  const answer = await dns.mx(name);
  if (answer.kind === 'none') return implicitTarget(dns, name);
  if (answer.kind !== 'found') return answer;
  return explicitTargets(dns, answer.records, random);
}

function explicitTargets(
  dns: MailDns,
  records: readonly MxRecord[],
  random: () => number,
): MailTargets {
  const named = records.filter(({ host }) => host !== '');
  if (named.length === 0) return { kind: 'null-mx' };

  const ignored = named.filter(({ host }) => domainName(host) === null);
  const usable = named.filter(({ host }) => domainName(host) !== null);
  const reasons = ignored.map(({ host }) => `MX ${host} is not a host name`);
  if (usable.length === 0) return { kind: 'no-addresses', reason: reasons.join('; ') };

  const hosts = inOrder(usable, random).map(({ host, preference }) => ({
    host,
    preference,
    addresses: () => addressesOf(dns, host),
  }));
  return {
    kind: 'targets',
    hosts: hosts.slice(0, LIMITS.mxHosts),
    implicit: false,
    ignored: reasons,
  };
}

async function implicitTarget(dns: MailDns, name: string): Promise<MailTargets> {
  const found = await addressesOf(dns, name);
  if (found.kind === 'failed') return found;
  if (found.kind === 'none') return { kind: 'no-addresses', reason: found.reason };
  const host: MailHost = { host: name, preference: 0, addresses: () => Promise.resolve(found) };
  return { kind: 'targets', hosts: [host], implicit: true, ignored: [] };
}

/** `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3); whether we may go there the egress guard says. */
function literalTarget(domain: string): MailTargets {
  const text = /^\[(?:IPv6:)?([0-9a-f:.]+)\]$/i.exec(domain)?.[1] ?? '';
  const address = parseAddress(text)?.toString();
  if (address === undefined) return { kind: 'no-such-domain' };
  const addresses = () => Promise.resolve({ kind: 'found', addresses: [address] } as const);
  const host: MailHost = { host: domain, preference: 0, addresses };
  return { kind: 'targets', hosts: [host], implicit: true, ignored: [] };
}

/** A host that answers for one family is reachable, whatever becomes of the other question. */
async function addressesOf(dns: MailDns, host: string): Promise<HostAddresses> {
  const [six, four] = await Promise.all([dns.addresses6(host), dns.addresses4(host)]);
  const found6 = six.kind === 'found' ? six.records : [];
  const found4 = four.kind === 'found' ? four.records : [];
  if (found6.length + found4.length > 0) {
    // Many IPv6 addresses must not push out IPv4, which may be the only family that works from here.
    const share6 = LIMITS.addressesPerHost - Math.min(found4.length, LIMITS.addressesPerHost / 2);
    const addresses = [...found6.slice(0, share6), ...found4].slice(0, LIMITS.addressesPerHost);
    return { kind: 'found', addresses };
  }
  if (four.kind === 'failed') return four;
  if (six.kind === 'failed') return six;
  const isMissing = four.kind === 'no-such-domain' && six.kind === 'no-such-domain';
  return { kind: 'none', reason: `${host} ${isMissing ? 'does not exist' : 'has no address'}` };
}

/** By preference, equals in random order, each host once. */
function inOrder(records: readonly MxRecord[], random: () => number): MxRecord[] {
  const drawn = records.map((record) => ({ record, lot: random() }));
  drawn.sort((a, b) => a.record.preference - b.record.preference || a.lot - b.lot);
  const seen = new Set<string>();
  return drawn
    .map(({ record }) => record)
    .filter(({ host }) => !seen.has(host) && seen.add(host).size > 0);
}

import type { DnsAnswer } from './dns-answer.js';
import { domainName } from './domain-name.js';

type Question = (name: string) => Promise<DnsAnswer<string>>;

interface Asked {
  readonly ns: Question;
  readonly cname: Question;
  readonly addresses4: Question;
  readonly addresses6: Question;
}

type Servers =
  | { readonly ok: true; readonly zone: string; readonly servers: readonly string[] }
  | { readonly ok: false; readonly because: string };

const MAX_NAME_SERVERS = 6;
const MAX_ADDRESSES = 8;

/**
 * Finds the zone that holds a name by walking up its labels, and the addresses of its name servers. `allowed`
 * turns an address into a server to ask, or refuses it.
 */
export async function authoritativeServers(
  dns: Asked,
  name: string,
  allowed: (address: string) => string | null,
): Promise<Servers> {
  const ascii = domainName(name);
  if (ascii === null) return { ok: false, because: 'the name is not a domain name' };
  const delegation = await delegationOf(dns, ascii);
  if (!delegation) return { ok: false, because: `no name servers were found for ${ascii}` };

  const hosts = delegation.hosts.slice(0, MAX_NAME_SERVERS);
  const addresses = (await Promise.all(hosts.map((host) => addressesOf(dns, host)))).flat();
  const servers = addresses.map(allowed).filter((server) => server !== null);
  if (servers.length > 0) {
    return { ok: true, zone: delegation.zone, servers: servers.slice(0, MAX_ADDRESSES) };
  }
  const problem = addresses.length === 0 ? 'have no address' : 'are not at public addresses';
  return { ok: false, because: `the name servers of ${delegation.zone} ${problem}` };
}

async function delegationOf(
  dns: Asked,
  name: string,
): Promise<{ zone: string; hosts: readonly string[] } | null> {
  const labels = name.split('.');
  for (let first = 0; first < labels.length - 1; first += 1) {
    const zone = labels.slice(first).join('.');
    // A resolver answers for an alias with the name servers of what it points at, which know nothing of us.
    const [alias, answer] = await Promise.all([dns.cname(zone), dns.ns(zone)]);
    if (answer.kind === 'failed') return null;
    if (answer.kind === 'found' && alias.kind !== 'found') return { zone, hosts: answer.records };
  }
  return null;
}

/** IPv4 first: a machine without IPv6 would otherwise wait for nothing. */
async function addressesOf(dns: Asked, host: string): Promise<readonly string[]> {
  const answers = await Promise.all([dns.addresses4(host), dns.addresses6(host)]);
  return answers.flatMap((answer) => (answer.kind === 'found' ? answer.records : []));
}

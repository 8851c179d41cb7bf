import { Resolver } from 'node:dns/promises';
import type { EgressGuard } from '../egress/egress-guard.js';
import { authoritativeServers } from './authoritative-servers.js';
import type { DnsAnswer, MxRecord } from './dns-answer.js';
import { domainName } from './domain-name.js';

/** Where the answers of a `Dns` come from; `because` says why it is not the domain's own name servers. */
export type DnsSource =
  | { readonly kind: 'resolvers'; readonly because: string | null }
  | { readonly kind: 'authoritative'; readonly zone: string; readonly servers: readonly string[] };

export interface DnsOptions {
  /** Resolvers as IP or IP:port; none takes those of the system. */
  readonly servers: readonly string[];
  /** For one question, all tries together. */
  readonly timeoutMs: number;
  readonly guard: EgressGuard;
  /** Port of the name servers of domains, where `servers` names no other for the same address. */
  readonly authoritativePort?: number;
  readonly source?: DnsSource;
}

const MAX_RECORDS = 512;
const TRIES = 3;
const NO_DATA = 'ENODATA';
const NO_SUCH_DOMAIN = 'ENOTFOUND';

/** Asks the DNS and says what it answered as a value; never rejects, never takes longer than its timeout. */
export class Dns {
  readonly source: DnsSource;
  private readonly resolver: Resolver;

  constructor(private readonly options: DnsOptions) {
    const timeout = Math.max(50, Math.floor(options.timeoutMs / TRIES));
    this.resolver = new Resolver({ timeout, maxTimeout: timeout, tries: TRIES });
    if (options.servers.length > 0) this.resolver.setServers(options.servers);
    this.source = options.source ?? { kind: 'resolvers', because: null };
  }

  async mx(name: string): Promise<DnsAnswer<MxRecord>> {
    const answer = await this.ask(name, (ascii) => this.resolver.resolveMx(ascii));
    return mapped(answer, ({ exchange, priority }) => ({
      preference: priority,
      host: withoutDot(exchange),
    }));
  }

  addresses4(name: string): Promise<DnsAnswer<string>> {
    return this.ask(name, (ascii) => this.resolver.resolve4(ascii));
  }

  addresses6(name: string): Promise<DnsAnswer<string>> {
    return this.ask(name, (ascii) => this.resolver.resolve6(ascii));
  }

  /** One string for each record, its parts joined (RFC 7208 §3.3). */
  async txt(name: string): Promise<DnsAnswer<string>> {
    const answer = await this.ask(name, (ascii) => this.resolver.resolveTxt(ascii));
    return mapped(answer, (parts) => parts.join(''));
  }

  async cname(name: string): Promise<DnsAnswer<string>> {
    return mapped(await this.ask(name, (ascii) => this.resolver.resolveCname(ascii)), withoutDot);
  }

  async ns(name: string): Promise<DnsAnswer<string>> {
    return mapped(await this.ask(name, (ascii) => this.resolver.resolveNs(ascii)), withoutDot);
  }

  /**
   * Asks the name servers of the zone that holds `name`, so that a change is seen at once; where none of them
   * may be asked or answers, the configured resolvers, and `source` says so. Give it the domain, not a record below.
   */
  async authoritative(name: string): Promise<Dns> {
    const found = await authoritativeServers(this, name, (address) => this.serverAt(address));
    if (!found.ok) return this.fallenBack(found.because);
    const { zone, servers } = found;
    const direct = new Dns({
      ...this.options,
      servers,
      source: { kind: 'authoritative', zone, servers },
    });
    const probe = await direct.ns(zone);
    if (probe.kind === 'found') return direct;
    return this.fallenBack(`the name servers of ${zone} do not answer for it`);
  }

  private fallenBack(because: string): Dns {
    return new Dns({ ...this.options, source: { kind: 'resolvers', because } });
  }

  /** The name server as the resolver wants it, or null where the guard refuses it. */
  private serverAt(address: string): string | null {
    const literal = address.includes(':') ? `[${address}]` : address;
    const port = this.configuredPort(literal) ?? this.options.authoritativePort ?? 53;
    return this.options.guard.check(address, port).allowed ? `${literal}:${port}` : null;
  }

  private configuredPort(literal: string): number | null {
    const same = this.options.servers.find((server) => server.startsWith(`${literal}:`));
    return same === undefined ? null : Number(same.slice(literal.length + 1));
  }

  private async ask<T>(
    name: string,
    question: (ascii: string) => Promise<readonly T[]>,
  ): Promise<DnsAnswer<T>> {
    const ascii = domainName(name);
    if (ascii === null) return { kind: 'no-such-domain' };
    const answer = question(ascii).then(answered<T>, (error: unknown) => unanswered(error, ascii));
    return withinTime(answer, this.options.timeoutMs, ascii);
  }
}

function answered<T>(records: readonly T[]): DnsAnswer<T> {
  if (records.length === 0) return { kind: 'none' };
  return { kind: 'found', records: records.slice(0, MAX_RECORDS) };
}

function unanswered(error: unknown, name: string): DnsAnswer<never> {
  const code = codeOf(error);
  if (code === NO_DATA) return { kind: 'none' };
  if (code === NO_SUCH_DOMAIN) return { kind: 'no-such-domain' };
  return { kind: 'failed', reason: `DNS for ${name}: ${code.replace(/^E/, '')}` };
}

function codeOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode ? String(error.code) : 'unknown';
}

async function withinTime<T>(
  answer: Promise<DnsAnswer<T>>,
  timeoutMs: number,
  name: string,
): Promise<DnsAnswer<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DnsAnswer<T>>((resolve) => {
    const reason = `DNS for ${name}: no answer within ${timeoutMs} ms`;
    timer = setTimeout(() => resolve({ kind: 'failed', reason }), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function mapped<T, U>(answer: DnsAnswer<T>, map: (record: T) => U): DnsAnswer<U> {
  if (answer.kind !== 'found') return answer;
  return { kind: 'found', records: answer.records.map(map) };
}

function withoutDot(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

import type { Config } from '../../config/config.js';
import type { MailDns } from '../../platform/dns/cached-dns.js';
import { mailTargets, type MailHost, type MailTargets } from '../../platform/dns/mx-targets.js';
import type { EgressGuard } from '../../platform/egress/egress-guard.js';
import { openConnection, type OpenResult } from '../../platform/smtp-client/open-connection.js';
import type { SmtpConnection } from '../../platform/smtp-client/smtp-connection.js';
import type { Outcome } from './outcome.js';
import { classify } from './reply-outcome.js';
import { MISSING_DOMAIN } from './verdict.js';

/**
 * The way to a destination: MX hosts by preference, equals in random order, of each host IPv6 before
 * IPv4 (RFC 5321 §5.1), until one takes a connection.
 *
 * - Null MX (RFC 7505) is final at once. A domain that does not exist, or exists without any address
 *   for mail, is looked up once more later (verdict.ts). DNS trouble is always temporary.
 * - STARTTLS is used when offered, without checking certificates; only after a failed handshake is the
 *   same address tried in clear.
 * - Whatever a server says before MAIL, even 5xx, concerns this connection, not the message: the next
 *   host is tried, and if there is none the message waits.
 * - Addresses that the egress guard refuses are never connected to; where there are no others, the
 *   delivery has failed.
 */
export type Route =
  | {
      readonly ok: true;
      readonly connection: SmtpConnection;
      readonly reasons: readonly Reason[];
    }
  | RouteFailure;

export interface RouteFailure {
  readonly ok: false;
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly transcript: string;
  /** The last host and address that were tried. */
  readonly host: string | null;
  readonly address: string | null;
}

export interface Reason {
  readonly rule: string;
  readonly because: string;
}

export interface RouteSettings {
  readonly port: number;
  readonly helo: string;
  readonly timeouts: {
    readonly connectMs: number;
    readonly commandMs: number;
    readonly contentMs: number;
    readonly dataMs: number;
  };
}

export function routeSettings(config: Config): RouteSettings {
  return {
    port: config.MX_PORT,
    helo: config.HELO_HOSTNAME ?? config.SMTP_HOSTNAME,
    timeouts: {
      connectMs: config.SMTP_CONNECT_TIMEOUT,
      commandMs: config.SMTP_COMMAND_TIMEOUT,
      contentMs: config.SMTP_CONTENT_TIMEOUT,
      dataMs: config.SMTP_DATA_TIMEOUT,
    },
  };
}

/** Opens connections to destinations. */
export class Routes {
  constructor(
    private readonly dns: MailDns,
    private readonly guard: EgressGuard,
    private readonly settings: RouteSettings,
  ) {}

  /** Addresses in `avoid` have just failed for the same message. */
  async open(destination: string, avoid: ReadonlySet<string>): Promise<Route> {
    const targets = await mailTargets(this.dns, destination);
    if (targets.kind !== 'targets') return noTargets(targets, destination);

    const search = new Search(this.settings, this.guard, avoid);
    for (const reason of targets.ignored) search.note('mx', reason);
    for (const host of targets.hosts) {
      const connection = await search.tryHost(host);
      if (!connection) continue;
      const rule = targets.implicit ? 'address' : 'mx';
      const because = targets.implicit
        ? `${destination} has no MX, so its own address receives`
        : `${host.host} has preference ${host.preference}`;
      return { ok: true, connection, reasons: [{ rule, because }, ...search.reasons] };
    }
    return search.failure(destination);
  }
}

/** One walk over hosts and addresses, remembering why each was left. */
class Search {
  readonly reasons: Reason[] = [];
  private readonly until: number;
  private last: Extract<OpenResult, { ok: false }>['problem'] | null = null;
  private lastHost: string | null = null;
  private lastAddress: string | null = null;
  private transcript = '';
  private unroutable: string | null = null;
  private hasDnsTrouble = false;

  constructor(
    private readonly settings: RouteSettings,
    private readonly guard: EgressGuard,
    private readonly avoid: ReadonlySet<string>,
  ) {
    this.until = performance.now() + settings.timeouts.connectMs * PATIENCE;
  }

  note(rule: string, because: string): void {
    if (this.reasons.length < MOST_REASONS) this.reasons.push({ rule, because });
  }

  async tryHost(host: MailHost): Promise<SmtpConnection | null> {
    const found = await host.addresses();
    if (found.kind !== 'found') {
      this.hasDnsTrouble ||= found.kind === 'failed';
      this.unroutable = found.reason;
      this.note('dns', found.reason);
      return null;
    }
    for (const address of found.addresses) {
      if (this.avoid.has(address)) continue;
      if (performance.now() > this.until) return null;
      const connection = await this.tryAddress(host.host, address);
      if (connection) return connection;
    }
    return null;
  }

  private async tryAddress(host: string, address: string): Promise<SmtpConnection | null> {
    const opened = await this.connect(host, address, 'opportunistic');
    if (opened.ok) return opened.connection;
    if (!opened.retryInClear) return null;

    this.note('tls', `in clear, because the TLS handshake with ${host} failed`);
    const inClear = await this.connect(host, address, 'none');
    return inClear.ok ? inClear.connection : null;
  }

  private async connect(
    host: string,
    address: string,
    tls: 'opportunistic' | 'none',
  ): Promise<OpenResult> {
    const { port, helo, timeouts } = this.settings;
    const { guard } = this;
    const opened = await openConnection({ host, address, port, helo, tls, timeouts, guard });
    if (opened.ok) return opened;
    const { problem } = opened;
    const why = problem.kind === 'reply' ? problem.reply.lines.join(' ') : problem.reason;
    this.note(problem.stage, `${host} [${address}]: ${why}`);
    this.transcript += opened.transcript;
    this.lastHost = host;
    this.lastAddress = address;
    // A refusal by the guard says nothing about the destination when another address was reachable.
    if (this.last === null || !isEgress(problem)) this.last = problem;
    return opened;
  }

  failure(destination: string): RouteFailure {
    return {
      ok: false,
      outcome: this.outcome(destination),
      reasons: this.reasons,
      transcript: this.transcript,
      host: this.lastHost,
      address: this.lastAddress,
    };
  }

  private outcome(destination: string): Outcome {
    const { last } = this;
    if (last === null) {
      const enhancedCode = this.hasDnsTrouble ? '4.4.3' : '4.4.4';
      const reply = this.unroutable ?? `No receiving server of ${destination} is left to try`;
      return { kind: 'DEFERRED', code: null, enhancedCode, reply, stage: 'dns' };
    }
    if (last.kind === 'reply') {
      return { ...classify(last.reply, last.stage).outcome, kind: 'DEFERRED' };
    }
    if (isEgress(last) && !this.hasDnsTrouble) {
      return {
        kind: 'BOUNCED',
        code: null,
        enhancedCode: '5.4.4',
        reply: last.reason,
        stage: 'connect',
      };
    }
    const enhancedCode = last.stage === 'connect' ? '4.4.1' : '4.4.2';
    const reply = `No connection to ${this.lastHost ?? destination}: ${last.reason}`;
    const stage = last.stage === 'content' ? 'connect' : last.stage;
    return { kind: 'DEFERRED', code: null, enhancedCode, reply, stage };
  }
}

/** Connect timeouts that one walk may take, so that a long list of dead hosts does not hold a slot for an hour. */
const PATIENCE = 4;
const MOST_REASONS = 20;

function isEgress(problem: Extract<OpenResult, { ok: false }>['problem']): boolean {
  return problem.kind === 'failed' && problem.failure === 'egress';
}

function noTargets(
  targets: Exclude<MailTargets, { kind: 'targets' }>,
  destination: string,
): RouteFailure {
  const outcome = NO_TARGETS[targets.kind];
  const reply = 'reason' in targets ? targets.reason : outcome.text(destination);
  return {
    ok: false,
    outcome: {
      kind: outcome.kind,
      code: null,
      enhancedCode: outcome.enhancedCode,
      reply,
      stage: 'dns',
    },
    reasons: [{ rule: 'dns', because: reply }],
    transcript: '',
    host: null,
    address: null,
  };
}

const NO_TARGETS = {
  'null-mx': {
    kind: 'BOUNCED',
    enhancedCode: '5.1.10',
    text: (domain: string) => `${domain} accepts no mail (null MX, RFC 7505)`,
  },
  'no-such-domain': {
    kind: 'DEFERRED',
    enhancedCode: MISSING_DOMAIN,
    text: (domain: string) => `The domain ${domain} does not exist`,
  },
  'no-addresses': {
    kind: 'DEFERRED',
    enhancedCode: MISSING_DOMAIN,
    text: (domain: string) => `${domain} has no address that receives mail`,
  },
  failed: {
    kind: 'DEFERRED',
    enhancedCode: '4.4.3',
    text: (domain: string) => `The DNS of ${domain} could not be asked`,
  },
} as const;

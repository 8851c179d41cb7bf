import type { Logger } from 'pino';
import type { Config } from '../../config/config.js';
import type { ReportKind } from '../../mail/dsn.js';
import { isOutage } from '../../platform/database/errors.js';
import { formatRowKey } from '../../platform/database/row-key.js';
import type { DsnNotify } from '../messages/delivery.entity.js';
import type { NewMessage } from '../messages/message-writer.js';
import type { ServerService } from '../servers/servers.service.js';
import type { Contents } from './contents.js';
import type { Outcome } from './outcome.js';
import type { Postmasters } from './postmasters.js';
import type { ReportWriter } from './report-writer.js';
import type { Finding } from './settlement.js';
import type { Verdict } from './verdict.js';
import type { Work } from './work.js';

/**
 * Delivery status notifications (RFC 3461), when the submitter asked for them and left an address:
 *
 * - FAILURE: when the delivery has bounced or expired.
 * - DELAY: once, with the first deferral at least DSN_DELAY_AFTER after the message was accepted.
 * - SUCCESS: `relayed`, when the next hop does not offer DSN; where it does, NOTIFY was passed on and
 *   success is for the next hop to report.
 *
 * Never for the null sender, never with NOTIFY=NEVER, and never without NOTIFY: failures are then seen
 * as events.
 */
export class Reports {
  constructor(
    private readonly parts: {
      readonly contents: Contents;
      readonly writer: ReportWriter;
      readonly postmasters: Postmasters;
      readonly servers: Pick<ServerService, 'stateOf'>;
    },
    private readonly config: Pick<Config, 'DSN_DELAY_AFTER'>,
    private readonly log: Logger,
  ) {}

  /** The report that this attempt calls for. A report that cannot be written never stops the delivery. */
  async due(work: Work, finding: Finding, { outcome }: Verdict, at: Date): Promise<DueReport> {
    const kind = this.kindOf(work, finding, outcome, at);
    if (kind === null) return NONE;
    try {
      const original = await this.originalOf(work, outcome);
      const server = (await this.parts.servers.stateOf(work.serverId))?.server ?? null;
      const postmaster = await this.parts.postmasters.of(work, server);
      const keptDays = server?.contentRetentionDays ?? null;
      const subject = { work, finding, outcome, at, original, postmaster, keptDays };
      const report = this.parts.writer.write(kind, subject);
      return { report, isDelayReport: kind === 'delayed' };
    } catch (error) {
      if (isOutage(error)) throw error;
      const delivery = formatRowKey(work);
      this.log.error({ err: error, delivery }, 'report could not be written');
      return NONE;
    }
  }

  private kindOf(work: Work, finding: Finding, outcome: Outcome, at: Date): ReportKind | null {
    const { notify, message } = work;
    const asked = REPORTS[outcome.kind];
    if (asked === null || message.mailFrom === '' || !notify?.includes(asked.when)) return null;
    if (notify.includes('NEVER')) return null;
    if (asked.kind === 'relayed' && finding.dsnPassedOn) return null;
    if (asked.kind === 'delayed' && !this.isLate(work, at)) return null;
    return asked.kind;
  }

  private isLate({ message, delayReported }: Work, at: Date): boolean {
    const ageMs = at.getTime() - message.acceptedAt.getTime();
    return !delayReported && ageMs >= this.config.DSN_DELAY_AFTER;
  }

  /** What was sent must be settled even when its content cannot be read just now. */
  private async originalOf(work: Work, outcome: Outcome): Promise<Buffer> {
    try {
      return (await this.parts.contents.get(work))?.raw ?? NO_ORIGINAL;
    } catch (error) {
      if (outcome.kind === 'DELIVERED') return NO_ORIGINAL;
      throw error;
    }
  }
}

export interface DueReport {
  readonly report: NewMessage | null;
  readonly isDelayReport: boolean;
}

const REPORTS: Readonly<Record<Outcome['kind'], { when: DsnNotify; kind: ReportKind } | null>> = {
  BOUNCED: { when: 'FAILURE', kind: 'failed' },
  EXPIRED: { when: 'FAILURE', kind: 'failed' },
  DELIVERED: { when: 'SUCCESS', kind: 'relayed' },
  DEFERRED: { when: 'DELAY', kind: 'delayed' },
  HELD: null,
};
const NONE: DueReport = { report: null, isDelayReport: false };
const NO_ORIGINAL = Buffer.from('\r\n');

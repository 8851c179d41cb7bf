import type { Clock } from '../../platform/clock.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { IdSource } from '../../platform/ids.js';
import type { EventData, NewEvent } from '../events/event.entity.js';
import type { ServerService } from '../servers/servers.service.js';
import type { Outcome } from './outcome.js';
import type { Reports } from './reports.js';
import type { RetryPolicy } from './retry-schedule.js';
import type { Finding, Settlement } from './settlement.js';
import { earlierNeeded, judge, type Verdict } from './verdict.js';
import type { Work } from './work.js';
import { findLatestOutcomes } from './work.queries.js';

/** Turns what an attempt found into everything that follows from it: verdict, event, report. */
export class Conclusions {
  constructor(
    private readonly pool: BulkPool,
    private readonly servers: ServerService,
    private readonly reports: Reports,
    private readonly retry: RetryPolicy,
    private readonly platform: { readonly ids: IdSource; readonly clock: Clock },
  ) {}

  async of(work: Work, finding: Finding): Promise<Settlement> {
    const at = this.platform.clock.now();
    const verdict = await this.judge(work, finding.outcome, at);
    const { report, isDelayReport } = await this.reports.due(work, finding, verdict, at);
    return {
      work,
      attemptId: this.platform.ids.next(),
      outcome: verdict.outcome,
      finding,
      dueAt: verdict.dueAt,
      event: eventOf(work, verdict, at),
      report,
      isDelayReport,
      at,
    };
  }

  /** A success is final whatever the schedule says, and must not depend on another look at the database. */
  private async judge(work: Work, outcome: Outcome, now: Date): Promise<Verdict> {
    if (outcome.kind !== 'DEFERRED') return { outcome, dueAt: null };
    const needed = earlierNeeded(outcome);
    return judge(outcome, {
      policy: await this.policyOf(work),
      failures: work.attempts - work.scheduleBase + 1,
      earlier: needed === 0 ? [] : await findLatestOutcomes(this.pool, work, needed),
      now,
      random: Math.random,
    });
  }

  private async policyOf(work: Work): Promise<RetryPolicy> {
    const state = await this.servers.stateOf(work.serverId);
    return { ...this.retry, attempts: state?.server.retryAttempts ?? this.retry.attempts };
  }
}

function eventOf(work: Work, { outcome, dueAt }: Verdict, at: Date): NewEvent {
  const { serverId, messageId, id: deliveryId, recipient } = work;
  const said = { reply: outcome.reply, code: outcome.code, enhancedCode: outcome.enhancedCode };
  const data: EventData = {
    recipient,
    ...(outcome.kind === 'HELD' ? { reason: outcome.reply } : said),
    ...(dueAt ? { nextAttemptAt: dueAt.toISOString() } : {}),
  };
  return { serverId, kind: outcome.kind, messageId, deliveryId, data, at };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { failpoint } from '#failpoint';
import { LIMITS } from '../../config/limits.js';
import { isOutage, isRetryable } from '../../platform/database/errors.js';
import { GroupCommit, type Transactions } from '../../platform/database/group-commit.js';
import { formatRowKey } from '../../platform/database/row-key.js';
import type { Doorbell } from '../../platform/queue/doorbell.js';
import type { EventPublisher } from '../events/event-publisher.service.js';
import { writeSettlements } from './settle-writer.js';
import type { Settled, Settlement } from './settlement.js';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/**
 * Settles deliveries: one group commit for all that end at about the same time, then the events are
 * announced. A settlement that cannot be committed waits and is tried again until the worker stops, for
 * what was sent must be recorded or it will be sent twice; the lease token keeps that safe however long
 * it takes, and the slots that are held meanwhile keep more from being sent than can be recorded.
 */
export class Settler {
  private readonly commits: GroupCommit<Settlement, Settled>;
  private isClosed = false;

  constructor(
    pool: Transactions,
    private readonly publisher: EventPublisher,
    private readonly bell: Doorbell,
    private readonly watch: { readonly log: Logger; readonly onOutage: () => void },
  ) {
    const limits = {
      items: LIMITS.groupItems,
      bytes: LIMITS.groupBytes,
      inFlight: LIMITS.groupsInFlight,
    };
    this.commits = new GroupCommit(pool, writeSettlements, limits, bytesOf);
  }

  async settle(settlement: Settlement): Promise<Settled['result']> {
    await failpoint('delivery.afterReply');
    const { result, events } = await this.commit(settlement);
    await failpoint('delivery.settled');
    if (events.length > 0) this.publisher.publish(events);
    if (result === 'settled' && settlement.report) {
      this.bell.ring(settlement.report.deliveries.map(({ id }) => id.toString()));
    }
    return result;
  }

  /** From now on an outage is final: rows stay leased and are ready again when that runs out. */
  close(): void {
    this.isClosed = true;
  }

  private async commit(settlement: Settlement): Promise<Settled> {
    let current = settlement;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      try {
        return await this.commits.submit(current);
      } catch (error) {
        if (this.isClosed) throw error;
        if (isOutage(error)) this.watch.onOutage();
        if (!isOutage(error) && !isRetryable(error) && current === settlement) {
          current = this.withoutWords(settlement, error);
        }
        await sleep(waitMs);
      }
    }
  }

  /** The database refused the words, not the fact: the fact alone must not be lost with them. */
  private withoutWords(settlement: Settlement, error: unknown): Settlement {
    const delivery = formatRowKey(settlement.work);
    this.watch.log.error(
      { err: error, delivery },
      'attempt could not be recorded in full, trying without',
    );
    return {
      ...settlement,
      finding: { ...settlement.finding, transcript: '' },
      outcome: { ...settlement.outcome, reply: 'The reply could not be recorded' },
      event: { ...settlement.event, data: { recipient: settlement.work.recipient } },
      report: null,
      isDelayReport: false,
    };
  }
}

function bytesOf({ finding, report }: Settlement): number {
  return finding.transcript.length + (report?.content.length ?? 0);
}

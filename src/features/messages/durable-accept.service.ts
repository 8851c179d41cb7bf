import { failpoint } from '#failpoint';
import { LIMITS } from '../../config/limits.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import { CommitUnknown } from '../../platform/database/errors.js';
import { GroupCommit } from '../../platform/database/group-commit.js';
import type { Deadline } from '../../platform/deadline.js';
import type { Metrics } from '../../platform/metrics.js';
import type { Doorbell } from '../../platform/queue/doorbell.js';
import type { EventPublisher } from '../events/event-publisher.service.js';
import { writeAccepted, type Prepared, type Written } from './accept-writer.js';
import type { Accepted } from './submission.js';

const GROUP = {
  items: LIMITS.groupItems,
  bytes: LIMITS.groupBytes,
  inFlight: LIMITS.groupsInFlight,
};

/** About what the rows of one delivery weigh in a statement. */
const DELIVERY_BYTES = 400;

/** Commits prepared messages in groups; only then are they announced, rung for, and told to the door. */
export class DurableAccept {
  private readonly commits: GroupCommit<Prepared, Written>;

  constructor(
    pool: BulkPool,
    private readonly publisher: EventPublisher,
    private readonly doorbell: Doorbell,
    private readonly metrics: Metrics,
  ) {
    this.commits = new GroupCommit(
      pool,
      (sql, group) => {
        this.metrics.acceptGroupItems.observe(group.length);
        return writeAccepted(sql, group);
      },
      GROUP,
      ({ content, deliveries }) => content.length + deliveries.length * DELIVERY_BYTES,
    );
  }

  /** Resolves after COMMIT: from then on the message is our responsibility. Never later than the deadline allows. */
  async commit(prepared: Prepared, deadline: Deadline): Promise<Accepted> {
    await failpoint('accept.beforeBegin');
    const stopTimer = this.metrics.acceptSeconds.startTimer();
    const written = await this.commits.submit(prepared, deadline);
    stopTimer();
    await this.announce(written);
    const { messageId, replayed, refusal } = written;
    if (refusal !== null) throw refusal;
    const { serverId, door } = prepared.message;
    if (!replayed) this.metrics.messagesAccepted.inc({ door });
    return { serverId, messageId, replayed, message: replayed ? null : prepared.message };
  }

  /** A fault of ours must not sound as if nothing had been taken. */
  private async announce({ events, bells }: Written): Promise<void> {
    try {
      await failpoint('accept.beforeBell');
      this.publisher.publish(events);
      this.doorbell.ring(bells);
      await failpoint('accept.afterCommit');
    } catch (error) {
      throw new CommitUnknown(error);
    }
  }

  /** How long the first message has been waiting for its transaction to begin. */
  get waitedMs(): number {
    return this.commits.waitedMs;
  }

  /** Resolves when nothing is being written. */
  drain(): Promise<void> {
    return this.commits.drain();
  }
}

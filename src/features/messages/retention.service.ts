import type { Logger } from 'pino';
import { failpoint } from '#failpoint';
import type { Config } from '../../config/config.js';
import type { Clock } from '../../platform/clock.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { RowKey } from '../../platform/database/row-key.js';
import { ContentPartitions, isPostponed, type ContentPartition } from './content-partitions.js';
import { keepContent } from './content-keeper.js';
import { OwnContentRetention } from './own-content-retention.js';
import { addDays, boundsForAll, dayOf } from './retention-calendar.js';
import { distinctContentPeriods } from './retention-periods.js';

export interface RetentionParts {
  readonly pool: Pick<BulkPool, 'query' | 'read' | 'transaction'>;
  readonly clock: Clock;
  readonly config: Pick<Config, 'RETENTION_DAYS'>;
  readonly log: Logger;
}

/**
 * Removes raw content whose days are over, a partition at a time; content that a QUEUED or HELD
 * delivery still needs is given another period first. No step depends on an earlier round or on being
 * alone: a round may be killed at any statement, and several may run at once.
 */
export class RetentionService {
  private readonly partitions: ContentPartitions;
  private readonly own: OwnContentRetention;

  constructor(private readonly parts: RetentionParts) {
    this.partitions = new ContentPartitions(parts.pool);
    this.own = new OwnContentRetention(parts.pool);
  }

  /** One round. Where mail is too busy to be kept waiting, the rest is left to a later one. */
  async run(): Promise<void> {
    try {
      await this.makeRoomAhead();
      await this.removePastDays();
      await this.own.run(this.over, this.today);
    } catch (error) {
      if (!isPostponed(error)) throw error;
      this.parts.log.info({ err: error }, 'the rest of the content retention is left for later');
    }
  }

  private async makeRoomAhead(): Promise<void> {
    const own = await distinctContentPeriods(this.parts.pool);
    const bounds = boundsForAll(this.today, this.parts.config.RETENTION_DAYS, own);
    let from = '';
    for (const partition of await this.partitions.list()) {
      const inside = bounds.filter((day) => day > from && isBefore(day, partition.bound));
      if (inside.length > 0 && isQuickToDivide(partition)) {
        await this.partitions.divide(partition, inside);
      }
      from = partition.bound ?? from;
    }
  }

  private async removePastDays(): Promise<void> {
    for (const partition of await this.partitions.list()) {
      if (isBefore(this.over, partition.bound)) break;
      await this.keepUnsettled(partition);
      await failpoint('retention.beforeDrop');
      await this.partitions.drop(partition);
      this.parts.log.info({ before: partition.bound }, 'content of past days removed');
    }
  }

  private async keepUnsettled(partition: ContentPartition): Promise<void> {
    let after: RowKey | null = { serverId: 0n, id: 0n };
    while (after) {
      const rows: ContentRow[] = await this.readSome(partition, after);
      for (const row of rows.filter(({ is_unsettled }) => Number(is_unsettled) === 1)) {
        const day = addDays(this.today, row.own_days ?? this.parts.config.RETENTION_DAYS);
        await keepContent(this.parts.pool, { serverId: row.server_id, id: row.message_id }, day);
      }
      const last = rows.length === ROWS_AT_ONCE ? rows.at(-1) : undefined;
      after = last ? { serverId: last.server_id, id: last.message_id } : null;
    }
  }

  private readSome({ name }: ContentPartition, after: RowKey): Promise<ContentRow[]> {
    return this.parts.pool.read<ContentRow>(
      `/* contents.unsettled */ SELECT c.server_id, c.message_id, EXISTS (
         SELECT 1 FROM deliveries d WHERE d.server_id = c.server_id AND d.message_id = c.message_id
           AND d.status IN ('QUEUED', 'HELD')) AS is_unsettled,
         (SELECT s.content_retention_days FROM mail_servers s WHERE s.id = c.server_id) AS own_days
       FROM (SELECT server_id, message_id FROM message_contents PARTITION (${name})
             WHERE server_id > ? OR (server_id = ? AND message_id > ?)
             ORDER BY server_id, message_id LIMIT ${ROWS_AT_ONCE}) AS c
       ORDER BY c.server_id, c.message_id`,
      [after.serverId, after.serverId, after.id],
    );
  }

  private get today(): string {
    return dayOf(this.parts.clock.now());
  }

  /** Content of earlier days has nobody who may still need it. */
  private get over(): string {
    return dayOf(new Date(this.parts.clock.now().getTime() - GRACE_MS));
  }
}

const ROWS_AT_ONCE = 1_000;

/**
 * A retry is refused once the day of its content is over; one that was allowed just before has committed
 * when this time has passed. So nothing becomes unsettled between the look and the drop.
 */
const GRACE_MS = 3_600_000;

/** As much is copied while nobody notices. The catch-all must be divided all the same: nothing ever drops it. */
const QUICK_BYTES = 67_108_864;

function isQuickToDivide({ bound, bytes }: ContentPartition): boolean {
  return bound === null || bytes <= QUICK_BYTES;
}

function isBefore(day: string, bound: string | null): boolean {
  return bound === null || day < bound;
}

interface ContentRow {
  readonly server_id: bigint;
  readonly message_id: bigint;
  readonly is_unsettled: number | bigint;
  /** Of the mail server, where it does not follow the installation. */
  readonly own_days: number | null;
}

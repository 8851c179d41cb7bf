import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { Clock } from '../../platform/clock.js';
import { dayOf } from './retention-calendar.js';
import { ownMessagePeriods } from './retention-periods.js';

/**
 * Removes messages, and all that is known of them, from mail servers that do not keep them for good. A
 * message stays while its content does, or a delivery is QUEUED or HELD; events go by their age alone, the
 * oldest first, so that those that are left have no gap. Small statements, the message last: a round that is
 * cut off is taken up by the next.
 */
export class MessageRetentionService {
  constructor(
    private readonly pool: Pick<BulkPool, 'read' | 'write'>,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    const contentOver = dayOf(new Date(now - GRACE_MS));
    for await (const { serverId, days } of ownMessagePeriods(this.pool)) {
      const before = new Date(now - days * DAY_MS);
      await this.removeMessages(serverId, before, contentOver);
      await this.removeEvents(serverId, before);
    }
  }

  private async removeMessages(serverId: bigint, before: Date, contentOver: string): Promise<void> {
    let after: bigint | undefined = 0n;
    while (after !== undefined) {
      const rows: MessageRow[] = await this.pool.read<MessageRow>(
        `/* messages.old */ SELECT m.id, m.accepted_at, m.expires_on < ? AND NOT EXISTS (
           SELECT 1 FROM deliveries d WHERE d.server_id = m.server_id AND d.message_id = m.id
             AND d.status IN ('QUEUED', 'HELD')) AS is_over
         FROM messages m WHERE m.server_id = ? AND m.id > ? ORDER BY m.id LIMIT ${MESSAGES_AT_ONCE}`,
        [contentOver, serverId, after],
      );
      const old = untilYoung(rows, ({ accepted_at }) => accepted_at < before);
      const ids = old.filter(({ is_over }) => Number(is_over) === 1).map(({ id }) => id);
      if (ids.length > 0) await this.removeAllOf(serverId, ids);
      after = old.length === MESSAGES_AT_ONCE ? old.at(-1)?.id : undefined;
    }
  }

  private async removeAllOf(serverId: bigint, ids: readonly bigint[]): Promise<void> {
    await this.removeDeliveries(serverId, ids);
    await this.removeSome(
      '/* contents.old */ DELETE FROM message_contents WHERE server_id = ? AND message_id IN',
      serverId,
      ids,
    );
    await this.removeSome(
      '/* messages.remove */ DELETE FROM messages WHERE server_id = ? AND id IN',
      serverId,
      ids,
    );
  }

  /** Each after its attempts; by their ids, for a DELETE that looks them up itself reads all attempts of the server. */
  private async removeDeliveries(serverId: bigint, messages: readonly bigint[]): Promise<void> {
    for (let found = DELIVERIES_AT_ONCE; found === DELIVERIES_AT_ONCE;) {
      const rows = await this.pool.read<{ id: bigint }>(
        `/* deliveries.ofOld */ SELECT id FROM deliveries
         WHERE server_id = ? AND message_id IN (${placesFor(messages)}) LIMIT ${DELIVERIES_AT_ONCE}`,
        [serverId, ...messages],
      );
      found = rows.length;
      if (found === 0) return;
      const ids = rows.map(({ id }) => id);
      await this.removeSome(
        '/* attempts.old */ DELETE FROM attempts WHERE server_id = ? AND delivery_id IN',
        serverId,
        ids,
      );
      await this.removeSome(
        '/* deliveries.old */ DELETE FROM deliveries WHERE server_id = ? AND id IN',
        serverId,
        ids,
      );
    }
  }

  private async removeSome(
    statement: string,
    serverId: bigint,
    ids: readonly bigint[],
  ): Promise<void> {
    for (let removed = ROWS; removed === ROWS;) {
      const parameters = [serverId, ...ids, ROWS];
      const { affectedRows } = await this.pool.write(
        `${statement} (${placesFor(ids)}) LIMIT ?`,
        parameters,
      );
      removed = affectedRows;
    }
  }

  private async removeEvents(serverId: bigint, before: Date): Promise<void> {
    for (let removed = ROWS; removed === ROWS;) {
      const rows = await this.pool.read<{ position: bigint; at: Date }>(
        '/* events.oldest */ SELECT position, at FROM events WHERE server_id = ? ORDER BY position LIMIT ?',
        [serverId, ROWS],
      );
      const old = untilYoung(rows, ({ at }) => at < before);
      const last = old.at(-1);
      removed = old.length;
      if (!last) return;
      await this.pool.write(
        '/* events.old */ DELETE FROM events WHERE server_id = ? AND position <= ?',
        [serverId, last.position],
      );
    }
  }
}

const DAY_MS = 86_400_000;
/** As for content: what was allowed on its last day has committed by then. */
const GRACE_MS = 3_600_000;
const MESSAGES_AT_ONCE = 100;
const DELIVERIES_AT_ONCE = 200;
const ROWS = 1_000;

interface MessageRow {
  readonly id: bigint;
  readonly accepted_at: Date;
  readonly is_over: number | bigint;
}

/** The rows before the first that is young enough to stay. */
function untilYoung<T>(rows: readonly T[], isOld: (row: T) => boolean): readonly T[] {
  const first = rows.findIndex((row) => !isOld(row));
  return first === -1 ? rows : rows.slice(0, first);
}

function placesFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(',');
}

import type { BulkPool } from '../../platform/database/bulk-pool.js';
import { keepContent } from './content-keeper.js';
import { ownContentPeriods, type OwnPeriod } from './retention-periods.js';
import { addDays } from './retention-calendar.js';

/**
 * Removes content of mail servers with a period of their own on its day, also where it shares a partition
 * with content that stays. What a QUEUED or HELD delivery still needs is given another period.
 */
export class OwnContentRetention {
  constructor(private readonly pool: Pick<BulkPool, 'read' | 'query' | 'transaction'>) {}

  /** Content of days before `over`; today is told for what is kept on. */
  async run(over: string, today: string): Promise<void> {
    for await (const period of ownContentPeriods(this.pool)) await this.remove(period, over, today);
  }

  private async remove({ serverId, days }: OwnPeriod, over: string, today: string): Promise<void> {
    let after: bigint | undefined = 0n;
    while (after !== undefined) {
      const rows: ContentRow[] = await this.readSome(serverId, over, after);
      const isNeeded = ({ is_unsettled }: ContentRow) => Number(is_unsettled) === 1;
      for (const { message_id: id } of rows.filter(isNeeded)) {
        await keepContent(this.pool, { serverId, id }, addDays(today, days));
      }
      const ended = rows.filter((row) => !isNeeded(row)).map(({ message_id }) => message_id);
      if (ended.length > 0) await this.removeSome(serverId, ended, over);
      after = rows.length === ROWS_AT_ONCE ? rows.at(-1)?.message_id : undefined;
    }
  }

  private readSome(serverId: bigint, over: string, after: bigint): Promise<ContentRow[]> {
    return this.pool.read<ContentRow>(
      `/* contents.own */ SELECT c.message_id, EXISTS (
         SELECT 1 FROM deliveries d WHERE d.server_id = c.server_id AND d.message_id = c.message_id
           AND d.status IN ('QUEUED', 'HELD')) AS is_unsettled
       FROM (SELECT server_id, message_id FROM message_contents
             WHERE server_id = ? AND message_id > ? AND expires_on < ?
             ORDER BY message_id LIMIT ${ROWS_AT_ONCE}) AS c ORDER BY c.message_id`,
      [serverId, after, over],
    );
  }

  private async removeSome(serverId: bigint, ids: readonly bigint[], over: string): Promise<void> {
    await this.pool.query(
      `/* contents.removeOwn */ DELETE FROM message_contents
       WHERE server_id = ? AND message_id IN (${ids.map(() => '?').join(',')}) AND expires_on < ?`,
      [serverId, ...ids, over],
    );
  }
}

/** Content may be big, and is deleted in one statement. */
const ROWS_AT_ONCE = 50;

interface ContentRow {
  readonly message_id: bigint;
  readonly is_unsettled: number | bigint;
}

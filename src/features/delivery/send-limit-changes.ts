import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { Clock } from '../../platform/clock.js';

interface Change {
  readonly serverId: bigint;
  readonly planned: number;
  /** Null: there is none any more. */
  readonly limit: number | null;
}

/**
 * Notices that a send limit is another than the one that deliveries were planned with. Where it is higher or
 * gone, all that waits is due again at once, in its order, and is placed anew by the next claims; a lower one
 * is asked at every claim anyway. The plan takes over the limit last, so a round that is cut off is repeated.
 */
export class SendLimitChanges {
  constructor(
    private readonly pool: BulkPool,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (const change of await this.find()) {
      const { planned, limit } = change;
      if (limit === null || limit > planned) await this.wake(change.serverId);
      await this.takeOver(change);
    }
  }

  private async find(): Promise<Change[]> {
    const rows = await this.pool.read<{
      server_id: bigint;
      planned: number;
      send_limit: number | null;
    }>(
      `/* sendPlan.changed */ SELECT p.server_id, p.send_limit AS planned, s.send_limit
       FROM send_plans p LEFT JOIN mail_servers s ON s.id = p.server_id
       WHERE NOT p.send_limit <=> s.send_limit LIMIT ?`,
      [AT_ONCE],
    );
    return rows.map((row) => ({
      serverId: row.server_id,
      planned: row.planned,
      limit: row.send_limit,
    }));
  }

  private async wake(serverId: bigint): Promise<void> {
    const now = this.clock.now();
    await this.forgetPlanned(serverId);
    for (let woken = ROWS; woken === ROWS;) {
      const { affectedRows } = await this.pool.write(
        // a thousandth of a second for each minute: those that were to go first stay first, and get new places
        `/* queue.wake */ UPDATE queue FORCE INDEX (queue_due)
         SET due_at = ? + INTERVAL TIMESTAMPDIFF(MINUTE, ?, due_at) * 1000 MICROSECOND, send_minute = 0
         WHERE server_id = ? AND due_at > ? AND send_minute IS NOT NULL AND is_counted = 0 LIMIT ?`,
        [now, now, serverId, new Date(now.getTime() + SOON_MS), ROWS],
      );
      woken = affectedRows;
    }
  }

  /** Under the lock of the plan, as everything that changes its minutes. */
  private forgetPlanned(serverId: bigint): Promise<void> {
    return this.pool.transaction(async (sql) => {
      await sql.query(
        '/* sendPlan.empty */ UPDATE send_plans SET full_until = NULL WHERE server_id = ?',
        [serverId],
      );
      await sql.query(
        '/* sendMinutes.unplan */ UPDATE send_minutes SET planned = 0 WHERE server_id = ?',
        [serverId],
      );
    });
  }

  private async takeOver({ serverId, planned, limit }: Change): Promise<void> {
    if (limit === null) {
      await this.pool.write('/* sendPlan.end */ DELETE FROM send_plans WHERE server_id = ?', [
        serverId,
      ]);
      return;
    }
    await this.pool.write(
      '/* sendPlan.takeOver */ UPDATE send_plans SET send_limit = ? WHERE server_id = ? AND send_limit = ?',
      [limit, serverId, planned],
    );
  }
}

const AT_ONCE = 100;
const ROWS = 1_000;
/** What is due so soon anyway need not be woken. */
const SOON_MS = 1_000;

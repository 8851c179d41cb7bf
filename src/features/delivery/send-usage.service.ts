import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import { sqlOf } from '../../platform/database/sql.js';
import { minuteOf, WINDOW } from './send-plan.js';

/** Tells how much of their send limits mail servers have used. */
export class SendUsageService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Deliveries that began in the last 60 minutes, of servers that have a limit; their ids are the caller's own already. */
  async ofServers(serverIds: readonly bigint[]): Promise<ReadonlyMap<string, number>> {
    if (serverIds.length === 0) return new Map();
    const rows = await sqlOf(this.db.reader).query<{ server_id: string; used: string | number }[]>(
      `/* sendMinutes.used */ SELECT server_id, SUM(sent) AS used FROM send_minutes
       WHERE server_id IN (${serverIds.map(() => '?').join(',')}) AND minute > ? GROUP BY server_id`,
      [...serverIds, minuteOf(this.clock.now()) - WINDOW],
    );
    return new Map(rows.map(({ server_id, used }) => [server_id, Number(used)]));
  }
}

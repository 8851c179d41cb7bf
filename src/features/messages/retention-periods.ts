import type { BulkPool } from '../../platform/database/bulk-pool.js';

/** A mail server that does not follow the installation, and its days. */
export interface OwnPeriod {
  readonly serverId: bigint;
  readonly days: number;
}

type Pool = Pick<BulkPool, 'read'>;

/** Mail servers with a period of their own for content, deleted ones as well, in the order of their ids. */
export function ownContentPeriods(pool: Pool): AsyncGenerator<OwnPeriod, void, undefined> {
  return ownPeriods(pool, 'content_retention_days');
}

/** The same for messages and what is known of them. */
export function ownMessagePeriods(pool: Pool): AsyncGenerator<OwnPeriod, void, undefined> {
  return ownPeriods(pool, 'message_retention_days');
}

/** The different periods for content. */
export async function distinctContentPeriods(pool: Pool): Promise<number[]> {
  const rows = await pool.read<{ days: number }>(
    `/* servers.distinctPeriods */ SELECT DISTINCT content_retention_days AS days FROM mail_servers
     WHERE content_retention_days IS NOT NULL`,
  );
  return rows.map(({ days }) => days);
}

async function* ownPeriods(
  pool: Pool,
  column: 'content_retention_days' | 'message_retention_days',
): AsyncGenerator<OwnPeriod, void, undefined> {
  let after: bigint | undefined = 0n;
  while (after !== undefined) {
    const rows: { id: bigint; days: number }[] = await pool.read(
      `/* servers.periods */ SELECT id, ${column} AS days FROM mail_servers
       WHERE id > ? AND ${column} IS NOT NULL ORDER BY id LIMIT ${SERVERS_AT_ONCE}`,
      [after],
    );
    for (const { id: serverId, days } of rows) yield { serverId, days };
    after = rows.length === SERVERS_AT_ONCE ? rows.at(-1)?.id : undefined;
  }
}

const SERVERS_AT_ONCE = 500;

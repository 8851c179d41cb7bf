import type { RowKey } from '../../platform/database/row-key.js';
import type { Sql } from '../../platform/database/sql.js';
import { lockWait } from '../../platform/database/session.js';
import { keyCondition, keyTable } from './keys.js';

/**
 * The queue, as SQL. `due_at` is compared with the time of our Clock, leases with the database's own:
 * only that is the same for every worker. A lease that has run out makes its row ready again. Rows are
 * always changed by primary key in sorted order: on a small table MariaDB would rather scan, lock what
 * belongs to others, and wait for them.
 */

export interface DueRow extends RowKey {
  readonly messageId: bigint;
  readonly destination: string;
  readonly dueAt: Date;
  /** With the one that this claim brings to light. */
  readonly lapses: number;
  /** Under the send limit: whether it is in the count, and for which minute it waited last. See send-limits.ts. */
  readonly isCounted: boolean;
  readonly sendMinute: number | null;
}

export interface ServerWithWork {
  readonly id: bigint;
  readonly sendLimit: number | null;
}

/** Servers that may have due work, whose turn is found in memory. Costs one index dive per server. */
export async function findServersWithWork(sql: Sql, now: Date): Promise<ServerWithWork[]> {
  const rows = await sql.query<{ server_id: bigint; send_limit: number | null }[]>(
    `/* queue.servers */ SELECT w.server_id, s.send_limit FROM (
       SELECT server_id, MIN(due_at) AS oldest FROM queue GROUP BY server_id HAVING oldest <= ?
     ) AS w LEFT JOIN mail_servers s ON s.id = w.server_id ORDER BY w.server_id`,
    [now],
  );
  return rows.map((row) => ({ id: row.server_id, sendLimit: row.send_limit }));
}

export interface DueRequest {
  readonly serverId: bigint;
  /** Rows that were due earlier have been looked at already. */
  readonly since: Date;
  readonly now: Date;
  readonly limit: number;
  /** Destinations that have no room at present. */
  readonly closed: readonly string[];
  /** Whether rows whose lease has run out are due; not right after an outage of the database. */
  readonly takesLapsed: boolean;
  /** Rows with so many lapses or more are passed over. */
  readonly fewerLapsesThan: number;
}

/** Locks due rows of one server until the transaction ends, passing over those that others hold. */
export async function lockDueRows(sql: Sql, request: DueRequest): Promise<DueRow[]> {
  const { serverId, since, now, limit, closed, takesLapsed, fewerLapsesThan } = request;
  const except =
    closed.length === 0 ? '' : `AND destination NOT IN (${closed.map(() => '?').join(',')})`;
  const rows = await sql.query<RawDueRow[]>(
    `/* queue.due */ SELECT delivery_id, message_id, destination, due_at, ${LAPSES} AS lapses,
       is_counted, send_minute
     FROM queue FORCE INDEX (queue_due)
     WHERE server_id = ? AND due_at BETWEEN ? AND ? ${except}
       AND (lease_until IS NULL OR (? AND lease_until < NOW(6))) AND ${LAPSES} < ?
     ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED`,
    [serverId, since, now, ...closed, takesLapsed, fewerLapsesThan, limit],
  );
  return rows.map((row) => ({
    serverId,
    id: row.delivery_id,
    messageId: row.message_id,
    destination: row.destination,
    dueAt: row.due_at,
    lapses: Number(row.lapses),
    isCounted: Boolean(row.is_counted),
    sendMinute: row.send_minute,
  }));
}

interface RawDueRow {
  readonly delivery_id: bigint;
  readonly message_id: bigint;
  readonly destination: string;
  readonly due_at: Date;
  readonly lapses: number | bigint;
  readonly is_counted: number;
  readonly send_minute: number | null;
}

/** A free row has no token; one that can be claimed all the same has just lapsed. */
const LAPSES = 'LEAST(lapses + (lease_token IS NOT NULL), 100)';

/** Gives locked rows to the holder of the token. */
export async function lease(
  sql: Sql,
  rows: readonly RowKey[],
  token: bigint,
  leaseMs: number,
): Promise<void> {
  const keys = keyCondition(rows, 'delivery_id');
  await sql.query(
    `/* queue.claim */ UPDATE queue FORCE INDEX (PRIMARY)
     SET lapses = ${LAPSES}, lease_token = ?, lease_until = NOW(6) + INTERVAL ? MICROSECOND WHERE ${keys.sql}`,
    [token, leaseMs * 1_000, ...keys.parameters],
  );
}

/**
 * What a worker holds and nobody has locked, in one transaction; returns the rows that were renewed. The
 * others are being settled as a rule: the settlement may have to wait itself, and these must not wait with it.
 */
export async function renewFree(
  sql: Sql,
  rows: readonly RowKey[],
  tokens: readonly bigint[],
  leaseMs: number,
): Promise<readonly RowKey[]> {
  const wanted = keyTable(rows);
  const free = await sql.query<{ server_id: bigint; delivery_id: bigint }[]>(
    `/* queue.renewable */ SELECT q.server_id, q.delivery_id FROM ${wanted.sql}
     STRAIGHT_JOIN queue q FORCE INDEX (PRIMARY) ON q.server_id = k.server_id AND q.delivery_id = k.id
     WHERE q.lease_token IN (${tokens.map(() => '?').join(',')}) FOR UPDATE SKIP LOCKED`,
    [...wanted.parameters, ...tokens],
  );
  if (free.length === 0) return [];
  const renewed = free.map((row) => ({ serverId: row.server_id, id: row.delivery_id }));
  await renew(sql, renewed, tokens, { leaseMs });
  return renewed;
}

/**
 * Rows that others took over are not touched. A lease begins when its row is reached, however long that took. Who
 * says no wait for locks has that of the session.
 */
export async function renew(
  sql: Sql,
  rows: readonly RowKey[],
  tokens: readonly bigint[],
  { leaseMs, lockWaitMs }: { readonly leaseMs: number; readonly lockWaitMs?: number },
): Promise<void> {
  const keys = keyCondition(rows, 'delivery_id');
  const wait = lockWaitMs === undefined ? '' : `SET STATEMENT ${lockWait(lockWaitMs)} FOR `;
  await sql.query(
    `/* queue.renew */ ${wait}UPDATE queue FORCE INDEX (PRIMARY)
     SET lease_until = SYSDATE(6) + INTERVAL ? MICROSECOND
     WHERE ${keys.sql} AND lease_token IN (${tokens.map(() => '?').join(',')})`,
    [leaseMs * 1_000, ...keys.parameters, ...tokens],
  );
}

/** Gives rows back as they were: due, for anyone. Not a state change, so nothing is announced. */
export async function release(
  sql: Sql,
  rows: readonly RowKey[],
  tokens: readonly bigint[],
): Promise<void> {
  const keys = keyCondition(rows, 'delivery_id');
  await sql.query(
    `/* queue.release */ UPDATE queue FORCE INDEX (PRIMARY) SET lease_token = NULL, lease_until = NULL
     WHERE ${keys.sql} AND lease_token IN (${tokens.map(() => '?').join(',')})`,
    [...keys.parameters, ...tokens],
  );
}

/** Rows that are due, leased ones included. */
export async function countDue(sql: Sql, now: Date): Promise<number> {
  const servers = await findServersWithWork(sql, now);
  if (servers.length === 0) return 0;
  const [row] = await sql.query<{ due: bigint | number }[]>(
    `/* queue.count */ SELECT COUNT(*) AS due FROM queue
     WHERE server_id IN (${servers.map(() => '?').join(',')}) AND due_at <= ?`,
    [...servers.map(({ id }) => id), now],
  );
  return Number(row?.due ?? 0);
}

import { placeholders, type Sql } from '../../platform/database/sql.js';
import { keyCondition, keyTable } from './keys.js';
import type { RowKey } from '../../platform/database/row-key.js';
import type { SendMinute } from './send-plan.js';

/** Statements about send limits. Whoever changes the minutes of a mail server holds the lock on its plan. */

export interface PlanState {
  /** When the limit was last told to be reached. */
  readonly reachedAt: Date | null;
  readonly fullUntil: number | null;
}

/** Locks the plan of a mail server, which begins with this limit. */
export async function lockPlan(sql: Sql, serverId: bigint, sendLimit: number): Promise<PlanState> {
  await sql.query(
    `/* sendPlan.lock */ INSERT INTO send_plans (server_id, send_limit) VALUES (?, ?)
     ON DUPLICATE KEY UPDATE server_id = VALUES(server_id)`,
    [serverId, sendLimit],
  );
  const [row] = await sql.query<{ reached_at: Date | null; full_until: number | null }[]>(
    '/* sendPlan.read */ SELECT reached_at, full_until FROM send_plans WHERE server_id = ? FOR UPDATE',
    [serverId],
  );
  return { reachedAt: row?.reached_at ?? null, fullUntil: row?.full_until ?? null };
}

export async function writePlan(
  sql: Sql,
  serverId: bigint,
  { reachedAt, fullUntil }: PlanState,
): Promise<void> {
  await sql.query(
    '/* sendPlan.write */ UPDATE send_plans SET reached_at = ?, full_until = ? WHERE server_id = ?',
    [reachedAt, fullUntil, serverId],
  );
}

export async function readMinutes(
  sql: Sql,
  serverId: bigint,
): Promise<ReadonlyMap<number, SendMinute>> {
  const rows = await sql.query<(SendMinute & { minute: number })[]>(
    '/* sendMinutes.read */ SELECT minute, sent, planned FROM send_minutes WHERE server_id = ?',
    [serverId],
  );
  return new Map(rows.map(({ minute, sent, planned }) => [minute, { sent, planned }]));
}

export async function writeMinutes(
  sql: Sql,
  serverId: bigint,
  minutes: readonly (readonly [minute: number, SendMinute])[],
): Promise<void> {
  if (minutes.length === 0) return;
  await sql.query(
    `/* sendMinutes.write */ INSERT INTO send_minutes (server_id, minute, sent, planned)
     VALUES ${placeholders(minutes.length, 4)}
     ON DUPLICATE KEY UPDATE sent = VALUES(sent), planned = VALUES(planned)`,
    minutes.flatMap(([minute, { sent, planned }]) => [serverId, minute, sent, planned]),
  );
}

export async function forgetMinutes(sql: Sql, serverId: bigint, before: number): Promise<void> {
  await sql.query(
    '/* sendMinutes.forget */ DELETE FROM send_minutes WHERE server_id = ? AND minute < ?',
    [serverId, before],
  );
}

/** They are not counted again, however often they are tried. */
export async function markCounted(sql: Sql, rows: readonly RowKey[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = keyCondition(rows, 'delivery_id');
  await sql.query(
    `/* queue.counted */ UPDATE queue FORCE INDEX (PRIMARY) SET is_counted = 1 WHERE ${keys.sql}`,
    keys.parameters,
  );
}

export interface Wait extends RowKey {
  /** 0 for a wait without a place. */
  readonly minute: number;
  readonly dueAt: Date;
}

/** Locked rows that nobody attempted wait, and are free. */
export async function makeWait(sql: Sql, waits: readonly Wait[]): Promise<void> {
  if (waits.length === 0) return;
  const whens = waits.map(() => 'WHEN ? THEN ?').join(' ');
  const times = waits.flatMap(({ id, dueAt }) => [id, dueAt]);
  const minutes = waits.flatMap(({ id, minute }) => [id, minute]);
  const inQueue = keyCondition(waits, 'delivery_id');
  await sql.query(
    `/* queue.wait */ UPDATE queue FORCE INDEX (PRIMARY)
     SET due_at = CASE delivery_id ${whens} END, send_minute = CASE delivery_id ${whens} END,
       lease_token = NULL, lease_until = NULL
     WHERE ${inQueue.sql}`,
    [...times, ...minutes, ...inQueue.parameters],
  );
  const byId = keyCondition(waits, 'id');
  await sql.query(
    `/* deliveries.wait */ UPDATE deliveries FORCE INDEX (PRIMARY)
     SET next_attempt_at = CASE id ${whens} END WHERE ${byId.sql} AND status = 'QUEUED'`,
    [...times, ...byId.parameters],
  );
}

export async function findRecipients(
  sql: Sql,
  rows: readonly RowKey[],
): Promise<ReadonlyMap<bigint, string>> {
  if (rows.length === 0) return new Map();
  const keys = keyTable(rows);
  const found = await sql.query<{ id: bigint; recipient: string }[]>(
    `/* deliveries.recipients */ SELECT d.id, d.recipient FROM ${keys.sql}
     STRAIGHT_JOIN deliveries d FORCE INDEX (PRIMARY) ON d.server_id = k.server_id AND d.id = k.id`,
    keys.parameters,
  );
  return new Map(found.map(({ id, recipient }) => [id, recipient]));
}

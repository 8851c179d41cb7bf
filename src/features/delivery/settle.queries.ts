import { placeholders, type Sql } from '../../platform/database/sql.js';
import { keyCondition, keyTable } from './keys.js';
import type { RowKey } from '../../platform/database/row-key.js';
import { lapsesAfter } from './lapses.js';
import type { Settlement } from './settlement.js';

/** Statements of the settle transaction. Each works on many deliveries, found by primary key. */

/** Locks the queue rows and returns the settlements whose lease token is still in place: the fence. */
export async function lockOwned(
  sql: Sql,
  group: readonly Settlement[],
): Promise<readonly Settlement[]> {
  const keys = keyTable(keysOf(group));
  const rows = await sql.query<{ delivery_id: bigint; lease_token: bigint | null }[]>(
    `/* settle.lock */ SELECT q.delivery_id, q.lease_token FROM ${keys.sql}
     STRAIGHT_JOIN queue q FORCE INDEX (PRIMARY) ON q.server_id = k.server_id AND q.delivery_id = k.id FOR UPDATE`,
    keys.parameters,
  );
  const tokens = new Map(rows.map((row) => [row.delivery_id, row.lease_token]));
  return group.filter(({ work }) => tokens.get(work.id) === work.lease.token);
}

export async function insertAttempts(sql: Sql, group: readonly Settlement[]): Promise<void> {
  await sql.query(
    `/* settle.attempts */ INSERT INTO attempts
       (server_id, id, delivery_id, number, outcome, decision, transcript, started_at, duration_ms)
     VALUES ${placeholders(group.length, 9)}`,
    group.flatMap(({ work, attemptId, outcome, finding }) => [
      work.serverId,
      attemptId,
      work.id,
      work.attempts + 1,
      JSON.stringify(outcome),
      JSON.stringify(finding.decision),
      finding.transcript,
      finding.startedAt,
      finding.durationMs,
    ]),
  );
}

/** Terminal or held: all of the group end alike. */
export async function settleStatus(sql: Sql, group: readonly Settlement[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { kind, reply } = first.outcome;
  const keys = keyCondition(keysOf(group), 'id');
  await sql.query(
    `/* settle.status */ UPDATE deliveries FORCE INDEX (PRIMARY)
     SET status = ?, held_because = ?, attempts = attempts + 1, next_attempt_at = NULL, settled_at = ?
     WHERE ${keys.sql} AND status = 'QUEUED'`,
    [
      kind,
      kind === 'HELD' ? reply.slice(0, HELD_BECAUSE_CHARACTERS) : null,
      kind === 'HELD' ? null : first.at,
      ...keys.parameters,
    ],
  );
}

/** Tried again later: the queue row stays, with a new due time and without a lease. */
export async function postpone(sql: Sql, group: readonly Settlement[]): Promise<void> {
  const whens = group.map(() => 'WHEN ? THEN ?').join(' ');
  const times = group.flatMap(({ work, dueAt }) => [work.id, dueAt]);
  const lapses = group.flatMap(({ work, outcome }) => [work.id, lapsesAfter(work, outcome)]);
  const inQueue = keyCondition(keysOf(group), 'delivery_id');
  await sql.query(
    `/* settle.postpone */ UPDATE queue FORCE INDEX (PRIMARY)
     SET due_at = CASE delivery_id ${whens} END, lease_token = NULL, lease_until = NULL,
       lapses = CASE delivery_id ${whens} END
     WHERE ${inQueue.sql}`,
    [...times, ...lapses, ...inQueue.parameters],
  );
  const keys = keyCondition(keysOf(group), 'id');
  await sql.query(
    `/* settle.deferred */ UPDATE deliveries FORCE INDEX (PRIMARY)
     SET attempts = attempts + 1, next_attempt_at = CASE id ${whens} END
     WHERE ${keys.sql} AND status = 'QUEUED'`,
    [...times, ...keys.parameters],
  );
}

export async function leaveQueue(sql: Sql, group: readonly Settlement[]): Promise<void> {
  if (group.length === 0) return;
  const keys = keyTable(keysOf(group));
  await sql.query(
    `/* settle.leave */ DELETE q FROM ${keys.sql}
     STRAIGHT_JOIN queue q FORCE INDEX (PRIMARY) ON q.server_id = k.server_id AND q.delivery_id = k.id`,
    keys.parameters,
  );
}

export async function markDelayReported(sql: Sql, group: readonly Settlement[]): Promise<void> {
  if (group.length === 0) return;
  const keys = keyCondition(keysOf(group), 'id');
  await sql.query(
    `/* settle.delayReported */ UPDATE deliveries FORCE INDEX (PRIMARY) SET delay_reported = 1 WHERE ${keys.sql}`,
    keys.parameters,
  );
}

const HELD_BECAUSE_CHARACTERS = 255;

function keysOf(group: readonly Settlement[]): RowKey[] {
  return group.map(({ work }) => work);
}

import type { RowKey } from '../../platform/database/row-key.js';
import { placeholders, type Sql } from '../../platform/database/sql.js';
import type { DeliveryStatus } from '../messages/delivery.entity.js';
import { keyCondition, keyTable } from './keys.js';

/** A delivery as a person's request finds it, locked until the transaction ends. */
export interface LockedDelivery extends RowKey {
  readonly messageId: bigint;
  readonly recipient: string;
  readonly destination: string;
  readonly status: DeliveryStatus;
  readonly isBeingSent: boolean;
}

/** Locks the queue rows and then the deliveries: the order of every transaction that has both. */
export async function lockDeliveries(sql: Sql, keys: readonly RowKey[]): Promise<LockedDelivery[]> {
  const named = keyTable(keys);
  const leased = await sql.query<{ delivery_id: string; is_leased: string | number }[]>(
    `/* deliveries.lockQueue */ SELECT q.delivery_id, COALESCE(q.lease_until >= NOW(6), 0) AS is_leased
     FROM ${named.sql}
     STRAIGHT_JOIN queue q FORCE INDEX (PRIMARY) ON q.server_id = k.server_id AND q.delivery_id = k.id FOR UPDATE`,
    named.parameters,
  );
  const beingSent = new Set(
    leased.filter((row) => Number(row.is_leased) === 1).map((row) => BigInt(row.delivery_id)),
  );

  const rows = await sql.query<LockedRow[]>(
    `/* deliveries.lock */ SELECT d.server_id, d.id, d.message_id, d.recipient, d.destination, d.status
     FROM ${named.sql}
     STRAIGHT_JOIN deliveries d FORCE INDEX (PRIMARY) ON d.server_id = k.server_id AND d.id = k.id FOR UPDATE`,
    named.parameters,
  );
  return rows.map((row) => ({
    serverId: BigInt(row.server_id),
    id: BigInt(row.id),
    messageId: BigInt(row.message_id),
    recipient: row.recipient,
    destination: row.destination,
    status: row.status,
    isBeingSent: beingSent.has(BigInt(row.id)),
  }));
}

/** Those of the messages whose raw content is still there, and was not to go before the given day. */
export async function findMessagesWithContent(
  sql: Sql,
  deliveries: readonly LockedDelivery[],
  day: Date,
): Promise<ReadonlySet<bigint>> {
  const keys = deliveries.map(({ serverId, messageId }) => ({ serverId, id: messageId }));
  const named = keyTable(keys);
  const rows = await sql.query<{ message_id: string }[]>(
    `/* deliveries.contents */ SELECT c.message_id FROM ${named.sql}
     STRAIGHT_JOIN message_contents c FORCE INDEX (PRIMARY) ON c.server_id = k.server_id AND c.message_id = k.id
     WHERE c.expires_on >= DATE(?)`,
    [...named.parameters, day],
  );
  return new Set(rows.map((row) => BigInt(row.message_id)));
}

/** Waiting deliveries become due now. */
export async function makeDue(sql: Sql, keys: readonly RowKey[], now: Date): Promise<void> {
  const inQueue = keyCondition(keys, 'delivery_id');
  await sql.query(
    `/* deliveries.dueQueue */ UPDATE queue FORCE INDEX (PRIMARY) SET due_at = ? WHERE ${inQueue.sql}`,
    [now, ...inQueue.parameters],
  );
  const byId = keyCondition(keys, 'id');
  await sql.query(
    `/* deliveries.due */ UPDATE deliveries FORCE INDEX (PRIMARY) SET next_attempt_at = ?
     WHERE ${byId.sql} AND status = 'QUEUED'`,
    [now, ...byId.parameters],
  );
}

/** Ended or held deliveries enter the queue again, due now, with a retry schedule that begins anew. */
export async function enqueueAgain(
  sql: Sql,
  deliveries: readonly LockedDelivery[],
  now: Date,
): Promise<void> {
  const byId = keyCondition(deliveries, 'id');
  await sql.query(
    `/* deliveries.enqueue */ UPDATE deliveries FORCE INDEX (PRIMARY)
     SET status = 'QUEUED', held_because = NULL, schedule_base = attempts, next_attempt_at = ?,
         settled_at = NULL
     WHERE ${byId.sql} AND status IN ('HELD', 'BOUNCED', 'EXPIRED', 'CANCELLED')`,
    [now, ...byId.parameters],
  );
  await sql.query(
    `/* deliveries.enqueueRow */ INSERT INTO queue
       (server_id, delivery_id, message_id, destination, due_at)
     VALUES ${placeholders(deliveries.length, 5)}`,
    deliveries.flatMap(({ serverId, id, messageId, destination }) => [
      ...[serverId, id, messageId],
      destination,
      now,
    ]),
  );
}

export async function cancel(sql: Sql, keys: readonly RowKey[], now: Date): Promise<void> {
  const named = keyTable(keys);
  await sql.query(
    `/* deliveries.cancelQueue */ DELETE q FROM ${named.sql}
     STRAIGHT_JOIN queue q FORCE INDEX (PRIMARY) ON q.server_id = k.server_id AND q.delivery_id = k.id`,
    named.parameters,
  );
  const byId = keyCondition(keys, 'id');
  await sql.query(
    `/* deliveries.cancel */ UPDATE deliveries FORCE INDEX (PRIMARY)
     SET status = 'CANCELLED', held_because = NULL, next_attempt_at = NULL, settled_at = ?
     WHERE ${byId.sql} AND status IN ('QUEUED', 'HELD')`,
    [now, ...byId.parameters],
  );
}

interface LockedRow {
  readonly server_id: string;
  readonly id: string;
  readonly message_id: string;
  readonly recipient: string;
  readonly destination: string;
  readonly status: DeliveryStatus;
}

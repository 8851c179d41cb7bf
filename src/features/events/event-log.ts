import { insertRows, type Sql, type WriteResult } from '../../platform/database/sql.js';
import { Event, type EventData, type EventKind, type NewEvent } from './event.entity.js';

/**
 * Appends events; the last step of a transaction before its COMMIT. The row lock on each server's
 * event clock is held until then, so positions are dense and in commit order. Servers are taken in
 * sorted order, so that two transactions never wait for each other here.
 */
export async function recordEvents(
  sql: Sql,
  events: readonly NewEvent[],
): Promise<readonly Event[]> {
  const byServer = Map.groupBy(events, (event) => event.serverId);
  const recorded: Event[] = [];
  for (const serverId of [...byServer.keys()].sort(ascending)) {
    const news = byServer.get(serverId) ?? [];
    const last = await advanceClock(sql, serverId, news.length);
    const first = last - BigInt(news.length) + 1n;
    news.forEach((event, index) => recorded.push(eventAt(first + BigInt(index), event)));
  }
  await insertEvents(sql, recorded);
  return recorded;
}

/** Position of the newest event that has committed; 0 before the first. */
export async function currentPosition(sql: Sql, serverId: bigint): Promise<bigint> {
  const [row] = await sql.query<{ position: bigint | string }[]>(
    'SELECT position FROM event_clocks WHERE server_id = ?',
    [serverId],
  );
  return BigInt(row?.position ?? 0);
}

/** The same of many servers; those without any event are left out. */
export async function currentPositions(
  sql: Sql,
  serverIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, bigint>> {
  if (serverIds.length === 0) return new Map();
  const places = serverIds.map(() => '?').join(',');
  const rows = await sql.query<{ server_id: bigint | string; position: bigint | string }[]>(
    `SELECT server_id, position FROM event_clocks WHERE server_id IN (${places})`,
    serverIds,
  );
  return new Map(rows.map((row) => [BigInt(row.server_id), BigInt(row.position)]));
}

/** Events after a position, oldest first. */
export async function eventsAfter(
  sql: Sql,
  serverId: bigint,
  position: bigint,
  limit: number,
): Promise<Event[]> {
  const rows = await sql.query<EventRow[]>(
    'SELECT position, kind, message_id, delivery_id, domain_id, data, at FROM events WHERE server_id = ? AND position > ? ORDER BY position LIMIT ?',
    [serverId, position, limit],
  );
  return rows.map((row) =>
    eventAt(BigInt(row.position), {
      serverId,
      kind: row.kind,
      messageId: idOf(row.message_id),
      deliveryId: idOf(row.delivery_id),
      domainId: idOf(row.domain_id),
      data: typeof row.data === 'string' ? (JSON.parse(row.data) as EventData) : row.data, // only mysql2 leaves JSON as text
      at: row.at,
    }),
  );
}

interface EventRow {
  readonly position: bigint | string;
  readonly kind: EventKind;
  readonly message_id: bigint | string | null;
  readonly delivery_id: bigint | string | null;
  readonly domain_id: bigint | string | null;
  readonly data: EventData | string;
  readonly at: Date;
}

async function advanceClock(sql: Sql, serverId: bigint, count: number): Promise<bigint> {
  const advance = () =>
    sql.query<WriteResult>(
      'UPDATE event_clocks SET position = LAST_INSERT_ID(position + ?) WHERE server_id = ?',
      [count, serverId],
    );
  const moved = await advance();
  if (moved.affectedRows === 1) return moved.insertId;
  await sql.query('INSERT IGNORE INTO event_clocks (server_id, position) VALUES (?, 0)', [
    serverId,
  ]);
  return (await advance()).insertId;
}

function insertEvents(sql: Sql, events: readonly Event[]): Promise<void> {
  return insertRows(
    sql,
    'events (server_id, position, kind, message_id, delivery_id, domain_id, data, at)',
    events.map((event) => [
      event.serverId,
      event.position,
      event.kind,
      event.messageId,
      event.deliveryId,
      event.domainId,
      JSON.stringify(event.data),
      event.at,
    ]),
  );
}

function eventAt(position: bigint, event: NewEvent): Event {
  const { serverId, kind, messageId = null, deliveryId = null, domainId = null, data, at } = event;
  return Object.assign(new Event(), {
    serverId,
    position,
    kind,
    messageId,
    deliveryId,
    domainId,
    data,
    at,
  });
}

function idOf(value: bigint | string | null): bigint | null {
  return value === null ? null : BigInt(value);
}

function ascending(one: bigint, other: bigint): number {
  return one < other ? -1 : 1;
}

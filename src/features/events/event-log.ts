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
  const groups = [...byServer.keys()].sort(ascending).map((id) => byServer.get(id) ?? []);
  const recorded = await Promise.all(groups.map((news) => recordOfServer(sql, news)));
  return recorded.flat();
}

/** Both statements go over the wire at once: the second reads the clock that the first has advanced. */
async function recordOfServer(sql: Sql, news: readonly NewEvent[]): Promise<Event[]> {
  const [last] = await Promise.all([advanceClock(sql, news), insertEvents(sql, news)]);
  const first = last - BigInt(news.length) + 1n;
  return news.map((event, index) => eventAt(first + BigInt(index), event));
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

/** Resolves to the new position of the clock, which LAST_INSERT_ID() says from then on. */
async function advanceClock(sql: Sql, news: readonly NewEvent[]): Promise<bigint> {
  const count = news.length;
  const { insertId } = await sql.query<WriteResult>(
    `INSERT INTO event_clocks (server_id, position) VALUES (?, LAST_INSERT_ID(?))
     ON DUPLICATE KEY UPDATE position = LAST_INSERT_ID(position + ?)`,
    [news[0]?.serverId, count, count],
  );
  return insertId;
}

async function insertEvents(sql: Sql, news: readonly NewEvent[]): Promise<void> {
  const rows = news.map((event, index) => [
    event.serverId,
    news.length - 1 - index,
    event.kind,
    event.messageId,
    event.deliveryId,
    event.domainId,
    JSON.stringify(event.data),
    event.at,
  ]);
  const target = 'events (server_id, position, kind, message_id, delivery_id, domain_id, data, at)';
  await insertRows(sql, target, rows, '(?,LAST_INSERT_ID()-?,?,?,?,?,?,?)');
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

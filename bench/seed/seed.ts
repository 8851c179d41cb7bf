import type { Sql } from '../../src/platform/database/sql.js';
import { EVENTS_EACH, statementsFor, type Past } from './past.js';

const MESSAGES_AT_ONCE = 25_000;

/** Writes a past; Posthouse may be running. Each statement is one transaction of its own. */
export async function seed(sql: Sql, past: Past): Promise<void> {
  let position = await advanceClock(sql, past);
  for (let first = 1; first <= past.messages; first += MESSAGES_AT_ONCE) {
    const last = Math.min(first + MESSAGES_AT_ONCE - 1, past.messages);
    for (const statement of statementsFor({ past, first, last }, position)) {
      await sql.query(statement);
    }
    position += BigInt((last - first + 1) * EVENTS_EACH);
  }
}

/** Takes the positions of all events to come; gives the one before the first. */
async function advanceClock(sql: Sql, { serverId, messages }: Past): Promise<bigint> {
  const count = messages * EVENTS_EACH;
  await sql.query(
    `INSERT INTO event_clocks (server_id, position) VALUES (?, ?)
     ON DUPLICATE KEY UPDATE position = position + ?`,
    [serverId, count, count],
  );
  const [row] = await sql.query<{ position: bigint | string }[]>(
    'SELECT position FROM event_clocks WHERE server_id = ?',
    [serverId],
  );
  return BigInt(row?.position ?? 0) - BigInt(count);
}

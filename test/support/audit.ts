/** Anything that answers one statement. */
export interface Rows {
  query<T>(statement: string): Promise<T>;
}

/**
 * What must hold in the database once nothing is under way, whoever sent what: one line for each rule
 * that does not. Every delivery has ended, exactly once, and was announced exactly once; the events are
 * dense; no row is left leased or points nowhere.
 */
export async function violations(database: Rows): Promise<string[]> {
  return (await audit(database)).map(({ text }) => text);
}

/** The same, with the invariant that each line breaks (see checker.ts). */
export async function audit(database: Rows): Promise<{ invariant: string; text: string }[]> {
  const found: { invariant: string; text: string }[] = [];
  for (const [invariant, rule, statement] of RULES) {
    const [row] = await database.query<{ n: bigint }[]>(statement);
    if (Number(row?.n) !== 0) found.push({ invariant, text: `${String(row?.n)} × ${rule}` });
  }
  return found;
}

/** Each counts what breaks it. Indexes are named: fresh tables have no statistics, and a wrong guess costs minutes. */
const RULES: readonly (readonly [invariant: string, rule: string, statement: string])[] = [
  ['I1', 'left in the queue', 'SELECT COUNT(*) AS n FROM queue'],
  [
    'I8',
    'left leased after its lease and 5 seconds',
    `SELECT COUNT(*) AS n FROM queue WHERE lease_until < NOW(6) - INTERVAL 5 SECOND`,
  ],
  [
    'I1',
    'a delivery without an end',
    `SELECT COUNT(*) AS n FROM deliveries WHERE status IN ('QUEUED', 'HELD') OR settled_at IS NULL`,
  ],
  [
    'I6',
    'not exactly one terminal event of its kind',
    `SELECT COUNT(*) AS n FROM (
       SELECT d.id FROM deliveries d LEFT JOIN (
         SELECT server_id, delivery_id, COUNT(*) AS times, MIN(kind) AS kind FROM events
         WHERE kind IN ('DELIVERED', 'BOUNCED', 'EXPIRED', 'CANCELLED')
         GROUP BY server_id, delivery_id
       ) AS ended ON ended.server_id = d.server_id AND ended.delivery_id = d.id
       WHERE ended.times IS NULL OR ended.times <> 1 OR ended.kind <> d.status
     ) AS broken`,
  ],
  [
    'I7',
    'not as many attempts as it says',
    `SELECT COUNT(*) AS n FROM (
       SELECT d.id FROM deliveries d
       LEFT JOIN attempts a FORCE INDEX (attempts_by_delivery)
         ON a.server_id = d.server_id AND a.delivery_id = d.id
       GROUP BY d.server_id, d.id, d.attempts HAVING COUNT(a.id) <> d.attempts
     ) AS broken`,
  ],
  [
    'I6',
    'a message that was not accepted exactly once',
    `SELECT COUNT(*) AS n FROM (
       SELECT m.id FROM messages m LEFT JOIN (
         SELECT server_id, message_id, COUNT(*) AS times FROM events
         WHERE kind = 'ACCEPTED' GROUP BY server_id, message_id
       ) AS accepted ON accepted.server_id = m.server_id AND accepted.message_id = m.id
       WHERE accepted.times IS NULL OR accepted.times <> 1
     ) AS broken`,
  ],
  [
    'I6',
    'a gap in the events of a server',
    `SELECT COUNT(*) AS n FROM (
       SELECT c.server_id FROM event_clocks c
       LEFT JOIN events e ON e.server_id = c.server_id
       GROUP BY c.server_id, c.position
       HAVING COUNT(e.position) <> c.position OR COALESCE(MAX(e.position), 0) <> c.position
     ) AS broken`,
  ],
  [
    'I1',
    'a message without content',
    `SELECT COUNT(*) AS n FROM messages m WHERE NOT EXISTS (
       SELECT 1 FROM message_contents c WHERE c.server_id = m.server_id AND c.message_id = m.id)`,
  ],
  [
    'I1',
    'a message without deliveries',
    `SELECT COUNT(*) AS n FROM messages m WHERE NOT EXISTS (
       SELECT 1 FROM deliveries d WHERE d.server_id = m.server_id AND d.message_id = m.id)`,
  ],
  [
    'I1',
    'a delivery without its message',
    `SELECT COUNT(*) AS n FROM deliveries d WHERE NOT EXISTS (
       SELECT 1 FROM messages m WHERE m.server_id = d.server_id AND m.id = d.message_id)`,
  ],
];

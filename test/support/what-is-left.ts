import type { Rows } from './audit.js';

/**
 * What the queue still holds and why, for the message of a test that waited in vain: each delivery with its
 * attempts, how long until it is due, its lease, and what its last attempt heard.
 */
export function whatIsLeft(database: Rows): Promise<unknown[]> {
  return database.query<unknown[]>(
    `SELECT d.recipient, d.status, d.attempts, q.lapses, q.due_at, q.lease_until, NOW(6) AS now,
       a.outcome, a.decision, a.transcript, a.started_at, a.duration_ms
     FROM queue q JOIN deliveries d ON d.server_id = q.server_id AND d.id = q.delivery_id
     LEFT JOIN attempts a ON a.server_id = d.server_id AND a.delivery_id = d.id
     ORDER BY a.id DESC LIMIT 10`,
  );
}

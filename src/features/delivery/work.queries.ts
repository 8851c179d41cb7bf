import type { RowKey } from '../../platform/database/row-key.js';
import type { Sql } from '../../platform/database/sql.js';
import type { DsnNotify } from '../messages/delivery.entity.js';
import type { Door } from '../messages/message.entity.js';
import { keyTable } from './keys.js';
import type { Lease } from './lease.js';
import type { Outcome } from './outcome.js';
import type { Work } from './work.js';

/** What was claimed with this lease. A row whose delivery is no longer QUEUED is not work. */
export async function loadWork(
  sql: Sql,
  rowKeys: readonly RowKey[],
  lease: Lease,
): Promise<Work[]> {
  const keys = keyTable(rowKeys);
  const rows = await sql.query<WorkRow[]>(
    `/* queue.work */ SELECT
       q.server_id, q.delivery_id, q.message_id, q.destination, q.lapses,
       d.recipient, d.attempts, d.schedule_base, d.dsn_notify, d.dsn_orcpt, d.delay_reported,
       m.door, m.domain_id, m.mail_from, m.subject, m.size_bytes, m.smtputf8, m.eight_bit,
       m.dsn_ret, m.dsn_envid, DATE_FORMAT(m.expires_on, '%Y-%m-%d') AS expires_on, m.accepted_at
     FROM ${keys.sql}
     STRAIGHT_JOIN queue q FORCE INDEX (PRIMARY) ON q.server_id = k.server_id AND q.delivery_id = k.id
     STRAIGHT_JOIN deliveries d FORCE INDEX (PRIMARY) ON d.server_id = q.server_id AND d.id = q.delivery_id
     STRAIGHT_JOIN messages m FORCE INDEX (PRIMARY) ON m.server_id = q.server_id AND m.id = q.message_id
     WHERE q.lease_token = ? AND d.status = 'QUEUED'`,
    [...keys.parameters, lease.token],
  );
  return rows.map((row) => workOf(row, lease));
}

/** The latest outcomes of a delivery, newest first. */
export async function findLatestOutcomes(
  sql: Sql,
  { serverId, id }: RowKey,
  most: number,
): Promise<Outcome[]> {
  const rows = await sql.query<{ outcome: Outcome | string }[]>(
    `/* attempts.latest */ SELECT outcome FROM attempts
     WHERE server_id = ? AND delivery_id = ? ORDER BY number DESC LIMIT ?`,
    [serverId, id, most],
  );
  return rows.map(({ outcome }) => (typeof outcome === 'string' ? parse(outcome) : outcome));
}

interface WorkRow {
  readonly server_id: bigint;
  readonly delivery_id: bigint;
  readonly message_id: bigint;
  readonly destination: string;
  readonly lapses: number;
  readonly recipient: string;
  readonly attempts: number;
  readonly schedule_base: number;
  readonly dsn_notify: string | readonly string[] | null;
  readonly dsn_orcpt: string | null;
  readonly delay_reported: number;
  readonly door: Door;
  readonly domain_id: bigint | null;
  readonly mail_from: string;
  readonly subject: string;
  readonly size_bytes: number;
  readonly smtputf8: number;
  readonly eight_bit: number;
  readonly dsn_ret: 'FULL' | 'HDRS' | null;
  readonly dsn_envid: string | null;
  readonly expires_on: string;
  readonly accepted_at: Date;
}

function workOf(row: WorkRow, lease: Lease): Work {
  return {
    lease,
    serverId: row.server_id,
    id: row.delivery_id,
    messageId: row.message_id,
    recipient: row.recipient,
    destination: row.destination,
    attempts: row.attempts,
    scheduleBase: row.schedule_base,
    notify: notifyOf(row.dsn_notify),
    orcpt: row.dsn_orcpt,
    delayReported: Boolean(row.delay_reported),
    lapses: row.lapses,
    message: {
      door: row.door,
      domainId: row.domain_id,
      mailFrom: row.mail_from,
      subject: row.subject,
      sizeBytes: row.size_bytes,
      smtputf8: Boolean(row.smtputf8),
      eightBit: Boolean(row.eight_bit),
      ret: row.dsn_ret,
      envid: row.dsn_envid,
      expiresOn: row.expires_on,
      acceptedAt: row.accepted_at,
    },
  };
}

/** The connector gives a SET as text or as a list, depending on its version. */
function notifyOf(value: string | readonly string[] | null): readonly DsnNotify[] | null {
  if (value === null) return null;
  const words = typeof value === 'string' ? value.split(',').filter(Boolean) : value;
  return words as readonly DsnNotify[]; // the column admits nothing else
}

function parse(outcome: string): Outcome {
  return JSON.parse(outcome) as Outcome; // we wrote it
}

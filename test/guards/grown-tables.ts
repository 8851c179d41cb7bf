import { copyRow, type Changes } from '../../bench/seed/copies.js';
import { seed } from '../../bench/seed/seed.js';
import type { TestDatabase } from '../support/test-database.js';
import { TENANT_TABLES } from './tenant-predicates.js';

/** Tables that have more rows the longer, or for the more, mail is sent. */
export const GROWING_TABLES: readonly string[] = [
  ...TENANT_TABLES,
  'idempotency_keys',
  'mail_servers',
  'domains',
];

/** Those of mail alone: of a mail server they have any number of rows. */
export const MAIL_TABLES: readonly string[] = [
  'messages',
  'message_contents',
  'deliveries',
  'queue',
  'attempts',
  'events',
];

/** When the past of a mail server begins. */
export const PAST_SINCE = new Date('2026-01-01T00:00:00Z');
const PAST_EVERY_MS = 500;
const ENDED = 4_000;
const DEFERRED = 1_000;
const COPIES = 2_000;
const DAY_MS = 86_400_000;

/** A past for one mail server whose mail has ended. */
export function endedPast(
  database: TestDatabase,
  serverId: bigint,
  { messages, since }: { readonly messages: number; readonly since: Date },
) {
  return seed(database, {
    ...{ serverId, domainId: null, messages, since, everyMs: PAST_EVERY_MS },
    ...{ state: 'ended', destinations: 100, contents: 50, hasAttempts: true },
  });
}

/** Gives every mail server a past, mail that waits, and rows beside its own; then says how many there are. */
export async function growTables(database: TestDatabase): Promise<void> {
  const servers = await database.query<{ id: bigint }[]>('SELECT id FROM mail_servers');
  for (const { id: serverId } of servers) {
    await endedPast(database, serverId, { messages: ENDED, since: later(1) });
    await seed(database, {
      ...{ serverId, domainId: null, messages: DEFERRED, hasAttempts: true, contents: 50 },
      ...{ since: later(2), everyMs: PAST_EVERY_MS },
      ...{ state: { dueFrom: new Date(Date.now() + 365 * DAY_MS) }, destinations: 100 },
    });
  }
  // what was settled meanwhile is in the queue again, so that lookups find something
  await database.query(
    `INSERT IGNORE INTO queue (server_id, delivery_id, message_id, destination, due_at)
     SELECT server_id, id, message_id, destination, NOW(3) + INTERVAL 1 YEAR FROM deliveries`,
  );
  for (const [table, changes] of Object.entries(COPIED))
    await copyRow(database, table, COPIES, changes);
  await database.query(
    `INSERT INTO idempotency_keys SELECT CONCAT('server:', seq % 50), UNHEX(SHA2(seq, 256)), UNHEX(SHA2(seq, 256)),
       'Message', seq, NOW(3) FROM seq_1_to_${COPIES}`,
  );
  await database.query(`ANALYZE TABLE ${GROWING_TABLES.join(', ')}`);
}

function later(days: number): Date {
  return new Date(PAST_SINCE.getTime() + days * DAY_MS);
}

/** Columns that copies of a row must have for themselves. */
const COPIED: Readonly<Record<string, Changes>> = {
  mail_servers: {
    id: 't.id + seq',
    organization_id: 't.organization_id + seq % 500',
    token: "LPAD(seq, 6, '-')",
    slug: "CONCAT('copy-', seq)",
    deleted_at: 'NULL',
  },
  credentials: {
    id: 't.id + seq',
    server_id: 't.server_id + seq % 500',
    type: "IF(seq % 100, ELT(1 + seq % 2, 'API', 'SMTP'), 'SMTP_IP')",
    secret_hash: 'UNHEX(SHA2(seq, 256))',
    username: "CONCAT('copy-', seq)",
  },
  domains: {
    id: 't.id + seq',
    organization_id: 't.organization_id + seq % 500',
    server_id: 't.server_id + seq % 500',
    name: "CONCAT('copy-', seq)",
    verified_at: 'NULL',
  },
  event_clocks: { server_id: 't.server_id + seq' },
  send_plans: { server_id: 't.server_id + seq' },
  send_minutes: { server_id: 't.server_id + seq' },
};

/**
 * D-13: every statement that Posthouse sends on a day in which everything is done to mail names the mail
 * server of each table of tenants that it reads or writes; what does not is listed, with the reason.
 *
 * Controls: a statement planted in the same connection is found, and so is each of 21 that only look as
 * if they named the server.
 */
import { BulkPool } from '../../src/platform/database/bulk-pool.js';
import { StatementTape } from '../support/statement-tape.js';
import { startWorld, type World } from '../support/world.js';
import { busyDay } from './busy-day.js';
import { plain, TENANT_TABLES, tenantTablesOf, unboundTables } from './tenant-predicates.js';

/** Statements on tables of tenants that do not name the mail server, and why they may. */
const ALLOWED: readonly { readonly statement: RegExp; readonly because: string }[] = [
  {
    statement: /^\/\* queue\.servers \*\//,
    because: 'a worker asks which mail servers have due work, to give each its turn',
  },
  {
    statement: /^\/\* sendPlan\.changed \*\//,
    because: 'a worker asks which mail servers have another send limit than was planned with',
  },
  {
    statement: /^\/\* bounces\.locate \*\//,
    because: 'a return path has the id of its delivery and a MAC, and no mail server',
  },
  {
    statement: /^\/\* contents\.(divide|drop) \*\//,
    because: 'partitions are days, whosever the content is',
  },
  {
    statement: /^\/\* contents\.unsettled \*\//,
    because: 'content of a day that is to be dropped is looked through, whosever it is',
  },
  {
    statement:
      /^SELECT .* FROM `credentials` `Credential` WHERE \(\(`Credential`\.`type` = '\w+'\) AND \(`Credential`\.`secret_hash` = /,
    because: 'a secret tells the mail server, which is known only afterwards',
  },
  {
    statement:
      /^SELECT .* FROM `credentials` `Credential` WHERE \(\(`Credential`\.`type` = '\w+'\) AND \(`Credential`\.`username` = /,
    because: 'a user name tells the mail server, which hears of the failed login',
  },
  {
    statement:
      /^SELECT .* FROM `credentials` `Credential` WHERE \(\(`Credential`\.`type` = 'SMTP_IP'\) AND \(`Credential`\.`revoked_at` IS NULL\)\) ORDER BY/,
    because: 'an address tells the mail server, which is known only afterwards',
  },
  {
    statement: /^SELECT .* FROM `credentials` `Credential` WHERE \(\(`Credential`\.`id` (=|IN) /,
    because: 'public ids of credentials have no mail server; the caller is checked with the row',
  },
];

describe('D-13 the SQL of a busy day', () => {
  let world: World;
  let tape: StatementTape;
  beforeAll(async () => {
    const shared = process.env['TEST_DATABASE_URL'] ?? '';
    tape = await StatementTape.start(shared);
    process.env['TEST_DATABASE_URL'] = tape.url;
    world = await startWorld({ settings: { LEASE: '2s', SWEEP_INTERVAL: '200ms' } });
    process.env['TEST_DATABASE_URL'] = shared;
    await busyDay(world);
  });
  afterAll(async () => {
    await world.stop();
    tape.stop();
  });

  const unnamed = () =>
    tape.statements.filter(
      (text) =>
        unboundTables(text).length > 0 && !ALLOWED.some(({ statement }) => statement.test(text)),
    );

  it('names the mail server in every statement on a table of tenants', () => {
    expect(tape.statements.length).toBeGreaterThan(300);
    expect(unnamed().map((text) => text.slice(0, 500))).toEqual([]);
  });

  it('reads and writes every table of tenants, and needs every exception', () => {
    const texts = [...new Set(tape.statements.map(plain))];
    const read = texts.filter((text) => /^\(*select/.test(text)).flatMap(tenantTablesOf);
    const written = texts.filter((text) => text.startsWith('insert')).flatMap(tenantTablesOf);
    expect([...new Set(read)].sort()).toEqual([...TENANT_TABLES].sort());
    expect([...new Set(written)].sort()).toEqual([...TENANT_TABLES].sort());
    for (const { statement } of ALLOWED) {
      expect(tape.statements.find((text) => statement.test(text))).toBeDefined();
    }
  });

  it('is heard on the wire: a planted statement is found (control)', async () => {
    const pool = new BulkPool({ url: world.database.url, connections: 1 });
    await pool.transaction((sql) => sql.query('SELECT subject FROM messages WHERE id = ?', [7n]));
    await pool.close();

    expect(unnamed()).toEqual(['SELECT subject FROM messages WHERE id = 7']);
  });
});

describe('D-13 a statement on tables of tenants', () => {
  it.each([
    'SELECT * FROM messages',
    'SELECT * FROM `messages` `Message` WHERE `Message`.`id` = 7',
    'SELECT * FROM messages WHERE server_id = 7 OR id = 8',
    'SELECT * FROM messages WHERE server_id > 7',
    'SELECT * FROM messages WHERE server_id = server_id',
    "SELECT * FROM messages WHERE tag = 'server_id = 7'",
    'SELECT * FROM messages /* WHERE server_id = 7 */',
    'SELECT * FROM messages m JOIN deliveries d ON d.message_id = m.id WHERE m.server_id = 7',
    'SELECT * FROM messages m JOIN deliveries d ON d.server_id = m.server_id',
    'SELECT * FROM messages m, deliveries d WHERE m.server_id = 7',
    'SELECT * FROM mail_servers s JOIN queue q ON q.server_id = s.id',
    'SELECT 1 FROM messages t WHERE t.server_id = 7 AND EXISTS (SELECT 1 FROM events e WHERE e.kind = 7)',
    '(SELECT id FROM events t WHERE t.server_id = 7) UNION ALL (SELECT id FROM events t)',
    'SELECT * FROM (SELECT id AS server_id FROM mail_servers) k JOIN queue q ON q.server_id = k.server_id',
    'UPDATE deliveries SET server_id = 7 WHERE id = 8',
    'UPDATE `queue` FORCE INDEX (PRIMARY) SET due_at = 1 WHERE ((server_id = 7 AND delivery_id IN (8)) OR delivery_id = 9)',
    'DELETE FROM attempts LIMIT 10',
    'DELETE q FROM queue q WHERE q.delivery_id IN (7, 8)',
    'INSERT INTO events (position, kind) VALUES (7, 8)',
    'INSERT INTO events SELECT * FROM events',
    'TRUNCATE TABLE messages',
  ])('is caught (control): %s', (statement) => {
    expect(unboundTables(statement)).not.toEqual([]);
  });

  it.each([
    'SELECT * FROM mail_servers',
    'SELECT * FROM messages WHERE server_id = 7 AND (id = 8 OR id = 9)',
    "SELECT * FROM `messages` `Message` WHERE (((`Message`.`server_id` = '7') AND (`Message`.`id` IN ('8'))))",
    'SELECT * FROM messages WHERE (server_id = 7 AND id = 8) OR (server_id = 9 AND id IN (8, 9))',
    'SELECT * FROM messages m JOIN deliveries d ON d.server_id = m.server_id WHERE m.server_id IN (7, 8) FOR UPDATE',
    'SELECT 1 FROM messages t WHERE t.server_id = 7 AND EXISTS (SELECT 1 FROM events e WHERE e.server_id = t.server_id)',
    '(SELECT id FROM events t WHERE t.server_id = 7 LIMIT 1) UNION ALL (SELECT id FROM events t WHERE t.server_id = 8)',
    'SELECT * FROM (SELECT 7 AS server_id, 8 AS id UNION ALL VALUES (7,9)) AS k STRAIGHT_JOIN queue q ON q.server_id = k.server_id',
    'DELETE q FROM (SELECT 7 AS server_id) AS k STRAIGHT_JOIN queue q ON q.server_id = k.server_id',
    "UPDATE deliveries SET status = 'it''s', attempts = attempts + 1 WHERE server_id = 7",
    'INSERT INTO events (server_id, position) VALUES (7, 8)',
  ])('passes: %s', (statement) => {
    expect(unboundTables(statement)).toEqual([]);
  });
});

import type { Sql } from './sql.js';

/**
 * Settings of the database server that would make "accepted" a lie or let two writers disagree: one
 * line each, with the fix. Empty when it is safe to run. A check, not a cure: nothing is changed.
 */
export async function unsafeSettings(sql: Sql, maxMessageBytes: number): Promise<string[]> {
  const variables = await readVariables(sql);
  return CHECKS.flatMap((check) => check(variables, maxMessageBytes) ?? []);
}

type Variables = ReadonlyMap<string, string>;
type Check = (variables: Variables, maxMessageBytes: number) => string | null;

/** Escaping may double a message on its way into a statement. */
const PACKET_MARGIN_BYTES = 1_048_576;

const CHECKS: readonly Check[] = [
  (all) => {
    const version = all.get('version') ?? '';
    const [major = 0, minor = 0] = version.split('.').map(Number.parseFloat);
    const isMariaDb = /mariadb/i.test(`${version} ${all.get('version_comment') ?? ''}`);
    if (isMariaDb && major * 100 + minor >= 1006) return null;
    return `database: version is ${version}, MariaDB 10.6 or newer is needed`;
  },
  mustBe(
    'innodb_flush_log_at_trx_commit',
    ['1'],
    'set it to 1, or a power cut loses accepted mail',
  ),
  mustBe('innodb_doublewrite', ['ON', '1'], 'set it to ON, or a power cut may tear pages'),
  (all, maxMessageBytes) =>
    isOn(all.get('log_bin'))
      ? mustBe(
          'sync_binlog',
          ['1'],
          'set it to 1 while log_bin is on, or a power cut loses accepted mail',
        )(all, maxMessageBytes)
      : null,
  (all) =>
    isOn(all.get('log_bin')) && all.get('binlog_format') === 'STATEMENT'
      ? 'database: binlog_format is STATEMENT, set it to ROW or MIXED: SKIP LOCKED is unsafe in statements'
      : null,
  mustBe('character_set_server', ['utf8mb4'], 'set it to utf8mb4'),
  (all) => {
    const found = all.get('character_set_database');
    if (found === 'utf8mb4') return null;
    return `database: character_set_database is ${String(found)}, run ALTER DATABASE ... CHARACTER SET utf8mb4`;
  },
  (all) =>
    (all.get('sql_mode') ?? '').split(',').includes('STRICT_TRANS_TABLES')
      ? null
      : 'database: sql_mode lacks STRICT_TRANS_TABLES, add it, or values are cut silently',
  (all) => {
    const found = all.get('transaction_isolation') ?? all.get('tx_isolation') ?? 'unknown';
    if (found === 'READ-COMMITTED') return null;
    return `database: transaction isolation is ${found}, start the server with transaction-isolation=READ-COMMITTED`;
  },
  (all, maxMessageBytes) => {
    const found = Number(all.get('max_allowed_packet') ?? 0);
    const needed = 2 * maxMessageBytes + PACKET_MARGIN_BYTES;
    if (found >= needed) return null;
    return `database: max_allowed_packet is ${found}, set it to at least ${needed} (twice MAX_MESSAGE_BYTES and 1 MiB)`;
  },
];

const NAMES = [
  'version',
  'version_comment',
  'innodb_flush_log_at_trx_commit',
  'innodb_doublewrite',
  'log_bin',
  'sync_binlog',
  'binlog_format',
  'character_set_server',
  'sql_mode',
  'tx_isolation',
  'transaction_isolation',
  'max_allowed_packet',
];

async function readVariables(sql: Sql): Promise<Variables> {
  const rows = await sql.query<{ Variable_name: string; Value: string }[]>(
    `SHOW GLOBAL VARIABLES WHERE Variable_name IN (${NAMES.map(() => '?').join(',')})`,
    NAMES,
  );
  const [database] = await sql.query<{ charset: string }[]>(
    'SELECT @@character_set_database AS charset',
  );
  return new Map([
    ...rows.map((row) => [row.Variable_name, row.Value] as const),
    ['character_set_database', database?.charset ?? 'unknown'],
  ]);
}

function mustBe(name: string, wanted: readonly string[], fix: string): Check {
  return (variables) => {
    const found = variables.get(name);
    if (found !== undefined && wanted.includes(found)) return null;
    return `database: ${name} is ${found ?? 'unknown'}, ${fix}`;
  };
}

function isOn(value: string | undefined): boolean {
  return value === 'ON' || value === '1';
}

import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';

const LOCK_WAIT_SECONDS = 10;
const LOCK_TRIES = 30;

/**
 * Brings the schema up to date. One process at a time (an advisory lock that dies with its
 * connection); statements are idempotent and outside a transaction, so that a run killed anywhere
 * is finished by the next. Resolves to the names of the migrations that ran.
 */
export async function migrate(source: DataSource, log: Logger): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    const name = await lockName((statement) => runner.query(statement));
    await lock((statement, parameters) => runner.query(statement, parameters), name, log);
    const done = await source.runMigrations({ transaction: 'none' });
    await runner.query('DO RELEASE_LOCK(?)', [name]);
    const names = done.map((migration) => migration.name);
    if (names.length > 0) log.info({ migrations: names }, 'database schema brought up to date');
    return names;
  } finally {
    await runner.release();
  }
}

type Query = (statement: string, parameters?: unknown[]) => Promise<unknown>;

/** Advisory locks belong to the whole database server, migrations to one database of it. */
async function lockName(query: Query): Promise<string> {
  const [row] = (await query('SELECT LEFT(SHA2(DATABASE(), 256), 16) AS name')) as [
    { name: string }, // one row, as the statement says
  ];
  return `posthouse:migrate:${row.name}`;
}

async function lock(query: Query, name: string, log: Logger): Promise<void> {
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    const [row] = (await query('SELECT GET_LOCK(?, ?) AS locked', [name, LOCK_WAIT_SECONDS])) as [
      { locked: number | string | null }, // one row, as the statement says
    ];
    if (Number(row.locked) === 1) return;
    log.info('waiting for another process that is migrating the database');
  }
  throw new Error('Another process has been migrating the database for too long');
}

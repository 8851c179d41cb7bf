import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { systemClock } from '../platform/clock.js';
import { createDataSource } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { unsafeSettings } from '../platform/database/safety.js';
import { sqlOf } from '../platform/database/sql.js';
import { checkMasterKey, loadMasterKey } from '../platform/master-key.js';
import { Secrets } from '../platform/secrets.js';
import { MIGRATIONS } from './migrations.js';
import type { ResolvedConfig } from './posthouse.js';
import { StartRefused } from './start-refused.js';

/** How long a start waits for a database that does not answer yet, or that nobody has migrated yet. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 1_000;

/** Refuses unsafe database settings, brings the schema up to date and checks the master key. */
export async function prepareDatabase(config: ResolvedConfig, log: Logger): Promise<void> {
  await withDatabase({ config, log }, async (source) => {
    await requireSafeSettings(source, config);
    await migrate(source, log);
    await requireMasterKey(source, config);
  });
}

/** For a process that does not migrate itself: waits until somebody has, and checks the same. */
export async function awaitPreparedDatabase(config: ResolvedConfig, log: Logger): Promise<void> {
  await withDatabase({ config, log }, async (source) => {
    await requireSafeSettings(source, config);
    const deadline = Date.now() + PATIENCE_MS;
    for (let isFirst = true; await source.showMigrations(); isFirst = false) {
      if (isFirst) log.info('waiting for `posthouse migrate` to bring the database up to date');
      if (Date.now() > deadline) {
        throw new StartRefused('The database schema is not up to date, run: posthouse migrate');
      }
      await pause();
    }
    await requireMasterKey(source, config);
  });
}

export interface DatabaseAccess {
  readonly config: ResolvedConfig;
  readonly log: Logger;
  /** How long to wait for a database that does not answer. */
  readonly patienceMs?: number;
}

/** One connection for the time of `work`; waits for a database that is just starting. */
export async function withDatabase<T>(
  access: DatabaseAccess,
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = await connect(access);
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

async function connect({ config, log, patienceMs }: DatabaseAccess): Promise<DataSource> {
  const deadline = Date.now() + (patienceMs ?? PATIENCE_MS);
  for (let isFirst = true; ; isFirst = false) {
    const source = createDataSource({
      url: config.DATABASE_URL,
      entities: [],
      migrations: MIGRATIONS,
      connections: 2,
    });
    try {
      return await source.initialize();
    } catch (error) {
      if (!isTemporary(error)) throw refused(error);
      if (Date.now() > deadline) throw refused(error);
      if (isFirst) log.warn({ err: error }, 'the database does not answer yet, waiting');
      await pause();
    }
  }
}

/** Not there yet; a wrong password or a missing database is not going to get better by waiting. */
function isTemporary(error: unknown): boolean {
  return !codeOf(error).startsWith('ER_') || codeOf(error) === 'ER_CON_COUNT_ERROR';
}

function refused(error: unknown): StartRefused {
  return new StartRefused(`database: cannot connect (${codeOf(error)})`, { cause: error });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error'; // what Node and mysql2 throw
}

async function requireSafeSettings(source: DataSource, config: ResolvedConfig): Promise<void> {
  const unsafe = await unsafeSettings(sqlOf(source.manager), config.MAX_MESSAGE_BYTES);
  if (unsafe.length > 0) throw new StartRefused(unsafe.join('\n'));
}

async function requireMasterKey(source: DataSource, config: ResolvedConfig): Promise<void> {
  const key = loadMasterKey(config.MASTER_KEY, join(config.DATA_DIR, 'master.key'));
  await checkMasterKey(sqlOf(source.manager), new Secrets(key), systemClock.now());
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}

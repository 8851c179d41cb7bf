/**
 * L-02: a migration that is cut off at any of its statements, before or after the database has carried
 * it out, is finished by the next run; and so is `posthouse migrate`, killed as a process.
 *
 * Control: a migration whose statement cannot be repeated does not survive the same treatment.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../src/app/migrations.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { createLog } from '../../src/platform/log.js';
import { figure } from '../support/figures.js';
import { RunningPosthouse } from '../support/running-posthouse.js';
import { StatementProxy, type Cut } from '../support/statement-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const SHARED = process.env['TEST_DATABASE_URL'] ?? '';
/** A process is killed at every so many-th changing statement. */
const EVERY = figure({ t0: 7, long: 1 });
const CHANGES = /^(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|RENAME|REPLACE)\b/i;

describe('L-02 a migration that is killed', () => {
  let whole: TestDatabase;
  let database: TestDatabase;
  let proxy: StatementProxy;
  /** The same for all processes, because it has the master key of this database. */
  let dataDir: string;
  const processes: RunningPosthouse[] = [];
  beforeAll(async () => {
    whole = await createTestDatabase(SHARED);
    await run(whole.url, MIGRATIONS);
  });
  afterAll(() => whole.drop());
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'posthouse-migrate-'));
    database = await createTestDatabase(SHARED);
    proxy = await StatementProxy.start(database.url);
  });
  afterEach(async () => {
    for (const posthouse of processes.splice(0)) {
      posthouse.end('SIGKILL');
      await posthouse.ended();
    }
    await proxy.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function run(url: string, migrations: (typeof Unrepeatable)[] | typeof MIGRATIONS) {
    const source = createDataSource({ url, entities: [], migrations, connections: 2 });
    await source.initialize();
    try {
      return await migrate(source, createLog({ level: 'silent' }, {}));
    } finally {
      await end(source);
    }
  }

  function spawnMigrate(): RunningPosthouse {
    const settings = {
      POSTHOUSE_DATABASE_URL: proxy.url,
      POSTHOUSE_REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
    };
    const posthouse = RunningPosthouse.spawn({ command: ['migrate'], settings, dataDir });
    processes.push(posthouse);
    return posthouse;
  }

  /** Cuts each changing statement off when it first comes, and when it comes again after it. */
  function cutEverythingTwice() {
    const cuts = new Map<string, number>();
    proxy.cutAt = (statement) => {
      const before = cuts.get(statement) ?? 0;
      if (!CHANGES.test(statement) || before === ORDER.length) return null;
      cuts.set(statement, before + 1);
      return ORDER[before] ?? null;
    };
    return cuts;
  }

  it('at any statement is finished by later runs', async () => {
    const cuts = cutEverythingTwice();
    let runs = 1;

    while ((await run(proxy.url, MIGRATIONS).catch(() => null)) === null) runs += 1;

    expect(cuts.size).toBeGreaterThan(25);
    expect(runs).toBe(1 + ORDER.length * cuts.size);
    expect(await schemaOf(database)).toEqual(await schemaOf(whole));
  }, 120_000);

  it('as a process is finished by later processes', async () => {
    const met = new Set<string>();
    const killed: RunningPosthouse[] = [];
    let status: number | null = null;
    while (status === null) {
      const posthouse = spawnMigrate();
      proxy.cutAt = (statement) => {
        const known = met.size;
        if (killed.includes(posthouse) || !CHANGES.test(statement)) return null;
        if (met.add(shapeOf(statement)).size === known || met.size % EVERY !== 0) return null;
        killed.push(posthouse);
        posthouse.end('SIGKILL');
        return killed.length % 2 === 0 ? 'before' : 'after';
      };
      status = await posthouse.ended();
    }

    expect(status).toBe(0);
    expect(met.size).toBeGreaterThan(25);
    expect(killed).toHaveLength(Math.floor(met.size / EVERY));
    expect(await schemaOf(database)).toEqual(await schemaOf(whole));
  }, 600_000);

  it('is not finished when it cannot be repeated (control)', async () => {
    cutEverythingTwice();
    const failures: unknown[] = [];
    for (let times = 1; times <= 6; times += 1) {
      await run(proxy.url, [Unrepeatable]).catch((error: unknown) => failures.push(String(error)));
    }

    expect(failures).toHaveLength(6);
    expect(failures.at(-1)).toMatch(/already exists/);
  }, 60_000);
});

/** A statement without the values in it, which are others at every start; migrations have none of those. */
function shapeOf(statement: string): string {
  if (/\bmigrations\b/.test(statement)) return statement;
  return statement.replace(/'(?:[^'\\]|\\[^])*'|\b\d+\b/g, '?');
}

const ORDER: readonly Cut[] = ['before', 'after'];

class Unrepeatable implements MigrationInterface {
  readonly name = 'Unrepeatable1795392000001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE unrepeatable (id INT NOT NULL PRIMARY KEY)');
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** A cut connection makes the pool's end fail, too. */
async function end(source: DataSource): Promise<void> {
  await source.destroy().catch(() => undefined);
}

/** Every table as MariaDB tells it, and the migrations that it remembers. */
async function schemaOf(database: TestDatabase): Promise<unknown> {
  const tables = await database.query<Record<string, string>[]>('SHOW TABLES');
  const names = tables.flatMap((row) => Object.values(row)).sort();
  const definitions: string[] = [];
  for (const name of names) {
    const [row] = await database.query<{ 'Create Table': string }[]>(`SHOW CREATE TABLE ${name}`);
    definitions.push((row?.['Create Table'] ?? '').replace(/ AUTO_INCREMENT=\d+/, ''));
  }
  const migrations = await database.query('SELECT name FROM migrations ORDER BY timestamp');
  return { names, definitions, migrations };
}

import { BulkPool } from '../../src/platform/database/bulk-pool.js';
import { retryingConflicts } from '../../src/platform/database/conflicts.js';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';
import { CommitUnknown } from '../../src/platform/database/errors.js';
import type { Sql } from '../../src/platform/database/sql.js';
import { FaultProxy } from '../support/faults/fault-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('a transaction', () => {
  let database: TestDatabase;
  let proxy: FaultProxy;
  let pool: BulkPool;
  beforeAll(async () => {
    database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
    await database.query('CREATE TABLE notes (id INT NOT NULL PRIMARY KEY, n INT NOT NULL)');
    const { socketPath: path = '', user, password } = parseDatabaseUrl(database.url);
    proxy = await FaultProxy.start({ path });
    const url = `mysql://${user}:${password}@${proxy.host}:${proxy.port}/${database.name}`;
    pool = new BulkPool({ url, connections: 4 });
  });
  afterEach(() => proxy.heal());
  afterAll(async () => {
    await pool.close();
    await proxy.stop();
    await database.drop();
  });

  const ids = async () => {
    const rows = await database.query<{ id: number }[]>('SELECT id FROM notes ORDER BY id');
    return rows.map(({ id }) => id);
  };

  const insert = (sql: Sql, id: number) =>
    sql.query('INSERT INTO notes (id, n) VALUES (?, 0)', [id]);

  it('whose COMMIT is not answered is neither a success nor a failure', async () => {
    const lost = pool.transaction(async (sql) => {
      await insert(sql, 1);
      proxy.set({ isBlackHole: true }, 'toClient');
    }, 1_000);

    await expect(lost).rejects.toBeInstanceOf(CommitUnknown);
    expect(await ids()).toEqual([1]); // this time it was one
  });

  it('that is over before its COMMIT is rolled back, and says so', async () => {
    const late = pool.transaction(async (sql) => {
      await insert(sql, 2);
      await sql.query('SELECT SLEEP(2)');
    }, 500);

    await expect(late).rejects.not.toBeInstanceOf(CommitUnknown);
    expect(await ids()).toEqual([1]);
  });

  it('that failed leaves nothing behind for the next one on its connection', async () => {
    await pool.transaction((sql) => insert(sql, 20));
    const single = new BulkPool({ url: database.url, connections: 1 });
    // the statement with bytes has to be prepared first, and is run only when the other has failed
    const failed = single.transaction((sql) =>
      Promise.all([insert(sql, 20), sql.insertBytes('notes (id, n)', [[21, 0]])]),
    );
    await expect(failed).rejects.toThrow(/Duplicate/);
    await single.transaction((sql) => insert(sql, 22));
    await single.close();

    expect(await ids()).toEqual([1, 20, 22]);
  });

  it('that failed takes no more statements: its connection is in the next one', async () => {
    await pool.transaction((sql) => insert(sql, 30));
    const single = new BulkPool({ url: database.url, connections: 1 });
    const meet = meeting(2);
    let late: Promise<unknown> | undefined;
    const failed = single.transaction((sql) => {
      late = meet().then(() => insert(sql, 31));
      return Promise.all([insert(sql, 30), late]);
    });
    await expect(failed).rejects.toThrow(/Duplicate/);
    await single.transaction(async (sql) => {
      await meet();
      await expect(late).rejects.toThrow(/has failed/);
      await insert(sql, 32);
    });
    await single.close();

    expect(await ids()).toEqual([1, 20, 22, 30, 32]);
  });

  it('that fell victim to a deadlock is run again', async () => {
    await pool.transaction((sql) => insert(sql, 10));
    await pool.transaction((sql) => insert(sql, 11));
    let runs = 0;
    const meet = meeting(2);
    const touch = (first: number, second: number) =>
      retryingConflicts(() =>
        pool.transaction(async (sql) => {
          runs += 1;
          await sql.query('UPDATE notes SET n = n + 1 WHERE id = ?', [first]);
          await meet();
          await sql.query('UPDATE notes SET n = n + 1 WHERE id = ?', [second]);
        }),
      );

    await Promise.all([touch(10, 11), touch(11, 10)]);

    const rows = await database.query<{ n: number }[]>('SELECT n FROM notes WHERE id IN (10, 11)');
    expect(rows.map(({ n }) => n)).toEqual([2, 2]);
    expect(runs).toBe(3);
  });
});

/** Lets nobody go on before so many have come. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come >= count) open();
    return all;
  };
}

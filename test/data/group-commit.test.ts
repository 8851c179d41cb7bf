import { GroupCommit, type Transactions } from '../../src/platform/database/group-commit.js';
import type { BulkSql, Sql } from '../../src/platform/database/sql.js';
import { eventually } from '../support/eventually.js';

/** Transactions that take a turn of the event loop and may be told to fail. */
class Scripted implements Transactions {
  inFlight = 0;
  mostInFlight = 0;
  /** Transactions that begin meanwhile wait for it. */
  endless: Promise<void> | null = null;
  release = (): void => undefined;

  async transaction<T>(work: (sql: BulkSql) => Promise<T>): Promise<T> {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      const nothing = () => Promise.reject(new Error('no database here'));
      const result = await work({ query: nothing, insertBytes: nothing, send: () => undefined });
      await (this.endless ?? new Promise((resolve) => setImmediate(resolve)));
      return result;
    } finally {
      this.inFlight -= 1;
    }
  }
}

function fault(fields: object): Error {
  return Object.assign(new Error('scripted'), fields);
}

describe('GroupCommit', () => {
  const limits = { items: 10, bytes: 1_000, inFlight: 2 };
  let pool: Scripted;
  let groups: number[][];

  beforeEach(() => {
    pool = new Scripted();
    groups = [];
  });

  function committing(refuse: (group: readonly number[]) => Error | null, bytesOf = () => 1) {
    const write = (_sql: Sql, group: readonly number[]): Promise<number[]> => {
      groups.push([...group]);
      const error = refuse(group);
      return error ? Promise.reject(error) : Promise.resolve(group.map((n) => n * 2));
    };
    return new GroupCommit<number, number>(pool, write, limits, bytesOf);
  }

  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('commits what arrives together in groups, and answers each caller with its own result', async () => {
    const commits = committing(() => null);

    const results = await Promise.all(upTo(35).map((n) => commits.submit(n)));

    expect(results).toEqual(upTo(35).map((n) => n * 2));
    expect(groups.map((group) => group.length)).toEqual([10, 10, 10, 5]);
    expect(pool.mostInFlight).toBe(1);
  });

  it('lets one group, and no more, go beside a group that does not end', async () => {
    const commits = committing(() => null);
    pool.endless = new Promise((resolve) => (pool.release = resolve));
    const stuck = commits.submit(1);
    await eventually(
      () => groups.length,
      (count) => count === 1,
    );
    pool.endless = null;
    await expect(commits.submit(2)).resolves.toBe(4);
    await expect(commits.submit(3)).resolves.toBe(6);
    expect(pool.mostInFlight).toBe(2);
    pool.release();
    await expect(stuck).resolves.toBe(2);
    await commits.drain();
  });

  it('keeps a group within its bytes, but never starves an item that is bigger alone', async () => {
    const commits = committing(
      () => null,
      () => 600,
    );

    await Promise.all(upTo(3).map((n) => commits.submit(n)));

    expect(groups).toEqual([[0], [1], [2]]);
  });

  it('finds the item that the database refuses, and its neighbours commit', async () => {
    const commits = committing((group) =>
      group.includes(7) ? fault({ sqlState: '22001' }) : null,
    );

    const results = await Promise.allSettled(upTo(10).map((n) => commits.submit(n)));

    expect(results.map(({ status }) => status === 'fulfilled')).toEqual(
      upTo(10).map((n) => n !== 7),
    );
  });

  it('runs a group again after a deadlock', async () => {
    let deadlocks = 2;
    const commits = committing(() => (deadlocks-- > 0 ? fault({ errno: 1213 }) : null));

    await expect(commits.submit(4)).resolves.toBe(8);
    expect(groups).toHaveLength(3);
  });

  it('gives up on deadlocks that do not end', async () => {
    const commits = committing(() => fault({ errno: 1213 }));

    await expect(commits.submit(4)).rejects.toMatchObject({ errno: 1213 });
    expect(groups).toHaveLength(4);
  });

  it('fails a whole group at once when the connection breaks, for its COMMIT may have arrived', async () => {
    const commits = committing(() => fault({ fatal: true }));

    const results = await Promise.allSettled(upTo(10).map((n) => commits.submit(n)));

    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    expect(groups).toHaveLength(1);
  });

  it('drains', async () => {
    const commits = committing(() => null);
    let settled = 0;
    for (const n of upTo(25)) void commits.submit(n).then(() => (settled += 1));

    await commits.drain();

    expect(settled).toBe(25);
    await commits.drain();
  });
});

import type { Socket } from 'node:net';
import { createPool, type Pool, type PoolConnection } from 'mariadb';
import { groupsUpTo } from '../groups.js';
import { parseDatabaseUrl } from './connection-url.js';
import { CommitUnknown, isOutage } from './errors.js';
import { lockWait, SESSION_SETUP } from './session.js';
import { placeholders, type BulkSql, type Sql, type WriteResult } from './sql.js';

export interface BulkPoolOptions {
  readonly url: string;
  readonly connections: number;
  /** How long a statement waits for a lock; then it fails, and its transaction is tried again. */
  readonly lockWaitMs?: number;
}

/**
 * How long a caller waits for a free connection, and for its statement or whole transaction, before it fails. A new
 * connection may take as long: all come at once when MariaDB has been away, and the driver's own second ends them all.
 */
const ACQUIRE_MS = 4_000;
const TRANSACTION_MS = 30_000;
const LOCK_WAIT_MS = 5_000;
/** The driver takes a MiB for a packet of more than 128 KiB, and 16 for one of more than one, whatever it holds. */
const PACKET_BYTES = 125_000;
const SMALL_VALUE_BYTES = 32;

/**
 * Connections for the bulk writers of the mail path, without an ORM in between: READ COMMITTED, UTC,
 * BIGINT as bigint, JSON columns parsed. A query outside `transaction` commits by itself. Statements of one
 * transaction may be given without waiting for the ones before: they go over the wire together and run in
 * their order, and when one fails, all are rolled back.
 */
export class BulkPool implements Sql {
  private readonly pool: Pool;
  /** Their sessions are always in a transaction, so that none has to be begun and no statement can be outside. */
  private readonly writers: Pool;

  constructor({ url, connections, lockWaitMs = LOCK_WAIT_MS }: BulkPoolOptions) {
    const initSql = [...SESSION_SETUP, `SET SESSION ${lockWait(lockWaitMs)}`];
    const options = {
      ...parseDatabaseUrl(url),
      connectionLimit: connections,
      minimumIdle: 1,
      idleTimeout: 300,
      acquireTimeout: ACQUIRE_MS,
      connectTimeout: ACQUIRE_MS,
      charset: 'utf8mb4',
      timezone: 'Z',
      noControlAfterUse: true, // `transaction` always ends with COMMIT, ROLLBACK or a closed connection
      logParam: false, // an error must not quote mail or secrets
    };
    this.pool = createPool({ ...options, initSql });
    this.writers = createPool({ ...options, initSql: [...initSql, 'SET SESSION autocommit = 0'] });
  }

  async query<T = unknown>(
    statement: string,
    parameters: readonly unknown[] = [],
    limitMs: number = TRANSACTION_MS,
  ): Promise<T> {
    const connection = await this.pool.getConnection();
    const answer = connection.query<T>(statement, parameters).finally(() => {
      void connection.release().catch(() => cutOff(connection));
    });
    return within(limitMs, answer, () => {
      cutOff(connection);
      return new DatabaseHangs();
    });
  }

  read<T>(statement: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.query<T[]>(statement, parameters);
  }

  write(statement: string, parameters: readonly unknown[] = []): Promise<WriteResult> {
    return this.query<WriteResult>(statement, parameters);
  }

  /**
   * Resolves after COMMIT. When `work` fails, or the time allowed, in which the wait for a connection counts, is
   * over, everything is rolled back; only a COMMIT that was sent and not answered rejects with CommitUnknown.
   */
  async transaction<T>(
    work: (sql: BulkSql) => Promise<T>,
    limitMs: number = TRANSACTION_MS,
  ): Promise<T> {
    const since = performance.now();
    const connection = await this.writers.getConnection();
    const leftMs = Math.min(limitMs, TRANSACTION_MS) - (performance.now() - since);
    if (leftMs <= 0) {
      void connection.release().catch(() => cutOff(connection));
      throw new DatabaseHangs();
    }
    const transaction = new Transaction(connection);
    return within(leftMs, transaction.run(work), () => transaction.abandon());
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.writers.end()]);
  }
}

class Transaction {
  private isCommitting = false;
  private isAbandoned = false;
  private hasFailed = false;
  private readonly socket: Socket | null;
  /** Statements that the driver may still have to prepare, and run only when it has. */
  private preparing = 0;

  constructor(private readonly connection: PoolConnection) {
    this.socket = socketOf(connection);
  }

  async run<T>(work: (sql: BulkSql) => Promise<T>): Promise<T> {
    const { connection } = this;
    try {
      const result = await work(this.sql);
      if (this.isAbandoned) throw new DatabaseHangs();
      this.isCommitting = true;
      await connection.query('COMMIT');
      void connection.release().catch(() => cutOff(connection)); // committed all the same
      return result;
    } catch (error) {
      this.hasFailed = true;
      await giveUp(connection, this.preparing === 0);
      throw this.isCommitting && isOutage(error) ? new CommitUnknown(error) : error;
    }
  }

  private readonly sql: BulkSql = {
    query: <T>(statement: string, parameters: readonly unknown[] = []) =>
      this.give(() => this.connection.query<T>(statement, parameters)),
    insertBytes: async (target, rows) => {
      const statement = `INSERT INTO ${target} VALUES ${placeholders(1, rows[0]?.length ?? 0)}`;
      const packets = groupsUpTo(PACKET_BYTES, rows, bytesOf);
      await Promise.all(packets.map((packet) => this.insertPacket(statement, packet)));
    },
    send: () => this.socket?.uncork(),
  };

  private async insertPacket(statement: string, rows: unknown[]): Promise<void> {
    this.preparing += 1;
    try {
      await this.give(() => this.connection.batch<unknown>(statement, rows));
    } finally {
      this.preparing -= 1;
    }
  }

  /** After a failure nothing more: it would run in the next transaction. */
  private give<T>(statement: () => Promise<T>): Promise<T> {
    if (this.hasFailed) return Promise.reject(new Error('The transaction has failed'));
    gatherWrites(this.socket);
    return statement();
  }

  /** Closes the connection, by which the server rolls back, and tells what is to be said about it. */
  abandon(): Error {
    this.isAbandoned = true;
    cutOff(this.connection);
    const hangs = new DatabaseHangs();
    return this.isCommitting ? new CommitUnknown(hangs) : hangs;
  }
}

/**
 * Ends a connection in the middle of a statement. The driver's own `destroy` would first open another one
 * to kill the statement, and throws out of a socket's event when that one breaks, which ends the process.
 */
function cutOff(connection: PoolConnection): void {
  socketOf(connection)?.destroy(new Error('cut off')); // without an error the statement would wait for ever
}

function socketOf(connection: PoolConnection): Socket | null {
  return (connection as unknown as WithSocket).__tests.getSocket(); // the only way to it
}

interface WithSocket {
  readonly __tests: { getSocket(): Socket | null };
}

/** A server that hangs must not hold its callers; the driver alone would wait for its answer. */
function within<T>(limitMs: number, work: Promise<T>, onTimeout: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(onTimeout()), limitMs);
    void work.then(resolve, reject).finally(() => clearTimeout(deadline));
  });
}

class DatabaseHangs extends Error {
  /** Marks an outage, as the driver does. */
  readonly fatal = true;
  constructor() {
    super('The database did not answer in time');
  }
}

function bytesOf(row: readonly unknown[]): number {
  const sizes = row.map((value) => (Buffer.isBuffer(value) ? value.length : SMALL_VALUE_BYTES));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Statements that are given before anything is waited for leave in one piece: each write would wake the server. */
function gatherWrites(socket: Socket | null): void {
  if (socket === null || socket.writableCorked > 0) return;
  socket.cork();
  queueMicrotask(() => process.nextTick(() => socket.uncork())); // of no effect on what has been sent
}

/**
 * A connection whose ROLLBACK was not confirmed may still hold locks, and one whose driver has statements left may
 * run them after it, in the next transaction: those are closed, not reused.
 */
async function giveUp(connection: PoolConnection, isReusable: boolean): Promise<void> {
  try {
    await connection.query('ROLLBACK');
    if (isReusable) await connection.release();
    else cutOff(connection);
  } catch {
    cutOff(connection);
  }
}

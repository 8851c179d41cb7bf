import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import mysql, { type PoolConnection } from 'mysql2';

const wanted = new AsyncLocalStorage<AbortSignal>();

/** Runs reads whose answer nobody wants any more once the signal is aborted: the database stops them then. */
export function whileWanted<T>(signal: AbortSignal, work: () => T): T {
  return wanted.run(signal, work);
}

/**
 * A connection that is in the hands of unwanted work is closed and its statement killed. It never comes
 * back to the pool, so the kill cannot hit somebody else's statement.
 */
export function endUnwanted(pool: mysql.Pool, options: mysql.PoolOptions): void {
  const getConnection = pool.getConnection.bind(pool);
  const letGo = new WeakMap<PoolConnection, () => void>();
  pool.on('release', (connection) => letGo.get(connection)?.());
  pool.getConnection = (callback) => {
    const signal = wanted.getStore();
    if (!signal) {
      getConnection(callback);
      return;
    }
    // A queued request is served in the context of whoever releases a connection.
    const inContext = AsyncResource.bind(callback);
    getConnection((error, connection) => {
      if (!error) {
        const end = () => kill(connection, options);
        signal.addEventListener('abort', end, { once: true });
        letGo.set(connection, () => signal.removeEventListener('abort', end));
        if (signal.aborted) end();
      }
      inContext(error, connection);
    });
  };
}

/** Over a connection of its own: those of the pool may all be waiting. */
function kill(connection: PoolConnection, options: mysql.PoolOptions): void {
  const { threadId } = connection;
  connection.destroy();
  const { host, port, socketPath, user, password, connectTimeout } = options;
  const other = mysql.createConnection({ host, port, socketPath, user, password, connectTimeout });
  other.on('error', () => undefined); // the database is away, and the statement with it
  other.query(`KILL CONNECTION ${threadId}`, () => other.destroy());
}

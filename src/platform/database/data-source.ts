import type { Socket } from 'node:net';
import mysql, { type PoolConnection } from 'mysql2';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { endUnwanted } from './abandonment.js';
import { parseDatabaseUrl } from './connection-url.js';
import { SESSION_SETUP } from './session.js';

export interface DataSourceParts {
  readonly url: string;
  readonly entities: DataSourceOptions['entities'];
  readonly migrations: DataSourceOptions['migrations'];
  readonly connections: number;
  /** How long the server may be silent over a connection that is in use; without it, for ever. */
  readonly silenceMs?: number;
}

/** A server that does not even shake hands is not there. */
const CONNECT_MS = 4_000;

/** TypeORM's pool for the API's reads, ordinary writes and migrations; connects on `initialize()`. */
export function createDataSource({
  url,
  entities,
  migrations,
  connections,
  silenceMs,
}: DataSourceParts): DataSource {
  const { user, ...address } = parseDatabaseUrl(url);
  return new DataSource({
    type: 'mariadb',
    driver: {
      ...mysql,
      createPool: (options: mysql.PoolOptions) => createPreparedPool(options, silenceMs),
    },
    ...address,
    username: user,
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    poolSize: connections,
    connectTimeout: CONNECT_MS,
    entities,
    migrations,
    migrationsTransactionMode: 'none',
    synchronize: false,
    logging: false,
    logger: 'debug', // its console logger tells of failed migrations all the same; so does our caller
  });
}

/** Every connection is set up before anyone gets it: queries of one connection run in order. */
function createPreparedPool(options: mysql.PoolOptions, silenceMs?: number): mysql.Pool {
  const pool = mysql.createPool(options);
  if (silenceMs !== undefined) endWhenSilent(pool, silenceMs);
  endUnwanted(pool, options);
  pool.on('connection', (connection) => {
    for (const statement of SESSION_SETUP) {
      connection.query(statement, (error: Error | null) => {
        if (error !== null) connection.destroy();
      });
    }
  });
  return pool;
}

/** The driver alone would wait for the answer of a server that has gone without a word. */
function endWhenSilent(pool: mysql.Pool, silenceMs: number): void {
  const inUse = new WeakSet<PoolConnection>();
  pool.on('acquire', (connection) => inUse.add(connection));
  pool.on('release', (connection) => inUse.delete(connection));
  pool.on('connection', (connection) => {
    const { stream } = connection as unknown as { stream: Socket }; // not in its types
    stream.setTimeout(silenceMs, () => {
      if (inUse.has(connection)) stream.destroy(new Error('The database did not answer in time'));
    });
  });
}

import mysql from 'mysql2';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { parseDatabaseUrl } from './connection-url.js';
import { SESSION_SETUP } from './session.js';

export interface DataSourceParts {
  readonly url: string;
  readonly entities: DataSourceOptions['entities'];
  readonly migrations: DataSourceOptions['migrations'];
  readonly connections: number;
}

/** TypeORM's pool for the API's reads, ordinary writes and migrations; connects on `initialize()`. */
export function createDataSource({
  url,
  entities,
  migrations,
  connections,
}: DataSourceParts): DataSource {
  const { user, ...address } = parseDatabaseUrl(url);
  return new DataSource({
    type: 'mariadb',
    driver: { ...mysql, createPool: createPreparedPool },
    ...address,
    username: user,
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    poolSize: connections,
    entities,
    migrations,
    migrationsTransactionMode: 'none',
    synchronize: false,
    logging: false,
    logger: 'debug', // its console logger tells of failed migrations all the same; so does our caller
  });
}

/** Every connection is set up before anyone gets it: queries of one connection run in order. */
function createPreparedPool(options: mysql.PoolOptions): mysql.Pool {
  const pool = mysql.createPool(options);
  pool.on('connection', (connection) => {
    for (const statement of SESSION_SETUP) {
      connection.query(statement, (error: Error | null) => {
        if (error !== null) connection.destroy();
      });
    }
  });
  return pool;
}

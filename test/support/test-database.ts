import { createConnection, type Connection } from 'mariadb';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';

let counter = 0;

/** A schema of its own on the shared MariaDB (see ADR 6). */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** One statement as root, for what a test must see behind the doors. */
  query<T = unknown>(statement: string, parameters?: readonly unknown[]): Promise<T>;
  drop(): Promise<void>;
}

export async function createTestDatabase(sharedUrl: string): Promise<TestDatabase> {
  counter += 1;
  const name = `posthouse_${process.pid}_${counter}_${Date.now().toString(36)}`;
  const url = new URL(sharedUrl);
  url.pathname = `/${name}`;
  const creator = await connect(sharedUrl);
  await creator.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await creator.end();
  let connection = connect(url.href);
  await connection;
  /** MariaDB may have been killed meanwhile. */
  const current = async () => {
    if (!(await connection).isValid()) connection = connect(url.href);
    return connection;
  };
  return {
    name,
    url: url.href,
    query: async <T>(statement: string, parameters: readonly unknown[] = []) =>
      (await current()).query<T>(statement, [...parameters]),
    drop: async () => {
      const last = await current();
      await last.query(`DROP DATABASE ${name}`);
      await last.end();
    },
  };
}

async function connect(url: string): Promise<Connection> {
  const connection = await createConnection({ ...parseDatabaseUrl(url), timezone: 'Z' });
  connection.on('error', () => undefined); // the next statement connects again
  return connection;
}

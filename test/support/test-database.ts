import { createConnection } from 'mariadb';
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
  const connection = await createConnection({
    ...parseDatabaseUrl(sharedUrl),
    database: undefined,
    timezone: 'Z',
  });
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await connection.query(`USE ${name}`);
  return {
    name,
    url: url.href,
    query: <T>(statement: string, parameters: readonly unknown[] = []) =>
      connection.query<T>(statement, [...parameters]),
    drop: async () => {
      await connection.query(`DROP DATABASE ${name}`);
      await connection.end();
    },
  };
}

import { overOneConnection } from '../../../src/platform/database/one-connection.js';
import type { Sql } from '../../../src/platform/database/sql.js';

/** Some statements on the database of a Posthouse, over a connection of their own. */
export function overDatabase<T>(databaseUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const url = new URL(databaseUrl);
  const login = {
    socketPath: url.searchParams.get('socketPath') ?? undefined,
    user: url.username,
    password: url.password,
    database: url.pathname.slice(1),
    timezone: 'Z',
  };
  return overOneConnection(login, (connection) =>
    work({
      query: <R>(statement: string, parameters: readonly unknown[] = []): Promise<R> =>
        connection.query<R>(statement, [...parameters]),
    }),
  );
}

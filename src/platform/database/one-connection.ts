import { createConnection, type Connection, type ConnectionConfig } from 'mariadb';

/**
 * A connection of its own for a few statements, closed afterwards. A server that shuts down tells so on
 * connections that ask nothing at that moment, which the driver throws out of a socket's event: that would
 * end the process. Here only the statements fail, the one that runs or the next.
 */
export async function overOneConnection<T>(
  options: ConnectionConfig,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(options);
  connection.on('error', () => undefined);
  try {
    return await work(connection);
  } finally {
    await connection.end().catch(() => connection.destroy());
  }
}

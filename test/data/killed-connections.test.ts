/**
 * a server that shuts down says so on connections that ask nothing at that moment. That fails the next
 * statement and nothing else: the process lives on. Control: the driver alone throws it out of an event.
 */
import { once } from 'node:events';
import {
  createConnection as connectSocket,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { createConnection } from 'mariadb';
import { BulkPool } from '../../src/platform/database/bulk-pool.js';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';
import { overOneConnection } from '../../src/platform/database/one-connection.js';
import { eventually } from '../support/eventually.js';

const KILLED = 1927; // ER_CONNECTION_KILLED

describe('a connection that is killed in silence', () => {
  let server: KillingServer;
  beforeAll(async () => {
    server = await KillingServer.start(process.env['TEST_DATABASE_URL'] ?? '');
  });
  afterAll(() => server.stop());

  it('fails the next statement of who had it for himself', async () => {
    const asked = overOneConnection(parseDatabaseUrl(server.url), async (connection) => {
      await connection.query('SELECT 1');
      await server.killAll();
      await eventually(
        () => Promise.resolve(connection.isValid()),
        (isValid) => !isValid,
      );
      await connection.query('SELECT 1');
    });
    await expect(asked).rejects.toMatchObject({ fatal: true });
  });

  it('fails one transaction, and the pool goes on', async () => {
    const pool = new BulkPool({ url: server.url, connections: 1 });
    const lost = pool.transaction(async (sql) => {
      await sql.query('SELECT 1');
      await server.killAll();
      await sql.query('SELECT 1');
    });
    await expect(lost).rejects.toMatchObject({ fatal: true });
    // its other connection was killed, too, and may not have heard of it yet
    await eventually(
      () => pool.read('SELECT 1 AS one').catch(() => null),
      (rows) => rows?.length === 1,
    );
    await pool.close();
  });

  it('is an event of the driver that somebody must hear (control)', async () => {
    const connection = await createConnection(parseDatabaseUrl(server.url));
    const heard = once(connection, 'error');
    await server.killAll();
    const [error] = (await heard) as [unknown];
    expect(error).toMatchObject({ errno: KILLED });
  });
});

/** In front of MariaDB; says to every client that its connection was killed, when it is told to. */
class KillingServer {
  private readonly clients = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(sharedUrl: string): Promise<KillingServer> {
    const { socketPath: path = '', user, password, database } = parseDatabaseUrl(sharedUrl);
    const server = createServer((client) => {
      const upstream = connectSocket({ path });
      client.pipe(upstream).pipe(client);
      client.on('error', () => undefined).on('close', () => upstream.destroy());
      upstream.on('error', () => undefined);
      killing.clients.add(client);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const login = `${user}:${encodeURIComponent(password)}`;
    const killing = new KillingServer(server, `mysql://${login}@127.0.0.1:${port}/${database}`);
    return killing;
  }

  /** Resolves when every client has been told. */
  async killAll(): Promise<void> {
    const told = [...this.clients].map(
      (client) => new Promise<void>((done) => client.end(errorPacket(), () => done())),
    );
    this.clients.clear();
    await Promise.all(told);
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** ERR_Packet of the client/server protocol, not an answer to anything. */
function errorPacket(): Buffer {
  const body = Buffer.concat([
    Buffer.from([0xff, KILLED & 0xff, KILLED >> 8]),
    Buffer.from('#70100Connection was killed'),
  ]);
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]);
}

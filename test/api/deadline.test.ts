/**
 * E-08: a query that takes too long is answered all the same, and neither it nor one whose client has gone goes on
 * in the database.
 *
 * Control: the statement waits in the database while somebody waits for it.
 */
import { createConnection } from 'mysql2/promise';
import { connect } from 'node:net';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';
import { SocketPeer } from '../support/socket-peer.js';
import { startWorld, type World } from '../support/world.js';

/** Who asks is found without the table that is locked. */
const QUERY = '{ organizations { nodes { documents { nodes { id } } } } }';
const LONG = 300_000;

let world: World;
beforeAll(async () => {
  world = await startWorld({ roles: ['api'] });
  await world.aServer();
});
afterAll(() => world.stop());

/** Statements that wait for the table. */
async function waiting(): Promise<number> {
  const rows = await world.database.query<object[]>(
    "SELECT id FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND INFO LIKE '%documents%' AND COMMAND = 'Query' AND INFO NOT LIKE '%PROCESSLIST%'",
  );
  return rows.length;
}

/** Nobody reads documents meanwhile. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  const { user, password, socketPath, host, port, database } = parseDatabaseUrl(world.database.url);
  const lock = await createConnection({ user, password, socketPath, host, port, database });
  await lock.query('LOCK TABLES documents WRITE');
  try {
    await work();
  } finally {
    await lock.end();
  }
}

describe('E-08 a query that takes too long', () => {
  it('is answered with TIMEOUT, and is stopped in the database', async () => {
    const hasty = await world.anotherApi({ API_TIMEOUT: '1s' });
    await whileLocked(async () => {
      const { status, errors } = await at(world.admin, hasty).ask(QUERY, undefined, {
        accept: 'application/graphql-response+json',
      });
      expect(status).toBe(504);
      expect(errors?.[0]?.extensions).toEqual({ code: 'TIMEOUT' });
      await eventually(waiting, (left) => left === 0);
    });
    const after = await at(world.admin, hasty).ask(QUERY);
    expect(after.errors).toBeUndefined();
  });
});

describe('E-08 a query whose client has gone', () => {
  let url: string;
  beforeAll(
    async () => (url = await world.anotherApi({ API_TIMEOUT: String(LONG / 1_000) + 's' })),
  );

  it('is stopped in the database, over HTTP', async () => {
    await whileLocked(async () => {
      const gone = new AbortController();
      const { headers } = world.admin;
      const asked = fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: QUERY }),
        signal: gone.signal,
      }).catch(() => 'gone');
      await eventually(waiting, (count) => count === 1); // the control
      gone.abort();
      expect(await asked).toBe('gone');
      await eventually(waiting, (count) => count === 0);
    });
  });

  it('is stopped in the database, over WebSocket', async () => {
    await whileLocked(async () => {
      const peer = await SocketPeer.ready(at(world.admin, url));
      peer.subscribe('1', { query: QUERY });
      await eventually(waiting, (count) => count === 1);
      peer.socket.terminate();
      await eventually(waiting, (count) => count === 0);
    });
  });

  it('leaves the connections of others alone', async () => {
    for (let n = 0; n < 20; n++) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      const body = JSON.stringify({ query: QUERY });
      const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nCookie: ${world.admin.headers['cookie'] ?? ''}\r\nContent-Length: ${body.length}\r\n\r\n`;
      socket.write(head + body, () => setTimeout(() => socket.destroy(), n));
      const others = await Promise.all([1, 2, 3].map(() => at(world.admin, url).ask(QUERY)));
      expect(others.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    }
  });
});

function at({ headers }: ApiClient, url: string): ApiClient {
  return Object.assign(Object.create(world.admin) as ApiClient, { url, headers });
}

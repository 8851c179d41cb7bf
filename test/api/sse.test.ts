/**
 * Server-sent events on the GraphQL endpoint: a stream says that it lives, waits for its reader without keeping
 * in memory what that has not read, and goes on where it was.
 *
 * Control: the same reader reading at once makes the door ask for all rows at once.
 */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { eventually } from '../support/eventually.js';
import { StatementTape } from '../support/statement-tape.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const EVENTS = 10_000;
/** Names that make one event about 2 KiB long, so that the sockets between hold few of them. */
const ALIASES = Array.from({ length: 29 }, (_, n) => `c${n}: cursor`).join(' ');

describe('a stream over SSE', () => {
  let world: World;
  let tape: StatementTape;
  let shop: Tenant;
  beforeAll(async () => {
    const shared = process.env['TEST_DATABASE_URL'] ?? '';
    tape = await StatementTape.start(shared);
    process.env['TEST_DATABASE_URL'] = tape.url;
    world = await startWorld({ roles: ['api'] });
    process.env['TEST_DATABASE_URL'] = shared;
    shop = await world.aServer();
  });
  afterAll(async () => {
    await world.stop();
    tape.stop();
  });

  it('says from time to time that it lives', async () => {
    const stream = await open('kind');
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await eventually(
      () => Promise.resolve(text),
      (heard) => heard.split('\n').filter((line) => line === ':').length >= 3,
    );
    expect(text).not.toContain('event:');
    stream.destroy();
  });

  it('waits for a reader who does not read, and misses nothing', async () => {
    await plantEvents();
    const readsOf = async (work: () => Promise<unknown>) => {
      const before = reads().length;
      await work();
      return reads().length - before;
    };

    const stream = await open(`cursor ${ALIASES}`, cursorOfStart());
    stream.pause();
    await eventually(
      () => Promise.resolve(reads().length),
      (count) => count > 1,
    );
    await eventually(
      () => readsOf(() => delay(1_500)),
      (more) => more <= 2, // the looks for news, once a second
    );
    const whileWaiting = reads().length;

    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    stream.resume();
    await eventually(
      () => Promise.resolve(text.split('event: next\n').length - 1),
      (count) => count === EVENTS,
      60_000,
    );
    stream.destroy();
    expect(positionsIn(text)).toEqual(Array.from({ length: EVENTS }, (_, n) => n + 1));
    expect(reads().length - whileWaiting).toBeGreaterThan(EVENTS / 500 / 2);
  }, 120_000);

  const reads = () => tape.statements.filter((sql) => /FROM events\b/.test(sql));

  async function open(fields: string, after?: string): Promise<IncomingMessage> {
    const query = `subscription($id: ID!, $after: Cursor) { deliveryEvents(serverId: $id, after: $after) { ${fields} } }`;
    const asked = request(shop.api.url, {
      method: 'POST',
      headers: {
        ...shop.api.headers,
        'content-type': 'application/json',
        accept: 'text/event-stream',
      },
    });
    asked.end(JSON.stringify({ query, variables: { id: shop.serverId, after } }));
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    response.on('error', () => undefined); // it is destroyed in the end
    expect(response.statusCode).toBe(200);
    return response;
  }

  async function plantEvents(): Promise<void> {
    const { id } = decodeGlobalId(shop.serverId);
    await world.database.query(
      `INSERT INTO events (server_id, position, kind, data, at)
       SELECT ?, seq, 'ACCEPTED', '{}', NOW(3) FROM seq_1_to_${EVENTS}`,
      [id],
    );
    await world.database.query('REPLACE INTO event_clocks (server_id, position) VALUES (?, ?)', [
      id,
      EVENTS,
    ]);
  }

  const cursorOfStart = () =>
    Buffer.from(`events.${decodeGlobalId(shop.serverId).id}:0`).toString('base64url');
});

function positionsIn(text: string): number[] {
  return [...text.matchAll(/"cursor":"([\w-]+)"/g)].map(([, cursor = '']) =>
    Number(Buffer.from(cursor, 'base64url').toString().split(':')[1]),
  );
}

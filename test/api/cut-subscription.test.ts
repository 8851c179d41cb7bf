/** A reader that is away for a while misses nothing, however much happens meanwhile, on either transport. */
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { socketClient, watchSocket, watchSse, type Heard } from '../support/live-client.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const AWAY_MS = figure({ t0: 3_000, long: 60_000 });
const MEANWHILE = figure({ t0: 20, long: 2_000 });
const AT_ONCE = 10;

let world: World;
beforeAll(async () => (world = await startWorld()));
afterAll(() => world.stop());

describe.each(['WebSocket', 'SSE'])('a subscription over %s that is cut', (transport) => {
  it('goes on where it stopped, without a gap or a repetition', async () => {
    const shop = await world.aServer({ verifiedDomain: `cut-${transport.toLowerCase()}.test` });
    const start = Buffer.from(`events.${rowIdOf(shop)}:1`).toString('base64url'); // behind the check of its domain
    const before = listen(shop, transport, start);
    await shop.send();
    await before.until((heard) => heard.length >= 2);
    await before.stop();
    const heard = [...before.heard];

    const back = sleep(AWAY_MS);
    for (let n = 0; n < MEANWHILE; n += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, () => shop.send()));
    await back;

    const after = listen(shop, transport, heard.at(-1)?.cursor);
    await after.until(({ length }) => heard.length + length >= 2 * (MEANWHILE + 1), 120_000);
    await shop.send();
    await after.until(({ length }) => heard.length + length >= 2 * (MEANWHILE + 2));
    await after.stop();
    heard.push(...after.heard);

    const cursors = heard.map(({ cursor }) => cursor);
    expect(new Set(cursors).size).toBe(cursors.length);
    const positions = cursors.map(positionIn);
    expect(positions).toEqual(positions.map((_, index) => (positions[0] ?? 0) + index));
    expect(heard.filter(({ kind }) => kind === 'ACCEPTED')).toHaveLength(MEANWHILE + 2);
    expect(heard.filter(({ kind }) => kind === 'DELIVERED')).toHaveLength(MEANWHILE + 2);
  }, 300_000);
});

function rowIdOf({ serverId }: Tenant): string {
  return Buffer.from(serverId, 'base64url').toString().split(':')[1] ?? '';
}

/** Positions of a server are dense: a cursor says which one. */
function positionIn(cursor: string): number {
  return Number(Buffer.from(cursor, 'base64url').toString().split(':')[1]);
}

/** From the given cursor on. */
function listen(shop: Tenant, transport: string, after = '') {
  const bearer = shop.api.headers['authorization'] ?? '';
  const variables = { serverId: shop.serverId, after };
  const client = socketClient(shop.api.url, bearer);
  const live =
    transport === 'SSE'
      ? watchSse(shop.api.url, bearer, variables)
      : watchSocket(client, variables);
  const until = (isEnough: (heard: readonly Heard[]) => boolean, timeoutMs?: number) =>
    eventually(() => isEnough(live.heard), Boolean, timeoutMs);
  return {
    heard: live.heard,
    until,
    stop: async () => {
      live.stop();
      await client.dispose();
    },
  };
}

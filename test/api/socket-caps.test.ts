/**
 * E-12: what a caller may have open is bounded, nothing is compressed, a reader that does not read is closed,
 * and a stream ends with the right to listen to it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '../../src/config/limits.js';
import { withToken } from '../support/access-tokens.js';
import { eventually } from '../support/eventually.js';
import { socketClient, watchSocket, watchSse } from '../support/live-client.js';
import { SocketPeer } from '../support/socket-peer.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let shop: Tenant;
beforeAll(async () => {
  world = await startWorld({ roles: ['api'] });
  shop = await world.aServer({ verifiedDomain: 'caps.test' });
});
afterAll(() => world.stop());

describe('E-12 the sockets of a caller', () => {
  it('are 20: one more is closed with 1013, and others have their own', async () => {
    const open: SocketPeer[] = [];
    for (let n = 0; n < LIMITS.socketsPerCaller; n++) open.push(await SocketPeer.ready(shop.api));
    const surplus = await SocketPeer.open(shop.api.url);
    surplus.say({ type: 'connection_init', payload: shop.api.headers });
    expect(await surplus.closed).toEqual({ code: 1013, reason: 'Too many sockets' });

    const token = await withToken(world.admin);
    (await SocketPeer.ready(token)).socket.close();
    open.pop()?.socket.close();
    const again = await eventually(
      () => SocketPeer.ready(shop.api).catch(() => null),
      (peer) => peer !== null,
    );
    for (const peer of [...open, again]) peer?.socket.close();
  });

  it('agree on no compression, whatever is offered', async () => {
    const peer = await SocketPeer.ready(shop.api);
    expect(peer.socket.extensions).toBe('');
    peer.socket.close();
  });

  it('are closed when their reader does not read', async () => {
    const peer = await SocketPeer.ready(shop.api);
    const query = `subscription { deliveryEvents(serverId: "${shop.serverId}", filter: { kinds: [ACCEPTED] }) { message { raw } } }`;
    for (let n = 0; n < 5; n++) peer.subscribe(`s${n}`, { query });
    await peer.settled();
    const text = 'x'.repeat(900).concat('\r\n').repeat(9_000);
    const { closed, socket } = peer;
    for (let pauseMs = 500; socket.readyState === socket.OPEN && pauseMs <= 4_000; pauseMs *= 2) {
      socket.pause();
      await shop.send({ text });
      await sleep(pauseMs); // a busy door needs a while for so much
      socket.resume();
      await Promise.race([closed, sleep(2_000)]);
    }
    expect(await closed).toEqual({ code: 1013, reason: 'Reading too slowly' });
  });
});

describe('E-12 a stream', () => {
  it('ends when the token expires while it runs, over WebSocket and SSE', async () => {
    const expiresAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const token = await withToken(world.admin, { scopes: ['EVENTS_READ'], expiresAt });
    const bearer = token.headers['authorization'] ?? '';
    const client = socketClient(token.url, bearer);
    const variables = { serverId: shop.serverId };
    const overSocket = watchSocket(client, variables);
    const overSse = watchSse(token.url, bearer, variables);
    const streams = [overSocket, overSse];
    const everyoneHears = () => streams.every(({ heard }) => heard.length > 0);
    await eventually(() => shop.send(), everyoneHears); // a stream begins when it is there, not when it is asked for

    world.clock.advance(3_600_001);
    await overSocket.ends();
    expect(overSocket.errors).toMatchObject([{ code: 4403 }]);
    await overSse.ends();
    expect(JSON.stringify(overSse.errors)).toContain('UNAUTHENTICATED');
    await client.dispose();
  });
});

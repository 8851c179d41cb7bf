import WebSocket from 'ws';
import { LIMITS } from '../../src/config/limits.js';
import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';

describe('the WebSocket door', () => {
  let world: World;
  let shop: Tenant;
  let authorization: string;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer();
    authorization = shop.api.headers['authorization'] ?? '';
  });
  afterAll(() => world.stop());

  it('speaks the protocol: init, query, complete', async () => {
    const peer = await open();
    peer.say({ type: 'connection_init', payload: { authorization } });
    expect(await peer.hears()).toEqual({ type: 'connection_ack' });
    peer.say({ type: 'ping', payload: { n: 1 } });
    expect(await peer.hears()).toEqual({ type: 'pong', payload: { n: 1 } });
    peer.say({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } });
    expect(await peer.hears()).toEqual({
      id: '1',
      type: 'next',
      payload: {
        data: { __typename: 'Query' },
        extensions: { cost: { requested: 1, available: 999_999, restoreRate: 20_000 } },
      },
    });
    expect(await peer.hears()).toEqual({ id: '1', type: 'complete' });
    peer.socket.close();
  });

  it('knows the session cookie as well', async () => {
    const peer = await open({ cookie: world.admin.headers['cookie'] ?? '' });
    peer.say({ type: 'connection_init' });
    expect(await peer.hears()).toEqual({ type: 'connection_ack' });
    peer.socket.close();
  });

  it.each([
    ['nobody', {}],
    ['an unknown key', { authorization: 'Bearer phk_0000000000000000000000000000' }],
    ['nonsense', { authorization: 'x' }],
  ])('closes with 4403 on %s', async (_who, payload) => {
    const peer = await open();
    peer.say({ type: 'connection_init', payload });
    expect(await peer.closed).toBe(4403);
  });

  it('closes with 4403 on a cookie from another origin', async () => {
    const peer = await open({
      cookie: world.admin.headers['cookie'] ?? '',
      origin: 'https://evil.example',
    });
    peer.say({ type: 'connection_init' });
    expect(await peer.closed).toBe(4403);
  });

  it('closes with 4408 when nobody introduces himself', async () => {
    const peer = await open();
    const begun = Date.now();
    expect(await peer.closed).toBe(4408);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(LIMITS.socketInitMs - 100);
  });

  it('closes with 4401 on an operation before that', async () => {
    const peer = await open();
    peer.say({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } });
    expect(await peer.closed).toBe(4401);
  });

  it('closes with 4429 on a second introduction', async () => {
    const peer = await ready();
    peer.say({ type: 'connection_init', payload: { authorization } });
    expect(await peer.closed).toBe(4429);
  });

  it('closes with 4409 when an operation has the id of another', async () => {
    const peer = await ready();
    subscribe(peer, '1');
    subscribe(peer, '1');
    expect(await peer.closed).toBe(4409);
  });

  it.each(['nonsense', '{}', '{"type":"subscribe"}', '{"type":"unknown"}', '[]'])(
    'closes with 4400 on %s',
    async (text) => {
      const peer = await ready();
      peer.socket.send(text);
      expect(await peer.closed).toBe(4400);
    },
  );

  it('closes with 4406 on another protocol', async () => {
    const socket = new WebSocket(url(), 'graphql-ws');
    const outcome = await new Promise((resolve) => {
      socket.once('error', () => resolve('refused'));
      socket.once('close', resolve);
    });
    expect([4406, 'refused']).toContain(outcome);
  });

  it('closes with 1009 on a message that is too large', async () => {
    const peer = await ready();
    peer.socket.send('x'.repeat(LIMITS.socketMessageBytes + 1));
    expect(await peer.closed).toBe(1009);
  });

  it('closes with 4400 on too many subscriptions', async () => {
    const peer = await ready();
    for (let n = 0; n < LIMITS.subscriptionsPerSocket; n++) subscribe(peer, String(n));
    peer.say({ id: 'q', type: 'ping' });
    expect(await peer.hears()).toMatchObject({ type: 'pong' });
    subscribe(peer, 'one-too-many');
    expect(await peer.closed).toBe(4400);
  });

  it('answers what is wrong with an operation and stays open', async () => {
    const peer = await ready();
    peer.say({ id: '1', type: 'subscribe', payload: { query: '{ nothing }' } });
    expect(await peer.hears()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    peer.say({ id: '2', type: 'subscribe', payload: { query: '{ unfinished' } });
    expect(await peer.hears()).toMatchObject({ id: '2', type: 'error' });
    const typed = 'query($first: Int) { mailServers(first: $first) { nodes { id } } }';
    peer.say({ id: '4', type: 'subscribe', payload: { query: typed, variables: { first: 'x' } } });
    expect(await peer.hears()).toMatchObject({
      id: '4',
      type: 'next',
      payload: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    expect(await peer.hears()).toEqual({ id: '4', type: 'complete' });
    const deep = `{ ${'viewer { '.repeat(20)}__typename${' }'.repeat(20)} }`;
    peer.say({ id: '3', type: 'subscribe', payload: { query: deep } });
    expect(await peer.hears()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'OPERATION_TOO_LARGE' } }],
    });
    peer.socket.close();
  });

  it('lets a subscription go when the reader completes it', async () => {
    const peer = await ready();
    subscribe(peer, '1');
    peer.say({ id: '1', type: 'complete' });
    subscribe(peer, '1');
    peer.say({ type: 'ping' });
    expect(await peer.hears()).toMatchObject({ type: 'pong' });
    peer.socket.close();
  });

  it('tells readers to come back when it restarts', async () => {
    const other = await startWorld({ roles: ['api'] });
    const tenant = await other.aServer();
    const socket = await connect(other.admin.url.replace('http', 'ws'));
    socket.say({
      type: 'connection_init',
      payload: { authorization: tenant.api.headers['authorization'] },
    });
    await socket.hears();
    subscribe(socket, '1', tenant.serverId);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await other.stop();
    expect(await socket.closed).toBe(1012);
  });

  const url = () => world.admin.url.replace('http', 'ws');

  const open = (headers: Record<string, string> = {}) => connect(url(), headers);

  const ready = async () => {
    const peer = await open();
    peer.say({ type: 'connection_init', payload: { authorization } });
    await peer.hears();
    return peer;
  };

  function subscribe(
    peer: Awaited<ReturnType<typeof connect>>,
    id: string,
    serverId = shop.serverId,
  ) {
    const query = `subscription { deliveryEvents(serverId: "${serverId}") { kind } }`;
    peer.say({ id, type: 'subscribe', payload: { query } });
  }
});

/** A socket that speaks plain protocol messages. */
async function connect(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
  const heard: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const message: unknown = JSON.parse(data.toString());
    const next = waiting.shift();
    if (next) next(message);
    else heard.push(message);
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    socket,
    closed,
    say: (message: object) => socket.send(JSON.stringify(message)),
    hears: () =>
      new Promise<unknown>((resolve) => {
        const message = heard.shift();
        if (message === undefined) waiting.push(resolve);
        else resolve(message);
      }),
  };
}

/** E-02: the close codes of graphql-transport-ws and of RFC 6455, exactly, for everything that a client does wrong. */
import { LIMITS } from '../../src/config/limits.js';
import { FIN, OPCODE, RawWebSocket, RSV1 } from '../support/raw-websocket.js';
import { SocketPeer } from '../support/socket-peer.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let shop: Tenant;
beforeAll(async () => {
  world = await startWorld({ roles: ['api'] });
  shop = await world.aServer();
});
afterAll(() => world.stop());

const query = '{ __typename }';
const MALFORMED = [
  'nonsense',
  '',
  ' ',
  'null',
  '1',
  '"ping"',
  '[]',
  '[{"type":"ping"}]',
  '{}',
  '{"type":null}',
  '{"type":1}',
  '{"type":"unknown"}',
  '{"type":"Ping"}',
  '{"type":"start","id":"1","payload":{"query":"{ __typename }"}}',
  '{"type":"connection_terminate"}',
  '{"type":"ping","payload":"x"}',
  '{"type":"ping","payload":[]}',
  '{"type":"pong","payload":1}',
  '{"type":"subscribe"}',
  '{"type":"subscribe","id":"1"}',
  '{"type":"subscribe","id":1,"payload":{"query":"{ __typename }"}}',
  '{"type":"subscribe","id":"","payload":{"query":"{ __typename }"}}',
  '{"type":"subscribe","payload":{"query":"{ __typename }"}}',
  '{"type":"subscribe","id":"1","payload":"{ __typename }"}',
  '{"type":"subscribe","id":"1","payload":{}}',
  '{"type":"subscribe","id":"1","payload":{"query":1}}',
  '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","variables":"x"}}',
  '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","operationName":1}}',
  '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","extensions":"x"}}',
  '{"type":"complete"}',
  '{"type":"complete","id":1}',
  '{"type":"complete","id":""}',
  '{"type":"next","id":"1","payload":{"data":null}}',
  '{"type":"error","id":"1","payload":[{"message":"x"}]}',
  '{"type":"connection_ack"}',
  '{"type":"connection_ack","payload":"x"}',
];

describe('E-02 a message that is none', () => {
  it.each(MALFORMED)('closes with 4400 before the introduction and after it: %s', async (text) => {
    const early = await SocketPeer.open(shop.api.url);
    early.socket.send(text);
    expect((await early.closed).code).toBe(4400);

    const known = await SocketPeer.ready(shop.api);
    known.socket.send(text);
    expect((await known.closed).code).toBe(4400);
  });

  it('closes with 4400 where the introduction is none', async () => {
    for (const payload of ['x', 1, []]) {
      const peer = await SocketPeer.open(shop.api.url);
      peer.say({ type: 'connection_init', payload });
      expect((await peer.closed).code).toBe(4400);
    }
  });
});

describe('E-02 who speaks', () => {
  const introduced = async (payload?: unknown, headers = {}) => {
    const peer = await SocketPeer.open(shop.api.url, headers);
    peer.say({ type: 'connection_init', payload });
    return (await peer.closed).code;
  };

  it.each([
    ['nobody', undefined],
    ['nobody at all', {}],
    ['nonsense', { authorization: 'x' }],
    ['no text', { authorization: 1 }],
    ['another scheme', { authorization: 'Basic eDp5' }],
    ['an unknown key', { authorization: 'Bearer phk_0000000000000000000000000000' }],
    ['an unknown token', { authorization: 'Bearer pht_0000000000000000000000000000' }],
    ['a field that we do not read', { token: 'pht_0000000000000000000000000000' }],
  ])('is refused with 4403: %s', async (_who, payload) => {
    expect(await introduced(payload)).toBe(4403);
  });

  it('is refused with 4403: a session from another origin', async () => {
    const cookie = world.admin.headers['cookie'] ?? '';
    expect(await introduced({}, { cookie, origin: 'https://evil.example' })).toBe(4403);
    expect(await introduced({}, { cookie: 'posthouse_session=phs_gone0000000000000000' })).toBe(
      4403,
    );
  });

  it('must be said before an operation: 4401', async () => {
    const peer = await SocketPeer.open(shop.api.url);
    peer.subscribe('1', { query });
    expect((await peer.closed).code).toBe(4401);
  });

  it('is said once: 4429', async () => {
    const peer = await SocketPeer.ready(shop.api);
    peer.say({ type: 'connection_init', payload: shop.api.headers });
    expect((await peer.closed).code).toBe(4429);

    const hasty = await SocketPeer.open(shop.api.url);
    hasty.say({ type: 'connection_init', payload: shop.api.headers });
    hasty.say({ type: 'connection_init', payload: shop.api.headers });
    expect((await hasty.closed).code).toBe(4429);
  });

  it('is said in time: 4408, whatever else is said', async () => {
    const silent = await SocketPeer.open(shop.api.url);
    const chatty = await SocketPeer.open(shop.api.url);
    chatty.say({ type: 'ping' });
    expect(await chatty.hears()).toEqual({ type: 'pong' });
    expect((await silent.closed).code).toBe(4408);
    expect((await chatty.closed).code).toBe(4408);
  });
});

describe('E-02 an operation', () => {
  const watch = () => ({
    query: `subscription { deliveryEvents(serverId: "${shop.serverId}") { kind } }`,
  });

  it('has an id of its own while it runs: 4409', async () => {
    const peer = await SocketPeer.ready(shop.api);
    peer.subscribe('1', watch());
    peer.subscribe('1', { query });
    expect((await peer.closed).code).toBe(4409);
  });

  it('may take the id of one that has ended', async () => {
    const peer = await SocketPeer.ready(shop.api);
    for (let n = 0; n < 3; n++) {
      peer.subscribe('1', { query });
      expect(await peer.hears()).toMatchObject({ id: '1', type: 'next' });
      expect(await peer.hears()).toEqual({ id: '1', type: 'complete' });
    }
    peer.say({ id: 'unknown', type: 'complete' });
    peer.say({ type: 'ping' });
    expect(await peer.hears()).toEqual({ type: 'pong' });
    peer.socket.close();
  });

  it('is one of a bounded number on its socket: 4400', async () => {
    const peer = await SocketPeer.ready(shop.api);
    for (let n = 0; n <= LIMITS.subscriptionsPerSocket; n++) peer.subscribe(`s${n}`, watch());
    expect((await peer.closed).code).toBe(4400);
  });
});

describe('E-02 a protocol that is not spoken', () => {
  it.each([[undefined], ['graphql-ws'], ['graphql-transport-ws2'], ['soap, wamp']])(
    'closes with 4406: %s',
    async (protocol) => {
      const fields: Record<string, string> = {};
      if (protocol !== undefined) fields['Sec-WebSocket-Protocol'] = protocol;
      const peer = await RawWebSocket.open(shop.api.url, fields);
      expect(await peer.end()).toEqual({ status: 101, code: 4406 });
    },
  );
});

describe('E-02 a frame that is none', () => {
  const opened = () =>
    RawWebSocket.open(shop.api.url, { 'Sec-WebSocket-Protocol': 'graphql-transport-ws' });
  const ping = Buffer.from('{"type":"ping"}');

  it.each([
    ['unmasked', 1002, FIN | OPCODE.text, ping, false],
    ['compressed, which was not agreed', 1002, FIN | RSV1 | OPCODE.text, ping, true],
    ['of an unknown kind', 1002, FIN | 0x3, ping, true],
    ['that goes on from nothing', 1002, FIN | OPCODE.continuation, ping, true],
    ['a ping in pieces', 1002, OPCODE.ping, ping, true],
    ['a ping that is too long', 1002, FIN | OPCODE.ping, Buffer.alloc(126), true],
    ['a close of one byte', 1002, FIN | OPCODE.close, Buffer.from([3]), true],
    [
      'a close with a code that nobody may send',
      1002,
      FIN | OPCODE.close,
      Buffer.from([3, 237]),
      true,
    ],
    ['text that is no UTF-8', 1007, FIN | OPCODE.text, Buffer.from([0xc3, 0x28]), true],
  ])('%s: %i', async (_what, code, first, payload, isMasked) => {
    const peer = await opened();
    peer.frame(first, payload, isMasked);
    expect(await peer.end()).toEqual({ status: 101, code });
  });

  it('too large, in one or in pieces: 1009', async () => {
    const peer = await SocketPeer.open(shop.api.url);
    peer.socket.send('x'.repeat(LIMITS.socketMessageBytes + 1));
    expect((await peer.closed).code).toBe(1009);

    const pieces = await opened();
    pieces.frame(OPCODE.text, Buffer.alloc(40_000, 0x20));
    pieces.frame(FIN | OPCODE.continuation, Buffer.alloc(40_000, 0x20));
    expect(await pieces.end()).toEqual({ status: 101, code: 1009 });
  });

  it('as large as it may be is read', async () => {
    const peer = await SocketPeer.open(shop.api.url);
    const text = '{"type":"ping"}';
    peer.socket.send(text + ' '.repeat(LIMITS.socketMessageBytes - text.length));
    expect(await peer.hears()).toEqual({ type: 'pong' });
    peer.socket.close();
  });

  it('is refused before the upgrade where the request is none', async () => {
    const refused = await RawWebSocket.open(shop.api.url, { 'Sec-WebSocket-Version': '7' });
    expect((await refused.end()).status).toBe(400);
    const short = await RawWebSocket.open(shop.api.url, { 'Sec-WebSocket-Key': 'x' });
    expect((await short.end()).status).toBe(400);
  });
});

/** The body of a request: read once it is known whose it is, whole, in any pieces, and no further than it may go. */
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { LIMITS } from '../../src/config/limits.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
afterAll(() => world.stop());

const body = JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(100_000) } });

function open(headers: Readonly<Record<string, string | number>>): ClientRequest {
  const asking = request(world.admin.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  });
  asking.on('error', () => undefined); // a connection may end with its answer
  return asking;
}

async function answerTo(asking: ClientRequest): Promise<{ status?: number; text: string }> {
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, text: await textOf(answer) };
}

/** Takes all of the room for large ones: known, and told to go on. */
async function filled(): Promise<ClientRequest> {
  const size = { expect: '100-continue', 'content-length': LIMITS.largeRequestBytes };
  const first = open({ ...size, ...world.admin.headers });
  first.flushHeaders();
  const refused = once(first, 'response').then(() => {
    throw new Error('There is no room');
  });
  await Promise.race([once(first, 'continue'), refused]);
  return first;
}

describe('a client that asks before it sends its body (RFC 9110 §10.1.1)', () => {
  const asks = { expect: '100-continue', 'content-length': body.length };

  it('is told to go on when it is known', async () => {
    const asking = open({ ...asks, ...world.admin.headers });
    asking.flushHeaders();
    await once(asking, 'continue');
    asking.end(body);
    expect(await answerTo(asking)).toMatchObject({ status: 200 });
  });

  it('is refused without having sent it when it is not', async () => {
    const asking = open(asks);
    let wasTold = false;
    asking.once('continue', () => (wasTold = true));
    asking.flushHeaders();
    expect(await answerTo(asking)).toMatchObject({ status: 413 });
    expect(wasTold).toBe(false);
    asking.destroy();
  });
});

describe('a large body for which there is no room', () => {
  function onTheWire(content: string, headers: Readonly<Record<string, string>>): string {
    const length = String(Buffer.byteLength(content));
    const all = { ...headers, ...world.admin.headers, host: 'posthouse.example' };
    const lines = Object.entries({
      ...all,
      'content-type': 'application/json',
      'content-length': length,
    });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return `POST /graphql HTTP/1.1\r\n${head}\r\n${content}`;
  }

  function second(): ClientRequest {
    return open({ 'content-length': body.length, ...world.admin.headers }).end(body);
  }

  it('is read as soon as there is some', async () => {
    const first = await filled();
    let isAnswered = false;
    const answer = answerTo(second()).finally(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, LIMITS.largeRequestWaitMs / 10));
    expect(isAnswered).toBe(false);
    first.destroy();
    expect(await answer).toMatchObject({ status: 200 });
  });

  it('of a stranger does not stand in line for it', async () => {
    const first = await filled();
    const stranger = open({ 'content-length': body.length }).end(body);
    expect(await answerTo(stranger)).toMatchObject({ status: 413 });
    first.destroy();
  });

  it('is told at once when there can never be any', async () => {
    const first = await filled();
    const endless = open({ 'content-length': LIMITS.requestBytes + 1, ...world.admin.headers });
    endless.flushHeaders();
    expect(await answerTo(endless)).toMatchObject({ status: 413 });
    endless.destroy();
    first.destroy();
  });

  it('is refused behind an answer that may take for ever, and takes none', async () => {
    const { hostname, port } = new URL(world.admin.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const { serverId } = await world.aServer();
    const query = `subscription { deliveryEvents(serverId: "${serverId}") { __typename } }`;
    socket.write(onTheWire(JSON.stringify({ query }), { accept: 'text/event-stream' }));
    const [head] = (await once(socket, 'data')) as [Buffer];
    expect(head.toString()).toContain('text/event-stream');
    socket.write(onTheWire(body, {}));
    await new Promise((resolve) => setTimeout(resolve, 100));
    (await filled()).destroy();
    socket.destroy();
  });

  it('of a client that left gives its back when the change is done', async () => {
    const shop = await world.aServer({ verifiedDomain: 'left.test' });
    const letter = { from: 'app@left.test', to: ['ann@away.test'], subject: 'Hi' };
    const messages = Array.from({ length: 70 }, () => ({ ...letter, text: 'x'.repeat(100_000) }));
    const query = `mutation ($input: SendMessagesInput!) { sendMessages(input: $input) { __typename } }`;
    const batch = JSON.stringify({ query, variables: { input: { messages } } });
    const asking = open({ 'content-length': batch.length, ...shop.api.headers });
    await new Promise<void>((resolve) => void asking.end(batch, resolve));
    asking.destroy();
    const began = performance.now();
    await eventually(
      async () => (await filled().catch(() => null))?.destroy() !== undefined,
      (hasRoom) => hasRoom,
    );
    expect(performance.now() - began).toBeLessThan(LIMITS.abandonedRequestMs);
  });

  it('is refused even when its size shows only while it is read', async () => {
    const first = await filled();
    const chunked = { 'transfer-encoding': 'chunked', ...world.admin.headers };
    expect(await answerTo(open(chunked).end(body))).toMatchObject({ status: 503 });
    first.destroy();
  });

  it('is refused when there is none in time', async () => {
    const first = await filled();
    expect(await answerTo(second())).toMatchObject({ status: 503 });
    first.destroy();
    await eventually(
      async () => (await answerTo(second())).status,
      (status) => status === 200,
    );
  });
});

describe('a body', () => {
  it('may come in pieces that end within a character', async () => {
    const bytes = Buffer.from(JSON.stringify({ query: '{ é }' }));
    const cut = bytes.indexOf(0xc3) + 1;
    const asking = open({ 'content-length': bytes.length, ...world.admin.headers });
    asking.setNoDelay();
    asking.write(bytes.subarray(0, cut));
    await new Promise((resolve) => setTimeout(resolve, 100));
    asking.end(bytes.subarray(cut));
    expect((await answerTo(asking)).text).toContain('U+00E9');
  });

  it('may come byte by byte', async () => {
    const bytes = Buffer.from(JSON.stringify({ query: '{ é }' }));
    const asking = open({ 'transfer-encoding': 'chunked', ...world.admin.headers });
    asking.setNoDelay();
    for (const byte of bytes) asking.write(Buffer.of(byte));
    asking.end();
    expect((await answerTo(asking)).text).toContain('U+00E9');
  });

  it('of no known length is read up to the limit', async () => {
    const short = open({ 'transfer-encoding': 'chunked', ...world.admin.headers });
    short.end(body);
    expect(await answerTo(short)).toMatchObject({ status: 200 });

    const endless = open({ 'transfer-encoding': 'chunked', ...world.admin.headers });
    const answer = answerTo(endless);
    const answered = new AbortController();
    void answer.then(() => answered.abort());
    const piece = Buffer.alloc(1_048_576, 'x');
    for (let pieces = 0; pieces < 80 && !answered.signal.aborted; pieces += 1) {
      await new Promise((resolve) => endless.write(piece, resolve));
    }
    expect(await answer).toMatchObject({ status: 413 });
    endless.destroy();
  });

  it('of no known length that is small needs no room, whoever sends it', async () => {
    const first = await filled();
    const small = JSON.stringify({ query: '{ __typename }' });
    const stranger = open({ 'transfer-encoding': 'chunked' }).end(small);
    expect(await answerTo(stranger)).toMatchObject({ status: 200 });
    first.destroy();
  });

  it('of no known length that comes slowly leaves room for others', async () => {
    const slow = open({ 'transfer-encoding': 'chunked', ...world.admin.headers });
    slow.write(body);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const other = open({ 'content-length': body.length, ...world.admin.headers }).end(body);
    expect(await answerTo(other)).toMatchObject({ status: 200 });
    slow.destroy();
  });

  it('of no known length is read no further for a stranger than one that says its length', async () => {
    const stranger = open({ 'transfer-encoding': 'chunked' }).end(body);
    expect(await answerTo(stranger)).toMatchObject({ status: 413 });
  });

  it('that is wrong is not said again', async () => {
    const headers = { 'transfer-encoding': 'chunked', ...world.admin.headers };
    const noJson = await answerTo(open(headers).end('x'.repeat(100_000)));
    expect(noJson.text).toContain('invalid JSON');
    const query =
      'query ($first: Int!) { viewer { mailServer { messages(first: $first) { nodes { id } } } } }';
    const wrong = JSON.stringify({ query, variables: { first: 'x'.repeat(100_000) } });
    const badInput = await answerTo(open(headers).end(wrong));
    expect(badInput.text).toContain('got invalid value');
    for (const { text } of [noJson, badInput]) expect(text.length).toBeLessThan(10_000);
  });

  it('that asks for a subscription is small, for it lasts', async () => {
    const query = 'subscription { deliveryEvents(serverId: "x") { __typename } }';
    const large = JSON.stringify({ query, variables: { x: 'x'.repeat(100_000) } });
    const answer = await answerTo(
      open({ 'content-length': large.length, ...world.admin.headers }).end(large),
    );
    expect(answer).toMatchObject({ status: 413 });
    expect(answer.text).toContain(String(LIMITS.strangerRequestBytes));
  });
});

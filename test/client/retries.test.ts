/**
 * A send of the client makes one message, however often its tries are cut off: by an API process that ends
 * between COMMIT and answer, by connections that are reset or go dark. Streams outlive the same. What has no
 * key is sent once. Control: the same tries with a new key each make more than one message.
 */
import { randomUUID } from 'node:crypto';
import {
  NetworkFailure,
  orThrow,
  Posthouse,
  type Event,
  type SendMessageInput,
} from '../../client/src/index.js';
import { sendMessage } from '../../client/src/generated/operations.js';
import { eventually } from '../support/eventually.js';
import { FaultProxy } from '../support/faults/fault-proxy.js';
import { figure } from '../support/figures.js';
import { RunningWorld } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';
import { fails, OddServer, says } from './odd-server.js';

const ROUNDS = figure({ t0: 2, long: 20 });
const PATIENCE_MS = figure({ t0: 240_000, long: 1_800_000 });
const RETRY = { retries: 1_000, firstWaitMs: 50, longestWaitMs: 500 };

describe('a send of the client', () => {
  let world: RunningWorld;
  let proxy: FaultProxy;
  let shop: Tenant;
  let posthouse: Posthouse;
  beforeAll(async () => {
    world = await RunningWorld.start({
      hasTraps: true,
      settings: { API_POINTS_PER_SECOND: '1000000' },
    });
    shop = await world.aServer({ verifiedDomain: 'retries.test' });
    const { hostname: host, port } = new URL(shop.api.url);
    proxy = await FaultProxy.start({ host, port: Number(port) });
    posthouse = new Posthouse({
      url: `http://127.0.0.1:${proxy.port}/graphql`,
      token: (shop.api.headers['authorization'] ?? '').replace('Bearer ', ''),
      timeoutMs: 5_000,
      retry: RETRY,
    });
  }, 120_000);
  afterEach(() => proxy.heal());
  afterAll(async () => {
    await proxy.stop();
    await world.stop();
  }, 120_000);

  const mail = (subject: string): SendMessageInput => ({
    from: 'app@retries.test',
    to: ['ann@example.test'],
    subject,
    text: 'Once.',
  });

  async function countOf(subject: string): Promise<number> {
    const [row] = await world.query<{ n: bigint }[]>(
      'SELECT COUNT(*) AS n FROM messages WHERE subject = ?',
      [subject],
    );
    return Number(row?.n);
  }

  it(
    `makes one message when the API process ends between COMMIT and answer, ${ROUNDS} times`,
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const old = world.pidOf('api-1');
        world.posthouse.trap('accept.afterCommit', 'kill');
        const { message } = await orThrow(posthouse.sendMessage(mail(`Killed ${round}`)));
        expect(await world.replaced('api-1', old)).not.toBe(old);
        expect(await countOf(`Killed ${round}`)).toBe(1);
        expect((await posthouse.findMessage(message.id))?.subject).toBe(`Killed ${round}`);
      }
    },
    PATIENCE_MS,
  );

  it(
    `makes one message when answers are cut off or go dark, ${ROUNDS * 2} times`,
    async () => {
      for (let round = 0; round < ROUNDS * 2; round++) {
        const subject = `Cut ${round}`;
        proxy.set({ isBlackHole: true }, 'toClient');
        const sending = orThrow(posthouse.sendMessage(mail(subject)));
        await eventually(
          () => countOf(subject),
          (count) => count === 1,
        );
        if (round % 2 === 0) proxy.reset();
        proxy.heal();
        await sending;
        expect(await countOf(subject)).toBe(1);
      }
    },
    PATIENCE_MS,
  );

  it(
    'makes a message for each try when each has a key of its own (control)',
    async () => {
      const once = { ...RETRY, retries: 0 };
      for (let attempt = 0; attempt < 2; attempt++) {
        proxy.set({ isBlackHole: true }, 'toClient');
        const sending = posthouse.sendMessage(mail('Doubled'), { retry: once });
        const ended = expect(sending).rejects.toBeInstanceOf(NetworkFailure);
        await eventually(
          () => countOf('Doubled'),
          (count) => count === attempt + 1,
        );
        proxy.reset();
        await ended;
        proxy.heal();
      }
      expect(await countOf('Doubled')).toBe(2);
    },
    PATIENCE_MS,
  );

  it(
    'is watched by a stream that outlives every API process',
    async () => {
      const events: Event[] = [];
      const abort = new AbortController();
      const reading = (async () => {
        const { signal } = abort;
        for await (const event of posthouse.deliveryEvents({ serverId: shop.serverId }, { signal }))
          events.push(event);
      })().catch((error: unknown) => error);
      const sent: string[] = [];
      const send = async () =>
        sent.push(
          (await orThrow(posthouse.sendMessage(mail(`Watched ${sent.length}`)))).message.id,
        );

      await eventually(
        async () => (await send(), events.length),
        (count) => count > 0,
      );
      const first = events[0]!.cursor;
      for (let kill = 0; kill < ROUNDS; kill++) {
        await send();
        const old = world.pidOf('api-1');
        world.posthouse.kill('api-1');
        await send();
        await world.replaced('api-1', old);
        await send();
      }
      const isWhole = (all: readonly Event[]) =>
        all.filter(({ kind }) => kind === 'DELIVERED').length >= sent.length - 1;
      await eventually(async () => isWhole(await storedAfter(first)), Boolean);
      const stored = await storedAfter(first);
      await eventually(
        () => events.at(-1)?.cursor,
        (cursor) => cursor === stored.at(-1)?.cursor,
      );
      expect(events.slice(1).map(({ cursor }) => cursor)).toEqual(
        stored.map(({ cursor }) => cursor),
      );
      abort.abort(new Error('seen'));
      await reading;
    },
    PATIENCE_MS,
  );

  async function storedAfter(after: string): Promise<readonly Event[]> {
    const all: Event[] = [];
    for (;;) {
      const last = all.at(-1)?.cursor ?? after;
      const page = await posthouse.listMailServerEvents({
        id: shop.serverId,
        first: 100,
        after: last,
      });
      all.push(...(page?.nodes ?? []));
      if (!page?.pageInfo.hasNextPage) return all;
    }
  }
});

describe('the client', () => {
  const accepted = says(200, {
    data: { sendMessage: { __typename: 'SendMessageSuccess', message: { id: 'x' } } },
  });
  const input = { from: 'a@b.test', to: ['c@d.test'] };
  const keysOf = ({ asked }: OddServer) =>
    asked.map(({ body }) => (body.variables['input'] as SendMessageInput).idempotencyKey);
  const quick = { firstWaitMs: 1 };

  it('says the same key at every try of a call, and another one at the next call', async () => {
    const server = await OddServer.start((response, asked, count) => {
      const manner = [fails(503, 'UNAVAILABLE'), says(429, 'Wait', { 'retry-after': '0' })][
        count - 1
      ];
      if (count === 3) response.destroy();
      else (manner ?? accepted)(response, asked, count);
    });
    const posthouse = new Posthouse({ url: server.url, retry: quick });
    await posthouse.sendMessage(input);
    await posthouse.sendMessage(input);

    const keys = keysOf(server);
    expect(keys).toHaveLength(5);
    expect(new Set(keys.slice(0, 4)).size).toBe(1);
    expect(keys[4]).not.toBe(keys[0]);
    expect(keys[0]).toMatch(/^\w{16,}$/);
    const ids = server.asked.map(({ headers }) => headers['x-request-id']);
    expect(new Set(ids).size).toBe(5);
    await server.stop();
  });

  it('keeps the key that it was given, in the input or as an option', async () => {
    const server = await OddServer.start(accepted);
    const posthouse = new Posthouse({ url: server.url });
    const [ours, other] = [randomUUID(), randomUUID()];
    await posthouse.sendMessage({ ...input, idempotencyKey: ours });
    await posthouse.sendMessage(input, { idempotencyKey: other });
    expect(keysOf(server)).toEqual([ours, other]);
    await server.stop();
  });

  it('sends what has no key once, and gives a document of its own the key as a header', async () => {
    const server = await OddServer.start(fails(503, 'UNAVAILABLE'));
    const posthouse = new Posthouse({ url: server.url, retry: { ...quick, retries: 2 } });
    const suspend = posthouse.suspendMailServer({ mailServerId: 'x', reason: 'late' });
    await expect(suspend).rejects.toMatchObject({ name: 'Unavailable' });
    expect(server.asked).toHaveLength(1);

    await expect(posthouse.run(sendMessage.text, { input })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(server.asked).toHaveLength(2);

    const keyed = posthouse.run(sendMessage.text, { input }, { idempotencyKey: 'ours' });
    await expect(keyed).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(server.asked).toHaveLength(5);
    expect(server.asked.at(-1)?.headers['idempotency-key']).toBe('ours');
    await server.stop();
  });

  it('tries queries again, and gives up at once when it would have to wait for too long', async () => {
    const server = await OddServer.start((response, asked, count) => {
      const manner = count < 3 ? fails(503, 'UNAVAILABLE') : says(200, { data: { viewer: null } });
      manner(response, asked, count);
    });
    const posthouse = new Posthouse({ url: server.url, retry: quick });
    expect(await posthouse.viewer()).toBeNull();
    expect(server.asked).toHaveLength(3);
    await server.stop();

    const busy = await OddServer.start(says(429, 'Wait', { 'retry-after': '3600' }));
    const refused = new Posthouse({ url: busy.url }).viewer();
    await expect(refused).rejects.toMatchObject({ name: 'RateLimited', retryAfterMs: 3_600_000 });
    expect(busy.asked).toHaveLength(1);
    await busy.stop();
  });

  it('asks for its token before each try', async () => {
    const tokens = ['phk_old', 'phk_new'];
    const server = await OddServer.start((response, asked, count) => {
      (count === 1 ? fails(503, 'UNAVAILABLE') : says(200, { data: { viewer: null } }))(
        response,
        asked,
        count,
      );
    });
    const token = () => Promise.resolve(tokens.shift() ?? '');
    await new Posthouse({ url: server.url, token, retry: quick }).viewer();
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer phk_old',
      'Bearer phk_new',
    ]);
    await server.stop();
  });
});

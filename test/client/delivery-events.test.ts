/**
 * A stream of the client misses nothing and doubles nothing, however its connection ends: reset, refused for
 * a while, silent; over both transports; for readers that are slower than the events. Control: without a
 * cursor a stream that is opened again has a gap.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BadUserInput,
  follow,
  Posthouse,
  Refused,
  Unauthenticated,
  type Event,
  type FollowOptions,
  type Operation,
} from '../../client/src/index.js';
import { eventually } from '../support/eventually.js';
import { FaultProxy } from '../support/faults/fault-proxy.js';
import { figure } from '../support/figures.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { WithoutSse } from './without-sse.js';

/** How long nothing passes. */
const CUT_MS = figure({ t0: 3_000, long: 60_000 });
const CUTS = figure({ t0: 8, long: 60 });
const WAYS = ['sse', 'websocket'] as const;
const PATIENCE_MS = CUT_MS + figure({ t0: 120_000, long: 240_000 });

jest.setTimeout(PATIENCE_MS);

describe('a stream of the client', () => {
  let world: World;
  let shop: Tenant;
  let proxy: FaultProxy;
  beforeAll(async () => {
    world = await startWorld();
    shop = await world.aServer({ verifiedDomain: 'stream.test' });
    const { hostname: host, port } = new URL(world.admin.url);
    proxy = await FaultProxy.start({ host, port: Number(port) });
  });
  afterEach(() => proxy.heal());
  afterAll(async () => {
    await proxy.stop();
    await world.stop();
  });

  function clientOf(tenant: Tenant, port = proxy.port): Posthouse {
    return new Posthouse({
      url: `http://127.0.0.1:${port}/graphql`,
      token: (tenant.api.headers['authorization'] ?? '').replace('Bearer ', ''),
      retry: { firstWaitMs: 50, longestWaitMs: 500 },
    });
  }

  it.each(WAYS)(
    'over %s tells what happens, and ends with the loop that reads it',
    async (over) => {
      const stream = clientOf(shop).deliveryEvents({ serverId: shop.serverId }, { over });
      const first = stream.next();
      await connected(proxy);
      const id = await shop.send({ to: ['ann@example.test'] });

      const accepted = await first;
      expect(accepted.value).toMatchObject({ kind: 'ACCEPTED', message: { id } });
      for await (const event of stream) {
        if (event.kind !== 'DELIVERED') continue;
        expect(event.recipient).toBe('ann@example.test');
        break;
      }
      await noneIsOpen(proxy);
    },
  );

  it.each(WAYS)(
    `over %s misses and doubles nothing while its connection is cut ${CUTS} times and mail flows`,
    async (over) => {
      const reader = read({ over });
      const mail = await flow();
      for (let cut = 0; cut < CUTS; cut++) {
        const before = reader.events.length;
        await reader.until((events) => events.length > before + 3);
        proxy.reset();
      }
      await agree(reader, await mail.ends());
      expect(reader.interruptions()).toBeGreaterThanOrEqual(CUTS);
    },
  );

  it.each(WAYS.flatMap((over) => ['refused', 'silent'].map((how) => ({ over, how }))))(
    `over $over misses and doubles nothing when everything is $how for ${CUT_MS} ms`,
    async ({ over, how }) => {
      const reader = read({ over, silenceMs: 1_000 });
      const mail = await flow();
      await reader.until((events) => events.length > 3);
      const before = reader.events.length;
      if (how === 'refused') proxy.isRefusing = true;
      else proxy.set({ isBlackHole: true });
      if (how === 'refused') proxy.reset();
      await sleep(CUT_MS);
      proxy.heal();

      await agree(reader, await mail.ends());
      expect(reader.interruptions()).toBeGreaterThan(0);
      expect(reader.events.length).toBeGreaterThan(before);
    },
  );

  it('leaves a gap when it is opened again without a cursor (control)', async () => {
    const heard: Event[] = [];
    const one = clientOf(shop).deliveryEvents({ serverId: shop.serverId });
    const next = one.next();
    await connected(proxy);
    await shop.settles(await shop.send(), 'DELIVERED');
    heard.push((await next).value as Event);
    await one.return(undefined);
    await shop.settles(await shop.send(), 'DELIVERED');

    const other = clientOf(shop).deliveryEvents({ serverId: shop.serverId });
    const after = other.next();
    await connected(proxy);
    await shop.settles(await shop.send(), 'DELIVERED');
    heard.push((await after).value as Event);
    await other.return(undefined);

    const stored = await cursorsOf(shop);
    const places = heard.map(({ cursor }) => stored.indexOf(cursor));
    expect(places[1]! - places[0]!).toBeGreaterThan(2);
  });

  it('goes on behind a cursor of an earlier process', async () => {
    await shop.settles(await shop.send(), 'DELIVERED');
    const stored = (await cursorsOf(shop)).slice(-3);

    const stream = clientOf(shop).deliveryEvents({ serverId: shop.serverId, after: stored[0] });
    const heard: string[] = [];
    for await (const { cursor } of stream) if (heard.push(cursor) === 2) break;
    expect(heard).toEqual(stored.slice(1));
  });

  it.each(WAYS)('over %s keeps little for a slow reader, who gets everything', async (over) => {
    const after = await eventCursorOf(shop);
    const before = (await cursorsOf(shop)).length;
    for (let n = 0; n < 20; n++) await shop.send({ to: [`slow-${n}@example.test`] });
    const stored = await eventually(
      () => cursorsOf(shop),
      (cursors) => cursors.length === before + 40,
    );
    let interruptions = 0;
    const heard: string[] = [];
    const options = { over, ahead: 5, onInterruption: () => void (interruptions += 1) };
    const { hostname: host, port } = new URL(world.admin.url);
    const own = await FaultProxy.start({ host, port: Number(port) });
    const stream = clientOf(shop, own.port).deliveryEvents(
      { serverId: shop.serverId, after },
      options,
    );
    for await (const { cursor } of stream) {
      if (heard.push(cursor) === 40) break;
      if (heard.length > 1) continue;
      // A reader that stands still: the socket is given up, the event stream waits.
      if (over === 'websocket') await noneIsOpen(own);
      else await sleep(500);
    }
    await own.stop();
    expect(heard).toEqual(stored.slice(before));
    expect(interruptions > 0).toBe(over === 'websocket');
  });

  it('takes WebSocket where something before Posthouse does not let SSE through', async () => {
    const blocker = await WithoutSse.start(new URL(world.admin.url));
    const reader = read({}, blocker.port);
    const mail = await flow();
    await reader.until((events) => events.length > 3);
    await agree(reader, await mail.ends());
    expect(blocker.blocked).toBeGreaterThan(0);
    expect(blocker.upgraded).toBeGreaterThan(0);
    await blocker.stop();
  });

  it('follows a document of its own', async () => {
    const document: Operation<
      { cursor: string; kind: string },
      { serverId: string; after?: string }
    > = {
      kind: 'subscription',
      at: ['deliveryEvents'],
      text: `subscription($serverId: ID!, $after: Cursor) {
        deliveryEvents(serverId: $serverId, after: $after) { cursor kind }
      }`,
    };
    const after = await eventCursorOf(shop);
    await shop.send();
    const variables = { serverId: shop.serverId, after };
    const cursorOf = ({ cursor }: { cursor: string }) => cursor;
    for await (const event of follow(clientOf(shop), document, variables, { cursorOf })) {
      expect(Object.keys(event).sort()).toEqual(['cursor', 'kind']);
      break;
    }
  });

  describe.each(WAYS)('over %s ends with an error that says why', (over) => {
    it('when its key is revoked', async () => {
      const { id, secret } = await createCredential(world.admin, shop.serverId, 'API');
      const client = new Posthouse({ url: world.admin.url, token: secret });
      const ended = drained(client.deliveryEvents({ serverId: shop.serverId }, { over }));
      await sleep(300);
      await world.admin.ask(
        `mutation($input: RevokeCredentialInput!) { revokeCredential(input: $input) { __typename } }`,
        { input: { credentialId: id } },
      );
      expect(await ended).toBeInstanceOf(Unauthenticated);
    });

    it('when there is no such mail server', async () => {
      const other = await world.aServer();
      const stream = clientOf(shop).deliveryEvents({ serverId: other.serverId }, { over });
      const error = await drained(stream);
      expect(error).toBeInstanceOf(Refused);
      expect(error).toMatchObject({ refusal: { code: 'NotFound' } });
    });

    it('when the cursor is of another mail server', async () => {
      const other = await world.aServer();
      const after = await eventCursorOf(other);
      const stream = clientOf(shop).deliveryEvents({ serverId: shop.serverId, after }, { over });
      expect(await drained(stream)).toBeInstanceOf(BadUserInput);
    });

    it('when its reader aborts it, with the reason of that', async () => {
      const abort = new AbortController();
      const ended = drained(
        clientOf(shop).deliveryEvents({ serverId: shop.serverId }, { over, signal: abort.signal }),
      );
      await sleep(200);
      const reason = new Error('enough');
      abort.abort(reason);
      expect(await ended).toBe(reason);
    });
  });

  /** Where its log ends, which is a place even before its first event. */
  async function eventCursorOf(tenant: Tenant): Promise<string> {
    const { node } = await clientOf(tenant).run<{ node: { eventCursor: string } }, object>(
      'query($id: ID!) { node(id: $id) { ... on MailServer { eventCursor } } }',
      { id: tenant.serverId },
    );
    return node.eventCursor;
  }

  /** Reads in the background. */
  function read(options: FollowOptions, port = proxy.port) {
    const events: Event[] = [];
    let interruptions = 0;
    const leave = new AbortController();
    const stream = clientOf(shop, port).deliveryEvents(
      { serverId: shop.serverId },
      { ...options, signal: leave.signal, onInterruption: () => void (interruptions += 1) },
    );
    const ended = drained(stream, (event) => events.push(event));
    return {
      events,
      interruptions: () => interruptions,
      until: (isEnough: (events: readonly Event[]) => boolean) =>
        eventually(() => events, isEnough, PATIENCE_MS),
      end: async () => {
        const reason = new Error('left');
        leave.abort(reason);
        expect(await ended).toBe(reason);
      },
    };
  }

  /** Sends mail, about ten a second, until it is told to end. */
  async function flow() {
    const before = (await cursorsOf(shop)).length;
    const over = new AbortController();
    const sending = (async () => {
      for (let sent = 1; ; sent++) {
        await shop.send({ to: [`flow-${sent}@example.test`] });
        if (over.signal.aborted) return sent;
        await sleep(100);
      }
    })();
    return {
      /** How many events there are in all, once everything is delivered. */
      ends: async () => {
        over.abort();
        return before + 2 * (await sending);
      },
    };
  }

  /** The reader has heard exactly what the log holds, from its first event to the end. */
  async function agree(reader: ReturnType<typeof read>, total: number) {
    const stored = await eventually(
      () => cursorsOf(shop),
      (cursors) => cursors.length === total,
    );
    await reader.until((events) => events.at(-1)?.cursor === stored.at(-1));
    await reader.end();
    const heard = reader.events.map(({ cursor }) => cursor);
    expect(heard).toEqual(stored.slice(stored.indexOf(heard[0] ?? '')));
  }
});

/** The error that ends a stream. */
async function drained<T>(
  stream: AsyncIterable<T>,
  take: (event: T) => unknown = () => undefined,
): Promise<unknown> {
  try {
    for await (const event of stream) take(event);
    return null;
  } catch (error) {
    return error;
  }
}

/** The stream's question has passed: the first connection asked where it begins, and may be the same. */
async function connected(proxy: FaultProxy): Promise<void> {
  await eventually(
    () => proxy.open,
    (open) => open > 0,
  );
  await sleep(300);
}

async function noneIsOpen(proxy: FaultProxy): Promise<void> {
  await eventually(
    () => proxy.open,
    (open) => open === 0,
  );
}

async function cursorsOf(tenant: Tenant): Promise<string[]> {
  const client = new Posthouse({
    url: tenant.api.url,
    token: (tenant.api.headers['authorization'] ?? '').replace('Bearer ', ''),
  });
  const cursors: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await client.listMailServerEvents({ id: tenant.serverId, first: 100, after });
    cursors.push(...(page?.nodes.map(({ cursor }) => cursor) ?? []));
    if (!page?.pageInfo.hasNextPage) return cursors;
    after = page.pageInfo.endCursor;
  }
}

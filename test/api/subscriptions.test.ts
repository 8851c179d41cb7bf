import { eventually } from '../support/eventually.js';
import { socketClient, watchSocket, watchSse, type Heard } from '../support/live-client.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

describe('deliveryEvents', () => {
  let world: World;
  let shop: Tenant;
  let authorization: string;
  beforeAll(async () => {
    world = await startWorld();
    shop = await world.aServer({ verifiedDomain: 'live.test' });
    authorization = shop.api.headers['authorization'] ?? '';
  });
  afterAll(() => world.stop());

  const kindsOf = (heard: readonly Heard[]) => heard.map(({ kind }) => kind);

  it('tells over WebSocket what happens, in order', async () => {
    const client = socketClient(shop.api.url, authorization);
    const live = watchSocket(client, { serverId: shop.serverId });
    await opened(client, shop);

    await shop.send({ to: ['socket@example.test'] });

    await live.until((heard) => heard.length >= 2);
    expect(kindsOf(live.heard)).toEqual(['ACCEPTED', 'DELIVERED']);
    expect(live.heard[1]?.recipient).toBe('socket@example.test');
    live.stop();
    await client.dispose();
  });

  it('tells the same over SSE', async () => {
    const live = watchSse(shop.api.url, authorization, {
      serverId: shop.serverId,
      filter: { recipient: 'sse@example.test' },
    });
    await new Promise((resolve) => setTimeout(resolve, 300));

    await shop.send({ to: ['sse@example.test'] });

    await live.until((heard) => kindsOf(heard).includes('DELIVERED'));
    live.stop();
  });

  it.each(['WebSocket', 'SSE'])(
    'goes on over %s behind a cursor without a gap or a repetition, wherever it was cut',
    async (transport) => {
      const tenant = await world.aServer({
        verifiedDomain: `resume-${transport.toLowerCase()}.test`,
      });
      const bearer = tenant.api.headers['authorization'] ?? '';
      const whole: Heard[] = [];
      const sending = (async () => {
        for (let n = 0; n < 30; n++) await tenant.send({ to: [`r${n}@example.test`] });
      })();

      const total = 61; // the domain was verified, 30 accepted, 30 delivered
      let after: string | undefined;
      for (let cut = 1; whole.length < total; cut++) {
        const variables = { serverId: tenant.serverId, after: after ?? cursorOfStart(tenant) };
        const client = socketClient(tenant.api.url, bearer);
        const live =
          transport === 'SSE'
            ? watchSse(tenant.api.url, bearer, variables)
            : watchSocket(client, variables);
        const enough = Math.min(total - whole.length, cut % 7 || 7);
        await live.until((heard) => heard.length >= enough);
        live.stop();
        await client.dispose();
        whole.push(...live.heard);
        after = whole.at(-1)?.cursor;
      }
      await sending;

      const stored = await eventually(
        () => cursorsOf(tenant),
        (cursors) => cursors.length === total,
      );
      expect(whole.map(({ cursor }) => cursor)).toEqual(stored);
    },
  );

  it('gives many readers of one server the same events', async () => {
    const tenant = await world.aServer({ verifiedDomain: 'crowd.test' });
    const bearer = tenant.api.headers['authorization'] ?? '';
    const client = socketClient(tenant.api.url, bearer);
    const after = cursorOfStart(tenant);
    const readers = Array.from({ length: 20 }, () =>
      watchSocket(client, { serverId: tenant.serverId, after }),
    );

    for (let n = 0; n < 5; n++) await tenant.send({ to: [`c${n}@example.test`] });

    await Promise.all(readers.map((reader) => reader.until((heard) => heard.length >= 11)));
    const [first] = readers;
    for (const reader of readers) expect(reader.heard).toEqual(first?.heard);
    await client.dispose();
  });

  it('filters by kind, message and recipient', async () => {
    const client = socketClient(shop.api.url, authorization);
    const after = await lastCursor(shop);
    const id = await shop.send({ to: ['one@example.test', 'two@example.test'] });
    await shop.settles(id, 'DELIVERED');
    const other = await shop.send({ to: ['one@example.test'] });
    await shop.settles(other, 'DELIVERED');

    const byKind = watchSocket(client, {
      serverId: shop.serverId,
      after,
      filter: { kinds: ['DELIVERED'], messageId: id },
    });
    const byRecipient = watchSocket(client, {
      serverId: shop.serverId,
      after,
      filter: { kinds: ['DELIVERED'], recipient: 'one@example.test' },
    });

    await byKind.until((heard) => heard.length >= 2);
    await byRecipient.until((heard) => heard.length >= 2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(byKind.heard.map(({ recipient }) => recipient).sort()).toEqual([
      'one@example.test',
      'two@example.test',
    ]);
    expect(byRecipient.heard).toHaveLength(2);
    await client.dispose();
  });

  it('answers for another tenant’s server as for an unknown one', async () => {
    const stranger = await world.aServer();
    const client = socketClient(stranger.api.url, stranger.api.headers['authorization'] ?? '');
    const live = watchSocket(client, { serverId: shop.serverId });
    const unknown = watchSocket(client, { serverId: 'TWFpbFNlcnZlcjo5' });

    await live.ends();
    await unknown.ends();
    expect(JSON.stringify(live.errors)).toContain('NotFound');
    expect(live.heard).toEqual([]);
    expect(strip(live.errors)).toEqual(strip(unknown.errors));
    await client.dispose();
  });

  it('refuses a cursor of another server', async () => {
    const other = await world.aServer();
    const client = socketClient(shop.api.url, authorization);
    const live = watchSocket(client, { serverId: shop.serverId, after: cursorOfStart(other) });
    await live.ends();
    expect(JSON.stringify(live.errors)).toContain('BAD_USER_INPUT');
    await client.dispose();
  });

  it('is completed when the door closes, so that readers come back with their cursor', async () => {
    const other = await startWorld({ roles: ['api'] });
    const tenant = await other.aServer();
    const live = watchSse(tenant.api.url, tenant.api.headers['authorization'] ?? '', {
      serverId: tenant.serverId,
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.stop();
    await live.ends();
    expect(live.errors).toEqual([]);
  });

  it('ends when the credential is revoked while it runs', async () => {
    const credential = await createCredential(world.admin, shop.serverId, 'API');
    const bearer = `Bearer ${credential.secret}`;
    const client = socketClient(shop.api.url, bearer);
    const overSocket = watchSocket(client, { serverId: shop.serverId });
    const overSse = watchSse(shop.api.url, bearer, { serverId: shop.serverId });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(overSocket.isOver).toBe(false);

    await world.admin.ask(
      `mutation($input: RevokeCredentialInput!) { revokeCredential(input: $input) { __typename } }`,
      { input: { credentialId: credential.id } },
    );

    await overSocket.ends(15_000);
    await overSse.ends(15_000);
    expect(overSocket.errors).toMatchObject([{ code: 4403 }]);
    expect(JSON.stringify(overSse.errors)).toContain('UNAUTHENTICATED');
    await client.dispose();
  });
});

/** Before the first event of a server: the number is part of what a cursor says. */
function cursorOfStart(tenant: Tenant): string {
  const id = Buffer.from(tenant.serverId, 'base64url').toString().split(':')[1] ?? '';
  return Buffer.from(`events.${id}:0`).toString('base64url');
}

async function cursorsOf(tenant: Tenant): Promise<string[]> {
  const { data } = await tenant.api.ask<
    { node: { events: { nodes: { cursor: string }[] } } },
    object
  >(
    `query($id: ID!) { node(id: $id) { ... on MailServer { events(first: 100) { nodes { cursor } } } } }`,
    { id: tenant.serverId },
  );
  return data?.node.events.nodes.map(({ cursor }) => cursor) ?? [];
}

async function lastCursor(tenant: Tenant): Promise<string> {
  const cursors = await cursorsOf(tenant);
  return cursors.at(-1) ?? cursorOfStart(tenant);
}

/** A socket is open, and its subscriptions run, when an operation after them was answered. */
async function opened(client: ReturnType<typeof socketClient>, tenant: Tenant): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    client.subscribe(
      { query: `query($id: ID!) { node(id: $id) { id } }`, variables: { id: tenant.serverId } },
      { next: () => resolve(), error: reject, complete: () => resolve() },
    );
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
}

function strip(errors: readonly unknown[]): string {
  return JSON.stringify(errors).replace(/"locations":\[[^\]]*\]/g, '');
}

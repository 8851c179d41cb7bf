import { socketClient } from '../support/live-client.js';
import { withToken } from '../support/access-tokens.js';
import { eventually } from '../support/eventually.js';
import type { ApiClient } from '../support/api-client.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

type Told = {
  readonly data?: { deliveryEvents: Record<string, unknown> } | null;
  errors?: unknown;
};

/**
 * Answers that are written once for many subscribers. Control: where fields of Event.message
 * are the same for all, the second of these tests is red; the third, where directives do not matter.
 */
describe('subscribers with one document', () => {
  let world: World;
  let shop: Tenant;
  let other: Tenant;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api', 'worker'] });
    shop = await world.aServer({ verifiedDomain: 'shared.test' });
    other = await world.aServer({ verifiedDomain: 'other-shared.test' });
  });
  afterAll(() => world.stop());

  /** What a subscriber on a socket of its own is told, from an event on. */
  function listen(api: ApiClient, query: string, variables: Record<string, unknown>) {
    const told: Told[] = [];
    const client = socketClient(api.url, api.headers['authorization'] ?? '');
    client.subscribe(
      { query, variables },
      {
        next: (result) => told.push(result as Told), // the shape that the query asks for
        error: (error) => told.push({ errors: error }),
        complete: () => undefined,
      },
    );
    return { told, stop: () => client.dispose() };
  }

  const eventsOf = (told: readonly Told[]) => told.map(({ data }) => data?.deliveryEvents);

  const hears = (told: readonly Told[], count: number) =>
    eventually(
      () => told,
      ({ length }) => length >= count,
    );

  type Subscriber = ReturnType<typeof listen>;

  /**
   * The second comes when the first has heard a message, so the first is told first; the next message
   * comes to both at once. Gives what they are told of its acceptance.
   */
  async function bothTold(beginFirst: () => Subscriber, beginSecond: () => Subscriber) {
    const first = beginFirst();
    await shop.send({ to: ['a@example.test'] });
    await hears(first.told, 2);
    const second = beginSecond();
    await hears(second.told, 2);
    await shop.send({ to: ['a@example.test'] });
    const told = await Promise.all([hears(first.told, 4), hears(second.told, 4)]);
    await Promise.all([first.stop(), second.stop()]);
    return told.map((all) => all[2]);
  }

  it('hear each what they asked for, of the server that they asked for', async () => {
    const query = `subscription ($serverId: ID!, $after: Cursor, $filter: DeliveryEventFilter) {
      deliveryEvents(serverId: $serverId, after: $after, filter: $filter) {
        __typename ...Facts ... on Event { was: kind }
      }
    }
    fragment Facts on Event { id recipient }`;
    const [here, there] = [await fromNow(shop), await fromNow(other)];
    const wanted = { filter: { kinds: ['ACCEPTED'] } };
    const all = [
      listen(shop.api, query, { ...here, ...wanted }),
      listen(shop.api, query, { ...here, ...wanted }),
      listen(shop.api, query, { ...here, filter: { recipient: 'b@example.test' } }),
      listen(other.api, query, { ...there, ...wanted }),
    ] as const;

    await shop.settles(await shop.send({ to: ['a@example.test'] }), 'DELIVERED');
    await shop.settles(await shop.send({ to: ['b@example.test'] }), 'DELIVERED');
    await other.settles(await other.send({ to: ['c@example.test'] }), 'DELIVERED');

    await Promise.all(all.map(({ told }, index) => hears(told, [2, 2, 1, 1][index] ?? 0)));
    const [one, same, some, theirs] = all.map(({ told }) => eventsOf(told));
    const id: unknown = expect.any(String);
    expect(one).toEqual([
      { __typename: 'Event', id, recipient: null, was: 'ACCEPTED' },
      { __typename: 'Event', id, recipient: null, was: 'ACCEPTED' },
    ]);
    expect(same).toEqual(one);
    expect(some).toEqual([
      {
        __typename: 'Event',
        id,
        recipient: 'b@example.test',
        was: 'DELIVERED',
      },
    ]);
    expect(one).not.toContainEqual(theirs?.[0]);
    for (const { stop } of all) await stop();
  });

  it('see each only what they may', async () => {
    const query = `subscription ($serverId: ID!, $after: Cursor) {
      deliveryEvents(serverId: $serverId, after: $after) { kind message { subject } }
    }`;
    const here = await fromNow(shop);
    const listener = await withToken(world.admin, { scopes: ['EVENTS_READ'] });
    const [full, limited] = await bothTold(
      () => listen(shop.api, query, here),
      () => listen(listener, query, here),
    );

    const message = { subject: 'Hello' };
    expect(full).toEqual({ data: { deliveryEvents: { kind: 'ACCEPTED', message } } });
    expect(limited).toMatchObject({
      data: { deliveryEvents: { kind: 'ACCEPTED', message: null } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('may differ in variables that the answer depends on', async () => {
    const query = `subscription ($serverId: ID!, $after: Cursor, $isShort: Boolean!) {
      deliveryEvents(serverId: $serverId, after: $after) { kind at @skip(if: $isShort) }
    }`;
    const here = await fromNow(shop);
    const [long, short] = await bothTold(
      () => listen(shop.api, query, { ...here, isShort: false }),
      () => listen(shop.api, query, { ...here, isShort: true }),
    );

    const at: unknown = expect.any(String);
    expect(long).toEqual({ data: { deliveryEvents: { kind: 'ACCEPTED', at } } });
    expect(short).toEqual({ data: { deliveryEvents: { kind: 'ACCEPTED' } } });
  });
});

async function fromNow({ api, serverId }: Tenant) {
  const { data } = await api.ask<{ node: { eventCursor: string } }, object>(
    'query ($id: ID!) { node(id: $id) { ... on MailServer { eventCursor } } }',
    { id: serverId },
  );
  return { serverId, after: data?.node.eventCursor };
}

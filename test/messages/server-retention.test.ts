import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { graphql } from '../gql/index.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const LIMIT = graphql(`
  mutation KeepFor($input: LimitMailServerInput!) {
    limitMailServer(input: $input) {
      __typename
      ... on LimitMailServerSuccess {
        mailServer {
          contentRetentionDays
          messageRetentionDays
        }
      }
    }
  }
`);
const KEPT = graphql(`
  query KeptMessage($id: ID!) {
    node(id: $id) {
      ... on Message {
        raw
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation CancelKept($ids: [ID!]!) {
    cancelDeliveries(input: { deliveryIds: $ids }) {
      __typename
    }
  }
`);

interface Days {
  readonly contentRetentionDays?: number | null;
  readonly messageRetentionDays?: number | null;
}

describe('the retention of a mail server', () => {
  let world: World;
  let tenants = 0;
  let passed = 0;
  beforeAll(async () => {
    const settings = { SESSION_LIFETIME: '400d', SESSION_IDLE_TIMEOUT: '400d' };
    world = await startWorld({ settings });
    world.sink.scripts.forever('later@example.test', refuse('rcpt', '450 4.2.1 Later'));
  });
  afterAll(() => world.stop());

  async function aTenant(days: Days): Promise<Tenant> {
    tenants += 1;
    const tenant = await world.aServer({ verifiedDomain: `kept-${tenants}.test` });
    await keep(tenant, days);
    return tenant;
  }

  const keep = (tenant: Tenant, days: Days) =>
    world.admin.run(LIMIT, { input: { mailServerId: tenant.serverId, ...days } });

  async function delivered(tenant: Tenant): Promise<string> {
    const id = await tenant.send();
    await tenant.settles(id, 'DELIVERED');
    return id;
  }

  /** One that is tried again and again, and one that waits for a release. */
  async function unsettled(tenant: Tenant): Promise<[string, string]> {
    const queued = await tenant.send({ to: ['later@example.test'] });
    await tenant.tried(queued, 1);
    const { secret } = await createCredential(world.admin, tenant.serverId, 'API', { hold: true });
    const { data } = await world.admin
      .bearer(secret)
      .ask<{ sendMessage: { message: { id: string } } }, object>(
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on SendMessageSuccess { message { id } } } }',
        { input: { from: `app@${tenant.domain}`, to: ['held@example.test'], text: 'Kept.' } },
      );
    return [queued, data!.sendMessage.message.id];
  }

  /** To the beginning of that day since the first test began, and a little, with a round of all retention. */
  async function toDay(day: number): Promise<void> {
    world.clock.advance((day - passed) * DAY_MS);
    passed = day;
    await world.services.retention.run();
    await world.services.messageRetention.run();
  }

  /** `raw`: all is there. `gone`: the message without content. Null: no message. */
  const states = (...messages: readonly (readonly [Tenant, string])[]) =>
    Promise.all(
      messages.map(async ([tenant, id]) => {
        const { node } = await tenant.api.run(KEPT, { id });
        if (!node || !('raw' in node)) return null;
        return node.raw === null ? 'gone' : 'raw';
      }),
    );

  /** How many rows of these tables the mail server has. */
  async function rows(tenant: Tenant, ...tables: readonly string[]): Promise<number[]> {
    const { id } = decodeGlobalId(tenant.serverId);
    const counts = tables.map((table) =>
      world.database.query<{ n: bigint }[]>(
        `SELECT COUNT(*) AS n FROM ${table} WHERE server_id = ?`,
        [id],
      ),
    );
    return (await Promise.all(counts)).map(([row]) => Number(row?.n));
  }

  it('lets content go on its day and not before, whatever others keep', async () => {
    world.clock.advance(HOUR_MS);
    const [brief, usual, hundred, more, long] = [
      await aTenant({}),
      await aTenant({}),
      await aTenant({ contentRetentionDays: 100 }),
      await aTenant({ contentRetentionDays: 110 }),
      await aTenant({ contentRetentionDays: 3_650 }),
    ];
    const early = await delivered(brief);
    await keep(brief, { contentRetentionDays: 3 });
    await world.services.retention.run();
    const late = await delivered(brief);
    const [queued, held] = await unsettled(brief);
    const others = await Promise.all([usual, hundred, more, long].map(delivered));
    const all = () =>
      states(
        ...[early, late, queued, held].map((id) => [brief, id] as const),
        ...[usual, hundred, more, long].map((tenant, n) => [tenant, others[n]!] as const),
      );

    await toDay(3);
    expect(await all()).toEqual(Array(8).fill('raw'));
    await toDay(5);
    expect(await all()).toEqual(['raw', 'gone', 'raw', 'raw', 'raw', 'raw', 'raw', 'raw']);
    await toDay(32);
    expect(await all()).toEqual(['gone', 'gone', 'raw', 'raw', 'gone', 'raw', 'raw', 'raw']);
    await toDay(102);
    expect((await all()).slice(4)).toEqual(['gone', 'gone', 'raw', 'raw']);
    await toDay(112);
    expect((await all()).slice(4)).toEqual(['gone', 'gone', 'gone', 'raw']);

    const waiting = await brief.message(queued);
    await brief.api.run(CANCEL, { ids: waiting!.deliveries.nodes.map(({ id }) => id) });
    await toDay(117);
    expect((await all()).slice(0, 4)).toEqual(['gone', 'gone', 'gone', 'raw']);
    const [catchAll] = await world.database.query<{ n: bigint }[]>(
      'SELECT COUNT(*) AS n FROM message_contents PARTITION (p_rest)',
    );
    expect(Number(catchAll?.n)).toBe(0);
  });

  it('lets messages and all that is known of them go, not before their content', async () => {
    passed = 0;
    const shop = await aTenant({ contentRetentionDays: 3, messageRetentionDays: 10 });
    const eager = await aTenant({ messageRetentionDays: 2 });
    const other = await aTenant({ contentRetentionDays: 3 });
    const [sold, asked, kept] = await Promise.all([shop, eager, other].map(delivered));
    const [queued, held] = await unsettled(shop);
    const everything = ['messages', 'deliveries', 'attempts', 'events'];
    const all = () => states([shop, sold!], [eager, asked!], [other, kept!]);

    await toDay(9);
    expect(await all()).toEqual(['gone', 'raw', 'gone']);
    expect((await rows(shop, 'messages', 'deliveries'))[0]).toBe(3);
    await toDay(11);
    expect(await all()).toEqual([null, 'raw', 'gone']);
    expect(await states([shop, queued], [shop, held])).toEqual(['raw', 'raw']);
    expect(await rows(shop, 'messages', 'deliveries')).toEqual([2, 2]);
    await toDay(32);
    expect(await all()).toEqual([null, null, 'gone']);
    expect(await rows(eager, ...everything, 'message_contents')).toEqual([0, 0, 0, 0, 0]);
    expect((await rows(other, ...everything)).every((count) => count > 0)).toBe(true);

    await keep(other, { messageRetentionDays: 1 });
    const fresh = await delivered(other);
    await toDay(32);
    expect(await states([other, kept!], [other, fresh])).toEqual([null, 'raw']);
    expect((await other.message(fresh))?.events.nodes.map(({ kind }) => kind)).toEqual([
      'ACCEPTED',
      'DELIVERED',
    ]);
  });

  it.each([
    ['contentRetentionDays', 0],
    ['contentRetentionDays', 3_651],
    ['messageRetentionDays', 0],
    ['messageRetentionDays', 36_501],
  ])('is refused as %s %p', async (name, days) => {
    const shop = await world.aServer();
    const { errors } = await world.admin.ask(LIMIT, {
      input: { mailServerId: shop.serverId, [name]: days },
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['input', name] }],
    });
  });
});

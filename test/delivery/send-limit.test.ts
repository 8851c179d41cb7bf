import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { graphql } from '../gql/index.js';
import { eventually } from '../support/eventually.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const LIMIT = graphql(`
  mutation LimitServer($input: LimitMailServerInput!) {
    limitMailServer(input: $input) {
      __typename
    }
  }
`);
const USAGE = graphql(`
  query SendUsage($id: ID!) {
    node(id: $id) {
      ... on MailServer {
        sendLimit
        sendUsage {
          limit
          used
        }
      }
    }
  }
`);
const EVENTS = graphql(`
  query SendLimitEvents($id: ID!, $kinds: [EventKind!]!) {
    node(id: $id) {
      ... on MailServer {
        events(first: 100, filter: { kinds: $kinds }) {
          nodes {
            recipient
            reason
            nextAttemptAt
          }
        }
      }
    }
  }
`);
const CHANGE = graphql(`
  mutation ChangeWaiting($retry: RetryDeliveriesInput!, $cancel: CancelDeliveriesInput!) {
    retryDeliveries(input: $retry) {
      __typename
    }
    cancelDeliveries(input: $cancel) {
      __typename
    }
  }
`);

/** More than an hour: what went out in the last minute is over, too. */
const NEXT_HOUR_MS = 62 * 60_000;

describe('the send limit of a mail server', () => {
  let world: World;
  let workers: (() => Promise<void>)[];
  let tenants = 0;
  beforeAll(async () => {
    const settings = { SWEEP_INTERVAL: '100ms', RETRY_FIRST: '300ms' };
    world = await startWorld({ settings, roles: ['api', 'smtp'] });
    workers = [await world.anotherWorker(), await world.anotherWorker()];
  });
  afterAll(() => world.stop());

  async function aTenant(sendLimit: number | null): Promise<Tenant> {
    tenants += 1;
    const tenant = await world.aServer({ verifiedDomain: `limited-${tenants}.test` });
    await limit(tenant, sendLimit);
    return tenant;
  }

  const limit = (tenant: Tenant, sendLimit: number | null) =>
    world.admin.run(LIMIT, { input: { mailServerId: tenant.serverId, sendLimit } });

  const recipients = (tenant: Tenant, count: number) =>
    Array.from({ length: count }, (_, n) => `r${n}-of-${tenant.number}@example.test`);

  /** How often each recipient got the mail, those only who got any. */
  const arrived = (tenant: Tenant, count: number) =>
    recipients(tenant, count).flatMap((to) => world.mailbox(to).mails.length || []);

  /** Waits until nothing of the tenant is due any more: it has arrived, or waits for a later time. */
  const rests = (arrivals: () => readonly number[], count: number) =>
    eventually(
      async () => {
        const [row] = await world.database.query<{ due: string }[]>(
          'SELECT COUNT(*) AS due FROM queue WHERE due_at <= ?',
          [world.clock.now()],
        );
        return { due: Number(row?.due), arrived: arrivals().length };
      },
      (now) => now.due === 0 && now.arrived >= count,
    );

  async function usage(tenant: Tenant) {
    const { node } = await world.admin.run(USAGE, { id: tenant.serverId });
    return node && 'sendUsage' in node ? node.sendUsage : undefined;
  }

  async function events(tenant: Tenant, kind: 'WAITING' | 'SEND_LIMIT_REACHED') {
    const { node } = await world.admin.run(EVENTS, { id: tenant.serverId, kinds: [kind] });
    return node && 'events' in node ? node.events.nodes : [];
  }

  it('lets the overflow wait, and go hour by hour, through restarts, once each', async () => {
    const shop = await aTenant(10);
    const to = recipients(shop, 35);
    const got = () => arrived(shop, 35);
    const id = await shop.send({ to });

    await rests(got, 10);
    expect(got()).toHaveLength(10);
    expect(await usage(shop)).toEqual({ limit: 10, used: 10 });
    const waiting = await events(shop, 'WAITING');
    expect(new Set(waiting.map(({ recipient }) => recipient)).size).toBe(25);
    expect(waiting).toHaveLength(25);
    const [reached, ...more] = await events(shop, 'SEND_LIMIT_REACHED');
    expect([reached?.reason, waiting[0]?.reason]).toEqual(
      Array(2).fill('The send limit of the mail server is reached: 10 in 60 minutes'),
    );
    expect(more).toEqual([]);
    const times = waiting.map(({ nextAttemptAt }) => Date.parse(nextAttemptAt ?? ''));
    expect(Math.min(...times)).toBeGreaterThan(world.clock.now().getTime() + 50 * 60_000);
    const rows = await world.database.query<{ status: string; attempts: number; at: Date }[]>(
      `SELECT d.status, d.attempts, d.next_attempt_at AS at FROM deliveries d JOIN mail_servers s
       ON s.id = d.server_id WHERE s.send_limit = 10 AND d.status = 'QUEUED'`,
    );
    expect(rows).toHaveLength(25);
    expect(rows.every(({ attempts, at }) => attempts === 0 && at > world.clock.now())).toBe(true);

    world.clock.advance(NEXT_HOUR_MS);
    await rests(got, 20);
    expect(got()).toHaveLength(20);

    await Promise.all(workers.map((end) => end()));
    world.clock.advance(NEXT_HOUR_MS);
    workers = [await world.anotherWorker(), await world.anotherWorker()];
    await rests(got, 30);
    expect(got()).toHaveLength(30);
    expect(await events(shop, 'WAITING')).toHaveLength(25);

    await limit(shop, 12);
    await rests(got, 32);
    expect(got()).toHaveLength(32);
    await limit(shop, null);
    await rests(got, 35);
    expect(got()).toEqual(Array(35).fill(1));
    expect(await usage(shop)).toBeNull();
    await shop.settles(id, 'DELIVERED');
    const [attempts] = await world.database.query<{ most: number }[]>(
      "SELECT MAX(attempts) AS most FROM deliveries WHERE recipient LIKE ? AND status = 'DELIVERED'",
      [`%-of-${shop.number}@example.test`],
    );
    expect(attempts?.most).toBe(1);
  });

  it('holds when workers claim at the same time', async () => {
    const shop = await aTenant(20);
    const to = recipients(shop, 60);
    await Promise.all(to.map((each) => shop.send({ to: [each] })));

    await rests(() => arrived(shop, 60), 20);
    expect(arrived(shop, 60)).toEqual(Array(20).fill(1));
    expect(await usage(shop)).toEqual({ limit: 20, used: 20 });
  });

  it('slows no other mail server', async () => {
    const [slow, quick] = [await aTenant(2), await aTenant(null)];
    await slow.send({ to: recipients(slow, 30) });
    await quick.send({ to: recipients(quick, 30) });

    await rests(() => arrived(quick, 30), 30);
    expect(arrived(quick, 30)).toEqual(Array(30).fill(1));
    expect(arrived(slow, 30)).toHaveLength(2);
  });

  it('counts a delivery once, however often it is tried', async () => {
    const shop = await aTenant(1);
    const to = `busy-${shop.number}@example.test`;
    world.sink.scripts.next(to, refuse('rcpt', '450 4.2.1 Busy'));
    const id = await shop.send({ to: [to] });

    const { deliveries } = await shop.settles(id, 'DELIVERED');
    expect(deliveries.nodes).toMatchObject([{ attemptCount: 2 }]);
    expect(await usage(shop)).toEqual({ limit: 1, used: 1 });
  });

  it('is not got round by asking for another attempt; who waits can be cancelled', async () => {
    const shop = await aTenant(1);
    const first = await shop.send({ to: recipients(shop, 1) });
    await shop.settles(first, 'DELIVERED');
    const id = await shop.send({ to: ['impatient@example.test', 'unwanted@example.test'] });
    await eventually(
      () => events(shop, 'WAITING'),
      (waiting) => waiting.length === 2,
    );
    const [impatient, unwanted] = (await shop.message(id))!.deliveries.nodes.map(
      (delivery) => delivery.id,
    );
    await world.admin.run(CHANGE, {
      retry: { deliveryIds: [impatient!] },
      cancel: { deliveryIds: [unwanted!] },
    });
    await rests(() => [], 0);
    const state = () => shop.message(id);
    expect((await state())?.deliveries.nodes).toMatchObject([
      { status: 'QUEUED', attemptCount: 0 },
      { status: 'CANCELLED', attemptCount: 0 },
    ]);

    world.clock.advance(NEXT_HOUR_MS);
    await world.mailbox('impatient@example.test').receives();
    expect(world.mailbox('unwanted@example.test').mails).toEqual([]);
  });

  it.each([0, -1, 10_000_001])('may not be %p', async (sendLimit) => {
    const shop = await world.aServer();
    const { errors } = await world.admin.ask(LIMIT, {
      input: { mailServerId: shop.serverId, sendLimit },
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['input', 'sendLimit'] }],
    });
  });
});

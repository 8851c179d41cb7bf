/**
 * B-06: one domain that is dead, or swallows every connection, has a long queue among live ones. It gets no more
 * than its share of the slots, and the live ones hardly notice. Control: a domain that is alive and brisk, with the
 * same queue, does get more than that share, so that the bound seen is the bound of the dead.
 */
import { figure } from '../support/figures.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { BadReceiver, silence } from '../hostile/bad-receiver.js';

const DEAD = figure({ t0: 600, long: 10_000 });
const DOMAINS = 100;
const ROUNDS = figure({ t0: 5, long: 50 });
const SLOTS = 60;
/** Of the slots, for a destination that has not shown that it is quick. */
const SHARE = 0.25;
/**
 * How many times longer the live mail may take beside the dead, on processors that are shared. Who refuses at
 * once has all of its queue deferred at once, and recording that is work like any other.
 */
const MOST_LOSS = { 'tarpit.test': 2, 'dead.test': 3 };
const SLACK_MS = 1_000;
const PER_MESSAGE = 1_000;

describe('B-06 a dead domain among live ones', () => {
  let world: World;
  let shop: Tenant;
  let tarpit: BadReceiver;
  beforeAll(async () => {
    const settings = { DELIVERY_CONCURRENCY: String(SLOTS), SMTP_CONNECT_TIMEOUT: '4s' };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    for (const name of names) world.receiver(name);
    const host = nextLoopbackAddress();
    tarpit = await BadReceiver.start({ host, port: world.sink.port }, { connect: silence });
    world.dns.zone('tarpit.test').set('tarpit.test', 'A', host);
    world.dns.zone('dead.test').set('dead.test', 'A', nextLoopbackAddress());
    await deliverLive(1); // so that every lane has shown its pace
  });
  afterAll(async () => {
    await tarpit.stop();
    await world.stop();
  });

  const names = Array.from({ length: DOMAINS }, (_, number) => `live-${number}.test`);

  /** Milliseconds until so many messages to each live domain have arrived. */
  async function deliverLive(rounds: number): Promise<number> {
    const before = world.sink.accepted;
    const began = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      await shop.send({ to: names.map((name) => `ann@${name}`) });
    }
    await world.sink.until(() => world.sink.accepted >= before + rounds * DOMAINS, 600_000);
    return performance.now() - began;
  }

  async function burden(domain: string, count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += PER_MESSAGE) {
      const people = Math.min(PER_MESSAGE, count - sent);
      await shop.send({
        to: Array.from({ length: people }, (_, number) => `dead-${sent + number}@${domain}`),
      });
    }
  }

  /** The most slots that the domain was seen to have, until `done`. */
  async function mostSlotsOf(domain: string, done: Promise<unknown>): Promise<number> {
    let most = 0;
    let isDone = false;
    void done.finally(() => (isDone = true));
    do {
      const [row] = await world.database.query<{ n: bigint }[]>(
        'SELECT COUNT(*) AS n FROM queue WHERE destination = ? AND lease_until > NOW(6)',
        [domain],
      );
      most = Math.max(most, Number(row?.n));
    } while (!isDone);
    return most;
  }

  it.each(['tarpit.test', 'dead.test'] as const)(
    '%s uses its share, and the others hardly notice',
    async (domain) => {
      const alone = await deliverLive(ROUNDS);
      await burden(domain, DEAD);
      const live = deliverLive(ROUNDS);
      const slots = await mostSlotsOf(domain, live);

      expect(slots).toBeLessThanOrEqual(Math.ceil(SLOTS * SHARE));
      expect(await live).toBeLessThan(MOST_LOSS[domain] * alone + SLACK_MS);
    },
    figure({ t0: 60_000, long: 900_000 }),
  );

  it('control: a live domain with such a queue gets more than that share', async () => {
    world.receiver('brisk.test');
    await shop.settles(await shop.send({ to: ['ann@brisk.test'] }), 'DELIVERED');
    const before = world.sink.accepted;
    await burden('brisk.test', 1_000);
    const all = world.sink.until(() => world.sink.accepted >= before + 1_000, 60_000);
    expect(await mostSlotsOf('brisk.test', all)).toBeGreaterThan(Math.ceil(SLOTS * SHARE));
  });
});

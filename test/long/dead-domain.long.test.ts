/**
 * B-06: one domain that is dead, or swallows every connection, has a long queue among live ones. It gets no more
 * than its share of the slots, and the live ones hardly notice. Control: a domain that is alive and brisk, with the
 * same queue, does get more than that share, so that the bound seen is the bound of the dead.
 */
import { burden, LiveDomains, mostSlotsOf, SHARE } from '../delivery/dead-domain.js';
import { BadReceiver, silence } from '../hostile/bad-receiver.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const DEAD = 10_000;
const DOMAINS = 100;
const ROUNDS = 50;
const PATIENCE_MS = 400_000;
const SLOTS = 60;
const MOST = SLOTS * SHARE;
/**
 * How many times longer the live mail may take beside the dead, on processors that are shared. Who refuses at
 * once has all of its queue deferred at once, and recording that is work like any other.
 */
const MOST_LOSS = { 'tarpit.test': 2, 'dead.test': 3 };
const SLACK_MS = 1_000;

describe('B-06 a dead domain among live ones', () => {
  let world: World;
  let shop: Tenant;
  let live: LiveDomains;
  let tarpit: BadReceiver;
  beforeAll(async () => {
    const settings = { DELIVERY_CONCURRENCY: String(SLOTS), SMTP_CONNECT_TIMEOUT: '4s' };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    live = new LiveDomains(world, shop, DOMAINS);
    const host = nextLoopbackAddress();
    tarpit = await BadReceiver.start({ host, port: world.sink.port }, { connect: silence });
    world.dns.zone('tarpit.test').set('tarpit.test', 'A', host);
    world.dns.zone('dead.test').set('dead.test', 'A', nextLoopbackAddress());
    await live.deliver(1, PATIENCE_MS); // so that every lane has shown its pace
  });
  afterAll(async () => {
    await tarpit.stop();
    await world.stop();
  });

  async function timeToDeliver(): Promise<number> {
    const began = performance.now();
    await live.deliver(ROUNDS, PATIENCE_MS);
    return performance.now() - began;
  }

  it.each(['tarpit.test', 'dead.test'] as const)(
    '%s uses its share, and the others hardly notice',
    async (domain) => {
      const alone = await timeToDeliver();
      await burden(shop, domain, DEAD);
      const beside = timeToDeliver();

      expect(await mostSlotsOf(world, domain, beside)).toBeLessThanOrEqual(MOST);
      expect(await beside).toBeLessThan(MOST_LOSS[domain] * alone + SLACK_MS);
    },
    900_000,
  );

  it('control: a live domain with such a queue gets more than that share', async () => {
    world.receiver('brisk.test');
    await shop.settles(await shop.send({ to: ['ann@brisk.test'] }), 'DELIVERED');
    const expected = world.sink.accepted + 1_000;
    await burden(shop, 'brisk.test', 1_000);
    const arrived = world.sink.until(() => world.sink.accepted >= expected);
    expect(await mostSlotsOf(world, 'brisk.test', arrived)).toBeGreaterThan(MOST);
    await arrived;
  });
});

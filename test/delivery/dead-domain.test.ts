/**
 * B-06: a domain that swallows every connection, or refuses all of them, has a long queue in front of live ones.
 * It gets no more than its share of the slots, and the mail behind it arrives while its own still hangs: counts
 * and order, on any machine. How little the others notice is measured by test/long/dead-domain.long.test.ts.
 *
 * Control: a domain that is brisk gets more than that share of the same slots.
 */
import { BadReceiver, silence } from '../hostile/bad-receiver.js';
import { eventually } from '../support/eventually.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { burden, LiveDomains, mostSlotsOf, SHARE, slotsOf } from './dead-domain.js';

const SLOTS = 20;
const MOST = SLOTS * SHARE;
const WAITING = 5 * SLOTS;
const DOMAINS = 30;
const ROUNDS = 3;
const PATIENCE_MS = 40_000;
/** That a lane knows its destination to be brisk. */
const FIRST = 20;

describe('B-06 a dead domain', () => {
  let world: World;
  let shop: Tenant;
  let live: LiveDomains;
  let tarpit: BadReceiver;
  beforeAll(async () => {
    const settings = {
      DELIVERY_CONCURRENCY: String(SLOTS),
      CONNECTIONS_PER_LANE: String(SLOTS), // so that the slots are the bound
      SMTP_CONNECT_TIMEOUT: '1h',
    };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    live = new LiveDomains(world, shop, DOMAINS);
    const host = nextLoopbackAddress();
    tarpit = await BadReceiver.start({ host, port: world.sink.port }, { connect: silence });
    world.dns.zone('tarpit.test').set('tarpit.test', 'A', host);
    world.dns.zone('dead.test').set('dead.test', 'A', nextLoopbackAddress());
    world.receiver('brisk.test');
  });
  afterAll(async () => {
    world.sink.dropAll(); // what the control has hung up there
    await tarpit.stop();
    await world.stop();
  });

  /** Deliveries to a domain that were tried at least once. */
  async function countTried(domain: string): Promise<number> {
    const [row] = await world.database.query<{ n: bigint }[]>(
      `SELECT COUNT(*) AS n FROM queue q
       JOIN deliveries d ON d.server_id = q.server_id AND d.id = q.delivery_id
       WHERE q.destination = ? AND d.attempts > 0`,
      [domain],
    );
    return Number(row?.n);
  }

  it('that swallows connections gets its share, and the mail behind it arrives meanwhile', async () => {
    await burden(shop, 'tarpit.test', WAITING);
    await eventually(
      () => tarpit.connections,
      (connections) => connections >= MOST,
    );

    await live.deliver(ROUNDS, PATIENCE_MS);

    expect(tarpit.connections).toBe(MOST);
    expect(await slotsOf(world, 'tarpit.test')).toBe(MOST);
    expect(await countTried('tarpit.test')).toBe(0);
  });

  it('that refuses connections gets its share, too', async () => {
    await burden(shop, 'dead.test', WAITING);
    const arrived = live.deliver(ROUNDS, PATIENCE_MS);
    expect(await mostSlotsOf(world, 'dead.test', arrived)).toBeLessThanOrEqual(MOST);
    await arrived;
    await eventually(
      () => countTried('dead.test'),
      (tried) => tried >= MOST,
    );
  });

  it('control: a domain that is brisk gets more', async () => {
    for (let sent = 0; sent < FIRST; sent += 1) {
      await shop.settles(await shop.send({ to: ['first@brisk.test'] }), 'DELIVERED');
    }
    for (let number = 0; number < WAITING; number += 1) {
      world.sink.scripts.forever(`person-${number}@brisk.test`, { at: 'dot', hang: true });
    }
    await burden(shop, 'brisk.test', WAITING);
    await eventually(
      () => slotsOf(world, 'brisk.test'),
      (slots) => slots > MOST,
    );
  });
});

/**
 * a worker that stands still for three leases has lost what it held. Another one delivers it,
 * and the zombie, once it goes on, neither sends the final dot nor touches the outcome.
 *
 * Control: a worker that stands still behind its dot makes a double, so the test would see one; even
 * then the zombie's own outcome is not recorded.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { violations } from '../support/audit.js';
import { eventually } from '../support/eventually.js';
import { RunningWorld } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';

const LEASE_MS = 2_000;

describe('a worker that stands still for three leases', () => {
  let world: RunningWorld;
  let shop: Tenant;
  let fencedSoFar = 0;
  beforeAll(async () => {
    world = await RunningWorld.start({
      hasTraps: true,
      settings: { LEASE: `${LEASE_MS}ms`, WORKER_PROCESSES: '2' },
    });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  /** One message whose worker freezes at the failpoint; resolves when the zombie has given up. */
  async function sendAndFreezeAt(failpoint: string, recipient: string): Promise<string> {
    world.posthouse.trap(failpoint, 'stop');
    const id = await shop.send({ to: [recipient] });
    const zombie = await eventually(
      () => world.posthouse.caughtAt(failpoint),
      (pid) => pid !== null,
    );
    await sleep(3 * LEASE_MS);
    await shop.settles(id, 'DELIVERED');
    process.kill(zombie!, 'SIGCONT');
    fencedSoFar += 1;
    await eventually(fenced, (count) => count === fencedSoFar);
    return id;
  }

  function fenced(): number {
    return world.posthouse.text.split('lease was lost, nothing was recorded').length - 1;
  }

  async function attemptsOf(id: string): Promise<(string | null)[]> {
    const message = await shop.message(id);
    const [delivery] = message!.deliveries.nodes;
    return delivery!.attempts.nodes.map(({ outcome }) => outcome.kind);
  }

  const points = [
    'delivery.leased',
    'delivery.connected',
    'courier.beforeDot',
    'courier.beforeDot',
    'courier.beforeDot',
  ];

  it.each(points.map((point, index) => [point, index + 1] as const))(
    'at %s never sends its dot (round %i)',
    async (point, round) => {
      const recipient = `zombie-${round}@example.test`;

      const id = await sendAndFreezeAt(point, recipient);

      expect(world.sink.mailsTo(recipient)).toHaveLength(1);
      expect(await attemptsOf(id)).toEqual(['DELIVERED']);
      expect(await violations(world)).toEqual([]);
    },
    60_000,
  );

  it('behind its dot makes a double and still overwrites nothing (control)', async () => {
    const id = await sendAndFreezeAt('courier.dotSent', 'control@example.test');

    expect(world.sink.mailsTo('control@example.test')).toHaveLength(2);
    expect(await attemptsOf(id)).toEqual(['DELIVERED']);
    expect(await violations(world)).toEqual([]);
  }, 60_000);
});

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
  let zombies = 0;
  beforeAll(async () => {
    world = await RunningWorld.start({
      hasTraps: true,
      settings: { LEASE: `${LEASE_MS}ms`, WORKER_PROCESSES: '4' },
    });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  /** A message whose worker freezes there. */
  async function sendAndFreeze(failpoint: string, recipient: string) {
    world.posthouse.trap(failpoint, 'stop');
    const id = await shop.send({ to: [recipient] });
    const pid = await eventually(
      () => world.posthouse.caughtAt(failpoint),
      (caught) => caught !== null,
    );
    zombies += 1;
    return { id, pid: pid!, recipient };
  }

  /** One worker after the other freezes; after three leases all of them go on, and give up. */
  async function freezeAt(failpoints: Readonly<Record<string, string>>) {
    const frozen = [];
    for (const [name, failpoint] of Object.entries(failpoints)) {
      frozen.push(await sendAndFreeze(failpoint, `${name}@example.test`));
    }
    await sleep(3 * LEASE_MS);
    for (const { id } of frozen) await shop.settles(id, 'DELIVERED');
    for (const { pid } of frozen) process.kill(pid, 'SIGCONT');
    await eventually(countFenced, (count) => count === zombies);
    return Promise.all(
      frozen.map(async ({ id, recipient }) => [
        world.sink.mailsTo(recipient).length,
        ...(await attemptsOf(id)),
      ]),
    );
  }

  function countFenced(): number {
    return world.posthouse.text.split('lease was lost, nothing was recorded').length - 1;
  }

  async function attemptsOf(id: string): Promise<(string | null)[]> {
    const message = await shop.message(id);
    return message!.deliveries.nodes[0]!.attempts.nodes.map(({ outcome }) => outcome.kind);
  }

  it('sends no dot and changes no outcome, wherever it stood', async () => {
    const first = await freezeAt({
      claimed: 'delivery.leased',
      connected: 'delivery.connected',
      sending: 'courier.beforeDot',
    });
    const second = await freezeAt({ again: 'courier.beforeDot', 'once-more': 'courier.beforeDot' });

    expect([...first, ...second]).toEqual(Array.from({ length: 5 }, () => [1, 'DELIVERED']));
    expect(await violations(world)).toEqual([]);
  }, 120_000);

  it('doubles when it stood behind its dot, and still changes no outcome (control)', async () => {
    expect(await freezeAt({ control: 'courier.dotSent' })).toEqual([[2, 'DELIVERED']]);
    expect(await violations(world)).toEqual([]);
  }, 60_000);
});

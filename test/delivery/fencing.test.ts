import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

describe('a delivery that another worker has taken over', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld({ settings: { LEASE: '2s', SWEEP_INTERVAL: '200ms' } });
    shop = await world.aServer({ verifiedDomain: 'fencing.test' });
  });
  afterAll(() => world.stop());

  const countClaimed = async () => {
    const [row] = await world.database.query<{ count: bigint }[]>(
      'SELECT COUNT(*) AS count FROM queue WHERE lease_token IS NOT NULL',
    );
    return Number(row?.count);
  };

  /** The queue row as another worker's claim would leave it. */
  const takeOver = (seconds: number) =>
    world.database.query(
      'UPDATE queue SET lease_token = 1, lease_until = NOW(6) + INTERVAL ? SECOND',
      [seconds],
    );

  it('is not settled by the first one, and is finished once the second is gone, too', async () => {
    world.sink.scripts.next('slow@example.test', { at: 'dot', delayMs: 2_000 });
    const id = await shop.send({ to: ['slow@example.test'] });
    await eventually(countClaimed, (count) => count === 1);
    await sleep(500); // by now it waits for the reply to the dot
    await takeOver(4);

    await world.mailbox('slow@example.test').receives();
    await sleep(300); // the reply has come to the first worker
    const whileTaken = await shop.message(id);
    expect(whileTaken?.deliveries.nodes[0]).toMatchObject({ status: 'QUEUED', attemptCount: 0 });
    expect(whileTaken?.events.nodes.map(({ kind }) => kind)).toEqual(['ACCEPTED']);

    const settled = await shop.settles(id, 'DELIVERED');
    expect(settled.deliveries.nodes[0]?.attemptCount).toBe(1);
    expect(settled.events.nodes.map(({ kind }) => kind)).toEqual(['ACCEPTED', 'DELIVERED']);
    expect(world.mailbox('slow@example.test').mails).toHaveLength(2);
  });
});

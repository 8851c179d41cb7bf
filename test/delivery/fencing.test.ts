import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

/**
 * So many before it that a mail is the second on one connection after the other, more often than an attempt
 * reconnects: each of these ends its connection, and half of them are left.
 */
const LATE = 2 ** 5 - 1;

describe('a delivery that another worker has taken over', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    const settings = {
      ...{ LEASE: '2s', SWEEP_INTERVAL: '200ms' },
      CONNECTIONS_PER_LANE: '1',
      DELIVERY_CONCURRENCY: '200',
    };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'fencing.test' });
  });
  afterAll(() => world.stop());

  const countQueue = async (condition: string) => {
    const [row] = await world.database.query<{ count: bigint }[]>(
      `SELECT COUNT(*) AS count FROM queue WHERE ${condition}`,
    );
    return Number(row?.count);
  };
  const countClaimed = () => countQueue('lease_token IS NOT NULL');
  const countLeft = () => countQueue('TRUE');

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

  /** Nobody can renew what is claimed just now, until the end of this. */
  const lockQueue = async (meanwhile: () => Promise<void>) => {
    await world.database.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
    await world.database.query('START TRANSACTION');
    await world.database.query('SELECT * FROM queue FOR UPDATE');
    await meanwhile();
    await world.database.query('ROLLBACK');
  };

  it('takes no time from those that wait behind it on its connection', async () => {
    world.receiver('busy.test');
    const { connections } = world.sink;
    const late = Array.from({ length: LATE }, (_, index) => `late-${index}@busy.test`);
    world.sink.scripts.next('late-0@busy.test', { at: 'rcpt', delayMs: 5_000 });
    await shop.send({ to: late });
    await eventually(countClaimed, (count) => count === LATE);
    let behindId = '';
    await lockQueue(async () => {
      await sleep(2_500); // the lease is over before the first of them is answered
      behindId = await shop.send({ to: ['behind@busy.test'] });
      await sleep(500); // by now it waits for its turn
    });

    const behind = await shop.settles(behindId, 'DELIVERED');
    expect(behind.deliveries.nodes[0]?.attemptCount).toBe(1);
    await eventually(countLeft, (left) => left === 0);
    expect(world.sink.connections).toBeLessThan(connections + 5);
    expect(late.map((address) => world.mailbox(address).mails.length)).toEqual(late.map(() => 1));
  });
});

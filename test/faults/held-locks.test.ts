/**
 * Somebody holds a lock that every settlement needs for three leases, as a process does that stands still in
 * its transaction, and then the connections break or MariaDB dies. What was sent meanwhile is recorded
 * afterwards and not sent again, and what was only claimed is not taken from its worker.
 *
 * Control: without all three protections (short waits for locks, the grace after an outage, a worker that
 * leaves alone what it holds) mail comes twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { violations } from '../support/audit.js';
import { itLong } from '../support/figures.js';
import { Ledger } from '../support/ledger.js';
import { Mutant } from '../support/mutant.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { Rivals } from './rivals.js';

/** MariaDB waits for a lock for whole seconds: this lease is long enough for one second to be a part of it. */
const LEASE_MS = 4_000;
const HELD_MS = 3 * LEASE_MS;
const MAILS = 8;
/** Replies so far apart that several settlements wait beside each other for the lock, in more than one group. */
const APART_MS = 250;
const LOOK_MS = 100;

interface Stage {
  readonly world: RunningWorld;
  readonly shop: Tenant;
  readonly rivals: Rivals;
}

async function open(main?: string): Promise<Stage> {
  const settings = { LEASE: `${LEASE_MS}ms`, WORKER_PROCESSES: '2' };
  const world = await RunningWorld.start({ settings, main });
  const shop = await world.aServer({ verifiedDomain: 'shop.test' });
  return { world, shop, rivals: await Rivals.at(world.databaseUrl) };
}

async function close({ world, rivals }: Stage): Promise<void> {
  rivals.stop();
  await world.stop();
}

/** Their dots have left before the lock is taken, and their replies come while it is held. */
async function copiesAfter({ world, shop, rivals }: Stage, end: () => Promise<unknown>) {
  const recipients = Array.from({ length: MAILS }, (_, index) => `held-${index}@example.test`);
  recipients.forEach((recipient, index) => {
    const delayMs = 500 + index * APART_MS;
    world.sink.scripts.next(recipient, { at: 'dot', keep: true, delayMs, reply: TAKEN });
  });
  const before = recipients.map((recipient) => world.sink.mailsTo(recipient).length);
  const [server] = await rivals.query<{ id: bigint }[]>('SELECT id FROM mail_servers');
  const accepted = world.sink.accepted;
  await shop.send({ to: recipients });
  await world.delivered(accepted + MAILS);
  const held = rivals.holdClock(server!.id, HELD_MS).catch(() => undefined); // it breaks, too
  await sleep(HELD_MS - 200);
  await end();
  await held;
  await world.drained();
  return recipients.map(
    (recipient, index) => world.sink.mailsTo(recipient).length - before[index]!,
  );
}

const TAKEN = '250 2.0.0 taken';
const ONCE = Array.from({ length: MAILS }, () => 1);

/** Looks at the leases until it is asked how long one has been over, at most, while its delivery was still held. */
function longestLapse({ rivals }: Stage): () => Promise<number> {
  let longestMs = 0;
  let isOver = false;
  const looking = (async () => {
    for (; !isOver; await sleep(LOOK_MS)) {
      const [row] = await rivals.query<{ lapsed: string | null }[]>(
        'SELECT MAX(TIMESTAMPDIFF(MICROSECOND, lease_until, NOW(6))) / 1000 AS lapsed FROM queue',
      );
      longestMs = Math.max(longestMs, Number(row?.lapsed ?? 0));
    }
  })();
  return async () => {
    isOver = true;
    await looking;
    return longestMs;
  };
}

describe('A-10 a lock that is held for three leases', () => {
  let stage: Stage;
  beforeAll(async () => (stage = await open()), 120_000);
  afterAll(() => close(stage), 120_000);

  it('and let go, doubles nothing, and no lease lapses meanwhile', async () => {
    const longest = longestLapse(stage);
    expect(await copiesAfter(stage, () => sleep(0))).toEqual(ONCE);
    expect(await longest()).toBeLessThan(LEASE_MS / 2); // a busy machine may be late, a mistake is later
    expect(await violations(stage.world)).toEqual([]);
  }, 60_000);

  it('is not waited for without end by who sends meanwhile', async () => {
    const { shop, rivals } = stage;
    const rival = await rivals.connect();
    await rival.beginTransaction();
    await rival.query('SELECT position FROM event_clocks FOR UPDATE');
    const answer = await new ApiSubmitter(shop).submit(new Ledger('meanwhile').open());
    await rival.rollback();
    expect(answer).toEqual({ verdict: 'nacked', said: 'UNAVAILABLE' });
  }, 60_000);

  it('until every connection breaks, doubles nothing', async () => {
    const { rivals } = stage;
    expect(await copiesAfter(stage, () => rivals.disconnectOthers())).toEqual(ONCE);
    expect(await violations(stage.world)).toEqual([]);
  }, 60_000);

  it('until MariaDB dies, doubles nothing', async () => {
    const { world } = stage;
    expect(await copiesAfter(stage, () => world.killAndReplace('mariadb'))).toEqual(ONCE);
    expect(await violations(world)).toEqual([]);
  }, 60_000);
});

/** Whoever has sent comes last to the database that is back: without that, the two would race. */
const SLOW = {
  file: 'features/delivery/settle.js',
  from: 'FIRST_WAIT_MS = 100',
  to: 'FIRST_WAIT_MS = 5_000',
};
const UNPROTECTED = [
  {
    file: 'platform/database/bulk-pool.js',
    from: '${lockWait(lockWaitMs)}',
    to: '${lockWait(60_000)}',
  },
  {
    file: 'features/delivery/grace.js',
    from: 'return performance.now() < this.until',
    to: 'return false',
  },
  { file: 'features/delivery/delivery-queue.js', from: '!room.holds(row) && ', to: '' },
];

describe('A-10 control: when MariaDB dies, a worker that is slow to record', () => {
  itLong('doubles nothing with the three protections', async () => {
    expect(await copiesOf(Mutant.make(SLOW))).toEqual(ONCE);
  });

  itLong('sends again what it has not recorded without them', async () => {
    const copies = await copiesOf(Mutant.make(SLOW, ...UNPROTECTED));
    expect(copies.some((count) => count > 1)).toBe(true);
  });

  async function copiesOf(mutant: Mutant): Promise<number[]> {
    const stage = await open(mutant.main);
    try {
      return await copiesAfter(stage, () => stage.world.killAndReplace('mariadb'));
    } finally {
      await close(stage);
      mutant.remove();
    }
  }
});

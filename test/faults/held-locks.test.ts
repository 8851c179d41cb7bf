/**
 * Somebody holds a lock that every settlement needs for two leases, as a process does that stands still in
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
const HELD_MS = 2 * LEASE_MS;
const MAILS = 8;

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
  const taken = { at: 'dot', keep: true, delayMs: 500, reply: '250 2.0.0 taken' } as const;
  for (const recipient of recipients) world.sink.scripts.next(recipient, taken);
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

const ONCE = Array.from({ length: MAILS }, () => 1);

describe('A-10 a lock that is held for two leases', () => {
  let stage: Stage;
  beforeAll(async () => (stage = await open()), 120_000);
  afterAll(() => close(stage), 120_000);

  it('and let go, doubles nothing', async () => {
    expect(await copiesAfter(stage, () => sleep(0))).toEqual(ONCE);
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

describe('A-10 control: a worker without the three protections', () => {
  itLong('sends again what it has not recorded', async () => {
    const patient = Mutant.make(
      {
        file: 'platform/database/bulk-pool.js',
        from: 'initSql: [...SESSION_SETUP, lockWait(lockWaitMs)]',
        to: 'initSql: [...SESSION_SETUP, lockWait(60_000)]',
      },
      {
        file: 'features/delivery/grace.js',
        from: 'return performance.now() < this.until',
        to: 'return false',
      },
      { file: 'features/delivery/delivery-queue.js', from: '!room.holds(row) && ', to: '' },
    );
    const stage = await open(patient.main);
    try {
      const copies = await copiesAfter(stage, () => stage.world.killAndReplace('mariadb'));
      expect(copies.some((count) => count > 1)).toBe(true);
    } finally {
      await close(stage);
      patient.remove();
    }
  });
});

/**
 * The acceptance test of the first release.
 *
 * Controls: `machinery/checker.test.ts` shows that the checker sees what is lost or doubled; by hand, with LEASE and
 * SWEEP_INTERVAL at an hour, it is red.
 */
import { check } from '../support/checker.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { RunningWorld, type Crash } from '../support/running-world.js';
import { SmtpSubmitter } from '../support/submitters.js';

const MESSAGES = 2_000;
const SESSIONS = 20;
/** Accepting must not be over before the worst has happened. */
const MOST_WAITING = 200;

describe('2,000 messages over 20 sessions', () => {
  let world: RunningWorld;
  beforeAll(async () => (world = await RunningWorld.start({ settings: { LEASE: '2s' } })), 120_000);
  afterAll(() => world.stop(), 120_000);

  it('arrive although a worker is killed twice, Redis flushed and MariaDB restarted', async () => {
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    world.sink.scripts.forever('*', { at: 'dot', delayMs: 15 }); // so that workers are never idle
    const ledger = new Ledger('all');
    const driver = new LedgerDriver(ledger, {
      messages: MESSAGES,
      sessions: SESSIONS,
      open: () => new SmtpSubmitter(world, shop),
      resubmits: true,
      waitsWhile: () => ledger.entries.length - world.sink.accepted > MOST_WAITING,
    });

    await world.delivered(300);
    const crashes: Crash[] = [await world.crashWorker()];
    await world.delivered(600);
    await world.flushRedis();
    await world.delivered(1_000);
    await world.killAndReplace('mariadb', 'SIGTERM');
    await world.delivered(1_400);
    crashes.push(await world.crashWorker());
    const ackedAtTheLastCrash = ledger.acked;
    await driver.ended();
    await world.drained();

    expect(ackedAtTheLastCrash).toBeLessThan(MESSAGES);
    expect(crashes.every(({ inFlight }) => inFlight.size > 0)).toBe(true);
    expect(ledger.acked).toBe(MESSAGES);
    const { entries } = ledger;
    const copies = copiesAt(world.sink);
    expect(await check({ entries, copies, database: world, crashes })).toEqual([]);
  }, 180_000);
});

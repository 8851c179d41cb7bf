/**
 * Redis is only the doorbell. It is emptied five times a second, hangs, and is killed, while
 * mail flows through both doors: nothing is lost and nothing is doubled, and no process minds.
 *
 * Control: by hand, with SWEEP_INTERVAL at an hour, so that only bells wake the worker, it is red.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { violations } from '../support/audit.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';

const MESSAGES = 600;

describe('Redis that is emptied, hangs and dies', () => {
  let world: RunningWorld;
  beforeAll(async () => (world = await RunningWorld.start()), 120_000);
  afterAll(() => world.stop(), 120_000);

  it('loses and doubles nothing', async () => {
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    const roles = world.pidsOf('api-1', 'smtp-1', 'worker-1');
    const ledger = new Ledger('redis', false);
    const load = { messages: MESSAGES / 2, sessions: 4, waitsWhile: isFarAhead };
    const drivers = [
      new LedgerDriver(ledger, { ...load, open: () => new SmtpSubmitter(world, shop) }),
      new LedgerDriver(ledger, { ...load, open: () => new ApiSubmitter(shop) }),
    ];
    function isFarAhead(): boolean {
      return ledger.entries.length - world.sink.accepted > 50;
    }
    let flushes = 0;
    let isFlushing = true;
    const flushing = (async () => {
      for (; isFlushing; await sleep(200)) {
        flushes += await world.flushRedis().then(
          () => 1,
          () => 0, // it is away just now
        );
      }
    })();

    await world.delivered(100);
    world.posthouse.kill('redis', 'SIGSTOP');
    await world.delivered(200);
    world.posthouse.kill('redis', 'SIGCONT');
    await world.delivered(300);
    await world.killAndReplace('redis');
    await world.delivered(400);
    await world.killAndReplace('redis');
    const ackedAtTheLastKill = ledger.acked;
    await Promise.all(drivers.map((driver) => driver.ended()));
    isFlushing = false;
    await flushing;
    await world.drained();

    expect(flushes).toBeGreaterThan(0);
    expect(ackedAtTheLastKill).toBeLessThan(MESSAGES);
    expect(ledger.judge(world.sink)).toEqual({
      acked: MESSAGES,
      nacked: 0,
      unknown: 0,
      lost: [],
      doubled: [],
      unexplained: [],
      refusedYetSent: [],
      mixedUp: [],
    });
    expect(world.pidsOf('api-1', 'smtp-1', 'worker-1')).toEqual(roles);
    expect(await violations(world)).toEqual([]);
  }, 120_000);
});

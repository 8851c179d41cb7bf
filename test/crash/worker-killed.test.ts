/**
 * kill -9 of a worker in mid-delivery. Its leases run out, its successor delivers the rest, and
 * only what was between the final dot and its commit comes twice.
 *
 * Controls: the mail that is held behind the dot must come twice, or the kill was not where it says;
 * by hand, with LEASE at an hour, the test is red because nothing is taken over.
 */
import { violations } from '../support/audit.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpSubmitter } from '../support/submitters.js';

describe('a worker that is killed in mid-delivery', () => {
  let world: RunningWorld;
  beforeAll(async () => (world = await RunningWorld.start({ settings: { LEASE: '2s' } })), 120_000);
  afterAll(() => world.stop(), 120_000);

  it('loses nothing, and doubles only what was behind its final dot', async () => {
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    const { scripts } = world.sink;
    scripts.next('silent-at-data@example.test', { at: 'data', hang: true });
    scripts.next('slow-at-data@example.test', { at: 'data', delayMs: 5_000 });
    scripts.next('dropped-at-dot@example.test', { at: 'dot', hang: true });
    scripts.next('held-at-dot@example.test', { at: 'dot', hang: true, keep: true });
    const special = ['silent-at-data', 'slow-at-data', 'dropped-at-dot', 'held-at-dot'];
    await shop.send({ to: special.map((name) => `${name}@example.test`) });
    await world.mailbox('held-at-dot@example.test').receives();
    const ledger = new Ledger('killed');
    const driver = new LedgerDriver(ledger, {
      messages: 200,
      sessions: 5,
      open: () => new SmtpSubmitter(world, shop),
    });

    await world.delivered(50);
    const oldPid = world.pidOf('worker-1');
    const crash = await world.crashWorker();
    await driver.ended();
    await world.drained();

    expect([...crash.inFlight]).toEqual(
      expect.arrayContaining(special.map((name) => `${name}@example.test`)),
    );
    expect(world.pidOf('worker-1')).not.toBe(oldPid);
    expect(ledger.judge(world.sink, [crash])).toMatchObject({
      acked: 200,
      lost: [],
      unexplained: [],
      mixedUp: [],
    });
    const counts = special.map((name) => world.sink.mailsTo(`${name}@example.test`).length);
    expect(counts).toEqual([1, 1, 1, 2]);
    const again = world.sink.mailsTo('held-at-dot@example.test')[1]!;
    expect(again.at.getTime()).toBeGreaterThanOrEqual(crash.leasedUntil.getTime());
    expect(await violations(world)).toEqual([]);
  }, 120_000);
});

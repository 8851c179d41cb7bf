/**
 * a delivery on which our own code fails, or of which every worker dies, is set aside for a person, and
 * nothing else waits for it. Control: a poison that kills only twice is delivered, so that it is the count, and
 * not the first death, that sets it aside.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { itLong } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import type { FailKind } from '../support/running-posthouse.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';

const OTHERS = 150;
/** Three deaths make it a suspect that is no longer tried at once; each further try is one more. */
const MOST_DEATHS = 5;

describe('A-25 poison messages', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    const settings = { LEASE: '1s', RETRY_FIRST: '300ms', SWEEP_INTERVAL: '200ms' };
    world = await RunningWorld.start({ settings, hasTraps: true });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  /** Every worker that takes up this recipient's delivery fails, so many times. */
  function poison(recipient: string, kind: FailKind, most = Infinity) {
    const name = `delivery.leased=${recipient}`;
    const { posthouse } = world;
    const trap = { hits: 0, stop: () => Promise.resolve() };
    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    const laying = (async () => {
      for (; trap.hits < most && !isOver(); trap.hits += 1) {
        posthouse.trap(name, kind);
        while (posthouse.caughtAt(name) === null && !isOver()) await sleep(5);
        if (isOver()) return;
      }
    })();
    trap.stop = () => {
      over.abort();
      return laying;
    };
    return trap;
  }

  it('that kill every worker are held, and the others are delivered', async () => {
    const trap = poison('poison@example.test', 'kill');
    const ledger = new Ledger('beside');
    const id = await shop.send({ to: ['poison@example.test'] });
    const driver = new LedgerDriver(ledger, {
      messages: OTHERS,
      sessions: 2,
      open: () => new ApiSubmitter(shop),
    });

    const message = await eventually(
      () => shop.message(id),
      (found) => found?.deliveries.nodes[0]?.status === 'HELD',
      90_000,
    );
    await driver.ended();
    await trap.stop();
    await world.drained();

    expect(message?.events.nodes.map(({ kind }) => kind)).toEqual([
      'ACCEPTED',
      'DEFERRED',
      'DEFERRED',
      'HELD',
    ]);
    expect(trap.hits).toBe(MOST_DEATHS);
    expect(world.sink.mailsTo('poison@example.test')).toEqual([]);
    expect(ledger.judge(world.sink)).toMatchObject({ acked: OTHERS, lost: [], mixedUp: [] });
  }, 150_000);

  it('that only throw are held after three attempts', async () => {
    const trap = poison('thrower@example.test', 'throw');
    const id = await shop.send({ to: ['thrower@example.test'] });
    const message = await eventually(
      () => shop.message(id),
      (found) => found?.deliveries.nodes[0]?.status === 'HELD',
      60_000,
    );
    await trap.stop();
    expect(message?.deliveries.nodes[0]?.attemptCount).toBe(3);
  }, 90_000);

  itLong(
    'control: that kill but twice are delivered',
    async () => {
      const trap = poison('unlucky@example.test', 'kill', 2);
      const id = await shop.send({ to: ['unlucky@example.test'] });
      const message = await eventually(
        () => shop.message(id),
        (found) => found?.deliveries.nodes[0]?.status === 'DELIVERED',
        60_000,
      );
      await trap.stop();
      expect(trap.hits).toBe(2);
      expect(message?.deliveries.nodes[0]?.attemptCount).toBe(1);
    },
    90_000,
  );
});

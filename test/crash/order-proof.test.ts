/**
 * 250 comes after the commit is on disk. strace looks at the SMTP role and at MariaDB at once; between
 * the content of each message and the 250 for it stand, in this order, its COMMIT, a write of the redo log
 * and a flush of it that has ended well.
 *
 * Controls: with innodb_flush_log_at_trx_commit at 2 nothing is flushed in between, at 0 nothing is even
 * written; and a door that answers before it commits has sent no COMMIT.
 */
import { join } from 'node:path';
import { figure, itLong } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { Mutant } from '../support/mutant.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { commitOrder, type CommitOrder } from './commit-order.js';
import { SystemCalls } from './system-calls.js';

const MESSAGES = figure({ t0: 100, long: 1_000 });
const OF_A_CONTROL = 20;

/** Needs the right to look into other processes, which a container may lack; then it says so. */
const describeWithTrace = SystemCalls.mayTrace ? describe : describe.skip;

describeWithTrace('A-15 the order of commit and 250', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    ({ world, shop } = await open());
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  it(
    'is right for each message',
    async () => {
      expect(await trace(world, shop, MESSAGES)).toEqual({ accepted: MESSAGES, early: [] });
    },
    figure({ t0: 60_000, long: 600_000 }),
  );

  it.each([
    [2, 'flushed'],
    [0, 'written'],
  ])('is wrong with flushes at %i: nothing is %s (control)', async (flushes, what) => {
    await world.query(`SET GLOBAL innodb_flush_log_at_trx_commit = ${flushes}`);
    const { accepted, early } = await trace(world, shop, OF_A_CONTROL);
    await world.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');

    expect(accepted).toBe(OF_A_CONTROL);
    expect(early).toContainEqual(expect.stringContaining(`no redo log was ${what}`));
    expect(early.length).toBeGreaterThan(OF_A_CONTROL / 2); // it flushes by itself once a second
  });

  itLong('is wrong at a door that answers before it commits (control)', async () => {
    const hasty = Mutant.make({
      file: 'features/messages/durable-accept.service.js',
      from: /= await this\.commits\.submit\(prepared, deadline\);/,
      to: `= { messageId: prepared.message.id, replayed: false, refusal: null, events: [], bells: [] };
        setTimeout(() => void this.commits.submit(prepared, deadline).catch(() => undefined), 20);`,
    });
    const house = await open(hasty.main);
    try {
      const { accepted, early } = await trace(house.world, house.shop, OF_A_CONTROL);

      expect(accepted).toBe(OF_A_CONTROL);
      expect(early).toContainEqual(expect.stringContaining('no COMMIT was sent'));
    } finally {
      await house.world.stop();
      hasty.remove();
    }
  });
});

/** Nobody delivers, so that nobody but the door commits. */
async function open(main?: string): Promise<{ world: RunningWorld; shop: Tenant }> {
  const settings = { WORKER_PROCESSES: '0' };
  const world = await RunningWorld.start({ main, settings });
  const shop = await world.aServer({ verifiedDomain: 'shop.test' });
  await new LedgerDriver(new Ledger('warm', false), {
    ...{ messages: 5, sessions: 1 },
    open: () => new SmtpSubmitter(world, shop),
  }).ended();
  return { world, shop };
}

/** So many messages over one session, one after the other. */
async function trace(world: RunningWorld, shop: Tenant, messages: number): Promise<CommitOrder> {
  const pids = ['smtp-1', 'mariadb'].map((name) => world.posthouse.pidOf(name));
  const calls = await SystemCalls.of(pids, join(world.dataDir, 'system-calls'));
  const open = () => new SmtpSubmitter(world, shop);
  const ledger = new Ledger('order', false);
  const longestMs = 600_000;
  await new LedgerDriver(ledger, { messages, sessions: 1, open, longestMs }).ended();
  const order = commitOrder(await calls.end());
  expect(ledger.acked).toBe(messages);
  return order;
}

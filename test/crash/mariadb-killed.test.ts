/**
 * kill -9 of MariaDB while mail flows through both doors. Nothing is acknowledged that is not
 * committed, clients are told to come again, no process minds, and what was sent meanwhile is
 * recorded once MariaDB is back instead of being sent again.
 *
 * test/long/mariadb-killed.long.test.ts kills it a hundred times.
 *
 * Control: the same load with innodb_flush_log_at_trx_commit=0, which the start refuses, loses mail.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { violations } from '../support/audit.js';
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';

const LEASE_MS = 2_000;
const ROUNDS = 3;
const PER_ROUND = 150;
const ROLES = ['api-1', 'smtp-1', 'worker-1', 'worker-2'];

describe('A-06 MariaDB that is killed', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    world = await RunningWorld.start({
      settings: { LEASE: `${LEASE_MS}ms`, WORKER_PROCESSES: '2' },
    });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  it('keeps what was acknowledged, and is waited for', async () => {
    const roles = world.pidsOf(...ROLES);
    const ledger = new Ledger('base', false);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const load = { messages: PER_ROUND, sessions: 4 };
      const before = ledger.acked;
      const drivers = [
        new LedgerDriver(ledger, { ...load, open: () => new SmtpSubmitter(world, shop) }),
        new LedgerDriver(ledger, { ...load, open: () => new ApiSubmitter(shop) }),
      ];
      while (ledger.acked < before + 50) await sleep(5);
      await world.killAndReplace('mariadb');
      await Promise.all(drivers.map((driver) => driver.ended()));
    }
    await world.drained();

    const { entries } = ledger;
    expect(await check({ entries, copies: copiesAt(world.sink), database: world })).toEqual([]);
    expect(ledger.acked).toBeLessThan(ledger.entries.length);
    expect(Object.keys(ledger.heard).filter((said) => !EXPECTED.test(said))).toEqual([]);
    expect(world.pidsOf(...ROLES)).toEqual(roles);
  }, 120_000);

  /** Deliveries whose final dot has left, and whose replies come in three seconds. */
  async function sendAndHold(name: string): Promise<() => number[]> {
    const recipients = Array.from({ length: 8 }, (_, index) => `${name}-${index}@example.test`);
    const taken = { at: 'dot', keep: true, delayMs: 3_000, reply: '250 2.0.0 taken' } as const;
    for (const recipient of recipients) world.sink.scripts.next(recipient, taken);
    const before = world.sink.accepted;
    await shop.send({ to: recipients });
    await world.delivered(before + recipients.length);
    return () => recipients.map((recipient) => world.sink.mailsTo(recipient).length);
  }

  async function standStill(): Promise<void> {
    world.posthouse.kill('mariadb', 'SIGSTOP');
    await sleep(3 * LEASE_MS);
    world.posthouse.kill('mariadb', 'SIGCONT');
  }

  it('is told afterwards what was sent while it was away for three leases', async () => {
    const copies = await sendAndHold('away');

    await world.killAndReplace('mariadb');
    await standStill();
    await world.drained();

    expect(copies()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await violations(world)).toEqual([]);
  }, 120_000);

  it('is told afterwards what was sent while it hung for three leases', async () => {
    const copies = await sendAndHold('hung');

    await standStill();
    await world.drained();

    expect(copies()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await violations(world)).toEqual([]);
  }, 120_000);

  it('loses what it acknowledged when commits are not flushed (control)', async () => {
    world.sink.scripts.forever('*', refuse('connect', '421 4.3.2 not now'));
    const ledger = new Ledger('control', false);
    let kept = 0;
    do {
      await eventually(
        () => world.query('SET GLOBAL innodb_flush_log_at_trx_commit = 0').catch(() => null),
        (done) => done !== null,
      );
      const open = () => new SmtpSubmitter(world, shop);
      await new LedgerDriver(ledger, { messages: 100, sessions: 10, open }).ended();
      await world.killAndReplace('mariadb');
      kept = await eventually(
        () =>
          world.query<{ n: bigint }[]>(COUNT_CONTROL).then(
            ([row]) => Number(row?.n),
            () => -1,
          ),
        (count) => count >= 0,
      );
    } while (kept === ledger.acked && ledger.acked < 500); // it flushes by itself once a second

    expect(kept).toBeLessThan(ledger.acked);
  }, 120_000);
});

const COUNT_CONTROL = `SELECT COUNT(*) AS n FROM deliveries WHERE recipient LIKE 'control-%'`;

/** What clients may hear: taken, a temporary failure, "too busy" among them, or nothing where nobody knows. */
const EXPECTED =
  /^(250|45[12]|connection lost|no session: .* heard (454 4\.7\.0|421 4\.3\.2) .*|SendMessageSuccess|UNAVAILABLE|INTERNAL_SERVER_ERROR)$/;

/**
 * A-06 at its full figure: MariaDB is killed a hundred times while mail flows through both doors, and comes
 * back after a pause of up to 3 seconds, four times of 20. It is one that the test starts itself, because
 * a supervisor waits for longer and longer before it starts again what ends so often.
 *
 * Control: in test/crash/mariadb-killed.test.ts the same load without flushed commits loses mail.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { BareMariadb } from '../support/bare-mariadb.js';
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { Random } from '../support/random.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';

const KILLS = 100;
const PER_ROUND = 20;
const MOST_WAITING = 60;
const PAUSE_MS = 3_000;
const LONG_PAUSE_MS = 20_000;
/** From its first answer to the first acknowledgement; on a quiet machine it is a fraction of that. */
const RESUMES_MS = 15_000;
const ROLES = ['api-1', 'smtp-1', 'worker-1', 'worker-2'];

/** What Posthouse demands of a database. */
const OPTIONS = [
  '--innodb-flush-log-at-trx-commit=1',
  '--transaction-isolation=READ-COMMITTED',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_ci',
  '--max-allowed-packet=1G',
  '--max-connections=500',
];

describe('A-06 MariaDB that is killed a hundred times', () => {
  const random = new Random(6);
  let mariadb: BareMariadb;
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    mariadb = await BareMariadb.start(OPTIONS);
    world = await RunningWorld.start({
      services: { databaseUrl: mariadb.url },
      settings: { DATABASE_URL: mariadb.url, LEASE: '2s', WORKER_PROCESSES: '2' },
    });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
  }, 120_000);
  afterAll(async () => {
    await world.stop();
    await mariadb.stop();
  }, 120_000);

  it('keeps what was acknowledged, and is waited for', async () => {
    const roles = world.pidsOf(...ROLES);
    const ledgers = [new Ledger('smtp', false), new Ledger('api')] as const;
    const [smtp, api] = ledgers;
    const acked = () => smtp.acked + api.acked;
    const load = {
      ...{ messages: Infinity, sessions: 4, resubmits: true, longestMs: 3_600_000 },
      waitsWhile: () => acked() - world.sink.accepted > MOST_WAITING,
    };
    const drivers = [
      new LedgerDriver(smtp, { ...load, open: () => new SmtpSubmitter(world, shop) }),
      new LedgerDriver(api, { ...load, open: () => new ApiSubmitter(shop) }),
    ];
    const resumedAfterMs: number[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await moreThan(acked, acked() + PER_ROUND);
      await mariadb.kill();
      await sleep(kill % 25 === 0 ? LONG_PAUSE_MS : random.below(PAUSE_MS));
      await mariadb.startAgain();
      const upAt = performance.now();
      await moreThan(acked, acked());
      resumedAfterMs.push(performance.now() - upAt);
    }
    await Promise.all(drivers.map((driver) => driver.finish()));
    await world.drained();

    const entries = ledgers.flatMap((ledger) => ledger.entries);
    const copies = copiesAt(world.sink);
    expect(await check({ entries, copies, database: world })).toEqual([]);
    expect(Math.max(...resumedAfterMs)).toBeLessThan(RESUMES_MS);
    expect(world.pidsOf(...ROLES)).toEqual(roles);
  });
});

async function moreThan(count: () => number, least: number): Promise<void> {
  await eventually(count, (found) => found > least, 120_000);
}

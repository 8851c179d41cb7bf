/**
 * A database that is there and does not do what it is asked: rivals for its locks, killed statements, no
 * connection left, read-only, no commits. Clients are told to come again, in time; nothing is acknowledged
 * that is not committed, and nothing is sent that was refused.
 *
 * Controls: a door that says 250 whatever happens is caught; each trouble is counted, or seen by a client,
 * so that it was there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { figure, isLong, itLong } from '../support/figures.js';
import { copiesAt, Ledger, type Entry } from '../support/ledger.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { TimedSubmitter } from '../support/timed-submitter.js';
import { makeLyingDoor } from './lying-door.js';
import { Rivals } from './rivals.js';

const DEADLOCKS = figure({ t0: 60, long: 10_000 });
const LOCK_WAITS = figure({ t0: 2, long: 100 });
const KILLING_MS = figure({ t0: 2_000, long: 60_000 });
const NO_CONNECTIONS_MS = figure({ t0: 6_000, long: 60_000 });
const READ_ONLY_MS = figure({ t0: 2_000, long: 20_000 });
const NO_COMMITS_MS = figure({ t0: 5_000, long: 20_000 });
const TIMEOUT_MS = figure({ t0: 120_000, long: 3_600_000 });
/** Firm only where the machine has nothing else to do. */
const LONGEST_ANSWER_MS = figure({ t0: 20_000, long: 10_000 });
const MOST_WAITING = 60;

describe('troubles with the database', () => {
  let world: RunningWorld;
  let shop: Tenant;
  let rivals: Rivals;
  let serverId = 0n;
  let roles: (number | null)[];
  let loads = 0;
  beforeAll(async () => {
    world = await RunningWorld.start({
      settings: { LEASE: '3s', ACCEPT_TIMEOUT: '3s', RETRY_FIRST: '1s' },
    });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
    rivals = await Rivals.at(world.databaseUrl);
    const [row] = await rivals.query<{ id: bigint }[]>('SELECT id FROM mail_servers');
    serverId = row!.id;
    roles = pids();
  }, 120_000);
  afterAll(async () => {
    rivals.stop();
    await world.stop();
  }, 120_000);

  const pids = () => world.pidsOf('api-1', 'smtp-1', 'worker-1', 'mariadb');

  /** Mail through both doors while the troubles last, and what the checker says afterwards. */
  async function underLoad(troubles: () => Promise<void>) {
    loads += 1;
    const smtp = new Ledger(`load${loads}-smtp`, false);
    const api = new Ledger(`load${loads}-api`);
    const times: number[] = [];
    const entriesOf = () => [...smtp.entries, ...api.entries];
    const before = world.sink.accepted;
    const options = {
      ...{ messages: Infinity, sessions: 3, resubmits: true, longestMs: TIMEOUT_MS },
      waitsWhile: () => entriesOf().length - (world.sink.accepted - before) > MOST_WAITING,
    };
    const timed = (submitter: SmtpSubmitter | ApiSubmitter) => new TimedSubmitter(submitter, times);
    const drivers = [
      new LedgerDriver(smtp, { ...options, open: () => timed(new SmtpSubmitter(world, shop)) }),
      new LedgerDriver(api, { ...options, open: () => timed(new ApiSubmitter(shop)) }),
    ];
    await eventually(
      () => smtp.acked > 5 && api.acked > 5,
      (isFlowing) => isFlowing,
    );
    await troubles();
    const ackedBefore = [smtp.acked, api.acked] as const;
    await eventually(
      () => smtp.acked > ackedBefore[0] && api.acked > ackedBefore[1],
      (isFlowing) => isFlowing,
      60_000,
    );
    await Promise.all(drivers.map((driver) => driver.finish()));
    await world.drained();
    const entries = entriesOf();
    const broken = await check({ entries, copies: copiesAt(world.sink), database: world });
    return { broken, heard: Object.keys({ ...smtp.heard, ...api.heard }), times };
  }

  it(
    'A-10: deadlocks, lock waits and killed statements are tried again',
    async () => {
      let kills = 0;
      const before = await rivals.deadlocks();

      const { broken, times } = await underLoad(async () => {
        let isOver = false;
        const fights = [1, 2].map(() => rivals.fightForLocks(serverId, () => isOver));
        await eventually(
          () => rivals.deadlocks(),
          (count) => count - before >= DEADLOCKS,
          TIMEOUT_MS,
        );
        isOver = true;
        await Promise.all(fights);
        for (let wait = 1; wait <= LOCK_WAITS; wait += 1) {
          await rivals.holdClock(serverId, 1_500);
          await sleep(100);
        }
        const end = Date.now() + KILLING_MS;
        kills = await rivals.killQueries(20, () => Date.now() > end);
      });

      expect(broken).toEqual([]);
      expect(kills).toBeGreaterThan(0);
      expect(await lostWords()).toBe(0);
      if (isLong) expect(percentile(times, 99)).toBeLessThan(5_000);
      expect(pids()).toEqual(roles);
    },
    TIMEOUT_MS,
  );

  it(
    'A-11: without a connection, clients are told soon, and served soon again',
    async () => {
      const { host, port } = world.address('SUBMISSION_LISTEN');
      const said: Record<string, unknown> = {};

      const { broken, heard, times } = await underLoad(async () => {
        const { username, password } = await shop.smtpLogin();
        await rivals.takeAllConnections();
        await sleep(NO_CONNECTIONS_MS / 2);
        const peer = await SmtpPeer.connect({ host, port });
        const greeting = await peer.next(LONGEST_ANSWER_MS);
        said['SMTP'] = greeting?.code; // 421 when mail has been waiting for a connection for too long
        if (greeting?.code === 220) {
          await peer.asks('EHLO peer.test', 250);
          const token = Buffer.from(`\0${username}\0${password}`).toString('base64');
          await peer.say(`AUTH PLAIN ${token}`);
          said['SMTP'] = (await peer.next(LONGEST_ANSWER_MS))?.code;
        }
        peer.close();
        said['ready'] = await statusOf('readyz');
        said['healthy'] = await statusOf('healthz');
        const { status, errors } = await shop.api.ask('{ viewer { __typename } }');
        said['API'] = [status, errors?.[0]?.extensions?.['code']];
        await sleep(NO_CONNECTIONS_MS / 2);
        await rivals.giveBackConnections();
      }).finally(() => rivals.giveBackConnections()); // the next test needs them even when this one has failed

      expect(broken).toEqual([]);
      const { SMTP, ...others } = said;
      expect([421, 454]).toContain(SMTP);
      expect(others).toEqual({ ready: 503, healthy: 200, API: [503, 'UNAVAILABLE'] });
      expect(heard).toEqual(expect.arrayContaining(['UNAVAILABLE']));
      expect(Math.max(...times)).toBeLessThan(LONGEST_ANSWER_MS);
      expect(
        await eventually(
          () => statusOf('readyz'),
          (status) => status === 200,
        ),
      ).toBe(200);
      expect(pids()).toEqual(roles);
    },
    TIMEOUT_MS,
  );

  it(
    'A-12: read-only, it is not ready, and nobody is told that mail was taken',
    async () => {
      await rivals.query("REVOKE SUPER, READ_ONLY ADMIN ON *.* FROM 'posthouse'@'localhost'");
      await rivals.disconnectOthers();
      let readiness = 0;

      const { broken, heard, times } = await underLoad(async () => {
        await rivals.query('SET GLOBAL read_only = 1');
        await sleep(READ_ONLY_MS);
        readiness = await statusOf('readyz');
        await rivals.query('SET GLOBAL read_only = 0');
      });

      expect(broken).toEqual([]);
      expect(heard).toEqual(expect.arrayContaining(['451', 'UNAVAILABLE']));
      expect(readiness).toBe(503);
      expect(Math.max(...times)).toBeLessThan(LONGEST_ANSWER_MS);
      expect(await lostWords()).toBe(0);
      expect(pids()).toEqual(roles);
    },
    TIMEOUT_MS,
  );

  it(
    'A-12: slower than a client may wait for a commit, it is an answer all the same',
    async () => {
      const { broken, heard, times } = await underLoad(async () => {
        const keeper = await rivals.connect();
        for (const stage of ['START', 'FLUSH', 'BLOCK_DDL', 'BLOCK_COMMIT']) {
          await keeper.query(`BACKUP STAGE ${stage}`);
        }
        await sleep(NO_COMMITS_MS);
        await keeper.query('BACKUP STAGE END');
      });

      expect(broken).toEqual([]);
      expect(heard.some((said) => said !== '250' && said !== 'SendMessageSuccess')).toBe(true);
      expect(Math.max(...times)).toBeLessThan(LONGEST_ANSWER_MS);
      expect(pids()).toEqual(roles);
    },
    TIMEOUT_MS,
  );

  async function statusOf(page: 'readyz' | 'healthz'): Promise<number> {
    return (await fetch(`${world.posthouse.addresses.ops}/${page}`)).status;
  }

  /** Attempts that were recorded without what was said, as if the words had been at fault. */
  async function lostWords(): Promise<number> {
    const [row] = await rivals.query<{ n: bigint }[]>(
      "SELECT COUNT(*) AS n FROM attempts WHERE JSON_VALUE(outcome, '$.reply') LIKE 'The reply could not%'",
    );
    return Number(row?.n);
  }
});

describe('A-10, A-11, A-12 control: a door that says 250 whatever happens', () => {
  itLong('is caught by the checker', async () => {
    const lying = makeLyingDoor();
    const world = await RunningWorld.start({ main: lying.main });
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    const rivals = await Rivals.at(world.databaseUrl);
    try {
      await rivals.query("REVOKE SUPER, READ_ONLY ADMIN ON *.* FROM 'posthouse'@'localhost'");
      await rivals.disconnectOthers();
      const ledger = new Ledger('lied');
      const submitter = new SmtpSubmitter(world, shop);
      const submit = async (entry: Entry) => ledger.heardFor(entry, await submitter.submit(entry));
      await submit(ledger.open());
      await rivals.query('SET GLOBAL read_only = 1');
      await submit(ledger.open());
      await rivals.query('SET GLOBAL read_only = 0');
      submitter.close();
      await world.drained();
      const { entries } = ledger;
      expect(await check({ entries, copies: copiesAt(world.sink), database: world })).toEqual([
        'I1 acknowledged, and there is no trace: lied-2@example.test',
      ]);
    } finally {
      rivals.stop();
      await world.stop();
      lying.remove();
    }
  });
});

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length * percent) / 100)] ?? 0;
}

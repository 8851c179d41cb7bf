/**
 * kill -9 of workers in mid-delivery. Their leases run out, others deliver the rest, and only
 * what was between the final dot and its commit comes twice.
 *
 * Controls: the mail that is held behind the dot must come twice, or the kill was not where it says, and
 * where receivers are slow behind the dot some of the rest does, too (long). A worker that does not wait for the
 * end of a lease doubles what no kill explains; leases that never run out are left behind.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { check, tally } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { figure, isLong, itLong } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { Mutant } from '../support/mutant.js';
import { RunningWorld, type Crash } from '../support/running-world.js';
import { SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { Load } from './load.js';

const LEASE_MS = 2_000;
const PROCESSES = figure({ t0: 2, long: 6 });
const KILLS = figure({ t0: 2, long: 40 });
const KILLS_AT_SLOW_DOTS = figure({ t0: 2, long: 10 });
/** On average. */
const KILL_EVERY_MS = figure({ t0: 1_500, long: 5_000 });
/** What a receiver takes for each stage. */
const SLOW_MS = figure({ t0: 50, long: 200 });
/** By one kill on average, where receivers are slow before the dot; how long a commit takes decides. */
const MOST_DOUBLED = figure({ t0: 20, long: 4 });
/** From a kill until somebody else has what was leased. */
const RECOVERY_MS = 15_000;
const TIMEOUT_MS = figure({ t0: 120_000, long: 3_600_000 });

const WORKERS = Array.from({ length: PROCESSES }, (_, index) => `worker-${index + 1}`);
const BEFORE_DOT = { ehlo: SLOW_MS, mail: SLOW_MS, rcpt: SLOW_MS, data: SLOW_MS };

describe('A-03 a worker that is killed in mid-delivery', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    ({ world, shop } = await open());
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  it('loses nothing, and doubles only what was behind its final dot', async () => {
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
    const crash = await world.crashWorker(...WORKERS);
    await driver.ended();
    await world.drained();

    expect([...crash.inFlight]).toEqual(
      expect.arrayContaining(special.map((name) => `${name}@example.test`)),
    );
    expect(ledger.acked).toBe(200);
    const { entries } = ledger;
    const copies = copiesAt(world.sink);
    expect(await check({ entries, copies, database: world, crashes: [crash] })).toEqual([]);
    const counts = special.map((name) => world.sink.mailsTo(`${name}@example.test`).length);
    expect(counts).toEqual([1, 1, 1, 2]);
    const again = world.sink.mailsTo('held-at-dot@example.test')[1]!;
    expect(again.at.getTime()).toBeGreaterThanOrEqual(crash.leasedUntil.getTime());
  }, 120_000);

  it(
    'loses nothing, and doubles next to nothing, while receivers are slow before the dot',
    async () => {
      world.sink.scripts.pace(BEFORE_DOT);
      const { broken, longestLapseMs, counts } = await killUnderLoad(world, shop, KILLS);

      expect(broken).toEqual([]);
      expect(counts.lost).toBe(0);
      expect(counts.doubled / KILLS).toBeLessThanOrEqual(MOST_DOUBLED);
      expect(LEASE_MS + longestLapseMs).toBeLessThan(RECOVERY_MS);
    },
    TIMEOUT_MS,
  );

  it(
    'doubles only what was behind the dot where receivers are slow there, too',
    async () => {
      world.sink.scripts.pace({ ...BEFORE_DOT, dot: SLOW_MS });
      const { broken, longestLapseMs, counts } = await killUnderLoad(
        world,
        shop,
        KILLS_AT_SLOW_DOTS,
      );

      expect(broken).toEqual([]);
      expect(counts).toMatchObject({ lost: 0, nacked: 0, unknown: 0 });
      if (isLong) expect(counts.doubled).toBeGreaterThan(0); // of so many kills one hits the window
      expect(LEASE_MS + longestLapseMs).toBeLessThan(RECOVERY_MS);
    },
    TIMEOUT_MS,
  );
});

describe('A-03 controls', () => {
  async function onMutant(to: string, work: (world: RunningWorld, shop: Tenant) => Promise<void>) {
    const mutant = Mutant.make({
      file: 'features/delivery/queue.queries.js',
      from: '(? AND lease_until < NOW(6))',
      to,
    });
    const { world, shop } = await open(mutant.main);
    try {
      world.sink.scripts.pace(BEFORE_DOT);
      await work(world, shop);
    } finally {
      await world.stop();
      mutant.remove();
    }
  }

  itLong('a worker that does not wait for the end of a lease is caught', () =>
    onMutant('(? OR TRUE)', async (world, shop) => {
      const { broken } = await killUnderLoad(world, shop, 2);
      expect(broken).toContainEqual(expect.stringContaining('I4 a double that no crash explains'));
    }),
  );

  itLong('leases that never run out are caught', () =>
    onMutant('(? AND FALSE)', async (world, shop) => {
      const load = new Load(world, shop, LOAD);
      await world.delivered(50);
      const crash = await world.crashWorker(...WORKERS);
      await load.end();
      await sleep(LEASE_MS + RECOVERY_MS);
      expect(crash.inFlight.size).toBeGreaterThan(0);
      expect(await load.check([crash])).toContainEqual(
        expect.stringMatching(/^I8 \d+ × left leased/),
      );
    }),
  );
});

const LOAD = { name: 'random', sessions: 10, mostWaiting: 400 };
let loads = 0;

/** One worker after the other is killed, whatever it does at that moment. */
async function killUnderLoad(world: RunningWorld, shop: Tenant, kills: number) {
  loads += 1;
  const load = new Load(world, shop, { ...LOAD, name: `random${loads}` });
  const watch = watchLapses(world);
  const crashes: Crash[] = [];
  const kill = async () => {
    const before = world.sink.accepted;
    await sleep(Math.random() * 2 * KILL_EVERY_MS);
    await world.delivered(before + 1);
    const living = await eventually(
      () => world.living(WORKERS),
      (names) => names.length > 0,
    );
    crashes.push(await world.crashWorker(living[Math.floor(Math.random() * living.length)]!));
  };
  try {
    while (crashes.length < kills) await kill();
    await load.end();
    await world.drained();
  } finally {
    watch.isOver = true;
  }
  const longestLapseMs = await watch.longestMs;
  const broken = await load.check(crashes);
  const { entries } = load;
  const counts = await tally({ entries, copies: copiesAt(world.sink), database: world });
  return { broken, longestLapseMs, counts };
}

const LOOK_MS = 250;

/** Looks for the row that waits the longest, after its lease has run out, for somebody to take it. */
function watchLapses(world: RunningWorld): { isOver: boolean; longestMs: Promise<number> } {
  const watch = { isOver: false, longestMs: Promise.resolve(0) };
  watch.longestMs = (async () => {
    let longestMs = 0;
    for (; !watch.isOver; await sleep(LOOK_MS)) {
      const [row] = await world.query<{ ms: bigint | null }[]>(
        'SELECT MAX(TIMESTAMPDIFF(MICROSECOND, lease_until, NOW(6))) DIV 1000 AS ms FROM queue',
      );
      longestMs = Math.max(longestMs, Number(row?.ms ?? 0));
    }
    return longestMs;
  })();
  return watch;
}

async function open(main?: string): Promise<{ world: RunningWorld; shop: Tenant }> {
  const settings = {
    LEASE: `${LEASE_MS}ms`,
    RETRY_FIRST: '1s',
    WORKER_PROCESSES: String(PROCESSES),
    CONNECTIONS_PER_LANE: '25',
  };
  const world = await RunningWorld.start({ settings, main });
  const shop = await world.aServer({ verifiedDomain: 'shop.test' });
  await shop.smtpLogin();
  return { world, shop };
}

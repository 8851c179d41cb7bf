/**
 * A-05: a worker that stands still for three leases has lost what it held. Another one delivers it,
 * and the zombie, once it goes on, neither sends the final dot nor touches the outcome.
 *
 * Controls: a worker that stands still behind its dot makes a double, so the test would see one; even
 * then the zombie's own outcome is not recorded. Without the fence before the dot all others double, too,
 * and without the fence of the settlement the zombies' outcomes are recorded.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { figure, itLong } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { copiesAt, Ledger, type Entry } from '../support/ledger.js';
import { Mutant, type Mutation } from '../support/mutant.js';
import { RunningWorld, type Crash } from '../support/running-world.js';
import { ApiSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { Load } from './load.js';

const LEASE_MS = 2_000;
const ZOMBIES = figure({ t0: 5, long: 200 });
const MOST_AT_ONCE = figure({ t0: 3, long: 10 });
const PROCESSES = MOST_AT_ONCE + 1;
const FREEZES_UNDER_LOAD = 10;
const TIMEOUT_MS = figure({ t0: 120_000, long: 3_600_000 });
/** So that it leaves in several pieces. */
const BODY_BYTES = 150_000;

const BEFORE_DOT = [
  'delivery.leased',
  'delivery.connected',
  'courier.recipientTaken',
  'courier.midContent',
  'courier.beforeDot',
];

describe('A-05 a worker that stands still for three leases', () => {
  let world: RunningWorld;
  let zombies: Zombies;
  beforeAll(async () => {
    world = await open();
    zombies = await Zombies.in(world);
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  it(
    'sends no dot and changes no outcome, wherever it stood',
    async () => {
      while (zombies.count < ZOMBIES) await zombies.rise(BEFORE_DOT, ZOMBIES - zombies.count);

      expect(zombies.copies).toEqual(Array.from({ length: ZOMBIES }, () => 1));
      expect(await zombies.check()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it('doubles when it stood behind its dot, and still changes no outcome (control)', async () => {
    const [double] = await zombies.rise(['courier.dotSent'], 1);

    expect(await zombies.check()).toEqual([
      `I4 a double that no crash explains: ${double!.recipient}`,
    ]);
  }, 60_000);

  itLong('doubles only what was behind the dot when it stood still at any moment', async () => {
    const load = new Load(world, zombies.shop, { name: 'any', sessions: 6, mostWaiting: 200 });
    const crashes: Crash[] = [];
    for (let freeze = 1; freeze <= FREEZES_UNDER_LOAD; freeze += 1) {
      await sleep(500 + Math.random() * 1_000);
      const name = `worker-${1 + Math.floor(Math.random() * PROCESSES)}`;
      world.posthouse.kill(name, 'SIGSTOP');
      crashes.push(await world.inHand());
      await sleep(3 * LEASE_MS);
      world.posthouse.kill(name, 'SIGCONT');
    }
    await load.end();
    await world.drained();
    expect(await load.check(crashes)).toEqual([]);
  });
});

describe('A-05 controls', () => {
  const NO_FENCE_BEFORE_DOT: Mutation = {
    file: 'features/delivery/flight.js',
    from: '!this.isRevoked && this.work.lease.isValid()',
    to: 'true',
  };
  const NO_FENCE_OF_SETTLEMENT: Mutation = {
    file: 'features/delivery/settle.queries.js',
    from: 'tokens.get(work.id) === work.lease.token',
    to: 'true',
  };

  /** What the checker says of one zombie, once this line is there. */
  async function riseOn(mutation: Mutation, failpoint: string, line: string): Promise<string[]> {
    const mutant = Mutant.make(mutation);
    const world = await open(mutant.main);
    try {
      const zombies = await Zombies.in(world);
      let broken: string[] = [];
      await zombies.rise([failpoint], 1, async () => {
        broken = await zombies.check();
        return broken.includes(line);
      });
      return broken;
    } finally {
      await world.stop();
      mutant.remove();
    }
  }

  itLong('without the fence before the dot the zombie doubles', async () => {
    expect(await riseOn(NO_FENCE_BEFORE_DOT, 'courier.beforeDot', DOUBLE)).toEqual([DOUBLE]);
  });

  itLong('without the fence of the settlement its outcome is recorded as well', async () => {
    const twice = 'I6 1 × not exactly one terminal event of its kind';
    expect(await riseOn(NO_FENCE_OF_SETTLEMENT, 'courier.dotSent', twice)).toEqual(
      expect.arrayContaining([DOUBLE, twice, 'I7 1 × not as many attempts as it says']),
    );
  });
});

const DOUBLE = 'I4 a double that no crash explains: zombie-1@example.test';

/** Makes workers stand still, each with a delivery of its own, and go on when it is too late. */
class Zombies {
  count = 0;
  private readonly ledger = new Ledger('zombie', true, { bodyBytes: BODY_BYTES });

  private constructor(
    private readonly world: RunningWorld,
    readonly shop: Tenant,
  ) {}

  static async in(world: RunningWorld): Promise<Zombies> {
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
    return new Zombies(world, shop);
  }

  /**
   * At each failpoint in turn, until so many stand still or the first may soon lose its lease. They have
   * risen when each has given up, unless a test waits for something else.
   */
  async rise(
    failpoints: readonly string[],
    most: number,
    isOver = () => Promise.resolve(this.givenUp === this.count),
  ): Promise<Entry[]> {
    const entries = this.ledger.entries.length;
    const pids: number[] = [];
    const started = performance.now();
    const hasTime = () => performance.now() - started < LEASE_MS / 2;
    while (pids.length < Math.min(most, MOST_AT_ONCE) && (pids.length === 0 || hasTime())) {
      pids.push(await this.freeze(failpoints[this.count % failpoints.length]!));
      this.count += 1;
    }
    await sleep(3 * LEASE_MS);
    await this.world.drained(); // by others
    for (const pid of pids) process.kill(pid, 'SIGCONT');
    await eventually(isOver, (over) => over);
    return this.ledger.entries.slice(entries);
  }

  /** Of each delivery, in order. */
  get copies(): number[] {
    const { ledger, world } = this;
    return ledger.entries.map(({ recipient }) => world.sink.mailsTo(recipient).length);
  }

  check(): Promise<string[]> {
    const { ledger, world } = this;
    return check({ entries: ledger.entries, copies: copiesAt(world.sink), database: world });
  }

  private async freeze(failpoint: string): Promise<number> {
    const { posthouse } = this.world;
    posthouse.trap(failpoint, 'stop');
    const open = () => new ApiSubmitter(this.shop);
    await new LedgerDriver(this.ledger, { messages: 1, sessions: 1, open }).ended();
    const pid = await eventually(
      () => posthouse.caughtAt(failpoint),
      (caught) => caught !== null,
    );
    return pid!;
  }

  /** Deliveries that a worker found to be another's. */
  private get givenUp(): number {
    return this.world.posthouse.text.split('lease was lost, nothing was recorded').length - 1;
  }
}

function open(main?: string): Promise<RunningWorld> {
  const settings = { LEASE: `${LEASE_MS}ms`, WORKER_PROCESSES: String(PROCESSES) };
  return RunningWorld.start({ hasTraps: true, settings, main });
}

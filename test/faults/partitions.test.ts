/**
 * Links between machines that go dark or slow, while mail flows through both doors of the first machine
 * and another worker stands on the second. Nothing is lost; a double is excused only for what a worker
 * held while its link to MariaDB or to the receivers was down.
 *
 * Controls: a door that says 250 whatever happens is caught; in test/machinery the same checker names a
 * double that no such time excuses.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { check } from '../support/checker.js';
import type { Direction, FaultProxy } from '../support/faults/fault-proxy.js';
import { figure, isLong, itLong } from '../support/figures.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import type { Crash } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import { TimedSubmitter } from '../support/timed-submitter.js';
import { makeLyingDoor } from './lying-door.js';
import { TwoMachines } from '../support/two-machines.js';

const CYCLES = figure({ t0: 3, long: 30 });
const DARK_MS = figure({ t0: [3_000, 3_500], long: [1_000, 12_000] });
const LONGEST_DARK_MS = 60_000;
const SLOW_MS = figure({ t0: 4_000, long: 60_000 });
const TIMEOUT_MS = figure({ t0: 120_000, long: 3_600_000 });
/** What Posthouse may take for an answer while its database is dark: its own 3 seconds, several times over. */
const LONGEST_ANSWER_MS = 20_000;
const MOST_WAITING = 60;
const RSS_GROWTH_KIB = 65_536;

describe('links between machines', () => {
  let machines: TwoMachines;
  beforeAll(async () => {
    machines = await TwoMachines.start();
  }, 120_000);
  afterAll(() => machines.stop(), 120_000);

  /** Mail through both doors for as long as the faults last, and the verdict when all is over. */
  async function underLoad(name: string, faults: () => Promise<Crash[]>) {
    const { world, shop } = machines;
    const ledgers = { smtp: new Ledger(`${name}-smtp`, false), api: new Ledger(`${name}-api`) };
    const times: number[] = [];
    const entriesOf = () => [...ledgers.smtp.entries, ...ledgers.api.entries];
    const options = {
      ...{ messages: Infinity, sessions: 3, resubmits: true, longestMs: TIMEOUT_MS },
      waitsWhile: () => entriesOf().length - world.sink.accepted > MOST_WAITING,
    };
    const drivers = [
      new LedgerDriver(ledgers.smtp, {
        ...options,
        open: () => new TimedSubmitter(new SmtpSubmitter(world, shop), times),
      }),
      new LedgerDriver(ledgers.api, {
        ...options,
        open: () => new TimedSubmitter(new ApiSubmitter(shop), times),
      }),
    ];
    const crashes = await faults();
    await Promise.all(drivers.map((driver) => driver.finish()));
    await world.drained();
    const entries = entriesOf();
    const broken = await check({
      ...{ entries, crashes },
      ...{ copies: copiesAt(world.sink), database: world },
    });
    const heard = { ...ledgers.smtp.heard, ...ledgers.api.heard };
    return { broken, acked: ledgers.smtp.acked + ledgers.api.acked, times, heard };
  }

  it(
    'A-17: dark for a while, in both directions or in one, lose nothing',
    async () => {
      const { database, redis, receivers } = machines.links;
      const before = machines.pids;
      const ways: Direction[] = ['both', 'toClient', 'toTarget'];
      const links: readonly [FaultProxy, boolean][] = [
        [database, true],
        [redis, false],
        [receivers, true],
      ];

      const { broken, acked, times } = await underLoad('dark', async () => {
        const crashes: Crash[] = [];
        for (let cycle = 0; cycle < CYCLES; cycle += 1) {
          const [link, isExcuse] = links[cycle % links.length]!;
          const [least = 0, most = 0] = DARK_MS;
          await sleep(500);
          link.set({ isBlackHole: true }, ways[(cycle + Math.floor(cycle / 3)) % ways.length]);
          const isLongest = cycle % 20 === 19;
          const dark = sleep(isLongest ? LONGEST_DARK_MS : least + Math.random() * (most - least));
          const crash = await machines.handsDuring(dark);
          if (isExcuse) crashes.push(crash);
          if (cycle % 2 === 0) link.reset(); // as after a partition that outlasts TCP
          link.heal();
        }
        return crashes;
      });

      expect(broken).toEqual([]);
      expect(acked).toBeGreaterThan(CYCLES);
      expect(Math.max(...times)).toBeLessThan(LONGEST_ANSWER_MS);
      expect(machines.pids).toEqual(before);
    },
    TIMEOUT_MS,
  );

  it(
    'A-18: a database that is far away and narrow holds up clients, not memory',
    async () => {
      const { database } = machines.links;
      const before = machines.pids;
      let growthKib = 0;

      const { broken, acked } = await underLoad('slow', async () => {
        await sleep(SLOW_MS / 4);
        const sizes = machines.pids.map(residentKib);
        const slow = (async () => {
          database.set({ delayMs: 5, jitterMs: 1_000 });
          await sleep(SLOW_MS);
          database.set({ bytesPerSecond: 1_024 });
          await sleep(SLOW_MS);
          growthKib = Math.max(...machines.pids.map((pid, at) => residentKib(pid) - sizes[at]!));
          database.heal();
        })();
        return [await machines.handsDuring(slow)];
      });

      expect(broken).toEqual([]);
      expect(acked).toBeGreaterThan(0);
      expect(machines.pids).toEqual(before);
      if (isLong) expect(growthKib).toBeLessThan(RSS_GROWTH_KIB);
    },
    TIMEOUT_MS,
  );
});

describe('A-17 control: a door that says 250 whatever happens', () => {
  itLong('is caught by the checker', async () => {
    const lying = makeLyingDoor();
    const machines = await TwoMachines.start({ main: lying.main });
    try {
      const { world, shop, links } = machines;
      const ledger = new Ledger('lied');
      const open = () => new SmtpSubmitter(world, shop);
      await new LedgerDriver(ledger, { messages: 1, sessions: 1, open }).ended();
      const driver = new LedgerDriver(ledger, {
        ...{ messages: Infinity, sessions: 5, open },
        waitsWhile: () => ledger.acked - world.sink.accepted > 5,
      });
      await world.delivered(20);
      links.database.set({ isBlackHole: true });
      await sleep(6_000);
      links.database.reset();
      links.database.heal();
      await driver.finish();
      await world.drained();
      const { entries } = ledger;
      const broken = await check({ entries, copies: copiesAt(world.sink), database: world });
      expect(broken).toContainEqual(
        expect.stringContaining('I1 acknowledged, and there is no trace'),
      );
    } finally {
      await machines.stop();
      lying.remove();
    }
  });
});

function residentKib(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
}

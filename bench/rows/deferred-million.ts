import { findServersWithWork, lockDueRows } from '../../src/features/delivery/queue.queries.js';
import type { Sql } from '../../src/platform/database/sql.js';
import { usageOf } from '../machine/processes.js';
import { NEXT_DUE_P99, SLOWDOWN, WORKER_RSS } from '../report/figure.js';
import { percentileOf } from '../report/spread.js';
import { seed } from '../seed/seed.js';
import type { SystemName } from '../systems/system.js';
import { workNamed } from '../works.js';
import { OwnPosthouse } from './own-posthouse.js';
import type { Measured, Row, Scene } from './row.js';
import { sideBySide, type Pair } from './side-by-side.js';

const DEFERRED = 1_000_000;
const DESTINATIONS = 1_000;
const HOUR_MS = 3_600_000;
const LOOKS = 1_000;
const MIB = 1_048_576;
const WORK = workNamed('10k-50-signed');

/** What a million deliveries that wait for another try cost those that do not: two of ours, one with such a queue. */
export class DeferredMillion implements Row {
  readonly name = 'deferred-1m';
  readonly works = [];

  systemsFor(): readonly SystemName[] {
    return [];
  }

  async measure(scene: Scene): Promise<Measured> {
    const started: OwnPosthouse[] = [];
    const start = async (name: string) => {
      const own = await OwnPosthouse.start(scene, { name, works: [WORK] });
      started.push(own);
      return own;
    };
    try {
      const [empty, full] = [await start('none-deferred'), await start('1m-deferred')];
      scene.workshop.tell(`writing ${DEFERRED} deferred deliveries`);
      await full.database((sql) => fill(sql, full.serverId));
      const pairs = await sideBySide([empty, full], WORK, scene);
      const looks = await full.database((sql) => look(sql, full.serverId));
      const more = rssOf(full) - rssOf(empty);
      return { cells: [], figures: this.figuresOf(pairs, looks, more) };
    } finally {
      for (const own of started) await own.stop();
    }
  }

  private figuresOf(pairs: readonly Pair[], looks: readonly number[], moreRss: number) {
    const figure = (name: string, unit: string, values: readonly number[]) => ({
      ...{ row: this.name, name, unit, values },
    });
    const each = (of: (pair: Pair) => number) => pairs.map(of);
    return [
      figure(
        'accepted with none deferred',
        '/s',
        each(({ one }) => one.acceptPerSecond),
      ),
      figure(
        'accepted with 1,000,000 deferred',
        '/s',
        each(({ other }) => other.acceptPerSecond),
      ),
      figure(
        'end to end with none deferred',
        '/s',
        each(({ one }) => one.e2ePerSecond),
      ),
      figure(
        'end to end with 1,000,000 deferred',
        '/s',
        each(({ other }) => other.e2ePerSecond),
      ),
      figure(
        SLOWDOWN.accept,
        '%',
        each((pair) => slowdown(pair, 'acceptPerSecond')),
      ),
      figure(
        SLOWDOWN.endToEnd,
        '%',
        each((pair) => slowdown(pair, 'e2ePerSecond')),
      ),
      figure(NEXT_DUE_P99, 'ms', [percentileOf(looks, 0.99)]),
      figure(WORKER_RSS, 'MiB', [moreRss]),
    ];
  }
}

function slowdown({ one, other }: Pair, rate: 'acceptPerSecond' | 'e2ePerSecond'): number {
  return 100 * (1 - other[rate] / one[rate]);
}

/** Deferred over the last days, and due again from two hours on. */
function fill(sql: Sql, serverId: bigint): Promise<void> {
  const now = Date.now();
  return seed(sql, {
    ...{ serverId, domainId: null, messages: DEFERRED, destinations: DESTINATIONS },
    ...{ since: new Date(now - 48 * HOUR_MS), everyMs: 100, contents: 0, hasAttempts: true },
    state: { dueFrom: new Date(now + 2 * HOUR_MS) },
  });
}

/** How long a worker takes to see what is due, nothing being so; milliseconds. */
async function look(sql: Sql, serverId: bigint): Promise<number[]> {
  const since = new Date(0);
  const rest = { limit: 90, closed: [], takesLapsed: true, fewerLapsesThan: 255 };
  const times: number[] = [];
  while (times.length < LOOKS) {
    const now = new Date();
    const startedAt = performance.now();
    await findServersWithWork(sql, now);
    await lockDueRows(sql, { serverId, since, now, ...rest });
    times.push(performance.now() - startedAt);
  }
  return times;
}

function rssOf({ posthouse }: OwnPosthouse): number {
  return usageOf([posthouse.pidOf('worker')]).rssBytes / MIB;
}

import type { SystemName } from '../systems/system.js';
import { systemsFor } from '../systems/system.js';
import type { Work } from '../works.js';
import type { Contestants } from './contestants.js';
import type { Sample } from './run.js';

/** Samples of one system under one work, a turn each; null where it failed or had been given up. */
export interface Cell {
  readonly work: string;
  readonly system: SystemName;
  readonly samples: readonly (Sample | null)[];
}

export interface BenchPlan {
  readonly works: readonly Work[];
  readonly rounds: number;
  readonly seconds: number;
  readonly systems: readonly SystemName[] | null;
}

/** Enough to know how fast a system is, roughly. */
const FIRST_COUNT = 200;
const WARM_UP_SECONDS = 2;
/** The tools are quick to show whether the machine has changed. */
const DIRECT_SECONDS = 2;

/** Every work, with the systems taking turns: A B C, C B A, A B C. */
export async function runBench(plan: BenchPlan, contestants: Contestants): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const work of plan.works) cells.push(...(await compare(work, plan, contestants)));
  return cells;
}

async function compare(work: Work, plan: BenchPlan, contestants: Contestants): Promise<Cell[]> {
  const names = systemsFor(work, plan.systems);
  const speeds = new Map<SystemName, number>();
  for (const name of names) {
    speeds.set(name, await warmUp(work, name, contestants));
  }
  const samples = new Map<SystemName, (Sample | null)[]>(names.map((name) => [name, []]));
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const seconds = name === 'direct' ? Math.min(DIRECT_SECONDS, plan.seconds) : plan.seconds;
      const count = Math.ceil((speeds.get(name) ?? 0) * seconds);
      const sample = await contestants.takeTurn(name, work, count);
      if (sample) speeds.set(name, sample.e2ePerSecond);
      samples.get(name)?.push(sample);
    }
  }
  return [...samples].map(([system, own]) => ({ work: work.name, system, samples: own }));
}

/** Messages per second, once it runs warm. */
async function warmUp(work: Work, name: SystemName, contestants: Contestants): Promise<number> {
  const first = await contestants.takeTurn(name, work, FIRST_COUNT);
  if (!first) return 0;
  const count = Math.ceil(first.e2ePerSecond * WARM_UP_SECONDS);
  const warm = await contestants.takeTurn(name, work, count);
  return warm?.e2ePerSecond ?? 0;
}

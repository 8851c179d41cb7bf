import type { MachineState } from '../machine/machine.js';
import type { Sample } from '../runs/run.js';
import type { SystemName } from '../systems/system.js';
import type { Cell } from './cell.js';
import type { Figure } from './figure.js';
import { verdictsOn, type Verdict } from './goals.js';
import { ratiosIn } from './ratios.js';
import { medianOf, spreadOf, type Spread } from './spread.js';

/** One system under one load of mail. */
export interface LoadRow {
  readonly work: string;
  readonly system: SystemName;
  readonly e2ePerSecond: Spread;
  readonly acceptPerSecond: Spread;
  /** Of all processes of the system; of tools alone, theirs. */
  readonly cpuSecondsPer1000: number;
  readonly peakRssMiB: number;
}

interface Ratio {
  readonly work: string;
  readonly over: SystemName;
  readonly median: number;
}

/** One figure over all rounds. */
export interface FigureRow extends Spread {
  readonly row: string;
  readonly name: string;
  readonly unit: string;
}

/** What `--json` writes. */
export interface Report {
  readonly commit: string;
  readonly machine: MachineState;
  readonly rows: readonly LoadRow[];
  readonly ratios: readonly Ratio[];
  readonly figures: readonly FigureRow[];
  readonly goals: readonly Verdict[];
}

export interface Results {
  /** Names of the rows that were asked for. */
  readonly rows: readonly string[];
  readonly cells: readonly Cell[];
  readonly figures: readonly Figure[];
}

export function reportOf({ rows, cells, figures }: Results): Omit<Report, 'commit' | 'machine'> {
  return {
    rows: loadsIn(cells),
    ratios: ratiosIn(cells).map(({ values, ...ratio }) => ({ ...ratio, median: medianOf(values) })),
    figures: figures.map(({ values, ...figure }) => ({ ...figure, ...spreadOf(values) })),
    goals: verdictsOn(rows, figures),
  };
}

function loadsIn(cells: readonly Cell[]): LoadRow[] {
  return cells.flatMap(({ work, system, samples }) => {
    const done = samples.filter((sample) => sample !== null);
    if (done.length === 0) return [];
    const all = (figure: (sample: Sample) => number) => done.map(figure);
    return {
      work,
      system,
      e2ePerSecond: spreadOf(all((sample) => sample.e2ePerSecond)),
      acceptPerSecond: spreadOf(all((sample) => sample.acceptPerSecond)),
      cpuSecondsPer1000: medianOf(all((sample) => sample.cpuSecondsPer1000)),
      peakRssMiB: Math.max(...all((sample) => sample.peakRssMiB)),
    };
  });
}

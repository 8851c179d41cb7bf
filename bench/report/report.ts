import type { MachineState } from '../machine/machine.js';
import type { Cell } from '../runs/bench.js';
import type { Sample } from '../runs/run.js';
import type { SystemName } from '../systems/system.js';
import { medianOf, spreadOf, type Spread } from './spread.js';

export interface Row {
  readonly work: string;
  readonly system: SystemName;
  readonly e2ePerSecond: Spread;
  readonly acceptPerSecond: Spread;
  /** Of all processes of the system; of tools alone, theirs. */
  readonly cpuSecondsPer1000: number;
  readonly peakRssMiB: number;
}

/** Posthouse's end-to-end rate divided by a peer's, the median over the rounds. */
export interface Ratio {
  readonly work: string;
  readonly over: SystemName;
  readonly median: number;
}

/** What `--json` writes. */
export interface Report {
  readonly commit: string;
  readonly machine: MachineState;
  readonly rows: readonly Row[];
  readonly ratios: readonly Ratio[];
}

export function rowsOf(cells: readonly Cell[]): Row[] {
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

export function ratiosOf(cells: readonly Cell[]): Ratio[] {
  const ours = new Map(
    cells.flatMap(({ work, system, samples }) =>
      system === 'posthouse' ? [[work, samples] as const] : [],
    ),
  );
  return cells.flatMap(({ work, system: over, samples }) => {
    if (over === 'posthouse' || over === 'direct') return [];
    const quotients = samples.flatMap((peer, round) => {
      const own = ours.get(work)?.[round];
      return own && peer ? [own.e2ePerSecond / peer.e2ePerSecond] : [];
    });
    return quotients.length === 0 ? [] : [{ work, over, median: medianOf(quotients) }];
  });
}

import type { MachineState } from '../machine/machine.js';
import type { LoadRow } from './report.js';

/** More than this between the slowest and the quickest turn of the tools alone, as a part of the median. */
const TOOLS_DRIFT = 0.2;
/** More than this part of the machine taken by programs that are not of the bench. */
const OTHERS_SHARE = 0.05;

/** Reasons not to trust the figures, one line each. */
export function noiseIn(rows: readonly LoadRow[], machine: MachineState): string[] {
  const drifts = rows.flatMap(({ system, work, e2ePerSecond: { min, median, max } }) => {
    const drift = (max - min) / median;
    if (system !== 'direct' || drift <= TOOLS_DRIFT) return [];
    return `too noisy: in ${work} the rate of the tools alone drifted by ${percent(drift)}`;
  });
  if (machine.othersShare <= OTHERS_SHARE) return drifts;
  const others = `too noisy: other programs used ${percent(machine.othersShare)} of the machine meanwhile`;
  return [...drifts, others];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

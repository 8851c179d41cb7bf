import type { SystemName } from '../systems/system.js';
import type { Cell } from './cell.js';

/** Posthouse's end-to-end rate divided by a peer's, one value for each round that both took part in. */
export interface Ratios {
  readonly work: string;
  readonly over: SystemName;
  readonly values: readonly number[];
}

export function ratiosIn(cells: readonly Cell[]): Ratios[] {
  const ours = new Map(
    cells.flatMap(({ work, system, samples }) =>
      system === 'posthouse' ? [[work, samples] as const] : [],
    ),
  );
  return cells.flatMap(({ work, system: over, samples }) => {
    if (over === 'posthouse' || over === 'direct') return [];
    const values = samples.flatMap((peer, round) => {
      const own = ours.get(work)?.[round];
      return own && peer ? [own.e2ePerSecond / peer.e2ePerSecond] : [];
    });
    return values.length === 0 ? [] : [{ work, over, values }];
  });
}

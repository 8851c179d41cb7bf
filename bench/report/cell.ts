import type { Sample } from '../runs/run.js';
import type { SystemName } from '../systems/system.js';

/** Samples of one system under one work, a turn each; null where it failed or had been given up. */
export interface Cell {
  readonly work: string;
  readonly system: SystemName;
  readonly samples: readonly (Sample | null)[];
}

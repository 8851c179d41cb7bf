import type { Cell } from '../report/cell.js';
import type { Figure } from '../report/figure.js';
import type { Contestants } from '../runs/contestants.js';
import type { Workshop } from '../systems/make-system.js';
import type { SystemName } from '../systems/system.js';
import type { Work } from '../works.js';

/** What a row has to measure with. */
export interface Scene {
  /** The running systems that the row asked for. */
  readonly contestants: Contestants;
  /** For a row that makes a system of its own; it stops it, too. */
  readonly workshop: Workshop;
  readonly rounds: number;
  /** How long one turn shall take. */
  readonly seconds: number;
  /** Null: those that a row usually compares. */
  readonly systems: readonly SystemName[] | null;
}

export interface Measured {
  /** Turns of systems under a load of mail, for the first table. */
  readonly cells: readonly Cell[];
  /** Whatever else has a number; the goals are about these. */
  readonly figures: readonly Figure[];
}

/** What is measured under one name. A BenchError gives up this row and no other. */
export interface Row {
  readonly name: string;
  /** Loads of mail that it sends: a message of each is looked at before. */
  readonly works: readonly Work[];
  /** The systems that it wants to find running. */
  systemsFor(asked: readonly SystemName[] | null): readonly SystemName[];
  measure(scene: Scene): Promise<Measured>;
}

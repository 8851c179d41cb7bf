import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../support/random.js';
import { linkFault, roleFault, serviceFault, type Fault } from './faults.js';
import type { Scene } from './scene.js';

/** How often each way of failing hit each target, and how often it hit one that was busy. */
export type Hits = Record<string, { busy: number; ways: Record<string, number> }>;

/** When what happened, for who wants to know why. */
export interface Happening {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

type Source = (scene: Scene, random: Random) => Fault | null;

/** Pauses between two faults of a row, in milliseconds. */
const ROWS: readonly { readonly source: Source; readonly pauseMs: readonly [number, number] }[] = [
  { source: roleFault, pauseMs: [500, 3_000] },
  { source: serviceFault, pauseMs: [2_000, 10_000] },
  { source: linkFault, pauseMs: [2_000, 10_000] },
];

/** Three rows of faults beside each other: processes, services, links. One row has one fault at a time. */
export class Nemesis {
  readonly hits: Hits = {};
  readonly story: Happening[] = [];
  private readonly stopping = new AbortController();
  private readonly rows: Promise<void>[];

  constructor(
    private readonly scene: Scene,
    seed: number,
  ) {
    this.rows = ROWS.map((row, index) => this.run(row, new Random(seed + index)));
  }

  /** Processes that were killed with SIGKILL. */
  get kills(): number {
    return Object.values(this.hits).reduce((sum, { ways }) => sum + (ways['kill'] ?? 0), 0);
  }

  /** Nothing bad any more; what is under way ends first. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.rows);
  }

  private async run({ source, pauseMs }: (typeof ROWS)[number], random: Random): Promise<void> {
    const [least, most] = pauseMs;
    while (!this.isOver()) {
      await this.pause(least + random.below(most - least));
      const fault = this.isOver() ? null : source(this.scene, random);
      if (!fault) continue; // the process is away just now
      this.note(fault);
      const at = Date.now();
      await fault.happen();
      const { target, way, whose = '' } = fault;
      this.story.push({ at, until: Date.now(), text: `${way} ${target} ${whose}`.trim() });
    }
  }

  private note({ target, way, isBusy }: Fault): void {
    const hits = (this.hits[target] ??= { busy: 0, ways: {} });
    hits.ways[way] = (hits.ways[way] ?? 0) + 1;
    if (isBusy()) hits.busy += 1;
  }

  private isOver(): boolean {
    return this.stopping.signal.aborted;
  }

  private pause(timeMs: number): Promise<unknown> {
    return sleep(timeMs, null, { signal: this.stopping.signal }).catch(() => null);
  }
}

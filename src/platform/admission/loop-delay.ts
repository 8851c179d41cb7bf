import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LIMITS } from '../../config/limits.js';
import type { Resource } from './strain.js';

const RESOLUTION_MS = 20;
const NS_PER_MS = 1e6;

/** How long work that could be done waits for its turn in this process. */
export class LoopDelay implements Resource {
  readonly name = 'event-loop';
  readonly closesDoors = true;
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private last = 0;

  begin(): void {
    this.delays.enable();
  }

  end(): void {
    this.delays.disable();
  }

  /** Of the mean since the last look: one long turn among many short ones does not count for much. */
  use(): number {
    const ms = this.delays.mean / NS_PER_MS - RESOLUTION_MS;
    this.delays.reset();
    if (!Number.isNaN(ms)) this.last = Math.max(0, ms);
    return this.last / LIMITS.loopDelayMs;
  }
}

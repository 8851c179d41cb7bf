import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { collectGarbage } from '../garbage.js';
import { EASY, type Resource } from './strain.js';

/** Room between where mail is refused and the limit, for what was let in before. */
const SHARE = 0.9;
/** So often at most; what is known then stands until the next time. */
const COLLECT_EVERY_MS = 2_000;
/** Buffers that were collected are freed by another thread, and counted until then. */
const SWEEP_MS = 100;

/**
 * Memory of this process, against what it may have. What looks used may be garbage: that is found out before it
 * counts. Resident memory is only where this begins: what was given back once is kept by the allocator for the
 * next time, and no reason to refuse anybody.
 */
export class MemoryUse implements Resource {
  readonly name = 'memory';
  readonly closesDoors = true;
  /** Code and stacks. */
  private readonly otherBytes = process.memoryUsage.rss() - usedBytes();
  private collectedAt = -Infinity;
  private isShort = false;
  private known = 0;

  /** 0 is no limit. */
  constructor(private readonly limitBytes: number) {}

  async use(): Promise<number> {
    if (this.limitBytes === 0) return 0;
    if (this.share() < (this.isShort ? EASY : 1)) {
      this.known = this.share();
    } else if (performance.now() - this.collectedAt > COLLECT_EVERY_MS) {
      collectGarbage();
      await sleep(SWEEP_MS);
      this.collectedAt = performance.now();
      this.known = this.share();
    }
    this.isShort = this.known >= (this.isShort ? EASY : 1);
    return this.known;
  }

  private share(): number {
    return (this.otherBytes + usedBytes()) / (this.limitBytes * SHARE);
  }
}

function usedBytes(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

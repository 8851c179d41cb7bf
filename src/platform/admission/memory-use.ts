import { getHeapStatistics } from 'node:v8';
import { collectGarbage } from '../garbage.js';
import { EASY, type Resource } from './strain.js';

/** Room between where mail is refused and the limit, for what was let in before. */
const SHARE = 0.9;
const COLLECT_EVERY_MS = 10_000;
/** Garbage must not keep a door closed. */
const COLLECT_WHILE_SHORT_MS = 2_000;

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

  /** 0 is no limit. */
  constructor(private readonly limitBytes: number) {}

  use(): number {
    if (this.limitBytes === 0) return 0;
    const isSuspect = this.share() >= (this.isShort ? EASY : 1);
    const pauseMs = this.isShort ? COLLECT_WHILE_SHORT_MS : COLLECT_EVERY_MS;
    if (isSuspect && performance.now() - this.collectedAt > pauseMs) {
      collectGarbage();
      this.collectedAt = performance.now();
    }
    const share = this.share();
    this.isShort = share >= (this.isShort ? EASY : 1);
    return share;
  }

  private share(): number {
    return (this.otherBytes + usedBytes()) / (this.limitBytes * SHARE);
  }
}

function usedBytes(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

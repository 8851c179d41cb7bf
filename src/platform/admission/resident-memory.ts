import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Resource } from './strain.js';

/** Room between where mail is refused and the limit, for what was let in before. */
const SHARE = 0.9;
const COLLECT_EVERY_MS = 10_000;

/** Memory of this process, against what it may have. What looks used may be garbage: that is found out first. */
export class ResidentMemory implements Resource {
  readonly name = 'memory';
  readonly closesDoors = true;
  private collectedAt = -Infinity;

  /** 0 is no limit. */
  constructor(private readonly limitBytes: number) {}

  use(): number {
    if (this.limitBytes === 0) return 0;
    if (this.share() >= 1 && performance.now() - this.collectedAt > COLLECT_EVERY_MS) {
      collect();
      this.collectedAt = performance.now();
    }
    return this.share();
  }

  private share(): number {
    return process.memoryUsage.rss() / (this.limitBytes * SHARE);
  }
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)(); // what the flag puts there
}

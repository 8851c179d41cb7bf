import { usageOf } from '../machine/processes.js';

const EVERY_MS = 500;

/** Watches how much memory the processes of a system hold together. */
export class PeakMemory {
  private peakBytes = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly roots: readonly number[]) {
    this.look();
    this.timer = setInterval(() => {
      this.look();
    }, EVERY_MS);
  }

  /** The most that was seen. */
  stop(): number {
    clearInterval(this.timer);
    this.look();
    return this.peakBytes;
  }

  private look(): void {
    this.peakBytes = Math.max(this.peakBytes, usageOf(this.roots).rssBytes);
  }
}

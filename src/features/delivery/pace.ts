/** While messages come one after the other, so long from one claim to the next. */
const BUSY_INTERVAL_MS = 15;

/**
 * How often a worker looks for work. A claim costs the database about the same whether it finds one delivery
 * or twenty: a lone one is claimed at once, and when claims have been following each other, the next one
 * waits until there may be more to take.
 */
export class Pace {
  private last = -Infinity;
  private before = -Infinity;

  /** A claim begins now. */
  note(): void {
    this.before = this.last;
    this.last = performance.now();
  }

  /** What is left to wait; zero or less for nothing. */
  pauseMs(): number {
    const isBusy = this.last - this.before < 2 * BUSY_INTERVAL_MS;
    return isBusy ? BUSY_INTERVAL_MS - (performance.now() - this.last) : 0;
  }
}

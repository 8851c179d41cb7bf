/** What one direction of a connection suffers; without any of it, bytes pass as they come. */
export interface Faults {
  /** Everything arrives so much later, up to `jitterMs` more, and still in order. */
  readonly delayMs?: number;
  readonly jitterMs?: number;
  readonly bytesPerSecond?: number;
  /** The most that is written at once: with `bytesPerSecond` a trickle. */
  readonly pieceBytes?: number;
  /** Nothing passes, no byte and no end, and nobody is told; what waits passes once it is over. */
  readonly isBlackHole?: boolean;
}

/** The faults of one direction, which may change at any time. */
export class Weather {
  private faults: Faults = {};
  private readonly waiting = new Set<() => void>();

  get now(): Faults {
    return this.faults;
  }

  set(faults: Faults): void {
    this.faults = faults;
    for (const wake of [...this.waiting]) wake();
  }

  /** When something that comes now would arrive. */
  arrival(): number {
    const { delayMs = 0, jitterMs = 0 } = this.faults;
    return performance.now() + delayMs + Math.random() * jitterMs;
  }

  /** Resolves at this time, or once the black hole has gone if there is one by then. */
  async passable(from = 0): Promise<void> {
    for (;;) {
      const waitMs = from - performance.now();
      if (this.faults.isBlackHole) await this.change();
      else if (waitMs > 0) await this.change(waitMs);
      else return;
    }
  }

  /** Resolves when the faults change, at the latest after this time. */
  change(atMostMs?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = atMostMs === undefined ? undefined : setTimeout(() => finish(), atMostMs);
      const finish = () => {
        clearTimeout(timer);
        this.waiting.delete(finish);
        resolve();
      };
      this.waiting.add(finish);
    });
  }
}

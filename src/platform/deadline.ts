/** The work went on for longer than it may. Whoever raises it knows that nothing came of it. */
export class OutOfTime extends Error {
  constructor(what: string) {
    super(`${what} took too long`);
  }
}

/** A moment by which something must be done, in monotonic time. */
export class Deadline {
  private readonly at: number;

  constructor(timeMs: number) {
    this.at = performance.now() + timeMs;
  }

  get leftMs(): number {
    return Math.max(0, this.at - performance.now());
  }

  get isOver(): boolean {
    return this.leftMs === 0;
  }

  /** For work that changes nothing: it is left to itself when its time is over. */
  bound<T>(work: Promise<T>, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new OutOfTime(what)), this.leftMs);
      void work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

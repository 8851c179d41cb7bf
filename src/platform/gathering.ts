/**
 * What comes now and then goes out at once; what follows soon after waits, so that it goes out together: telling
 * somebody of one thing costs as much as telling of many.
 */
export class Gathering<T> {
  private waiting: T[] = [];
  private wentAt = -Infinity;
  private timer: NodeJS.Timeout | null = null;

  /** `waitMs` is the least time from one call of `goOut` to the next. */
  constructor(
    private readonly waitMs: number,
    private readonly goOut: (items: readonly T[]) => void,
  ) {}

  add(items: readonly T[]): void {
    this.waiting.push(...items);
    if (this.timer !== null || this.waiting.length === 0) return;
    const leftMs = this.waitMs - (performance.now() - this.wentAt);
    if (leftMs <= 0) this.flush();
    else this.timer = setTimeout(() => this.flush(), leftMs);
  }

  /** Whatever waits goes out now. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.waiting.length === 0) return;
    this.wentAt = performance.now();
    this.goOut(this.waiting.splice(0));
  }
}

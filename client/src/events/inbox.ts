/** Keeps a bounded number of things between one that cannot be made to wait and one that reads. */
export class Inbox<T> {
  private readonly items: T[] = [];
  private end: { readonly error?: unknown } | null = null;
  private wake: () => void = () => undefined;

  constructor(private readonly most: number) {}

  /** False when there was no more room: it was not taken, and nothing will be. */
  put(item: T): boolean {
    if (this.end) return false;
    if (this.items.length >= this.most) {
      this.finish({});
      return false;
    }
    this.items.push(item);
    this.wake();
    return true;
  }

  /** Readers get what is here, and then the end. */
  close(): void {
    this.finish({});
  }

  /** Readers get what is here, and then the error. */
  fail(error: unknown): void {
    this.finish({ error });
  }

  async *read(): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const item = this.items.shift();
      if (item !== undefined) yield item;
      else if (!this.end) await new Promise<void>((resolve) => (this.wake = resolve));
      else if ('error' in this.end) throw this.end.error;
      else return;
    }
  }

  private finish(end: { readonly error?: unknown }): void {
    this.end ??= end;
    this.wake();
  }
}

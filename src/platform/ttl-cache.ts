interface Entry<V> {
  readonly value: Promise<V | null>;
  readonly until: number;
}

/**
 * Remembers what was found for a short time, bounded in size. Nothing found and failures are not
 * remembered. Callers that ask while a value is being loaded share that load, until it is forgotten.
 */
export class TtlCache<V> {
  private readonly entries = new Map<string, Entry<V>>();

  constructor(
    private readonly ttlMs: number,
    private readonly capacity: number,
  ) {}

  async get(key: string, load: () => Promise<V | null>): Promise<V | null> {
    const known = this.entries.get(key);
    if (known && known.until > performance.now()) return known.value;

    const entry = { value: load(), until: performance.now() + this.ttlMs };
    this.remember(key, entry);
    try {
      const value = await entry.value;
      if (value === null) this.drop(key, entry);
      return value;
    } catch (error) {
      this.drop(key, entry);
      throw error;
    }
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  private remember(key: string, entry: Entry<V>): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size <= this.capacity) return;
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }

  private drop(key: string, entry: Entry<V>): void {
    if (this.entries.get(key) === entry) this.entries.delete(key);
  }
}

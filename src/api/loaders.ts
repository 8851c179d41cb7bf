import DataLoader from 'dataloader';

/**
 * The batch loaders of one operation, made when first asked for. Keys are strings; two fields with
 * the same name share a loader, so a name spells out everything that its batch function closes over.
 */
export class Loaders {
  private readonly byName = new Map<string, DataLoader<string, unknown>>();

  /** Loads one value; all that are asked for in the same turn reach `batch` together. */
  load<V>(
    name: string,
    key: string,
    batch: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  ): Promise<V | null> {
    let loader = this.byName.get(name);
    if (!loader) {
      loader = new DataLoader<string, unknown>(async (keys) => {
        const found = await batch(keys);
        return keys.map((one) => found.get(one) ?? null);
      });
      this.byName.set(name, loader);
    }
    return loader.load(key) as Promise<V | null>; // one name, one batch function, one type of value
  }

  /** Forgets everything that was loaded. */
  clear(): void {
    this.byName.clear();
  }
}

import type { Keyset } from '../platform/database/keyset.js';
import type { ApiContext } from './context.js';
import { pageOf, windowOf, type Cursors, type Page, type PageArguments } from './paging.js';

export interface BatchedList<T, A extends PageArguments> {
  /** Names the field, such as `Message.deliveries`. */
  readonly name: string;
  readonly args: A;
  readonly cursors: Cursors;
  /** Key of the object whose list this is. */
  readonly parent: string;
  readonly keyOf: (row: T) => bigint;
  /** Reads the same page of the lists of all parents at once. */
  readonly read: (
    parents: readonly string[],
    keyset: Keyset,
  ) => Promise<ReadonlyMap<string, readonly T[]>>;
}

/** One page of a list that many objects of a result may have: all of them are read together. */
export async function batchedPage<T, A extends PageArguments>(
  { loaders }: ApiContext,
  { name, args, cursors, parent, keyOf, read }: BatchedList<T, A>,
): Promise<Page<T>> {
  const keyset = windowOf(cursors, args);
  const rows = await loaders.load(`${name} ${JSON.stringify(args)}`, parent, (parents) =>
    read(parents, keyset),
  );
  return pageOf(cursors, keyset, rows ?? [], keyOf);
}

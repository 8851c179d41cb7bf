/** One page of a list, as `list…` methods give it. */
export interface PageOf<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Every object of a list, page after page: `for await (const message of each((after) =>
 * posthouse.listMailServerMessages({ id, after })))`. A page is asked for when the one before has been read.
 */
export async function* each<T>(
  page: (after: string | null) => Promise<PageOf<T> | null>,
): AsyncGenerator<T, void, undefined> {
  let after: string | null = null;
  for (;;) {
    const found: PageOf<T> | null = await page(after);
    if (!found) return;
    yield* found.nodes;
    if (!found.pageInfo.hasNextPage) return;
    after = found.pageInfo.endCursor;
  }
}

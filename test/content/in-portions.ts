/** Does the work for every item, some at a time; the results in order. */
export async function inPortions<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  atOnce = 20,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    const portion = items.slice(start, start + atOnce);
    results.push(...(await Promise.all(portion.map((item, at) => work(item, start + at)))));
  }
  return results;
}

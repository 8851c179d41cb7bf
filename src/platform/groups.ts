/** Neighbours together, up to `most` in a group by what `sizeOf` says; what is larger alone is a group by itself. */
export function groupsUpTo<T>(
  most: number,
  items: readonly T[],
  sizeOf: (item: T) => number,
): readonly T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    room -= size;
    if (room < 0) {
      groups.push([]);
      room = most - size;
    }
    groups.at(-1)?.push(item);
  }
  return groups;
}

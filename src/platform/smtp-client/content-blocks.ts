const BLOCK_BYTES = 65_536;

/**
 * Parts long content so that a slow receiver is noticed and the last block, `rest`, can leave together with
 * the final dot; short content is all rest.
 */
export function contentBlocks(pieces: readonly Buffer[]): {
  readonly blocks: readonly (readonly Buffer[])[];
  readonly rest: readonly Buffer[];
} {
  const blocks: Buffer[][] = [];
  let current: Buffer[] = [];
  let room = BLOCK_BYTES;
  for (const piece of pieces) {
    let start = 0;
    while (piece.length - start > room) {
      current.push(piece.subarray(start, start + room));
      blocks.push(current);
      start += room;
      current = [];
      room = BLOCK_BYTES;
    }
    current.push(piece.subarray(start));
    room -= piece.length - start;
  }
  return { blocks, rest: current };
}

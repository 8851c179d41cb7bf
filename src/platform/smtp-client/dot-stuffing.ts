const CR = 0x0d;
const LF = 0x0a;
const DOT = 0x2e;
const LINE_WITH_DOT = Buffer.from('\r\n.');
/** More of them than this in one piece, and one copy is cheaper than many small writes. */
const MAX_CUTS = 32;

export interface StuffedContent {
  readonly pieces: readonly Buffer[];
  /** The final dot with the line ends that it needs. */
  readonly end: string;
}

/**
 * Doubles each dot at the beginning of a line (RFC 5321 §4.5.2). Content without one is not copied; at a
 * single dot it is cut so that both sides share it.
 */
export function dotStuffed(content: readonly Buffer[]): StuffedContent {
  const pieces: Buffer[] = [];
  let last: readonly [number, number] = [CR, LF];
  for (const piece of content) {
    if (piece.length === 0) continue;
    stuff(piece, last, pieces);
    last = [piece.at(-2) ?? last[1], piece.at(-1) ?? 0];
  }
  const isAtLineStart = last[0] === CR && last[1] === LF;
  return { pieces, end: isAtLineStart ? '.\r\n' : '\r\n.\r\n' };
}

/** `last` are the two bytes before the piece. */
function stuff(piece: Buffer, last: readonly [number, number], into: Buffer[]): void {
  const dots = firstDot(piece, last);
  let at = piece.indexOf(LINE_WITH_DOT);
  while (at >= 0 && dots.length <= MAX_CUTS) {
    dots.push(at + 2);
    at = piece.indexOf(LINE_WITH_DOT, at + 2);
  }
  if (dots.length > MAX_CUTS) {
    into.push(copied(piece, last));
    return;
  }
  let start = 0;
  for (const dot of dots) {
    into.push(piece.subarray(start, dot + 1));
    start = dot;
  }
  into.push(piece.subarray(start));
}

/** A dot whose line end is, wholly or in part, in the piece before. */
function firstDot(piece: Buffer, [before, latest]: readonly [number, number]): number[] {
  if (before === CR && latest === LF && piece[0] === DOT) return [0];
  if (latest === CR && piece[0] === LF && piece[1] === DOT) return [1];
  return [];
}

function copied(piece: Buffer, last: readonly [number, number]): Buffer {
  const target = Buffer.allocUnsafe(piece.length * 2);
  let [before, latest] = last;
  let length = 0;
  for (const byte of piece) {
    if (byte === DOT && latest === LF && before === CR) target[length++] = DOT;
    target[length++] = byte;
    before = latest;
    latest = byte;
  }
  return target.subarray(0, length);
}

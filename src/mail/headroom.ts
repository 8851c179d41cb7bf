/**
 * Room in front of content that just came in: what a server adds on top (RFC 5321 §4.4) can then be written there,
 * where it would otherwise take a copy of all the content.
 */
const HEADROOM_BYTES = 1_024;

/** Buffers of ours that still have their room; nobody else can see it. */
const roomy = new WeakSet<Buffer>();

/** Memory for content, to be filled, with room in front. */
export function allocateWithHeadroom(bytes: number): Buffer {
  const content = Buffer.allocUnsafeSlow(HEADROOM_BYTES + bytes).subarray(HEADROOM_BYTES);
  roomy.add(content);
  return content;
}

/** Joins pieces to content with room in front. */
export function joinWithHeadroom(pieces: readonly Uint8Array[]): Buffer {
  const content = allocateWithHeadroom(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    content.set(piece, offset);
    offset += piece.length;
  }
  return content;
}

/** The same memory with `text` in front of it; null where there is no room, or no more. */
export function prependInPlace(content: Buffer, text: string): Buffer | null {
  const bytes = Buffer.byteLength(text);
  if (bytes > HEADROOM_BYTES || !roomy.delete(content)) return null;
  const start = content.byteOffset - bytes;
  const whole = Buffer.from(content.buffer, start, bytes + content.length);
  whole.write(text);
  return whole;
}

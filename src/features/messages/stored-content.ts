import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Content as its row holds it. */
export interface StoredContent {
  readonly encoding: 'IDENTITY' | 'DEFLATE';
  readonly bytes: Buffer;
}

/** Bigger content holds up the event loop for longer than the saved bytes are worth. */
const COMPRESS_BELOW_BYTES = 65_536;
const WORTH_IT = 0.9;
/** Little memory, so that a message does not touch a quarter of a mebibyte for its own ten kibibytes. */
const FAST = { level: 1, windowBits: 13, memLevel: 6 } as const;

/** Compresses where that saves a tenth: a fast level costs less than logging the bytes would. */
export function storedContent(raw: Buffer): StoredContent {
  if (raw.length >= COMPRESS_BELOW_BYTES) return { encoding: 'IDENTITY', bytes: raw };
  const deflated = deflateRawSync(raw, FAST);
  if (deflated.length > raw.length * WORTH_IT) return { encoding: 'IDENTITY', bytes: raw };
  return { encoding: 'DEFLATE', bytes: deflated };
}

export function rawContent({ encoding, bytes }: StoredContent): Buffer {
  if (encoding === 'IDENTITY') return bytes;
  return inflateRawSync(bytes, { maxOutputLength: COMPRESS_BELOW_BYTES });
}

import { constants, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Content as its row holds it. */
export interface StoredContent {
  /** DEFLATE is of rows that were written before there was ZSTD. */
  readonly encoding: 'IDENTITY' | 'DEFLATE' | 'ZSTD';
  readonly bytes: Buffer;
}

/** Bigger content holds up the event loop for longer than the saved bytes are worth. */
const COMPRESS_BELOW_BYTES = 262_144;
const WORTH_IT = 0.9;
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Compresses where that saves a tenth: a fast level costs less than logging the bytes would. */
export function storedContent(raw: Buffer): StoredContent {
  if (raw.length >= COMPRESS_BELOW_BYTES) return { encoding: 'IDENTITY', bytes: raw };
  const compressed = zstdCompressSync(raw, FAST);
  if (compressed.length > raw.length * WORTH_IT) return { encoding: 'IDENTITY', bytes: raw };
  return { encoding: 'ZSTD', bytes: compressed };
}

export function rawContent({ encoding, bytes }: StoredContent): Buffer {
  if (encoding === 'IDENTITY') return bytes;
  const unpack = encoding === 'ZSTD' ? zstdDecompressSync : inflateRawSync;
  return unpack(bytes, { maxOutputLength: COMPRESS_BELOW_BYTES });
}

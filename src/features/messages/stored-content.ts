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
const FAST = { [constants.ZSTD_c_compressionLevel]: 1 };
/** The least and the usual size of zlib's pieces of output; more than one piece is copied together at the end. */
const LEAST_PIECE_BYTES = 1_024;
const PIECE_BYTES = 16_384;
/** What mail is compressed to, as a rule, is less. */
const USUAL_SHARE = 0.7;

/** Compresses where that saves a tenth: a fast level costs less than logging the bytes would. */
export function storedContent(raw: Buffer): StoredContent {
  if (raw.length >= COMPRESS_BELOW_BYTES) return { encoding: 'IDENTITY', bytes: raw };
  const chunkSize = pieceOf(raw.length * USUAL_SHARE);
  const compressed = zstdCompressSync(raw, { params: FAST, chunkSize });
  if (compressed.length > raw.length * WORTH_IT) return { encoding: 'IDENTITY', bytes: raw };
  return { encoding: 'ZSTD', bytes: compressed };
}

/** Cheaper when its size is known. */
export function rawContent({ encoding, bytes }: StoredContent, sizeBytes = PIECE_BYTES): Buffer {
  if (encoding === 'IDENTITY') return bytes;
  const unpack = encoding === 'ZSTD' ? zstdDecompressSync : inflateRawSync;
  const chunkSize = pieceOf(sizeBytes + 1); // one that is full asks for another
  return unpack(bytes, { maxOutputLength: COMPRESS_BELOW_BYTES, chunkSize });
}

function pieceOf(bytes: number): number {
  return Math.max(LEAST_PIECE_BYTES, Math.min(Math.ceil(bytes), COMPRESS_BELOW_BYTES));
}

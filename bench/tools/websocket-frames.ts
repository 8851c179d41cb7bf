/** RFC 6455 §5.2, as far as one needs it to read what a server of ours sends. */
export const OPCODES = { text: 1, close: 8, ping: 9, pong: 10 } as const;

const FINAL = 0x80;
const MASKED = 0x80;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/** A frame of a client is masked; with zeros it stays as it is. */
export function clientFrame(opcode: number, payload: Buffer): Buffer {
  const isShort = payload.length < TWO_BYTES;
  const head = Buffer.alloc(isShort ? 6 : 8);
  head[0] = FINAL | opcode;
  head[1] = MASKED | (isShort ? payload.length : TWO_BYTES);
  if (!isShort) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

/** Finds the frames in a stream of bytes; nothing is copied unless a frame comes in parts. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly receive: (opcode: number, payload: Buffer) => void) {}

  take(chunk: Buffer): void {
    let bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    for (;;) {
      const frame = firstFrame(bytes);
      if (!frame) break;
      this.receive((bytes[0] ?? 0) & 0x0f, bytes.subarray(frame.start, frame.end));
      bytes = bytes.subarray(frame.end);
    }
    this.rest = bytes;
  }
}

/** Where the payload stands; null when not all of it is there. */
function firstFrame(bytes: Buffer): { readonly start: number; readonly end: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & ~MASKED;
  const start = short === EIGHT_BYTES ? 10 : short === TWO_BYTES ? 4 : 2;
  if (bytes.length < start) return null;
  const end = start + lengthOf(bytes, short);
  return bytes.length < end ? null : { start, end };
}

function lengthOf(bytes: Buffer, short: number): number {
  if (short === EIGHT_BYTES) return Number(bytes.readBigUInt64BE(2));
  return short === TWO_BYTES ? bytes.readUInt16BE(2) : short;
}

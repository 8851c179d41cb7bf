import { LIMITS } from '../config/limits.js';
import { LineEndGate, type LineProblem } from '../mail/line-ends.js';
import type { ReceivedContent } from './received-content.js';

const CR = 13;
const LF = 10;
const DOT = 46;

/**
 * Takes the bytes after DATA (RFC 5321 §4.1.1.4) in any chunks, ends at CRLF "." CRLF and nowhere else,
 * and removes a stuffed dot only after CRLF (§4.5.2). Has the content kept while it may still be accepted;
 * beyond the size limit, or behind a bad line end, it only looks for the end.
 */
export class DataReader {
  private readonly gate = new LineEndGate({ isDotStuffed: true });
  private contentBytes = 0;
  private wireBytes = 0;
  /** What came before the next byte; the bytes of `dot` and `dot-cr` are not content. */
  private after: 'line-end' | 'dot' | 'dot-cr' | 'text' | 'text-cr' = 'line-end';
  private lineProblem: LineProblem | null = null;

  constructor(
    private readonly maxBytes: number,
    readonly content: ReceivedContent,
  ) {}

  /** What the next hop could read differently than we do. */
  get problem(): LineProblem | null {
    return this.lineProblem;
  }

  get isTooLarge(): boolean {
    return this.contentBytes > this.maxBytes;
  }

  /** Nothing of it is kept. */
  get isLost(): boolean {
    return this.isTooLarge || this.lineProblem !== null;
  }

  /** So far over the limit that the peer will not stop by itself. */
  get isEndless(): boolean {
    return this.wireBytes > this.maxBytes + LIMITS.oversizeBytes;
  }

  /** Of the message so far. */
  get sizeBytes(): number {
    return this.contentBytes;
  }

  /** Reads a chunk; returns the offset behind the end of data, or -1 when the message goes on. */
  push(chunk: Buffer): number {
    const end = this.scan(chunk);
    const read = end === -1 ? chunk : chunk.subarray(0, end);
    this.lineProblem = this.gate.feed(read);
    this.wireBytes += read.length;
    if (this.isLost) this.content.drop();
    return end;
  }

  private scan(chunk: Buffer): number {
    let contentFrom = 0;
    let position = 0;
    while (position < chunk.length) {
      if (this.after === 'text') {
        position = this.skipText(chunk, position);
        continue;
      }
      const step = this.step(chunk[position]);
      if (step === 'end') return position + 1;
      if (step === 'drop') {
        this.keep(chunk.subarray(contentFrom, position));
        contentFrom = position + 1;
      }
      position += 1;
    }
    this.keep(chunk.subarray(contentFrom));
    return -1;
  }

  /** From inside a line to behind its next CR; only that can begin a line end. */
  private skipText(chunk: Buffer, position: number): number {
    const returnAt = chunk.indexOf(CR, position);
    if (returnAt === -1) return chunk.length;
    this.after = 'text-cr';
    return returnAt + 1;
  }

  /** One byte where a line, or the message, may end. */
  private step(byte: number | undefined): 'end' | 'drop' | 'take' {
    const { after } = this;
    if (after === 'dot-cr' && byte === LF) return 'end';
    if (after === 'line-end' && byte === DOT) return this.become('dot', 'drop');
    if (after === 'dot' && byte === CR) return this.become('dot-cr', 'drop');
    if (after === 'text-cr' && byte === LF) return this.become('line-end', 'take');
    return this.become(byte === CR ? 'text-cr' : 'text', 'take');
  }

  private become<S>(after: DataReader['after'], step: S): S {
    this.after = after;
    return step;
  }

  private keep(piece: Buffer): void {
    this.contentBytes += piece.length;
    this.content.add(piece);
  }
}

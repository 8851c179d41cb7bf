import { LIMITS } from '../config/limits.js';

/**
 * The line-end gate: content passes only with CRLF line ends, no NUL, and lines of at most 998
 * octets (RFC 5321 §2.3.8 and §4.5.3.1.6, RFC 5322 §2.1.1). Everything that hashes, parses or stores
 * mail stands behind it, so no two of us, and no next hop, can disagree on where a line ends.
 */

export interface LineProblem {
  readonly kind: 'lone-cr' | 'lone-lf' | 'nul' | 'line-too-long';
  /** Counted from 1, in the header and body together. */
  readonly line: number;
}

/**
 * Watches content as it arrives, in chunks cut anywhere. Raw DATA of an SMTP session is watched with
 * `isDotStuffed`: it ends at CRLF.CRLF, what follows in the chunk are commands and not looked at,
 * and a stuffed dot does not count for the length of its line. Use one gate per message.
 */
export class LineEndGate {
  private problem: LineProblem | null = null;
  private hasEnded = false;
  private line = 1;
  private length = 0;
  private startsWithDot = false;
  private isAfterCr = false;

  constructor(private readonly options: { readonly isDotStuffed: boolean }) {}

  /** Looks at the next octets and returns the first problem of the message so far. */
  feed(chunk: Buffer): LineProblem | null {
    let offset = 0;
    while (offset < chunk.length && this.problem === null && !this.hasEnded) {
      const run = this.isAfterCr ? offset : endOfOrdinary(chunk, offset);
      const octet = chunk[offset] ?? NUL;
      if (run > offset) this.lengthen(octet, run - offset);
      else this.step(octet);
      offset = Math.max(run, offset + 1);
    }
    return this.problem;
  }

  /** Nothing comes any more: a CR at the very end stays alone. */
  end(): LineProblem | null {
    if (this.isAfterCr) this.report('lone-cr');
    return this.problem;
  }

  private step(octet: number): void {
    if (octet === LF) return this.isAfterCr ? this.endLine() : this.report('lone-lf');
    if (this.isAfterCr) return this.report('lone-cr');
    if (octet === CR) this.isAfterCr = true;
    else if (octet === NUL) this.report('nul');
    else this.lengthen(octet, 1);
  }

  private lengthen(first: number, count: number): void {
    if (this.length === 0) this.startsWithDot = first === DOT;
    this.length += count;
    const stuffing = this.options.isDotStuffed && this.startsWithDot ? 1 : 0;
    if (this.length > LIMITS.textLineBytes + stuffing) this.report('line-too-long');
  }

  private endLine(): void {
    this.hasEnded = this.options.isDotStuffed && this.length === 1 && this.startsWithDot;
    this.isAfterCr = false;
    this.length = 0;
    this.line++;
  }

  private report(kind: LineProblem['kind']): void {
    this.problem ??= { kind, line: this.line };
  }
}

/** Content with CRLF line ends and one at its end, or why no rewriting of line ends can make it so. */
export type Canonical =
  { readonly raw: Buffer; readonly problem: null } | { readonly problem: LineProblem };

/** Turns every lone CR and lone LF into CRLF. Content that is canonical already comes back uncopied. */
export function canonicalize(content: Buffer | string): Canonical {
  const raw = typeof content === 'string' ? Buffer.from(content) : content;
  if (raw.subarray(-2).equals(CRLF) && check(raw) === null) return { raw, problem: null };
  const lines = raw.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n');
  const repaired = Buffer.from(lines.endsWith('\r\n') ? lines : `${lines}\r\n`, 'latin1');
  const problem = check(repaired);
  return problem === null ? { raw: repaired, problem } : { problem };
}

const NUL = 0x00;
const LF = 0x0a;
const CR = 0x0d;
const DOT = 0x2e;
const CRLF = Buffer.from('\r\n');

/** Most octets need no thought: printable ones are skipped in one tight loop. */
function endOfOrdinary(chunk: Buffer, start: number): number {
  const { length } = chunk;
  let end = start;
  // a bound of its own is twice as quick as reading past the end, which is where chunks of other lengths lead
  while (end < length && (chunk[end] ?? CR) > CR) end++;
  return end;
}

function check(raw: Buffer): LineProblem | null {
  const gate = new LineEndGate({ isDotStuffed: false });
  gate.feed(raw);
  return gate.end();
}

import { LIMITS } from '../config/limits.js';

/** One line as the peer sent it; a flawed one is never executed. */
export interface CommandLine {
  readonly text: string;
  readonly bytes: number;
  readonly flaw: 'too-long' | 'line-end' | 'encoding' | null;
}

const CR = 13;
const LF = 10;
const EMPTY = Buffer.alloc(0);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Cuts received bytes into command lines (RFC 5321 §2.3.8). Only CR LF ends a good line; a line that
 * ends in bare LF or holds CR or NUL is handed on as flawed. Keeps no more of a line than the longest
 * command may have.
 */
export class CommandReader {
  private pending: Buffer = EMPTY;
  private droppedBytes = 0;

  get pendingBytes(): number {
    return this.pending.length;
  }

  /** The peer sends a line without end. */
  get isEndless(): boolean {
    return this.droppedBytes > LIMITS.endlessLineBytes;
  }

  push(chunk: Buffer): void {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
  }

  takeLine(): CommandLine | null {
    const end = this.pending.indexOf(LF);
    if (end === -1) {
      this.dropExcess();
      return null;
    }
    const raw = this.pending.subarray(0, end);
    this.pending = this.pending.subarray(end + 1);
    const wasCut = this.droppedBytes > 0;
    this.droppedBytes = 0;
    return wasCut ? TOO_LONG : toLine(raw);
  }

  /** Everything received and not yet read; nothing of it is read as a command any more. */
  takeAll(): Buffer {
    const all = this.pending;
    this.pending = EMPTY;
    this.droppedBytes = 0;
    return all;
  }

  private dropExcess(): void {
    if (this.droppedBytes === 0 && this.pending.length <= LIMITS.authLineBytes + 1) return; // 1 for the CR
    this.droppedBytes += this.pending.length;
    this.pending = EMPTY;
  }
}

const TOO_LONG: CommandLine = { text: '', bytes: Infinity, flaw: 'too-long' };

function toLine(raw: Buffer): CommandLine {
  const end = raw.length - 1;
  const isClean = raw[end] === CR && raw.indexOf(CR) === end && !raw.includes(0);
  const body = isClean ? raw.subarray(0, end) : raw;
  const bytes = body.length;
  if (!isClean) return { text: '', bytes, flaw: 'line-end' };
  try {
    return { text: utf8.decode(body), bytes, flaw: null };
  } catch {
    return { text: '', bytes, flaw: 'encoding' };
  }
}

import { parseLine, replyOf, type Reply, type ReplyLine } from './reply.js';

const LF = 0x0a;
const CR = 0x0d;
const MAX_LINE_BYTES = 4_096;

/**
 * Cuts what a server sends into replies. Tolerates bare LF; stops at the first sign that the other side
 * does not speak SMTP or does not mean to end, and never holds more than `maxBytes`.
 */
export class ReplyReader {
  /** Why nothing more will be read. */
  fault: string | null = null;
  private pending: Buffer = Buffer.alloc(0);
  private lines: ReplyLine[] = [];
  private replyBytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** Whether everything that came was part of a complete reply. */
  get isEmpty(): boolean {
    return this.pending.length === 0 && this.lines.length === 0;
  }

  /** The replies that `chunk` completes; those before a fault still count. */
  push(chunk: Buffer): readonly Reply[] {
    const replies: Reply[] = [];
    const data = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    let start = 0;
    while (this.fault === null) {
      const end = data.indexOf(LF, start);
      if (end < 0) break;
      const reply = this.take(data.subarray(start, end));
      if (reply) replies.push(reply);
      start = end + 1;
    }
    this.keep(data.subarray(start));
    return replies;
  }

  private take(line: Buffer): Reply | null {
    this.replyBytes += line.length + 1;
    const text = line.at(-1) === CR ? line.subarray(0, -1) : line;
    if (text.length > MAX_LINE_BYTES) return this.stop('a line of the reply is too long');
    if (this.replyBytes > this.maxBytes) return this.stop('the reply is too long');
    const parsed = parseLine(text.toString('utf8'));
    if (!parsed) return this.stop('what the server sent is not an SMTP reply');
    this.lines.push(parsed);
    if (this.lines[0]?.code !== parsed.code) return this.stop('the codes of one reply differ');
    if (!parsed.isLast) return null;

    const reply = replyOf(this.lines);
    this.lines = [];
    this.replyBytes = 0;
    return reply;
  }

  private keep(rest: Buffer): void {
    this.pending = this.fault === null ? rest : Buffer.alloc(0);
    if (rest.length > MAX_LINE_BYTES) this.stop('a line of the reply is too long');
  }

  private stop(reason: string): null {
    this.fault ??= reason;
    this.lines = [];
    this.pending = Buffer.alloc(0);
    return null;
  }
}

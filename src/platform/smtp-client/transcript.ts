import { LIMITS } from '../../config/limits.js';

const CUT = '… (cut)\n';

/**
 * The dialogue of one attempt for people to read: each line with the milliseconds since the beginning
 * and who spoke. Content is never part of it. At most LIMITS.transcriptBytes.
 */
export class Transcript {
  private text = '';
  private bytes = 0;
  private isCut = false;
  private readonly began = performance.now();

  /** What was said before, as on a connection that was opened for the first of several messages. */
  quote(earlier: string): void {
    this.append(earlier);
  }

  client(line: string): void {
    this.add('C', line);
  }

  server(lines: readonly string[]): void {
    for (const line of lines) this.add('S', line);
  }

  note(text: string): void {
    this.add('*', text);
  }

  toString(): string {
    return this.text;
  }

  private add(speaker: string, line: string): void {
    if (this.isCut) return;
    this.append(`${Math.round(performance.now() - this.began)} ${speaker}: ${line}\n`);
  }

  private append(text: string): void {
    if (this.isCut) return;
    const size = Buffer.byteLength(text);
    this.isCut = this.bytes + size > LIMITS.transcriptBytes - Buffer.byteLength(CUT);
    this.text += this.isCut ? CUT : text;
    this.bytes += size;
  }
}

export interface SseEvent {
  readonly event: string;
  readonly data: string;
}

/** A line that never ends is no event stream. */
const LONGEST_LINE = 16_777_216;

/** Reads an event stream (WHATWG HTML §9.2) that comes in pieces. Ids and comments say nothing to us. */
export class SseParser {
  private rest = '';
  private event = 'message';
  private data: string[] = [];

  /** The events that this piece completes. */
  push(piece: string): SseEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    if (this.rest.length > LONGEST_LINE) throw new RangeError('a line of the stream is too long');
    return lines.flatMap((line) => this.take(line) ?? []);
  }

  private take(line: string): SseEvent | null {
    if (line === '') return this.complete();
    const [, field = '', value = ''] = /^([^:]*)(?::\x20?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') this.event = value;
    if (field === 'data') this.data.push(value);
    return null;
  }

  private complete(): SseEvent | null {
    const { event, data } = this;
    this.event = 'message';
    this.data = [];
    return data.length > 0 ? { event, data: data.join('\n') } : null;
  }
}

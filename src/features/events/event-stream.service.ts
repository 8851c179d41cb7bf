import type { Event } from './event.entity.js';
import { currentPosition } from './event-log.js';
import { ServerTail, type EventSource, type TailReader } from './server-tail.js';

/** Lets any number of readers follow the events of mail servers, live and from any position. */
export class EventStream {
  private readonly tails = new Map<bigint, SharedTail>();

  constructor(private readonly source: EventSource) {}

  /**
   * Every event of the server after a position, each once and in order, first what has happened and
   * then what happens; `after: null` begins with what happens from this call on. Ends when the
   * signal aborts. Who may follow which server is the caller's business.
   */
  follow(serverId: bigint, after: bigint | null, signal: AbortSignal): AsyncIterable<Event> {
    const reader = this.join(serverId, signal);
    const start =
      after === null ? currentPosition(this.source.pool, serverId) : Promise.resolve(after);
    start.catch(() => undefined); // told to whoever iterates
    return read(reader, start);
  }

  close(): void {
    for (const { tail } of this.tails.values()) tail.close();
    this.tails.clear();
  }

  private join(serverId: bigint, signal: AbortSignal): Reader {
    const known = this.tails.get(serverId);
    const shared = known ?? { tail: new ServerTail(serverId, this.source), readers: new Set() };
    this.tails.set(serverId, shared);
    const leave = () => {
      signal.removeEventListener('abort', leave);
      reader.resume();
      if (!shared.readers.delete(leave) || shared.readers.size > 0) return;
      shared.tail.close();
      if (this.tails.get(serverId) === shared) this.tails.delete(serverId);
    };
    const reader = { tail: shared.tail, signal, leave, resume: () => undefined };
    shared.readers.add(leave);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave);
    return reader;
  }
}

interface SharedTail {
  readonly tail: ServerTail;
  readonly readers: Set<() => void>;
}

interface Reader extends TailReader {
  readonly tail: ServerTail;
  /** Closes the tail behind the last reader; calling it twice is harmless. */
  readonly leave: () => void;
}

async function* read(
  reader: Reader,
  start: Promise<bigint>,
): AsyncGenerator<Event, void, undefined> {
  const { tail, signal, leave } = reader;
  try {
    let position = await start;
    for (;;) {
      const events = await tail.next(position, reader);
      if (events.length === 0) return;
      for (const event of events) {
        if (signal.aborted) return;
        yield event;
        position = event.position;
      }
    }
  } finally {
    leave();
  }
}

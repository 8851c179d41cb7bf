import type { Logger } from 'pino';
import { LIMITS } from '../../config/limits.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { RedisBus } from '../../platform/redis/redis-bus.js';
import type { Event } from './event.entity.js';
import { currentPosition, eventsAfter } from './event-log.js';
import { decodeEvents, eventChannel } from './event-wire.js';

export interface EventSource {
  readonly pool: BulkPool;
  readonly bus: RedisBus;
  readonly log: Logger;
}

/** One who reads a tail, and waits for it when there is nothing. */
export interface TailReader {
  readonly signal: AbortSignal;
  /** Ends the wait; also to be called when the signal aborts. */
  resume: () => void;
}

const POLL_MS = 1_000;
const ROWS_AT_ONCE = 500;

/**
 * The newest events of one mail server, shared by all its readers in this process. Announcements
 * that continue the sequence are taken as they come; positions are dense, so after a gap, and once a
 * second in any case, it reads the rows. Memory is bounded: who falls behind reads rows, too.
 */
export class ServerTail {
  private recent: Event[] = [];
  /** Position of the newest event seen; null until the start is known. */
  private head: bigint | null = null;
  private waiting: TailReader[] = [];
  private readonly timer: NodeJS.Timeout;
  private readonly unsubscribe: () => void;
  private isReading = false;
  private isBehind = false;
  private isClosed = false;

  constructor(
    private readonly serverId: bigint,
    private readonly source: EventSource,
  ) {
    this.unsubscribe = source.bus.subscribe(eventChannel(serverId), (payload) => {
      this.hear(payload);
    });
    this.timer = setInterval(() => void this.catchUp().then(() => this.wake()), POLL_MS);
    this.timer.unref();
    void this.catchUp();
  }

  /** Resolves to what follows a position, at least one event; to none only when reading has ended. */
  async next(position: bigint, reader: TailReader): Promise<readonly Event[]> {
    while (!reader.signal.aborted && !this.isClosed) {
      const events = this.remembered(position) ?? (await this.stored(position));
      if (events.length > 0) return events;
      await this.change(reader);
    }
    return [];
  }

  close(): void {
    this.isClosed = true;
    this.unsubscribe();
    clearInterval(this.timer);
    this.wake();
  }

  private hear(payload: string): void {
    const isContinuous = decodeEvents(payload)?.every((event) => this.take(event)) ?? false;
    if (isContinuous) return;
    this.isBehind = true;
    void this.catchUp();
  }

  /** False when something before this event is missing. */
  private take(event: Event): boolean {
    if (this.head === null || event.position > this.head + 1n) return false;
    if (event.position === this.head + 1n) this.append([event]);
    return true;
  }

  /** What memory knows after a position; null where only rows know. */
  private remembered(position: bigint): readonly Event[] | null {
    if (this.head === null || position >= this.head) return [];
    const oldest = this.recent[0];
    if (oldest === undefined || position + 1n < oldest.position) return null;
    let start = this.recent.length;
    while (start > 0 && (this.recent[start - 1]?.position ?? 0n) > position) start -= 1;
    return this.recent.slice(start);
  }

  private async stored(position: bigint): Promise<readonly Event[]> {
    try {
      return await eventsAfter(this.source.pool, this.serverId, position, ROWS_AT_ONCE);
    } catch (error) {
      this.source.log.warn({ err: error }, 'events could not be read, trying again');
      return [];
    }
  }

  /** Reads rows up to the newest; one run at a time. */
  private async catchUp(): Promise<void> {
    if (this.isReading || this.isClosed) return;
    this.isReading = true;
    this.isBehind = false;
    try {
      this.head ??= await currentPosition(this.source.pool, this.serverId);
      await this.readRows(this.head);
    } catch (error) {
      this.source.log.warn({ err: error }, 'events could not be read, trying again');
    } finally {
      this.isReading = false;
    }
  }

  private async readRows(from: bigint): Promise<void> {
    let position = from;
    for (;;) {
      const rows = await eventsAfter(this.source.pool, this.serverId, position, ROWS_AT_ONCE);
      // Announcements may have come while the rows were read.
      const head = this.head ?? from;
      this.append(rows.filter((event) => event.position > head));
      position = rows.at(-1)?.position ?? position;
      if (rows.length < ROWS_AT_ONCE && !this.isBehind) return;
      this.isBehind = false;
    }
  }

  private append(events: readonly Event[]): void {
    const newest = events.at(-1);
    if (newest === undefined) return;
    this.recent.push(...events);
    if (this.recent.length > LIMITS.eventsBuffered)
      this.recent = this.recent.slice(-LIMITS.eventsBuffered);
    this.head = newest.position;
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const reader of waiting) reader.resume();
  }

  private change(reader: TailReader): Promise<void> {
    return new Promise((resolve) => {
      reader.resume = resolve;
      this.waiting.push(reader);
    });
  }
}

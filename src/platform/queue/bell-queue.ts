import type Queue from 'bee-queue';
import type { Logger } from 'pino';
import type { RedisAddress } from '../redis/redis-url.js';
import { connectedQueue } from './bell-connection.js';

/** A job of the doorbell: ids only, the rows hold the truth. */
export interface Bell {
  readonly ids: readonly string[];
}

export interface BellQueueOptions {
  readonly name: string;
  readonly prefix: string;
  readonly redis: RedisAddress;
  readonly isWorker: boolean;
  readonly log: Logger;
  /** Called with each new queue, once it is connected. */
  readonly onReady?: (queue: Queue<Bell>) => void;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
const CONNECT_MS = 5_000;
const CLOSE_MS = 2_000;

/**
 * Keeps one bee-queue alive. bee-queue loads its Lua scripts once and lets commands wait for ever
 * while Redis is away, so a queue that had any error is thrown away and a new one is made.
 */
export class BellQueue {
  /** The connected queue; null while Redis is away. */
  current: Queue<Bell> | null = null;

  private building: Queue<Bell> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private retryMs = FIRST_RETRY_MS;
  private isClosed = false;

  constructor(private readonly options: BellQueueOptions) {
    this.build();
  }

  /** Something went wrong with this queue: never use it again. */
  discard(queue: Queue<Bell>, reason: unknown): void {
    if (queue !== this.building && queue !== this.current) return;
    if (queue === this.current)
      this.options.log.warn({ reason: String(reason) }, 'doorbell lost Redis');
    this.building = null;
    this.current = null;
    void dispose(queue);
    this.buildLater();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    const queue = this.current ?? this.building;
    this.current = null;
    this.building = null;
    if (queue !== null) await dispose(queue);
  }

  private build(): void {
    const queue = connectedQueue<Bell>(this.options.name, this.settings(), this.options.redis);
    this.building = queue;
    queue.on('error', (error) => this.discard(queue, error));
    const patience = setTimeout(() => {
      this.discard(queue, new Error('Redis did not answer in time'));
    }, CONNECT_MS);
    queue
      .ready()
      .then(() => this.adopt(queue))
      .catch((error: unknown) => this.discard(queue, error))
      .finally(() => clearTimeout(patience));
  }

  private adopt(queue: Queue<Bell>): void {
    if (queue !== this.building) return;
    this.building = null;
    this.current = queue;
    this.retryMs = FIRST_RETRY_MS;
    this.options.onReady?.(queue);
  }

  private buildLater(): void {
    if (this.isClosed) return;
    this.timer = setTimeout(() => this.build(), this.retryMs);
    this.timer.unref();
    this.retryMs = Math.min(2 * this.retryMs, LONGEST_RETRY_MS);
  }

  private settings(): Queue.QueueSettings {
    return {
      prefix: this.options.prefix,
      isWorker: this.options.isWorker,
      getEvents: false,
      sendEvents: false,
      storeJobs: false,
      activateDelayedJobs: false,
      removeOnSuccess: true,
      removeOnFailure: true,
    };
  }
}

/** Ends its connections, now or as soon as a late one is made; never rejects and never hangs. */
function dispose(queue: Queue<Bell>): Promise<void> {
  const closed = queue
    .close(CLOSE_MS)
    .catch(() => undefined)
    .then(() => endClients(queue));
  return Promise.race([closed, new Promise<void>((done) => setTimeout(done, CLOSE_MS).unref())]);
}

function endClients(queue: Queue<Bell>): void {
  const { client, bclient } = queue as unknown as Record<
    string,
    { end(flush: boolean): void } | null
  >; // bee-queue's own fields, not in its types
  client?.end(true);
  bclient?.end(true);
}

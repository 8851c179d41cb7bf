import type Queue from 'bee-queue';
import type { Logger } from 'pino';
import { failpoint } from '#failpoint';
import { LIMITS } from '../../config/limits.js';
import { parseRedisUrl } from '../redis/redis-url.js';
import { Gathering } from '../gathering.js';
import { BellQueue, type Bell } from './bell-queue.js';

export interface DoorbellOptions {
  readonly redisUrl: string;
  readonly prefix: string;
  readonly log: Logger;
  /** What became of a ring, for the metrics. */
  readonly onResult?: (result: 'rung' | 'skipped' | 'failed') => void;
}

const NAME = 'deliveries';

/** With this many jobs unanswered, workers are busy and find the rows by themselves. */
const LONG_LIST = 1_000;
const MEASURE_EVERY_MS = 100;
const HANDLED_AT_ONCE = 4;
/** While bells follow each other, so long from one to the next: a job costs more than what it tells. */
const GATHER_MS = 20;

/**
 * Tells workers that rows await them. Rows are the truth: a bell may be lost, late or doubled, so
 * nobody ever waits for one, and while Redis is away there simply are none.
 */
export class Doorbell {
  private readonly outside: BellQueue;
  private inside: BellQueue | null = null;
  private isListLong = false;
  private unanswered = 0;
  private measuredAt = 0;
  private readonly gathering = new Gathering<string>(GATHER_MS, (ids) => this.ringOut(ids));

  constructor(private readonly options: DoorbellOptions) {
    this.outside = this.queue(false);
  }

  /** Returns at once and never throws. The first bell goes at once, the next ones together a little later. */
  ring(ids: readonly string[]): void {
    this.gathering.add(ids);
  }

  private ringOut(ids: readonly string[]): void {
    const queue = this.outside.current;
    if (queue !== null) this.measure(queue);
    for (let start = 0; start < ids.length; start += LIMITS.idsPerBell) {
      const isBusy = this.isListLong || this.unanswered >= LONG_LIST;
      if (queue === null || isBusy) this.options.onResult?.('skipped');
      else this.send(queue, ids.slice(start, start + LIMITS.idsPerBell));
    }
  }

  /** Calls `onRing` for every bell from now on, also after Redis was away; once per doorbell. */
  listen(onRing: (ids: string[]) => void): void {
    if (this.inside !== null) throw new Error('Somebody listens to this doorbell already');
    this.inside = this.queue(true, (queue) => {
      queue.process(HANDLED_AT_ONCE, ({ data }) => {
        onRing(idsOf(data));
        return Promise.resolve();
      });
    });
  }

  async close(): Promise<void> {
    this.gathering.flush();
    await Promise.all([this.outside.close(), this.inside?.close()]);
  }

  private send(queue: Queue<Bell>, ids: readonly string[]): void {
    this.unanswered += 1;
    queue
      .createJob({ ids })
      .save()
      .then(() => failpoint('bell.rung'))
      .then(() => this.options.onResult?.('rung'))
      .catch((error: unknown) => {
        this.options.onResult?.('failed');
        this.outside.discard(queue, error);
      })
      .finally(() => {
        this.unanswered -= 1;
      });
  }

  private measure(queue: Queue<Bell>): void {
    const now = performance.now();
    if (now - this.measuredAt < MEASURE_EVERY_MS) return;
    this.measuredAt = now;
    queue
      .checkHealth()
      .then(({ waiting }) => {
        this.isListLong = waiting >= LONG_LIST;
      })
      .catch((error: unknown) => this.outside.discard(queue, error));
  }

  private queue(isWorker: boolean, onReady?: (queue: Queue<Bell>) => void): BellQueue {
    const { redisUrl, prefix, log } = this.options;
    return new BellQueue({
      name: NAME,
      prefix,
      redis: parseRedisUrl(redisUrl),
      isWorker,
      log,
      onReady,
    });
  }
}

/** Jobs come from outside this process: whatever is not a list of ids rings for nobody. */
function idsOf(data: unknown): string[] {
  const ids = (data as Partial<Bell> | null)?.ids;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Crash, RunningWorld } from '../support/running-world.js';
import type { SinkLedger } from '../support/sink-ledger.js';

const LOOK_MS = 100;
const PATIENCE_MS = 1_000;

/** An excuse for a double, and what to call it. */
export interface Excuse extends Crash {
  readonly because: string;
  readonly at: number;
  /** MariaDB did not answer. */
  readonly isGuess?: boolean;
}

/** Looks at the database past all faults, all the time: how much waits, who holds what, whether it answers. */
export class Watch {
  /** Deliveries in the queue, as far as known. */
  waiting = 0;
  private answeredAt = Date.now();
  /** What was held when MariaDB was last asked. */
  private held: ReadonlySet<string> = new Set();
  private isOver = false;
  private readonly looking: Promise<void>;

  constructor(
    private readonly world: RunningWorld,
    private readonly receivers: SinkLedger,
  ) {
    this.looking = this.look();
  }

  /**
   * What the worker of that machine has in its hands, or all workers: ask while it stands still. What was
   * held a moment ago counts, too, for MariaDB shows a commit before it is on disk, and may be killed between
   * the two. Where it does not answer nothing can have been settled since it last did, so everything that
   * receivers took from this worker since then is in its hands.
   */
  async hands(because: string, helo?: string): Promise<Excuse> {
    const about = { because, at: Date.now(), ...(helo === undefined ? {} : { helo }) };
    const crash = await this.ask(() => this.world.inHand());
    if (crash) return { ...about, ...crash, inFlight: new Set([...this.held, ...crash.inFlight]) };
    const recent = this.receivers.copies.filter(({ at }) => at >= this.answeredAt);
    const { connections } = this.world.sink;
    const inFlight = new Set([...this.held, ...recent.map(({ recipient }) => recipient)]);
    return { ...about, inFlight, connections, leasedUntil: new Date(), isGuess: true };
  }

  /** What they hold at any time of the work. */
  async handsDuring(because: string, work: Promise<unknown>, helo?: string): Promise<Excuse[]> {
    const excuses: Excuse[] = [];
    let isOver = false;
    void work.finally(() => (isOver = true));
    while (!isOver) {
      excuses.push(await this.hands(because, helo));
      await sleep(LOOK_MS);
    }
    await work;
    return [join([...excuses, await this.hands(because, helo)])];
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.looking;
  }

  private async look(): Promise<void> {
    for (; !this.isOver; await sleep(LOOK_MS)) {
      const startedAt = Date.now();
      const rows = await this.ask(() => this.world.query<Held[]>(QUEUE));
      if (!rows) continue;
      this.answeredAt = startedAt;
      this.waiting = rows.length;
      const held = rows.filter(({ isLeased }) => Number(isLeased) === 1);
      this.held = new Set(held.map(({ recipient }) => recipient));
    }
  }

  /** Null while MariaDB is away or stands still. */
  private ask<T>(question: () => Promise<T>): Promise<T | null> {
    return Promise.race([question().catch(() => null), sleep(PATIENCE_MS, null, { ref: false })]);
  }
}

interface Held {
  readonly recipient: string;
  readonly isLeased: number | bigint;
}

const QUEUE = `
  SELECT d.recipient, q.lease_token IS NOT NULL AS isLeased
  FROM queue q JOIN deliveries d ON d.server_id = q.server_id AND d.id = q.delivery_id`;

/** One excuse for all of a time, however long the time was. */
function join(excuses: readonly Excuse[]): Excuse {
  const last = excuses[excuses.length - 1]!;
  const inFlight = new Set(excuses.flatMap((excuse) => [...excuse.inFlight]));
  return { ...last, at: excuses[0]!.at, inFlight };
}

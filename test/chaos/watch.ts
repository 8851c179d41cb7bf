import { setTimeout as sleep } from 'node:timers/promises';
import type { Crash, RunningWorld } from '../support/running-world.js';
import type { SinkLedger } from '../support/sink-ledger.js';

const LOOK_MS = 100;
const PATIENCE_MS = 1_000;
/** The answer that came last may be older than what it says by so much. */
const SLACK_MS = 500;

/** An excuse for a double, and what to call it. */
export interface Excuse extends Crash {
  readonly because: string;
  readonly at: number;
}

/** Looks at the database past all faults, all the time: how much waits, who holds what, whether it answers. */
export class Watch {
  /** Deliveries in the queue, as far as known. */
  waiting = 0;
  private answeredAt = Date.now();
  private isOver = false;
  private readonly looking: Promise<void>;

  constructor(
    private readonly world: RunningWorld,
    private readonly receivers: SinkLedger,
  ) {
    this.looking = this.look();
  }

  /**
   * What the worker of that machine has in its hands, or all workers: ask while it stands still. Where
   * MariaDB does not answer nothing can have been settled since it last did, so everything that receivers
   * took from this worker since then is in its hands.
   */
  async hands(because: string, helo?: string): Promise<Excuse> {
    const about = { because, at: Date.now(), ...(helo === undefined ? {} : { helo }) };
    const crash = await this.ask(() => this.world.inHand());
    if (crash) return { ...about, ...crash };
    const since = this.answeredAt - SLACK_MS;
    const recent = this.receivers.copies.filter(({ at }) => at >= since);
    const { connections } = this.world.sink;
    const inFlight = new Set(recent.map(({ recipient }) => recipient));
    return { ...about, inFlight, connections, leasedUntil: new Date() };
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
      const rows = await this.ask(() =>
        this.world.query<{ n: bigint }[]>('SELECT COUNT(*) AS n FROM queue'),
      );
      if (!rows) continue;
      this.answeredAt = startedAt;
      this.waiting = Number(rows[0]?.n);
    }
  }

  /** Null while MariaDB is away or stands still. */
  private ask<T>(question: () => Promise<T>): Promise<T | null> {
    return Promise.race([question().catch(() => null), sleep(PATIENCE_MS, null, { ref: false })]);
  }
}

/** One excuse for all of a time, however long the time was. */
function join(excuses: readonly Excuse[]): Excuse {
  const last = excuses[excuses.length - 1]!;
  const inFlight = new Set(excuses.flatMap((excuse) => [...excuse.inFlight]));
  return { ...last, at: excuses[0]!.at, inFlight };
}

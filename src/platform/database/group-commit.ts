import { OutOfTime, type Deadline } from '../deadline.js';
import { retryingConflicts } from './conflicts.js';
import { isOutage } from './errors.js';
import type { BulkSql } from './sql.js';

/** So long a group has the database for itself: longer than a COMMIT takes where nothing is in its way. */
const SLOW_MS = 20;

/**
 * Group commit: while transactions are in flight, items that arrive wait together and form the next
 * one; one COMMIT settles them all. Nobody waits for a timer, so a lone item waits for nobody. A
 * deadlock runs the group again; an item that the database refuses is found by halving and never
 * fails its neighbours; an outage fails the whole group at once. An item whose deadline is over is left
 * out, and no transaction outlives the deadlines of its items.
 */
export class GroupCommit<I, R> {
  private waiting: Ticket<I, R>[] = [];
  private inFlight = 0;
  private launchedAt = -Infinity;
  private slowTimer: NodeJS.Timeout | null = null;
  private isScheduled = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly pool: Transactions,
    /** Writes all items in the given transaction, results in the same order; may run more than once. */
    private readonly write: (sql: BulkSql, items: readonly I[]) => Promise<readonly R[]>,
    private readonly limits: GroupLimits,
    private readonly bytesOf: (item: I) => number,
  ) {}

  /** Resolves once the transaction that holds the item has committed. */
  submit(item: I, deadline: Deadline | null = null): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.waiting.push({ item, deadline, resolve, reject, since: performance.now() });
      this.schedule();
    });
  }

  /** How long the first item has been waiting for its transaction to begin; 0 when none waits. */
  get waitedMs(): number {
    const [first] = this.waiting;
    return first === undefined ? 0 : performance.now() - first.since;
  }

  /** Resolves when nothing is waiting or in flight. */
  drain(): Promise<void> {
    if (this.waiting.length === 0 && this.inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  /** At the end of the current turn of the event loop, so that what arrived together commits together. */
  private schedule(): void {
    if (this.inFlight > 0) return this.waitForSlow();
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.launch();
    });
  }

  /** What waits goes when the group in flight has ended, or, when that takes long, beside it. */
  private waitForSlow(): void {
    if (this.inFlight >= this.limits.inFlight) return;
    this.slowTimer ??= setTimeout(() => {
      this.slowTimer = null;
      this.launch();
      if (this.waiting.length > 0) this.schedule();
    }, SLOW_MS);
  }

  /** One group at a time is the largest, and the cheapest for each item; another goes beside one that is slow. */
  private get mayLaunch(): boolean {
    if (this.inFlight === 0) return true;
    return this.inFlight < this.limits.inFlight && performance.now() - this.launchedAt >= SLOW_MS;
  }

  private launch(): void {
    while (this.waiting.length > 0 && this.mayLaunch) {
      const group = this.takeGroup();
      this.launchedAt = performance.now();
      this.inFlight += 1;
      void this.settle(group).finally(() => {
        this.inFlight -= 1;
        if (this.waiting.length > 0) this.launch();
        if (this.waiting.length > 0) this.schedule();
        else if (this.inFlight === 0) for (const wake of this.idle.splice(0)) wake();
      });
    }
  }

  private takeGroup(): Ticket<I, R>[] {
    let bytes = 0;
    let count = 0;
    for (const { item } of this.waiting) {
      bytes += this.bytesOf(item);
      if (count > 0 && (count === this.limits.items || bytes > this.limits.bytes)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async settle(given: readonly Ticket<I, R>[]): Promise<void> {
    const group = given.filter(isInTime);
    if (group.length === 0) return;
    try {
      const results = await this.commit(group);
      group.forEach((ticket, index) => {
        ticket.resolve(results[index] as R); // `write` answers every item
      });
    } catch (error) {
      if (group.length === 1 || isOutage(error)) {
        for (const ticket of group) ticket.reject(error);
        return;
      }
      const middle = group.length >> 1;
      await this.settle(group.slice(0, middle));
      await this.settle(group.slice(middle));
    }
  }

  private commit(group: readonly Ticket<I, R>[]): Promise<readonly R[]> {
    const items = group.map(({ item }) => item);
    return retryingConflicts(() => {
      const limitMs = Math.max(...group.map(({ deadline }) => deadline?.leftMs ?? Infinity));
      return this.pool.transaction((sql) => this.write(sql, items), limitMs);
    });
  }
}

export interface GroupLimits {
  readonly items: number;
  readonly bytes: number;
  readonly inFlight: number;
}

export interface Transactions {
  /** After `limitMs` at the latest it rejects and is rolled back. */
  transaction<T>(work: (sql: BulkSql) => Promise<T>, limitMs?: number): Promise<T>;
}

interface Ticket<I, R> {
  readonly item: I;
  readonly deadline: Deadline | null;
  readonly since: number;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Rejects what has waited for too long; it was in no transaction, or in one that was rolled back. */
function isInTime({
  deadline,
  reject,
}: Pick<Ticket<unknown, never>, 'deadline' | 'reject'>): boolean {
  if (!deadline?.isOver) return true;
  reject(new OutOfTime('Waiting for the database'));
  return false;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage, isRetryable } from './errors.js';
import type { Sql } from './sql.js';

/**
 * Group commit: while transactions are in flight, items that arrive wait together and form the next
 * one; one COMMIT settles them all. Nobody waits for a timer, so a lone item waits for nobody. A
 * deadlock runs the group again; an item that the database refuses is found by halving and never
 * fails its neighbours; an outage fails the whole group at once.
 */
export class GroupCommit<I, R> {
  private waiting: Ticket<I, R>[] = [];
  private inFlight = 0;
  private isScheduled = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly pool: Transactions,
    /** Writes all items in the given transaction, results in the same order; may run more than once. */
    private readonly write: (sql: Sql, items: readonly I[]) => Promise<readonly R[]>,
    private readonly limits: GroupLimits,
    private readonly bytesOf: (item: I) => number,
  ) {}

  /** Resolves once the transaction that holds the item has committed. */
  submit(item: I): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when nothing is waiting or in flight. */
  drain(): Promise<void> {
    if (this.waiting.length === 0 && this.inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  /** At the end of the current turn of the event loop, so that what arrived together commits together. */
  private schedule(): void {
    if (this.isScheduled || this.inFlight >= this.limits.inFlight) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.launch();
    });
  }

  private launch(): void {
    while (this.waiting.length > 0 && this.inFlight < this.limits.inFlight) {
      const group = this.takeGroup();
      this.inFlight += 1;
      void this.settle(group).finally(() => {
        this.inFlight -= 1;
        if (this.waiting.length > 0) this.launch();
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

  private async settle(group: readonly Ticket<I, R>[]): Promise<void> {
    try {
      const results = await this.commit(group.map(({ item }) => item));
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

  private async commit(items: readonly I[]): Promise<readonly R[]> {
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.pool.transaction((sql) => this.write(sql, items));
      } catch (error) {
        if (!isRetryable(error) || retries === MAX_RETRIES) throw error;
        await sleep(Math.random() * 10 * 2 ** retries);
      }
    }
  }
}

export interface GroupLimits {
  readonly items: number;
  readonly bytes: number;
  readonly inFlight: number;
}

export interface Transactions {
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

const MAX_RETRIES = 3;

interface Ticket<I, R> {
  readonly item: I;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

import type { DataSource, EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import { retryingConflicts } from './conflicts.js';

export interface Tx {
  readonly manager: EntityManager;
  /** Runs once the transaction has committed; never when it rolls back. */
  afterCommit(ring: () => Promise<unknown>): void;
}

/** Ordinary reads and writes, through TypeORM. The two bulk writers of the mail path use `BulkPool`. */
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly log: Logger,
  ) {}

  /** Reads outside any transaction. */
  get reader(): EntityManager {
    return this.source.manager;
  }

  /**
   * One use case, one transaction. No network inside. May run `work` again after a deadlock, so it keeps
   * nothing in memory.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let rings: (() => Promise<unknown>)[] = [];
    const result = await retryingConflicts(() => {
      rings = [];
      return this.source.transaction((manager) =>
        work({ manager, afterCommit: (ring) => void rings.push(ring) }),
      );
    });
    // Rows are the truth, queues only doorbells: the sweeper finds work whose bell was lost.
    const rung = await Promise.allSettled(rings.map((ring) => ring()));
    for (const bell of rung) {
      if (bell.status === 'rejected')
        this.log.warn({ err: bell.reason as unknown }, 'after-commit step failed');
    }
    return result;
  }
}

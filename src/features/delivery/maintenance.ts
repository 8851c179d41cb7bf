import type { Logger } from 'pino';
import type { NamedLease } from '../../platform/database/named-lease.js';

/** Work that must be done by one process of all, again and again. */
export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

/**
 * Scheduled work. Every worker offers itself; the one that holds a chore's database lease does it, and
 * when it dies another takes over after the lease. A chore that fails is logged and comes round again.
 */
export class Maintenance {
  private timers: NodeJS.Timeout[] = [];
  private readonly offers = new Set<Promise<void>>();
  private readonly busy = new Set<Chore>();

  constructor(
    private readonly lease: NamedLease,
    private readonly log: Logger,
    private readonly chores: readonly Chore[],
  ) {}

  start(): void {
    this.timers = this.chores.map((chore) => {
      const timer = setInterval(() => this.offer(chore), chore.everyMs);
      timer.unref();
      return timer;
    });
    for (const chore of this.chores) this.offer(chore);
  }

  /** Waits for the chores that are being done, and lets others do them from now on. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.offers);
    await Promise.allSettled(this.chores.map((chore) => this.lease.release(leaseOf(chore))));
  }

  private offer(chore: Chore): void {
    const offer = this.runAlone(chore).finally(() => this.offers.delete(offer));
    this.offers.add(offer);
  }

  /** The lease is renewed even while the last round still runs, so that nobody else begins meanwhile. */
  private async runAlone(chore: Chore): Promise<void> {
    try {
      const isOurs = await this.lease.hold(leaseOf(chore), chore.everyMs * LEASE_ROUNDS);
      if (!isOurs || this.busy.has(chore)) return;
      this.busy.add(chore);
      await chore.run().finally(() => this.busy.delete(chore));
    } catch (error) {
      this.log.warn({ err: error, chore: chore.name }, 'chore failed and comes round again');
    }
  }
}

/** The holder renews at every round; missing two in a row lets another take over. */
const LEASE_ROUNDS = 2.5;

function leaseOf({ name }: Chore): string {
  return `chore:${name}`;
}

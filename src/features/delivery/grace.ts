import { RENEWALS } from './lease.js';

/**
 * After an outage of the database a lapsed lease proves nothing: its holder could neither renew it nor
 * record what it had sent. So for the time of one lease after the database answers again such leases are
 * left alone; who lives renews them meanwhile. An answer so late that renewals were late, too, counts
 * as an outage: a database that hung breaks no connection.
 */
export class Grace {
  private until = 0;

  constructor(private readonly leaseMs: number) {}

  isOn(): boolean {
    return performance.now() < this.until;
  }

  /** The database failed; nobody knows yet for how long. */
  begin(): void {
    this.until = Infinity;
  }

  /** The database answered what was sent at that moment. */
  noteAnswer(sentAt: number): void {
    const now = performance.now();
    const isLate = now - sentAt > this.leaseMs / RENEWALS;
    if (isLate || this.until === Infinity) this.until = now + this.leaseMs;
  }
}

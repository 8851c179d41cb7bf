import { randomUUID } from 'node:crypto';
import type { BulkPool } from './bulk-pool.js';

/** Lets one process of many do a piece of scheduled work, in database time. */
export class NamedLease {
  private readonly holder = randomUUID();

  constructor(private readonly pool: BulkPool) {}

  /** Takes or renews the lease: true means ours for the next `ttlMs`. */
  async hold(name: string, ttlMs: number): Promise<boolean> {
    const ttlUs = Math.round(ttlMs * 1_000);
    const renewed = await this.pool.write(
      'UPDATE leases SET holder = ?, lease_until = NOW(6) + INTERVAL ? MICROSECOND WHERE name = ? AND (holder = ? OR lease_until < NOW(6))',
      [this.holder, ttlUs, name, this.holder],
    );
    if (renewed.affectedRows === 1) return true;
    const made = await this.pool.write(
      'INSERT IGNORE INTO leases (name, holder, lease_until) VALUES (?, ?, NOW(6) + INTERVAL ? MICROSECOND)',
      [name, this.holder, ttlUs],
    );
    return made.affectedRows === 1;
  }

  /** Lets another process have it at once. */
  async release(name: string): Promise<void> {
    await this.pool.write('DELETE FROM leases WHERE name = ? AND holder = ?', [name, this.holder]);
  }
}

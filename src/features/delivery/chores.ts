import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { Chore } from './maintenance.js';

const HOUR_MS = 3_600_000;
const PURGE_EVERY_MS = 600_000;
const PURGE_ROWS = 1_000;

/** Forgets idempotency keys after their time, in small statements that delay nobody. */
export function purgeIdempotencyKeys(pool: BulkPool, clock: Clock): Chore {
  return {
    name: 'idempotency-keys',
    everyMs: PURGE_EVERY_MS,
    run: async () => {
      const before = new Date(clock.now().getTime() - LIMITS.idempotencyKeyHours * HOUR_MS);
      for (let purged = PURGE_ROWS; purged === PURGE_ROWS;) {
        const { affectedRows } = await pool.write(
          '/* idempotency.purge */ DELETE FROM idempotency_keys WHERE created_at < ? LIMIT ?',
          [before, PURGE_ROWS],
        );
        purged = affectedRows;
      }
    },
  };
}

/** Looks often; each domain is due by its own time. */
export function recheckDomains(
  domains: { recheckDue(): Promise<unknown> },
  everyMs: number,
): Chore {
  return {
    name: 'domain-checks',
    everyMs,
    run: async () => {
      await domains.recheckDue();
    },
  };
}

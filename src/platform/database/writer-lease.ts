import { randomInt, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../clock.js';
import { IdSource, MAX_WRITER } from '../ids.js';
import type { BulkPool } from './bulk-pool.js';

/** A writer number that no other living process has, and the ids made with it. */
export interface WriterLease {
  readonly ids: IdSource;
  /** Gives the number back; the last thing a process does with the database. */
  release(): Promise<void>;
}

export interface WriterLeaseOptions {
  readonly log: Logger;
  /** That of the ids; leases have the database's. */
  readonly clock: Clock;
  /** Called once when another process took the number: make no more ids, stop. */
  readonly onLost: () => void;
}

const LEASE_SECONDS = 60;
const RENEW_MS = 15_000;
const TRIES = 20;

/**
 * Leases a writer number in database time and renews it in the background. An outage of the database
 * does not lose it: nobody else can take it meanwhile, and nothing with our ids can be written.
 */
export async function leaseWriter(
  pool: BulkPool,
  { log, clock, onLost }: WriterLeaseOptions,
): Promise<WriterLease> {
  const holder = randomUUID();
  const writer = await take(pool, holder);
  const timer = setInterval(() => void renew(), RENEW_MS);
  timer.unref();

  async function renew(): Promise<void> {
    try {
      const { affectedRows } = await pool.write(
        `UPDATE writers SET lease_until = NOW(6) + INTERVAL ${LEASE_SECONDS} SECOND WHERE writer = ? AND holder = ?`,
        [writer, holder],
      );
      if (affectedRows === 1) return;
      clearInterval(timer);
      log.fatal({ writer }, 'another process took our writer number');
      onLost();
    } catch (error) {
      log.warn({ err: error, writer }, 'writer number could not be renewed, trying again');
    }
  }

  return {
    ids: new IdSource(writer, clock),
    release: async () => {
      clearInterval(timer);
      await pool.write('UPDATE writers SET lease_until = NOW(6) WHERE writer = ? AND holder = ?', [
        writer,
        holder,
      ]);
    },
  };
}

async function take(pool: BulkPool, holder: string): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const writer = (await unused(pool)) ?? (await longestExpired(pool));
    if (writer !== null && (await claim(pool, writer, holder))) return writer;
  }
  throw new Error(`All ${MAX_WRITER + 1} writer numbers are in use`);
}

/** At random, so that processes that start together rarely want the same one. */
async function unused(pool: BulkPool): Promise<number | null> {
  const rows = await pool.read<{ writer: number }>('SELECT writer FROM writers');
  const used = new Set(rows.map(({ writer }) => writer));
  const free = Array.from({ length: MAX_WRITER + 1 }, (_, n) => n).filter((n) => !used.has(n));
  return free.length === 0 ? null : (free[randomInt(free.length)] ?? null);
}

/** The number least likely to have ids in the present millisecond. */
async function longestExpired(pool: BulkPool): Promise<number | null> {
  const [row] = await pool.read<{ writer: number }>(
    'SELECT writer FROM writers WHERE lease_until < NOW(6) ORDER BY lease_until LIMIT 1',
  );
  return row?.writer ?? null;
}

async function claim(pool: BulkPool, writer: number, holder: string): Promise<boolean> {
  const made = await pool.write(
    `INSERT IGNORE INTO writers (writer, holder, lease_until) VALUES (?, ?, NOW(6) + INTERVAL ${LEASE_SECONDS} SECOND)`,
    [writer, holder],
  );
  if (made.affectedRows === 1) return true;
  const taken = await pool.write(
    `UPDATE writers SET holder = ?, lease_until = NOW(6) + INTERVAL ${LEASE_SECONDS} SECOND WHERE writer = ? AND lease_until < NOW(6)`,
    [holder, writer],
  );
  return taken.affectedRows === 1;
}

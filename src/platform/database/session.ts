/**
 * What every session sets, whatever the server's defaults are. UTC, because leases compare NOW(6) of
 * one connection with that of another; strict, so that nothing is cut silently; READ COMMITTED,
 * because batch writers deadlock on gap locks otherwise; and no patience with a process that stands
 * still in a transaction, because others wait for its locks.
 */
export const SESSION_SETUP: readonly string[] = [
  "SET SESSION time_zone = '+00:00', idle_transaction_timeout = 10, sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION'",
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** How long a statement waits for a lock. MariaDB counts in whole seconds, and takes none for not waiting at all. */
export function lockWait(timeMs: number): string {
  return `innodb_lock_wait_timeout = ${Math.max(1, Math.floor(timeMs / 1_000))}`;
}

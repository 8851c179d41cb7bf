/** Deadlock, lock wait timeout and a killed statement: running the transaction again may well succeed. */
const RETRYABLE = new Set<unknown>([1213, 1205, 1317]);

/** "Disk full" and "the table is full"; others carry the number of the system's own ENOSPC. */
const FULL = new Set<unknown>([1021, 1114]);
const NO_SPACE = /\b(?:errno|errcode|error):? 28\b/i;

/** The connector's "no connection within the time allowed", and the server's words for "no more connections". */
const NO_CONNECTION = [45028, 1040, 1203, 1226];

/** A server, or a transaction of one, that takes no writes. */
const READ_ONLY = [1290, 1792, 1836];

const OUTAGES = new Set<unknown>([...NO_CONNECTION, ...READ_ONLY]);

/** Whoever asked cannot be told whether the transaction took place: COMMIT was sent and not answered, or a fault came after it. */
export class CommitUnknown extends Error {
  /** Marks an outage, as the driver does. */
  readonly fatal = true;

  constructor(cause: unknown) {
    super('It is not known whether the transaction was committed', { cause });
  }
}

export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(property(error, 'errno'));
}

/** There is no room for more on a disk. */
export class StorageFull extends Error {
  /** Marks an outage, as the driver does. */
  readonly fatal = true;

  constructor(options?: ErrorOptions) {
    super('There is no room on the disk', options);
  }
}

/** Whether a statement failed because a disk of MariaDB has no room. */
export function isStorageFull(error: unknown): boolean {
  if (error instanceof StorageFull) return true;
  if (FULL.has(property(error, 'errno'))) return true;
  return error instanceof Error && NO_SPACE.test(error.message);
}

/**
 * Whether the connection or the server failed, or its disk is full, or it takes no writes, so that no other
 * statement would have fared better.
 */
export function isOutage(error: unknown): boolean {
  if (isStorageFull(error)) return true;
  if (property(error, 'fatal') === true) return true;
  if (OUTAGES.has(property(error, 'errno'))) return true;
  const state = property(error, 'sqlState');
  return typeof state === 'string' && state.startsWith('08');
}

function property(error: unknown, name: string): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  return (error as Record<string, unknown>)[name]; // drivers add plain fields to Error
}

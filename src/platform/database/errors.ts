/** Deadlock and lock wait timeout: the transaction is gone, running it again may well succeed. */
const RETRYABLE = new Set<unknown>([1213, 1205]);

/** The connector's "no connection within the time allowed". */
const POOL_TIMEOUT = 45028;

export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(property(error, 'errno'));
}

/** Whether the connection or the server failed, so that no other statement would have fared better. */
export function isOutage(error: unknown): boolean {
  if (property(error, 'fatal') === true) return true;
  if (property(error, 'errno') === POOL_TIMEOUT) return true;
  const state = property(error, 'sqlState');
  return typeof state === 'string' && state.startsWith('08');
}

function property(error: unknown, name: string): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  return (error as Record<string, unknown>)[name]; // drivers add plain fields to Error
}

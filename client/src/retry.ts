import { PosthouseError } from './errors.js';
import type { RetryPolicy } from './settings.js';
import { backOff, pause } from './waiting.js';

/** Tries until it succeeds, fails for good, or has been tried often enough; the last error is thrown. */
export async function persevere<T>(
  attempt: () => Promise<T>,
  options: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (failures > options.retries || !isTemporary(error)) throw error;
      const waitMs = error.retryAfterMs ?? backOff(failures, options);
      if (waitMs > options.longestWaitMs) throw error;
      await pause(waitMs, signal);
    }
  }
}

export function isTemporary(error: unknown): error is PosthouseError {
  return error instanceof PosthouseError && error.isTemporary;
}

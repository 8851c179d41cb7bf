import { setTimeout as sleep } from 'node:timers/promises';
import { isRetryable } from './errors.js';

const MAX_RETRIES = 3;

/**
 * Runs a whole transaction again when it was the victim of a deadlock or waited too long for a lock, with
 * waits that keep rivals apart. `run` must keep nothing in memory of a try that failed.
 */
export async function retryingConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isRetryable(error) || retries === MAX_RETRIES) throw error;
      await sleep(Math.random() * 10 * 2 ** retries);
    }
  }
}

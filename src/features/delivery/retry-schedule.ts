/**
 * When a failed delivery is tried again.
 *
 * - The wait after the n-th failure is RETRY_FIRST × RETRY_FACTOR^(n-1): with the defaults 5, 6.5,
 *   8.5, 11 … 433 minutes, 18 attempts over about 31 hours.
 * - RETRY_JITTER makes each wait up to that fraction shorter or longer, so that retries do not come
 *   in waves.
 * - A receiver that names a time ("try again in 60 seconds") gets that time, never less than a second
 *   and never more than a day; the jitter then only adds.
 * - The last attempt that the server's or the installation's RETRY_ATTEMPTS allows is not followed by
 *   another: the delivery expires.
 */
export interface RetryPolicy {
  readonly firstMs: number;
  readonly factor: number;
  readonly attempts: number;
  readonly jitter: number;
}

const SHORTEST_ASKED_MS = 1_000;
const LONGEST_ASKED_MS = 24 * 3_600_000;

/**
 * Milliseconds until the next attempt after the `failures`-th one failed, or null when the delivery
 * expires. `random` gives numbers from 0 up to 1.
 */
export function waitAfter(
  policy: RetryPolicy,
  failures: number,
  retryAfterSeconds: number | undefined,
  random: () => number,
): number | null {
  if (failures >= policy.attempts) return null;
  if (retryAfterSeconds !== undefined) {
    const askedMs = Math.max(retryAfterSeconds * 1_000, SHORTEST_ASKED_MS);
    return Math.round(Math.min(askedMs * (1 + policy.jitter * random()), LONGEST_ASKED_MS));
  }
  return wait(policy, failures, random);
}

/** The wait before the one re-check of a domain that does not exist. */
export function waitForRecheck(policy: RetryPolicy, random: () => number): number {
  return wait(policy, 1, random);
}

function wait(policy: RetryPolicy, failures: number, random: () => number): number {
  const curveMs = policy.firstMs * policy.factor ** (failures - 1);
  return Math.round(curveMs * (1 + policy.jitter * (2 * random() - 1)));
}

import type { Outcome } from './outcome.js';
import { waitAfter, waitForRecheck, type RetryPolicy } from './retry-schedule.js';

/**
 * What follows from an outcome.
 *
 * - DELIVERED, BOUNCED and HELD stand as they are.
 * - DEFERRED is tried again by the retry schedule; when that gives up it becomes EXPIRED (4.4.7)
 *   with the last reply.
 * - A domain that does not exist is looked up once more after the first wait. When it is still
 *   missing then, the delivery has BOUNCED (5.1.2): no waiting for 31 hours.
 * - A delivery on which our own code failed three times in a row is HELD, for a person to look at.
 */
export interface Verdict {
  readonly outcome: Outcome;
  /** When to try again; null once there is nothing to wait for. */
  readonly dueAt: Date | null;
}

export interface Situation {
  readonly policy: RetryPolicy;
  /** Attempts since the schedule began, this one included. */
  readonly failures: number;
  /** The outcomes before this one, latest first; asked for only where they decide. */
  readonly earlier: readonly Outcome[];
  readonly now: Date;
  readonly random: () => number;
}

/** Local failures in a row before a delivery is held. */
export const MOST_LOCAL_FAILURES = 3;

/** Enhanced status of a deferral because the recipient's domain does not exist (so far). */
export const MISSING_DOMAIN = '4.1.2';

/** How many earlier outcomes `judge` needs to see: none, for nearly every delivery. */
export function earlierNeeded(outcome: Outcome): number {
  if (isMissingDomain(outcome)) return 1;
  return isLocalFailure(outcome) ? MOST_LOCAL_FAILURES - 1 : 0;
}

export function judge(outcome: Outcome, situation: Situation): Verdict {
  if (outcome.kind !== 'DEFERRED') return { outcome, dueAt: null };
  if (isMissingDomain(outcome)) return judgeMissingDomain(outcome, situation);
  if (isLocalFailure(outcome) && failedLocallyBefore(situation.earlier)) return held(outcome);

  const { policy, failures, now, random } = situation;
  const waitMs = waitAfter(policy, failures, outcome.retryAfterSeconds, random);
  if (waitMs !== null) return { outcome, dueAt: later(now, waitMs) };
  return isLocalFailure(outcome) ? held(outcome) : expired(outcome); // our bug must not fail their mail
}

function judgeMissingDomain(outcome: Outcome, situation: Situation): Verdict {
  const [before] = situation.earlier;
  if (before && isMissingDomain(before) && situation.failures > 1) {
    return { outcome: { ...outcome, kind: 'BOUNCED', enhancedCode: '5.1.2' }, dueAt: null };
  }
  if (situation.failures >= situation.policy.attempts && situation.failures > 1) {
    return expired(outcome);
  }
  const waitMs = waitForRecheck(situation.policy, situation.random);
  return { outcome, dueAt: later(situation.now, waitMs) };
}

function expired(outcome: Outcome): Verdict {
  return { outcome: { ...outcome, kind: 'EXPIRED', enhancedCode: '4.4.7' }, dueAt: null };
}

function held(outcome: Outcome): Verdict {
  const reply = 'Posthouse failed on this delivery again and again; its log has the cause';
  return { outcome: { ...outcome, kind: 'HELD', reply }, dueAt: null };
}

function failedLocallyBefore(earlier: readonly Outcome[]): boolean {
  return earlier.filter(isLocalFailure).length >= MOST_LOCAL_FAILURES - 1;
}

function isMissingDomain({ stage, enhancedCode }: Outcome): boolean {
  return stage === 'dns' && enhancedCode === MISSING_DOMAIN;
}

function isLocalFailure({ stage, kind }: Outcome): boolean {
  return stage === 'local' && kind === 'DEFERRED';
}

function later(now: Date, waitMs: number): Date {
  return new Date(now.getTime() + waitMs);
}

import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { Chore } from './maintenance.js';

const HOUR_MS = 3_600_000;
const PURGE_EVERY_MS = 600_000;
const PURGE_ROWS = 1_000;

/** Forgets idempotency keys after their time. */
export function purgeIdempotencyKeys(pool: BulkPool, clock: Clock): Chore {
  return purge('idempotency-keys', pool, () => ({
    statement: '/* idempotency.purge */ DELETE FROM idempotency_keys WHERE created_at < ? LIMIT ?',
    before: new Date(clock.now().getTime() - LIMITS.idempotencyKeyHours * HOUR_MS),
  }));
}

/** Forgets sign-ins that have ended by themselves. */
export function purgeSessions(pool: BulkPool, clock: Clock): Chore {
  return purge('sessions', pool, () => ({
    statement: '/* sessions.purge */ DELETE FROM sessions WHERE expires_at < ? LIMIT ?',
    before: clock.now(),
  }));
}

/** Forgets failed tries whose window is over, and addresses that nobody has signed in from for long. */
export function purgeGuesses(pool: BulkPool, clock: Clock): Chore {
  return purge('guesses', pool, () => ({
    statement:
      '/* guesses.purge */ DELETE FROM guesses WHERE GREATEST(ends_at, COALESCE(known_until, ends_at)) < ? LIMIT ?',
    before: clock.now(),
  }));
}

/** Forgets tokens of password resets that do not hold any more. */
export function purgePasswordResets(pool: BulkPool, clock: Clock): Chore {
  return purge('password-resets', pool, () => ({
    statement:
      '/* passwordResets.purge */ DELETE FROM password_resets WHERE expires_at < ? LIMIT ?',
    before: clock.now(),
  }));
}

/** Forgets sign-ins that nobody finished with a code. */
export function purgeChallenges(pool: BulkPool, clock: Clock): Chore {
  return purge('sign-in-challenges', pool, () => ({
    statement: '/* challenges.purge */ DELETE FROM sign_in_challenges WHERE expires_at < ? LIMIT ?',
    before: clock.now(),
  }));
}

/** Forgets addresses that nobody confirmed in time. */
export function purgeEmailChanges(pool: BulkPool, clock: Clock): Chore {
  return purge('email-changes', pool, () => ({
    statement: '/* emailChanges.purge */ DELETE FROM email_changes WHERE expires_at < ? LIMIT ?',
    before: clock.now(),
  }));
}

/** Forgets sign-ins that a provider did not answer in time. */
export function purgeOidcPending(pool: BulkPool, clock: Clock): Chore {
  return purge('oidc-pending', pool, () => ({
    statement: '/* oidcPending.purge */ DELETE FROM oidc_pending WHERE expires_at < ? LIMIT ?',
    before: clock.now(),
  }));
}

/** Forgets invitations that nobody accepted in time. */
export function purgeInvitations(pool: BulkPool, clock: Clock): Chore {
  return purge('invitations', pool, () => ({
    statement: '/* invitations.purge */ DELETE FROM invitations WHERE expires_at < ? LIMIT ?',
    before: clock.now(),
  }));
}

/** Lets deliveries go that waited under a send limit which is higher now. */
export function noticeSendLimits(changes: { run(): Promise<void> }): Chore {
  return { name: 'send-limits', everyMs: LIMITS.sendLimitLookMs, run: () => changes.run() };
}

/** Removes mail servers and organizations that were deleted long ago. */
export function purgeDeleted(tenants: { run(): Promise<void> }): Chore {
  return { name: 'tenants', everyMs: PURGE_EVERY_MS, run: () => tenants.run() };
}

/** Removes raw content whose days are over. */
export function removeOldContent(retention: { run(): Promise<void> }): Chore {
  return { name: 'retention', everyMs: HOUR_MS, run: () => retention.run() };
}

/** Removes messages from mail servers that keep them for some days only. */
export function removeOldMessages(retention: { run(): Promise<void> }): Chore {
  return { name: 'message-retention', everyMs: HOUR_MS, run: () => retention.run() };
}

/** Puts new audit entries into their chains. */
export function chainAudit(chain: { run(): Promise<void> }): Chore {
  return { name: 'audit-chain', everyMs: LIMITS.auditChainMs, run: () => chain.run() };
}

/** Removes audit entries whose days are over. */
export function cutAudit(
  chain: { cut(before: Date): Promise<void> },
  clock: Clock,
  days: number,
): Chore {
  return {
    name: 'audit-retention',
    everyMs: HOUR_MS,
    run: () => chain.cut(new Date(clock.now().getTime() - days * 24 * HOUR_MS)),
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

/** In small statements that delay nobody. */
function purge(
  name: string,
  pool: BulkPool,
  due: () => { readonly statement: string; readonly before: Date },
): Chore {
  return {
    name,
    everyMs: PURGE_EVERY_MS,
    run: async () => {
      const { statement, before } = due();
      for (let purged = PURGE_ROWS; purged === PURGE_ROWS;) {
        const { affectedRows } = await pool.write(statement, [before, PURGE_ROWS]);
        purged = affectedRows;
      }
    },
  };
}

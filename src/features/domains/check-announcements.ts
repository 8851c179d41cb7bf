import type { NewEvent } from '../events/event.entity.js';
import type { DomainCheck } from './domain-check.entity.js';
import type { Domain } from './domain.entity.js';

/**
 * What a check has to announce: the verification, and for domains that were verified before, each
 * check that changed between OK and not OK. An unanswered question is no change.
 */
export function announcements(
  { id, name, verifiedAt }: Domain,
  wasVerified: boolean,
  checks: { readonly before: readonly DomainCheck[]; readonly after: readonly DomainCheck[] },
  at: Date,
): Omit<NewEvent, 'serverId'>[] {
  if (!wasVerified) {
    if (!verifiedAt) return [];
    return [{ kind: 'DOMAIN_VERIFIED', domainId: id, data: { domain: name }, at }];
  }
  return checks.after.flatMap((now) => {
    const earlier = checks.before.find(({ kind }) => kind === now.kind);
    if (!earlier?.lastKnown || !now.lastKnown) return [];
    const [was, is] = [earlier.lastKnown === 'OK', now.lastKnown === 'OK'];
    if (was === is) return [];
    const kind = is ? 'DOMAIN_CHECK_RECOVERED' : 'DOMAIN_CHECK_FAILED';
    const data = { domain: name, check: now.kind, ...(now.fix !== null && { reason: now.fix }) };
    return [{ kind, domainId: id, data, at } as const];
  });
}

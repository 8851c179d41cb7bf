import type { Grant } from './caller.js';
import type { Member } from './member.entity.js';
import { PERMISSIONS, permissionsOf, type Permission } from './policy.js';
import type { User } from './user.entity.js';

/** How an access token narrows what its user may do. */
export interface Narrowing {
  readonly scopes: readonly Permission[];
  readonly organizationId: bigint | null;
}

/** What a user may do where: everything everywhere for an administrator, else by role. */
export function grantsOf(user: User, members: readonly Member[]): Grant[] {
  if (user.isAdmin) return [{ in: 'installation', permissions: new Set(PERMISSIONS) }];
  return members.map(({ organizationId, role }) => ({
    in: { organizationId },
    permissions: permissionsOf(role),
  }));
}

/** The part of the grants that a token leaves: a token never adds anything. */
export function narrowed(grants: readonly Grant[], narrowing: Narrowing): Grant[] {
  return grants.flatMap((grant) => {
    const place = placeOf(grant.in, narrowing.organizationId);
    const left = narrowing.scopes.filter((scope) => grant.permissions.has(scope));
    return place ? [{ in: place, permissions: new Set(left) }] : [];
  });
}

function placeOf(granted: Grant['in'], organizationId: bigint | null): Grant['in'] | null {
  if (organizationId === null) return granted;
  if (granted === 'installation') return { organizationId };
  return granted.organizationId === organizationId ? granted : null;
}

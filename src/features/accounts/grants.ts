import type { Grant } from './caller.js';
import type { MemberServer } from './member-server.entity.js';
import type { Member } from './member.entity.js';
import { isEverLimited, PERMISSIONS, permissionsOf, type Permission } from './policy.js';
import type { User } from './user.entity.js';

/** How an access token narrows what its user may do. */
export interface Narrowing {
  readonly scopes: readonly Permission[];
  readonly organizationId: bigint | null;
}

/**
 * What a user may do where: everything everywhere for an administrator, else by role; and for a limited
 * member, what is of mail servers on those that are listed.
 */
export function grantsOf(
  user: User,
  members: readonly Member[],
  listed: readonly MemberServer[],
): Grant[] {
  if (!user.isAdmin) return grantsOfMember(members, listed);
  const everything = {
    in: 'installation',
    permissions: new Set(PERMISSIONS),
    isStaff: true,
  } as const;
  return [everything, ...grantsOfMember(members, listed)];
}

function grantsOfMember(members: readonly Member[], listed: readonly MemberServer[]): Grant[] {
  return members.flatMap(({ organizationId, role, isLimited }): Grant[] => {
    if (!isLimited || !isEverLimited(role)) {
      return [{ in: { organizationId }, permissions: permissionsOf(role) }];
    }
    const own = listed.filter((one) => one.organizationId === organizationId);
    const onServers = permissionsOf(role, 'server');
    return [
      { in: { organizationId }, permissions: permissionsOf(role, 'organization') },
      ...own.map(({ serverId }) => ({ in: { organizationId, serverId }, permissions: onServers })),
    ];
  });
}

/** The part of the grants that a token leaves: a token never adds anything. */
export function narrowed(grants: readonly Grant[], narrowing: Narrowing): Grant[] {
  return grants.flatMap((grant) => {
    const place = placeOf(grant.in, narrowing.organizationId);
    const left = narrowing.scopes.filter((scope) => grant.permissions.has(scope));
    return place ? [{ ...grant, in: place, permissions: new Set(left) }] : [];
  });
}

function placeOf(granted: Grant['in'], organizationId: bigint | null): Grant['in'] | null {
  if (organizationId === null) return granted;
  if (granted === 'installation') return { organizationId };
  return granted.organizationId === organizationId ? granted : null;
}

/**
 * The policy, as a table that a person can read: which role may do what. Every door asks here and
 * nowhere else. An installation administrator may do everything everywhere; a scope of an access
 * token is a permission, so a token can only narrow what its owner may do.
 */
export const ROLES = ['OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER'] as const;
export type Role = (typeof ROLES)[number];

const ROLE_PERMISSIONS = {
  'organizations:read': ['OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER'],
  'organizations:create': [],
  'organizations:suspend': [],
  'servers:read': ['OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER'],
  'servers:create': ['OWNER', 'ADMIN'],
  'servers:update': ['OWNER', 'ADMIN'],
  'servers:suspend': [],
  'credentials:read': ['OWNER', 'ADMIN', 'DEVELOPER'],
  'credentials:manage': ['OWNER', 'ADMIN', 'DEVELOPER'],
  'domains:read': ['OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER'],
  'domains:manage': ['OWNER', 'ADMIN', 'DEVELOPER'],
  'messages:read': ['OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER'],
  'messages:send': ['OWNER', 'ADMIN', 'DEVELOPER'],
  'deliveries:manage': ['OWNER', 'ADMIN', 'DEVELOPER'],
  'events:read': ['OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLE_PERMISSIONS;

export const PERMISSIONS = Object.keys(ROLE_PERMISSIONS) as Permission[]; // keys of a const object

/** What an API credential may do on its own mail server. */
export const API_CREDENTIAL_PERMISSIONS: ReadonlySet<Permission> = new Set([
  'servers:read',
  'domains:read',
  'messages:read',
  'messages:send',
  'deliveries:manage',
  'events:read',
]);

/** What a program that submits over SMTP may do on its own mail server. */
export const SMTP_CREDENTIAL_PERMISSIONS: ReadonlySet<Permission> = new Set(['messages:send']);

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(
    PERMISSIONS.filter((name) => (ROLE_PERMISSIONS[name] as readonly Role[]).includes(role)),
  );
}

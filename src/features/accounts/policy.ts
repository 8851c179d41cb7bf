/**
 * The policy, as a table that a person can read: what may be done, where it holds, which roles have
 * it and which credentials. Every door asks here and nowhere else; docs/PERMISSIONS.md is made of it.
 * An installation administrator may do everything everywhere. A scope of an access token is a
 * permission, so a token can only narrow what its owner may do.
 */
export const ROLES = ['OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER'] as const;
export type Role = (typeof ROLES)[number];

/** Credentials of a mail server that act for themselves: an API key, and a submission over SMTP. */
export const CREDENTIAL_KINDS = ['API', 'SMTP'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** A member who is limited to listed mail servers has what is of level `server` on those alone. */
export type Level = 'installation' | 'organization' | 'server';

export interface Rule {
  readonly level: Level;
  readonly roles: readonly Role[];
  readonly credentials: readonly CredentialKind[];
  readonly description: string;
}

/** Whoever manages an organization has all of its mail servers. */
export function isEverLimited(role: Role): boolean {
  return role === 'DEVELOPER' || role === 'VIEWER';
}

const EVERYONE = ROLES;
const BUILDERS = ['OWNER', 'ADMIN', 'DEVELOPER'] as const;
const MANAGERS = ['OWNER', 'ADMIN'] as const;
const OWNERS = ['OWNER'] as const;

export const POLICY = {
  'users:manage': installation('See and manage the users of the installation.'),
  'organizations:read': organization(EVERYONE, 'See organizations.'),
  'organizations:create': installation('Create organizations.'),
  'organizations:suspend': installation('Suspend organizations and lift that.'),
  'audit:read': organization(MANAGERS, 'Read the audit log.'),
  'organizations:update': organization(MANAGERS, 'Change organizations.'),
  'organizations:delete': organization(OWNERS, 'Delete organizations.'),
  'organizations:restore': installation('Restore deleted organizations.'),
  'members:read': organization(EVERYONE, 'See the members of organizations.'),
  'members:manage': organization(MANAGERS, 'Invite, change, limit and remove members.'),
  'owners:manage': organization(OWNERS, 'Make and remove owners, and transfer ownership.'),
  'documents:manage': organization(BUILDERS, 'Keep GraphQL documents for programs.'),
  'tokens:read': organization(MANAGERS, 'See access tokens of organizations.'),
  'tokens:manage': organization(MANAGERS, 'Create and revoke access tokens of organizations.'),
  'servers:read': server(EVERYONE, ['API'], 'See mail servers.'),
  'servers:create': organization(MANAGERS, 'Create mail servers.'),
  'servers:update': server(MANAGERS, [], 'Change settings of mail servers.'),
  'servers:delete': server(MANAGERS, [], 'Delete and restore mail servers.'),
  'servers:limit': installation('Set send limits and retention of mail servers.'),
  'servers:suspend': installation('Suspend mail servers and lift that.'),
  'credentials:read': server(BUILDERS, [], 'See credentials.'),
  'credentials:manage': server(BUILDERS, [], 'Create, change and revoke credentials.'),
  'domains:read': server(EVERYONE, ['API'], 'See domains and their checks.'),
  'domains:manage': server(BUILDERS, [], 'Add, check and delete domains.'),
  'messages:read': server(EVERYONE, ['API'], 'See messages, deliveries and attempts.'),
  'messages:send': server(BUILDERS, ['API', 'SMTP'], 'Send messages.'),
  'deliveries:manage': server(BUILDERS, ['API'], 'Retry, cancel and release deliveries.'),
  'events:read': server(EVERYONE, ['API'], 'See events and follow them live.'),
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof POLICY;

/** What a door lets pass without a field of the API: a permission, or why it asks for none. */
export const DOOR_POLICY = {
  'SMTP submission': { permission: 'messages:send', note: 'MAIL, RCPT and DATA behind a login' },
  'SMTP return path': { permission: null, note: 'bounces to addresses that we made and signed' },
  'HTTP /graphql': { permission: null, note: 'each field asks, see below' },
  'HTTP /audit/export': { permission: 'audit:read', note: 'the audit log as NDJSON' },
  'HTTP /auth/oidc/start': { permission: null, note: 'leads a browser to the OIDC provider' },
  'HTTP /auth/oidc/callback': {
    permission: null,
    note: 'takes the answer of the OIDC provider and signs in, in the browser that began',
  },
  'HTTP /healthz': { permission: null, note: 'whoever reaches the address for operators' },
  'HTTP /readyz': { permission: null, note: 'whoever reaches the address for operators' },
  'HTTP /metrics': { permission: null, note: 'whoever reaches the address for operators' },
} as const satisfies Record<string, { permission: Permission | null; note: string }>;

type RouteOf<Door> = Door extends `HTTP ${infer Route}` ? Route : never;

/** A path that is not in the table cannot be served. */
export type HttpRoute = RouteOf<keyof typeof DOOR_POLICY>;

export const PERMISSIONS = Object.keys(POLICY) as Permission[]; // keys of a const object

/** What an API credential may do on its own mail server. */
export const API_CREDENTIAL_PERMISSIONS = credentialPermissions('API');

/** What a program that submits over SMTP may do on its own mail server. */
export const SMTP_CREDENTIAL_PERMISSIONS = credentialPermissions('SMTP');

/** What a role may do; with a level, only what holds there. */
export function permissionsOf(role: Role, level?: Level): ReadonlySet<Permission> {
  return permissionsWhere(
    (rule) => rule.roles.includes(role) && (level === undefined || rule.level === level),
  );
}

function credentialPermissions(kind: CredentialKind): ReadonlySet<Permission> {
  return permissionsWhere(({ credentials }) => credentials.includes(kind));
}

function permissionsWhere(holds: (rule: Rule) => boolean): ReadonlySet<Permission> {
  return new Set(PERMISSIONS.filter((permission) => holds(POLICY[permission])));
}

function installation(description: string): Rule {
  return { level: 'installation', roles: [], credentials: [], description };
}

function organization(roles: readonly Role[], description: string): Rule {
  return { level: 'organization', roles, credentials: [], description };
}

function server(
  roles: readonly Role[],
  credentials: readonly CredentialKind[],
  description: string,
): Rule {
  return { level: 'server', roles, credentials, description };
}

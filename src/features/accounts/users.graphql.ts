import { builder } from '../../api/builder.js';
import { Cursors, pageOf, windowOf } from '../../api/paging.js';
import { parseRowId } from '../../platform/database/row-key.js';
import type { Caller } from './caller.js';
import { PERMISSIONS, POLICY, type Permission } from './policy.js';
import { User } from './user.entity.js';

export const PermissionEnum = builder.enumType('Permission', {
  description: 'What a caller may do. An access token is narrowed to some of them.',
  values: Object.fromEntries(PERMISSIONS.map((value) => [nameOf(value), valueOf(value)])),
});

/** `servers:read` is `SERVERS_READ` in GraphQL. */
function nameOf(permission: Permission): string {
  return permission.replace(':', '_').toUpperCase();
}

function valueOf(permission: Permission): { value: Permission; description: string } {
  return { value: permission, description: POLICY[permission].description };
}

builder.loadableNode(User, {
  name: 'User',
  description: 'A person who signs in. Found by id by that person, and with users:manage.',
  authScopes: { public: true },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.accounts.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: User) => String(id),
  fields: (t) => ({
    email: t.expose('email', { type: 'EmailAddress', description: 'The address to sign in with.' }),
    name: t.exposeString('name', { description: 'Name for people.' }),
    isAdministrator: t.exposeBoolean('isAdmin', {
      description: 'Whether this is an administrator of the whole installation.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
  }),
});

/** Other features add what the caller has of theirs. */
export const Viewer = builder.objectRef<Caller>('Viewer').implement({
  description: 'Who asks.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    user: t.field({
      type: User,
      nullable: true,
      description: 'The person; null for an API key.',
      resolve: async (caller, _args, { services }) => {
        if (caller.identity.kind !== 'user') return null;
        const [user] = await services.accounts.findByIds(caller, [caller.identity.userId]);
        return user ?? null;
      },
    }),
    permissions: t.field({
      type: [PermissionEnum],
      description: 'What the caller may do somewhere, though perhaps not everywhere.',
      resolve: (caller) => PERMISSIONS.filter((permission) => caller.can(permission)),
    }),
  }),
});

const cursors = new Cursors('users');

builder.queryField('users', (t) =>
  t.connection({
    type: User,
    authScopes: { permission: 'users:manage' },
    description: 'The users of the installation, oldest first. Needs users:manage.',
    resolve: async (_root, args, { caller, services }) => {
      const keyset = windowOf(cursors, args);
      const rows = await services.users.list(caller, keyset);
      return pageOf(cursors, keyset, rows, ({ id }) => id);
    },
  }),
);

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    authScopes: { public: true },
    description: 'Who asks; null without a sign-in. Needs no permission.',
    resolve: (_root, _args, { caller }) => (caller.isSignedIn ? caller : null),
  }),
);

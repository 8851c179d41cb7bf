import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import type { ApiContext } from '../../api/context.js';
import { decodeGlobalId } from '../../api/global-ids.js';
import { Cursors } from '../../api/paging.js';
import { parseRowKey } from '../../platform/database/row-key.js';
import { Member, type MemberKey } from './member.entity.js';
import { Organization } from './organization.entity.js';
import type { Role } from './policy.js';

const cursors = new Cursors('members');

export const RoleEnum = builder.enumType('Role', {
  description: 'What a member may do; docs/PERMISSIONS.md has the table.',
  values: {
    OWNER: { description: 'Everything in the organization, and who owns it.' },
    ADMIN: { description: 'Everything in the organization but its owners.' },
    DEVELOPER: { description: 'Sends, and manages credentials, domains and deliveries.' },
    VIEWER: { description: 'Looks, and changes nothing.' },
  } satisfies Record<Role, object>,
});

builder.loadableNode(Member, {
  name: 'Member',
  description: 'A user in an organization. Needs members:read.',
  authScopes: { permission: 'members:read' },
  id: { resolve: (member) => keyOf(member) },
  load: (ids: string[], { caller, services }) =>
    services.memberReads.findByKeys(caller, ids.map(parseKey)),
  sort: (member: Member) => keyOf(member),
  fields: (t) => ({
    email: t.field({
      type: 'EmailAddress',
      description: 'The address that the member signs in with.',
      resolve: async (member, _args, context) => (await userOf(member, context)).email,
    }),
    name: t.string({
      description: 'Name of the member.',
      resolve: async (member, _args, context) => (await userOf(member, context)).name,
    }),
    role: t.expose('role', { type: RoleEnum, description: 'What the member may do.' }),
    isLimited: t.exposeBoolean('isLimited', {
      description: 'Whether the member has listed mail servers only.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when.' }),
  }),
});

builder.objectField(Organization, 'members', (t) =>
  t.connection({
    type: Member,
    authScopes: { permission: 'members:read' },
    description: 'Its members, those whose accounts are oldest first. Needs members:read.',
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'Organization.members',
        args,
        cursors,
        parent: String(id),
        keyOf: ({ userId }: Member) => userId,
        read: (parents, keyset) =>
          context.services.memberReads.listOfOrganizations(
            context.caller,
            parents.map(BigInt),
            keyset,
          ),
      }),
  }),
);

/** The member of a global id. What is none becomes one that does not exist: unknown ids are all alike. */
export function memberKeyOf(globalId: string): MemberKey {
  const { typename, id } = decodeGlobalId(globalId);
  return parseKey(typename === 'Member' ? id : '');
}

function keyOf({ organizationId, userId }: MemberKey): string {
  return `${organizationId}.${userId}`;
}

function parseKey(text: string): MemberKey {
  const key = parseRowKey(text);
  return { organizationId: key?.serverId ?? 0n, userId: key?.id ?? 0n };
}

async function userOf({ userId }: Member, { loaders, services }: ApiContext) {
  const user = await loaders.load('Member.user', String(userId), async (ids) => {
    const users = await services.memberReads.usersOf(ids.map(BigInt));
    return new Map(users.map((one) => [String(one.id), one]));
  });
  if (!user) throw new Error('a member without a user');
  return user;
}

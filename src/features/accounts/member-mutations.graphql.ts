import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { IdempotencyConflict, NotFound } from '../../platform/refusal.js';
import { OutOfScope, PersonRequired } from './accounts.refusals.js';
import { Member } from './member.entity.js';
import { memberKeyOf, RoleEnum } from './members.graphql.js';
import { LastOwner, NeverLimited, OwnerRequired, OwnRoleRaised } from './members.refusals.js';
import { AlreadyMember } from './users.refusals.js';

refusalType(AlreadyMember, 'This user is a member of the organization already.');
refusalType(LastOwner, 'The organization would have no owner any more.');
refusalType(OwnerRequired, 'Only an owner makes, changes or removes an owner.');
refusalType(OwnRoleRaised, 'Nobody raises their own role.');
refusalType(NeverLimited, 'An owner or administrator is never limited to some mail servers.');

const member = { name: 'member', description: 'The member as it is now.' } as const;

const AddMemberInput = builder.inputType('AddMemberInput', {
  description: 'Who becomes a member of which organization.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization.' }),
    userId: t.id({ required: true, description: 'The user.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'What the member may do.' }),
    mailServerIds: t.idList({
      validate: z.array(z.string()).max(LIMITS.listedServers),
      description: `The only mail servers that the member may use, at most ${LIMITS.listedServers}; null for all. For DEVELOPER and VIEWER.`,
    }),
    idempotencyKey: t.string({
      validate: z.string().min(1).max(LIMITS.idempotencyKeyCharacters),
      description: 'A repetition with the same key within 24 h gives the first result.',
    }),
  }),
});

const UpdateMemberInput = builder.inputType('UpdateMemberInput', {
  description: 'What to change of a member.',
  fields: (t) => ({
    memberId: t.id({ required: true, description: 'The member.' }),
    role: t.field({ type: RoleEnum, description: 'What the member may do from now on.' }),
    mailServerIds: t.idList({
      validate: z.array(z.string()).max(LIMITS.listedServers),
      description: `The only mail servers that the member may use, at most ${LIMITS.listedServers}; null lifts the limit. For DEVELOPER and VIEWER.`,
    }),
  }),
});

const RemoveMemberInput = builder.inputType('RemoveMemberInput', {
  description: 'Which member to remove.',
  fields: (t) => ({ memberId: t.id({ required: true, description: 'The member.' }) }),
});

const LeaveOrganizationInput = builder.inputType('LeaveOrganizationInput', {
  description: 'Which organization to leave.',
  fields: (t) => ({ organizationId: t.id({ required: true, description: 'The organization.' }) }),
});

const TransferOwnershipInput = builder.inputType('TransferOwnershipInput', {
  description: 'Who becomes the owner.',
  fields: (t) => ({ memberId: t.id({ required: true, description: 'A member.' }) }),
});

builder.mutationField('addMember', (t) =>
  t.field({
    type: Member,
    authScopes: { permission: 'users:manage' },
    description:
      'Makes a user a member of an organization, without asking; invite people otherwise. Needs users:manage and members:manage, which installation administrators have.',
    args: {
      input: t.arg({ type: AddMemberInput, required: true, description: 'Who, and where.' }),
    },
    errors: {
      types: [NotFound, OutOfScope, AlreadyMember, NeverLimited, IdempotencyConflict],
      dataField: member,
    },
    resolve: (_root, { input }, context) =>
      context.services.members.add(
        context.caller,
        {
          organizationId: rowIdOf(input.organizationId, 'Organization'),
          userId: rowIdOf(input.userId, 'User'),
          role: input.role,
          serverIds: serverIdsOf(input.mailServerIds) ?? null,
        },
        input.idempotencyKey ?? context.idempotencyKey,
      ),
  }),
);

builder.mutationField('updateMember', (t) =>
  t.field({
    type: Member,
    authScopes: { permission: 'members:manage' },
    description:
      'Changes the role of a member, or to which mail servers the member is limited; both hold at once. Needs members:manage, for owners owners:manage.',
    args: {
      input: t.arg({
        type: UpdateMemberInput,
        required: true,
        description: 'Which one, and what.',
      }),
    },
    errors: {
      types: [NotFound, OwnerRequired, OwnRoleRaised, LastOwner, NeverLimited],
      dataField: member,
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.members.update(caller, memberKeyOf(input.memberId), {
        role: input.role ?? undefined,
        serverIds: serverIdsOf(input.mailServerIds),
      }),
  }),
);

builder.mutationField('removeMember', (t) =>
  t.field({
    type: Member,
    authScopes: { permission: 'members:manage' },
    description:
      'Takes a member out of an organization, at once. Needs members:manage, for owners owners:manage.',
    args: { input: t.arg({ type: RemoveMemberInput, required: true, description: 'Which one.' }) },
    errors: {
      types: [NotFound, OwnerRequired, LastOwner],
      dataField: { name: 'member', description: 'The member as it was.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.members.remove(caller, memberKeyOf(input.memberId)),
  }),
);

builder.mutationField('leaveOrganization', (t) =>
  t.field({
    type: 'Boolean',
    authScopes: { signedIn: true },
    description: 'Ends your own membership. Needs a sign-in as a person.',
    args: {
      input: t.arg({ type: LeaveOrganizationInput, required: true, description: 'Which one.' }),
    },
    errors: {
      types: [NotFound, PersonRequired, LastOwner],
      dataField: { name: 'left', description: 'Always true.' },
    },
    resolve: async (_root, { input }, { caller, services }) => {
      await services.members.leave(caller, rowIdOf(input.organizationId, 'Organization'));
      return true;
    },
  }),
);

builder.mutationField('transferOwnership', (t) =>
  t.field({
    type: Member,
    authScopes: { permission: 'owners:manage' },
    description:
      'Makes a member the owner; you become ADMIN if you were an owner. Needs owners:manage.',
    args: {
      input: t.arg({ type: TransferOwnershipInput, required: true, description: 'To whom.' }),
    },
    errors: { types: [NotFound, OwnerRequired], dataField: member },
    resolve: (_root, { input }, { caller, services }) =>
      services.members.transferOwnership(caller, memberKeyOf(input.memberId)),
  }),
);

/** Null lifts a limit and absence leaves it, so the two stay apart. */
function serverIdsOf<T extends null | undefined>(globalIds: readonly string[] | T): bigint[] | T {
  return globalIds ? globalIds.map((id) => rowIdOf(id, 'MailServer')) : globalIds;
}

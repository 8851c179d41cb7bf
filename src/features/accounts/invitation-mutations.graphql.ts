import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { TooManySignIns } from '../../platform/passwords.js';
import { IdempotencyConflict, NotFound } from '../../platform/refusal.js';
import { Invitation } from './invitation.entity.js';
import {
  AccountNeeded,
  AlreadyInvited,
  InvitationNotUsable,
  OtherAccount,
  TooManyInvitations,
} from './invitations.refusals.js';
import { Member } from './member.entity.js';
import { RoleEnum } from './members.graphql.js';
import { NeverLimited, OwnerRequired } from './members.refusals.js';
import { newPassword, PASSWORD_RULE } from './password-input.js';
import { AlreadyMember } from './users.refusals.js';

refusalType(AlreadyInvited, 'The address has an open invitation into this organization already.');
refusalType(TooManyInvitations, 'Too many invitations are open, or this one was sent just now.');
refusalType(InvitationNotUsable, 'The token is unknown, used, revoked or expired.');
refusalType(OtherAccount, 'The invited address has an account: sign in with that first.');
refusalType(AccountNeeded, 'The invited address has no account: give a name and a password.');

const invitation = { name: 'invitation', description: 'The invitation as it is now.' } as const;

const InviteMemberInput = builder.inputType('InviteMemberInput', {
  description: 'Who is invited, and as what.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization.' }),
    email: t.field({ type: 'EmailAddress', required: true, description: 'Whom to invite.' }),
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

const ResendInvitationInput = builder.inputType('ResendInvitationInput', {
  description: 'Which invitation to send again.',
  fields: (t) => ({ invitationId: t.id({ required: true, description: 'The invitation.' }) }),
});

const RevokeInvitationInput = builder.inputType('RevokeInvitationInput', {
  description: 'Which invitation to revoke.',
  fields: (t) => ({ invitationId: t.id({ required: true, description: 'The invitation.' }) }),
});

const AcceptInvitationInput = builder.inputType('AcceptInvitationInput', {
  description: 'The token of the mail; and a new account, when the address has none.',
  fields: (t) => ({
    token: t.string({
      required: true,
      validate: z.string().min(1).max(200),
      description: 'The token of the mail.',
    }),
    name: t.string({
      validate: z.string().trim().min(1).max(LIMITS.nameCharacters),
      description: `Name of the new user, at most ${LIMITS.nameCharacters} characters.`,
    }),
    newPassword: t.string({
      validate: newPassword,
      description: `Password of the new user, unless passwords are off here. ${PASSWORD_RULE}`,
    }),
  }),
});

builder.mutationField('inviteMember', (t) =>
  t.field({
    type: Invitation,
    authScopes: { permission: 'members:manage' },
    description: `Invites somebody by mail; the invitation holds ${LIMITS.invitationDays} days. The answer does not tell whether the address has an account. Needs members:manage, for owners owners:manage.`,
    args: { input: t.arg({ type: InviteMemberInput, required: true, description: 'Whom.' }) },
    errors: {
      types: [
        NotFound,
        OwnerRequired,
        NeverLimited,
        AlreadyMember,
        AlreadyInvited,
        TooManyInvitations,
        IdempotencyConflict,
      ],
      dataField: invitation,
    },
    resolve: (_root, { input }, context) =>
      context.services.invitations.invite(
        context.caller,
        {
          organizationId: rowIdOf(input.organizationId, 'Organization'),
          email: input.email,
          role: input.role,
          serverIds: input.mailServerIds?.map((id) => rowIdOf(id, 'MailServer')) ?? null,
        },
        input.idempotencyKey ?? context.idempotencyKey,
      ),
  }),
);

builder.mutationField('resendInvitation', (t) =>
  t.field({
    type: Invitation,
    authScopes: { permission: 'members:manage' },
    description:
      'Sends an invitation again, with a new token; the one before holds no more. Needs members:manage, for owners owners:manage.',
    args: {
      input: t.arg({ type: ResendInvitationInput, required: true, description: 'Which one.' }),
    },
    errors: { types: [NotFound, OwnerRequired, TooManyInvitations], dataField: invitation },
    resolve: (_root, { input }, { caller, services }) =>
      services.invitations.resend(caller, rowIdOf(input.invitationId, 'Invitation')),
  }),
);

builder.mutationField('revokeInvitation', (t) =>
  t.field({
    type: Invitation,
    authScopes: { permission: 'members:manage' },
    description:
      'Takes an invitation back, at once. Needs members:manage, for owners owners:manage.',
    args: {
      input: t.arg({ type: RevokeInvitationInput, required: true, description: 'Which one.' }),
    },
    errors: {
      types: [NotFound, OwnerRequired],
      dataField: { name: 'invitation', description: 'The invitation as it was.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.invitations.revoke(caller, rowIdOf(input.invitationId, 'Invitation')),
  }),
);

const AcceptInvitationSuccess = builder.objectRef<Member>('AcceptInvitationSuccess').implement({
  description: 'It was done: sign in, and the organization is there.',
  authScopes: { public: true },
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'What you may do there.' }),
  }),
});

builder.mutationField('acceptInvitation', (t) =>
  t.field({
    type: AcceptInvitationSuccess,
    authScopes: { public: true },
    description:
      'Makes whoever got the token by mail a member: the user who is signed in, or a new one with name and password. The token holds once. Needs no permission.',
    args: {
      input: t.arg({ type: AcceptInvitationInput, required: true, description: 'Which one.' }),
    },
    errors: {
      types: [InvitationNotUsable, OtherAccount, AccountNeeded, AlreadyMember, TooManySignIns],
      directResult: true,
    },
    resolve: (_root, { input: { token, name, newPassword } }, { caller, services }) => {
      const account = name ? { name, password: newPassword ?? null } : null;
      return services.invitationAnswers.accept(caller, token, account);
    },
  }),
);

import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { Cursors } from '../../api/paging.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { Invitation } from './invitation.entity.js';
import { RoleEnum } from './members.graphql.js';
import { Organization } from './organization.entity.js';

const cursors = new Cursors('invitations');

builder.loadableNode(Invitation, {
  name: 'Invitation',
  description:
    'Somebody who was asked to become a member and has not accepted yet. Needs members:manage.',
  authScopes: { permission: 'members:manage' },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.memberReads.invitationsByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: Invitation) => String(id),
  fields: (t) => ({
    email: t.expose('email', { type: 'EmailAddress', description: 'Who is invited.' }),
    role: t.expose('role', { type: RoleEnum, description: 'What the member may do.' }),
    isLimited: t.boolean({
      description: 'Whether the member will have listed mail servers only.',
      resolve: ({ serverIds }) => serverIds !== null,
    }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mail was accepted for delivery.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it holds.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
});

builder.objectField(Organization, 'invitations', (t) =>
  t.connection({
    type: Invitation,
    authScopes: { permission: 'members:manage' },
    description: 'Its open invitations, oldest first. Needs members:manage.',
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'Organization.invitations',
        args,
        cursors,
        parent: String(id),
        keyOf: (invitation: Invitation) => invitation.id,
        read: (parents, keyset) =>
          context.services.memberReads.invitationsOfOrganizations(
            context.caller,
            parents.map(BigInt),
            keyset,
          ),
      }),
  }),
);

import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { encodeGlobalId, rowIdOf } from '../../api/global-ids.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { NotFound } from '../../platform/refusal.js';
import { Organization } from '../accounts/organization.entity.js';
import { MailServer } from './mail-server.entity.js';
import { NameMismatch } from './servers.refusals.js';

refusalType(NameMismatch, 'The name that was typed is not that of what would be deleted.');

const typedName = z.string().max(LIMITS.nameCharacters);

const DeleteMailServerInput = builder.inputType('DeleteMailServerInput', {
  description: 'Which mail server to delete.',
  fields: (t) => ({
    mailServerId: t.id({ required: true, description: 'The mail server.' }),
    name: t.string({
      required: true,
      validate: typedName,
      description: 'Its exact name, as a confirmation.',
    }),
  }),
});

const RestoreMailServerInput = builder.inputType('RestoreMailServerInput', {
  description: 'Which deleted mail server to restore.',
  fields: (t) => ({ mailServerId: t.id({ required: true, description: 'The mail server.' }) }),
});

const DeleteOrganizationInput = builder.inputType('DeleteOrganizationInput', {
  description: 'Which organization to delete.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization.' }),
    name: t.string({
      required: true,
      validate: typedName,
      description: 'Its exact name, as a confirmation.',
    }),
  }),
});

const RestoreOrganizationInput = builder.inputType('RestoreOrganizationInput', {
  description: 'Which deleted organization to restore.',
  fields: (t) => ({ organizationId: t.id({ required: true, description: 'The organization.' }) }),
});

builder.mutationField('deleteMailServer', (t) =>
  t.field({
    type: 'ID',
    authScopes: { permission: 'servers:delete' },
    description:
      'Deletes a mail server: nobody logs in, nothing is accepted and queued mail is held from now on. It can be restored until it is purged. Needs servers:delete.',
    args: {
      input: t.arg({ type: DeleteMailServerInput, required: true, description: 'Which one.' }),
    },
    errors: {
      types: [NotFound, NameMismatch],
      dataField: { name: 'deletedMailServerId', description: 'Id of what is deleted.' },
    },
    resolve: async (_root, { input }, { caller, services }) => {
      const id = rowIdOf(input.mailServerId, 'MailServer');
      await services.serverLifecycle.delete(caller, id, input.name);
      return encodeGlobalId('MailServer', id);
    },
  }),
);

builder.mutationField('restoreMailServer', (t) =>
  t.field({
    type: MailServer,
    authScopes: { permission: 'servers:delete' },
    description:
      'Brings a deleted mail server back as it was, before it is purged; held mail waits for a release. Needs servers:delete.',
    args: {
      input: t.arg({ type: RestoreMailServerInput, required: true, description: 'Which one.' }),
    },
    errors: {
      types: [NotFound],
      dataField: { name: 'mailServer', description: 'The mail server as it is now.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.serverLifecycle.restore(caller, rowIdOf(input.mailServerId, 'MailServer')),
  }),
);

builder.mutationField('deleteOrganization', (t) =>
  t.field({
    type: 'ID',
    authScopes: { permission: 'organizations:delete' },
    description:
      'Deletes an organization with its mail servers; its members are locked out at once. It can be restored until it is purged. Needs organizations:delete.',
    args: {
      input: t.arg({ type: DeleteOrganizationInput, required: true, description: 'Which one.' }),
    },
    errors: {
      types: [NotFound, NameMismatch],
      dataField: { name: 'deletedOrganizationId', description: 'Id of what is deleted.' },
    },
    resolve: async (_root, { input }, { caller, services }) => {
      const id = rowIdOf(input.organizationId, 'Organization');
      await services.organizationLifecycle.delete(caller, id, input.name);
      return encodeGlobalId('Organization', id);
    },
  }),
);

builder.mutationField('restoreOrganization', (t) =>
  t.field({
    type: Organization,
    authScopes: { permission: 'organizations:restore' },
    description:
      'Brings a deleted organization back with the mail servers that were deleted with it, before it is purged. Needs organizations:restore, which installation administrators have.',
    args: {
      input: t.arg({ type: RestoreOrganizationInput, required: true, description: 'Which one.' }),
    },
    errors: {
      types: [NotFound],
      dataField: { name: 'organization', description: 'The organization as it is now.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.organizationLifecycle.restore(caller, rowIdOf(input.organizationId, 'Organization')),
  }),
);

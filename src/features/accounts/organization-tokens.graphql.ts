import { z } from 'zod';
import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { Cursors } from '../../api/paging.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { IdempotencyConflict, NotFound, QuotaReached } from '../../platform/refusal.js';
import { AccessToken } from './access-token.entity.js';
import { ALLOWED_NETWORKS, createdToken, triedNetworks } from './access-tokens.graphql.js';
import { InvalidAllowedNetwork, ScopeNotHeld, TokenExpiryPassed } from './accounts.refusals.js';
import { Organization } from './organization.entity.js';
import { PERMISSIONS } from './policy.js';
import { PermissionEnum } from './users.graphql.js';

refusalType(ScopeNotHeld, 'A token may not do what you may not do yourself.', (t) => ({
  scope: t.expose('scope', { type: PermissionEnum, description: 'What you may not do there.' }),
}));

const cursors = new Cursors('organization-tokens');

builder.objectField(Organization, 'accessTokens', (t) =>
  t.connection({
    type: AccessToken,
    authScopes: { permission: 'tokens:read' },
    description: 'Its own access tokens, oldest first; those revoked as well. Needs tokens:read.',
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'Organization.accessTokens',
        args,
        cursors,
        parent: String(id),
        keyOf: (token: AccessToken) => token.id,
        read: (parents, keyset) =>
          context.services.organizationTokens.listOfOrganizations(
            context.caller,
            parents.map(BigInt),
            keyset,
          ),
      }),
  }),
);

const CreateOrganizationTokenInput = builder.inputType('CreateOrganizationTokenInput', {
  description: 'A new access token of an organization.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'Whose token it is.' }),
    name: t.string({
      required: true,
      validate: z.string().trim().min(1).max(LIMITS.nameCharacters),
      description: `Name for people, at most ${LIMITS.nameCharacters} characters.`,
    }),
    scopes: t.field({
      type: [PermissionEnum],
      required: true,
      validate: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
      description: 'What it may do in the organization; nothing that you may not do there.',
    }),
    documentsOnly: t.boolean({
      description: 'Whether it may run persisted documents only; default false.',
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'Until when it holds.' }),
    allowedNetworks: t.stringList({ validate: triedNetworks, description: ALLOWED_NETWORKS }),
    idempotencyKey: t.string({
      validate: z.string().min(1).max(LIMITS.idempotencyKeyCharacters),
      description: 'A repetition with the same key within 24 h gives the first result.',
    }),
  }),
});

const RevokeOrganizationTokenInput = builder.inputType('RevokeOrganizationTokenInput', {
  description: 'Which access token to revoke.',
  fields: (t) => ({ accessTokenId: t.id({ required: true, description: 'The access token.' }) }),
});

const CreateOrganizationTokenSuccess = createdToken('CreateOrganizationTokenSuccess');

builder.mutationField('createOrganizationToken', (t) =>
  t.field({
    type: CreateOrganizationTokenSuccess,
    authScopes: { permission: 'tokens:manage' },
    description:
      'Creates an access token that belongs to an organization, and stays when you leave it. Needs tokens:manage.',
    args: {
      input: t.arg({
        type: CreateOrganizationTokenInput,
        required: true,
        description: 'The new access token.',
      }),
    },
    errors: {
      types: [
        ...[NotFound, ScopeNotHeld, TokenExpiryPassed, InvalidAllowedNetwork],
        ...[QuotaReached, IdempotencyConflict],
      ],
      directResult: true,
    },
    resolve: (_root, { input }, { caller, services, idempotencyKey }) =>
      services.organizationTokens.create(
        caller,
        {
          organizationId: rowIdOf(input.organizationId, 'Organization'),
          name: input.name,
          scopes: input.scopes,
          expiresAt: input.expiresAt ?? null,
          documentsOnly: input.documentsOnly ?? false,
          allowedNetworks: input.allowedNetworks ?? null,
        },
        input.idempotencyKey ?? idempotencyKey,
      ),
  }),
);

builder.mutationField('revokeOrganizationToken', (t) =>
  t.field({
    type: AccessToken,
    authScopes: { permission: 'tokens:manage' },
    description: 'Makes an access token of an organization useless at once. Needs tokens:manage.',
    args: {
      input: t.arg({
        type: RevokeOrganizationTokenInput,
        required: true,
        description: 'Which access token.',
      }),
    },
    errors: {
      types: [NotFound],
      dataField: { name: 'accessToken', description: 'The access token as it is now.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.organizationTokens.revoke(caller, rowIdOf(input.accessTokenId, 'AccessToken')),
  }),
);

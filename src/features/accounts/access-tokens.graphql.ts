import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { Cursors, pageOf, windowOf } from '../../api/paging.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { IdempotencyConflict, NotFound, QuotaReached } from '../../platform/refusal.js';
import { AccessToken } from './access-token.entity.js';
import { InvalidAllowedNetwork, PersonRequired, TokenExpiryPassed } from './accounts.refusals.js';
import { PERMISSIONS } from './policy.js';
import { PermissionEnum, Viewer } from './users.graphql.js';

refusalType(InvalidAllowedNetwork, 'An allowed network cannot be read.');
refusalType(TokenExpiryPassed, 'The expiry of a new access token must lie in the future.');

const cursors = new Cursors('access-tokens');

builder.loadableNode(AccessToken, {
  name: 'AccessToken',
  description:
    'Lets a program act for you, or for an organization, within its scopes. Seen by its user, or with tokens:read.',
  authScopes: { signedIn: true },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.accessTokens.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: AccessToken) => String(id),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name for people.' }),
    hint: t.exposeString('hint', { description: 'The last characters of the secret.' }),
    scopes: t.field({
      type: [PermissionEnum],
      description: 'What it may do, as far as its user may.',
      resolve: ({ scopes }) => [...scopes],
    }),
    documentsOnly: t.exposeBoolean('documentsOnly', {
      description: 'Whether it may run persisted documents only.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when it holds; null without end.',
    }),
    isOfOrganization: t.boolean({
      description: 'Whether it belongs to an organization and not to a person.',
      resolve: ({ userId }) => userId === null,
    }),
    allowedNetworks: t.exposeStringList('allowedNetworks', {
      nullable: true,
      description: 'From where alone it may be used, as CIDRs; null for anywhere.',
    }),
    lastUsedIp: t.exposeString('lastUsedIp', {
      nullable: true,
      description: 'From which address it was last used, as far as that was written down.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it does not hold any more.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
  }),
});

builder.objectField(Viewer, 'accessTokens', (t) =>
  t.connection({
    type: AccessToken,
    description: 'Your access tokens, oldest first; those revoked as well. Needs a sign-in.',
    resolve: async (caller, args, { services }) => {
      const keyset = windowOf(cursors, args);
      const rows = await services.accessTokens.list(caller, keyset);
      return pageOf(cursors, keyset, rows, ({ id }) => id);
    },
  }),
);

/** Spelling is looked at later: a refusal names the one that is wrong. */
export const triedNetworks = z.array(z.string().max(64)).max(LIMITS.allowedNetworks);
export const ALLOWED_NETWORKS = `From where alone it may be used: IP addresses or CIDRs, at most ${LIMITS.allowedNetworks}.`;

const CreateAccessTokenInput = builder.inputType('CreateAccessTokenInput', {
  description: 'A new access token.',
  fields: (t) => ({
    name: t.string({
      required: true,
      validate: z.string().trim().min(1).max(LIMITS.nameCharacters),
      description: `Name for people, at most ${LIMITS.nameCharacters} characters.`,
    }),
    scopes: t.field({
      type: [PermissionEnum],
      required: true,
      validate: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
      description: 'What it may do; it never may do more than you.',
    }),
    organizationId: t.id({ description: 'The only organization where it holds.' }),
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

const RevokeAccessTokenInput = builder.inputType('RevokeAccessTokenInput', {
  description: 'Which access token to revoke.',
  fields: (t) => ({ accessTokenId: t.id({ required: true, description: 'The access token.' }) }),
});

interface CreatedToken {
  readonly token: AccessToken;
  readonly secret: string | null;
}

/** What a mutation that makes a token answers. */
export function createdToken(name: string) {
  return builder.objectRef<CreatedToken>(name).implement({
    description: 'It was done.',
    authScopes: { public: true },
    fields: (t) => ({
      accessToken: t.expose('token', { type: AccessToken, description: 'The new access token.' }),
      secret: t.exposeString('secret', {
        nullable: true,
        description:
          'What to send as `Authorization: Bearer …`. Shown this once; null when the request was a repetition.',
      }),
    }),
  });
}

const CreateAccessTokenSuccess = createdToken('CreateAccessTokenSuccess');

builder.mutationField('createAccessToken', (t) =>
  t.field({
    type: CreateAccessTokenSuccess,
    authScopes: { signedIn: true },
    description: 'Creates an access token for you. Needs a sign-in as a person.',
    args: {
      input: t.arg({
        type: CreateAccessTokenInput,
        required: true,
        description: 'The new access token.',
      }),
    },
    errors: {
      types: [
        ...[PersonRequired, NotFound, TokenExpiryPassed, InvalidAllowedNetwork],
        ...[QuotaReached, IdempotencyConflict],
      ],
      directResult: true,
    },
    resolve: (_root, { input }, context) => {
      const { name, scopes, organizationId, idempotencyKey } = input;
      const restriction = organizationId == null ? null : rowIdOf(organizationId, 'Organization');
      return context.services.accessTokens.create(
        context.caller,
        {
          name,
          scopes,
          organizationId: restriction,
          expiresAt: input.expiresAt ?? null,
          documentsOnly: input.documentsOnly ?? false,
          allowedNetworks: input.allowedNetworks ?? null,
        },
        idempotencyKey ?? context.idempotencyKey,
      );
    },
  }),
);

builder.mutationField('revokeAccessToken', (t) =>
  t.field({
    type: AccessToken,
    authScopes: { signedIn: true },
    description: 'Makes one of your access tokens useless at once. Needs a sign-in as a person.',
    args: {
      input: t.arg({
        type: RevokeAccessTokenInput,
        required: true,
        description: 'Which access token.',
      }),
    },
    errors: {
      types: [PersonRequired, NotFound],
      dataField: { name: 'accessToken', description: 'The access token as it is now.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.accessTokens.revoke(caller, rowIdOf(input.accessTokenId, 'AccessToken')),
  }),
);

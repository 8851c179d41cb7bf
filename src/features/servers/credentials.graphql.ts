import { z } from 'zod';
import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { Cursors } from '../../api/paging.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { IdempotencyConflict, NotFound, QuotaReached } from '../../platform/refusal.js';
import { ALLOWED_NETWORKS, triedNetworks } from '../accounts/access-tokens.graphql.js';
import { InvalidAllowedNetwork } from '../accounts/accounts.refusals.js';
import { Credential, type CredentialType } from './credential.entity.js';
import { MailServer } from './mail-server.entity.js';
import { InvalidNetwork } from './servers.refusals.js';

refusalType(
  InvalidNetwork,
  'A credential of type SMTP_IP needs a network that is not too broad; other types have none.',
);

const cursors = new Cursors('credentials');
const credential = { name: 'credential', description: 'The credential as it is now.' } as const;

const CredentialTypeEnum = builder.enumType('CredentialType', {
  description: 'How an app logs in.',
  values: {
    API: { description: 'With a key, to this API.' },
    SMTP: { description: 'With user name and password, over SMTP.' },
    SMTP_IP: { description: 'By its address, over SMTP without AUTH.' },
  } satisfies Record<CredentialType, object>,
});

builder.loadableNode(Credential, {
  name: 'Credential',
  description: 'How an app logs in to one mail server. Needs credentials:read.',
  authScopes: { permission: 'credentials:read' },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.credentialIssuer.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: Credential) => String(id),
  fields: (t) => ({
    type: t.expose('type', { type: CredentialTypeEnum, description: 'How the app logs in.' }),
    name: t.exposeString('name', { description: 'Name for people.' }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'User name for SMTP AUTH; SMTP only.',
    }),
    network: t.exposeString('network', {
      nullable: true,
      description: 'Where the app connects from, as CIDR; SMTP_IP only.',
    }),
    allowedNetworks: t.exposeStringList('allowedNetworks', {
      nullable: true,
      description: 'From where alone it may be used, as CIDRs; null for anywhere.',
    }),
    hint: t.exposeString('hint', {
      nullable: true,
      description: 'The last characters of the secret.',
    }),
    hold: t.exposeBoolean('hold', {
      description: 'Whether mail that it submits waits for a release.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when nobody logs in with it any more.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
  }),
});

builder.objectField(MailServer, 'credentials', (t) =>
  t.connection({
    type: Credential,
    authScopes: { permission: 'credentials:read' },
    description: 'Its credentials, oldest first; those revoked as well. Needs credentials:read.',
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'MailServer.credentials',
        args,
        cursors,
        parent: String(id),
        keyOf: (one: Credential) => one.id,
        read: (parents, keyset) =>
          context.services.credentialIssuer.listOfServers(
            context.caller,
            parents.map(BigInt),
            keyset,
          ),
      }),
  }),
);

const CreateCredentialInput = builder.inputType('CreateCredentialInput', {
  description: 'A new credential.',
  fields: (t) => ({
    mailServerId: t.id({ required: true, description: 'The mail server that it logs in to.' }),
    type: t.field({
      type: CredentialTypeEnum,
      required: true,
      description: 'How the app logs in.',
    }),
    name: t.string({
      required: true,
      validate: z.string().trim().min(1).max(LIMITS.nameCharacters),
      description: `Name for people, at most ${LIMITS.nameCharacters} characters.`,
    }),
    network: t.string({
      validate: z.string().max(49),
      description: 'IP address or CIDR such as 192.0.2.0/24; for SMTP_IP, and only for that.',
    }),
    allowedNetworks: t.stringList({
      validate: triedNetworks,
      description: `${ALLOWED_NETWORKS} Not for SMTP_IP.`,
    }),
    hold: t.boolean({
      defaultValue: false,
      description: 'Whether mail that it submits waits for a release.',
    }),
    idempotencyKey: t.string({
      validate: z.string().min(1).max(LIMITS.idempotencyKeyCharacters),
      description: 'A repetition with the same key within 24 h gives the first result.',
    }),
  }),
});

const UpdateCredentialInput = builder.inputType('UpdateCredentialInput', {
  description: 'What to change of a credential; what is left out stays.',
  fields: (t) => ({
    credentialId: t.id({ required: true, description: 'The credential.' }),
    hold: t.boolean({ description: 'Whether mail that it submits waits for a release.' }),
    allowedNetworks: t.stringList({
      validate: triedNetworks,
      description: `${ALLOWED_NETWORKS} Null for anywhere. Not for SMTP_IP.`,
    }),
  }),
});

const RevokeCredentialInput = builder.inputType('RevokeCredentialInput', {
  description: 'Which credential to revoke.',
  fields: (t) => ({ credentialId: t.id({ required: true, description: 'The credential.' }) }),
});

const CreateCredentialSuccess = builder
  .objectRef<{ credential: Credential; secret: string | null }>('CreateCredentialSuccess')
  .implement({
    description: 'It was done.',
    authScopes: { public: true },
    fields: (t) => ({
      credential: t.expose('credential', { type: Credential, description: 'The new credential.' }),
      secret: t.exposeString('secret', {
        nullable: true,
        description:
          'The API key or SMTP password. Shown this once; null for SMTP_IP, and when the request was a repetition.',
      }),
    }),
  });

builder.mutationField('createCredential', (t) =>
  t.field({
    type: CreateCredentialSuccess,
    authScopes: { permission: 'credentials:manage' },
    description: 'Creates a credential for a mail server. Needs credentials:manage on it.',
    args: {
      input: t.arg({
        type: CreateCredentialInput,
        required: true,
        description: 'The new credential.',
      }),
    },
    errors: {
      types: [NotFound, InvalidNetwork, InvalidAllowedNetwork, QuotaReached, IdempotencyConflict],
      directResult: true,
    },
    resolve: (_root, { input }, context) =>
      context.services.credentialIssuer.create(
        context.caller,
        {
          serverId: rowIdOf(input.mailServerId, 'MailServer'),
          type: input.type,
          name: input.name,
          network: input.network ?? null,
          allowedNetworks: input.allowedNetworks ?? null,
          hold: input.hold ?? false,
        },
        input.idempotencyKey ?? context.idempotencyKey,
      ),
  }),
);

builder.mutationField('updateCredential', (t) =>
  t.field({
    type: Credential,
    authScopes: { permission: 'credentials:manage' },
    description:
      'Changes a credential; new networks hold for open sessions as well, within seconds. Needs credentials:manage on its mail server.',
    args: {
      input: t.arg({
        type: UpdateCredentialInput,
        required: true,
        description: 'Which one, and the change.',
      }),
    },
    errors: { types: [NotFound, InvalidAllowedNetwork], dataField: credential },
    resolve: (_root, { input }, { caller, services }) =>
      services.credentialIssuer.update(caller, rowIdOf(input.credentialId, 'Credential'), {
        hold: input.hold ?? undefined,
        allowedNetworks: input.allowedNetworks,
      }),
  }),
);

builder.mutationField('revokeCredential', (t) =>
  t.field({
    type: Credential,
    authScopes: { permission: 'credentials:manage' },
    description:
      'Makes a credential useless within seconds. Needs credentials:manage on its mail server.',
    args: {
      input: t.arg({ type: RevokeCredentialInput, required: true, description: 'Which one.' }),
    },
    errors: { types: [NotFound], dataField: credential },
    resolve: (_root, { input }, { caller, services }) =>
      services.credentialIssuer.revoke(caller, rowIdOf(input.credentialId, 'Credential')),
  }),
);

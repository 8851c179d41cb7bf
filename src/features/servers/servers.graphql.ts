import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { Cursors, pageOf, windowOf } from '../../api/paging.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { Organization } from '../accounts/organization.entity.js';
import { Viewer } from '../accounts/users.graphql.js';
import { MailServer, type MailServerMode } from './mail-server.entity.js';

const cursors = new Cursors('mail-servers');

export const MailServerModeEnum = builder.enumType('MailServerMode', {
  description: 'What a mail server does with accepted mail.',
  values: {
    LIVE: { description: 'Delivers it.' },
    SANDBOX: { description: 'Keeps it held and opens no connection.' },
  } satisfies Record<MailServerMode, object>,
});

builder.loadableNode(MailServer, {
  name: 'MailServer',
  description: 'The tenant unit: has its own messages, credentials and limits. Needs servers:read.',
  authScopes: { permission: 'servers:read' },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.servers.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: MailServer) => String(id),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name for people.' }),
    slug: t.exposeString('slug', { description: 'Short name, unique in the organization.' }),
    token: t.exposeString('token', {
      description: 'Six characters, unique in the installation; no secret.',
    }),
    mode: t.expose('mode', { type: MailServerModeEnum, description: 'What it does with mail.' }),
    allowSender: t.exposeBoolean('allowSender', {
      description: 'Whether a verified Sender lets a message pass whose From is not verified.',
    }),
    privacyMode: t.exposeBoolean('privacyMode', {
      description: 'Whether the name and address of clients stay out of Received header fields.',
    }),
    retryAttempts: t.exposeInt('retryAttempts', {
      nullable: true,
      description: 'Attempts before a delivery expires; null follows the installation.',
    }),
    postmasterAddress: t.expose('postmasterAddress', {
      type: 'EmailAddress',
      nullable: true,
      description:
        "Whom reports to senders name for questions; null for the postmaster of the sender's domain.",
    }),
    sendLimit: t.exposeInt('sendLimit', {
      nullable: true,
      description:
        'Deliveries that may begin in any 60 minutes; more wait and go by themselves. Null for no limit.',
    }),
    contentRetentionDays: t.exposeInt('contentRetentionDays', {
      nullable: true,
      description: 'Days that raw content is kept; null follows the installation.',
    }),
    messageRetentionDays: t.exposeInt('messageRetentionDays', {
      nullable: true,
      description:
        'Days that messages are kept, with their deliveries, attempts and events; null for good.',
    }),
    suspendedAt: t.expose('suspendedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when none of its mail passes; null when it does.',
    }),
    suspensionReason: t.exposeString('suspensionReason', {
      nullable: true,
      description: 'Why it is suspended.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    organization: t.field({
      type: Organization,
      nullable: true,
      authScopes: { permission: 'organizations:read' },
      description:
        'The organization that it belongs to; null when you may not see it. Needs organizations:read.',
      resolve: ({ organizationId }, _args, { loaders, caller, services }) =>
        loaders.load('Organization', String(organizationId), async (ids) => {
          const found = await services.organizations.findByIds(caller, ids.map(BigInt));
          return new Map(found.map((one) => [String(one.id), one]));
        }),
    }),
  }),
});

builder.queryField('mailServers', (t) =>
  t.connection({
    type: MailServer,
    authScopes: { permission: 'servers:read' },
    description: 'The mail servers that you may see, oldest first. Needs servers:read.',
    resolve: async (_root, args, { caller, services }) => {
      const keyset = windowOf(cursors, args);
      const rows = await services.servers.list(caller, keyset);
      return pageOf(cursors, keyset, rows, ({ id }) => id);
    },
  }),
);

builder.objectField(Organization, 'mailServers', (t) =>
  t.connection({
    type: MailServer,
    authScopes: { permission: 'servers:read' },
    description: 'Its mail servers, oldest first. Needs servers:read.',
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'Organization.mailServers',
        args,
        cursors,
        parent: String(id),
        keyOf: (server: MailServer) => server.id,
        read: (parents, keyset) =>
          context.services.servers.listOfOrganizations(context.caller, parents.map(BigInt), keyset),
      }),
  }),
);

builder.objectField(Viewer, 'mailServer', (t) =>
  t.field({
    type: MailServer,
    nullable: true,
    authScopes: { permission: 'servers:read' },
    description: 'The mail server of your API key; null for a person. Needs servers:read.',
    resolve: async ({ identity }, _args, { caller, services }) => {
      if (identity.kind !== 'credential') return null;
      const [server] = await services.servers.findByIds(caller, [identity.serverId]);
      return server ?? null;
    },
  }),
);

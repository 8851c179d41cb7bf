import { builder } from '../../api/builder.js';
import { formatRowKey, parseRowKey, type RowKey } from '../../platform/database/row-key.js';
import { Domain } from '../domains/domain.entity.js';
import { MailServer } from '../servers/mail-server.entity.js';
import { DELIVERY_STATUSES } from './delivery.entity.js';
import { Message } from './message.entity.js';

export const DeliveryStatusEnum = builder.enumType('DeliveryStatus', {
  description: 'How far a delivery is.',
  values: {
    QUEUED: { description: 'Waits for its next attempt, or is being attempted.' },
    HELD: { description: 'Waits until somebody releases or cancels it.' },
    DELIVERED: { description: 'The receiving server took it.' },
    BOUNCED: { description: 'The receiving side refused it for good.' },
    EXPIRED: { description: 'Every attempt failed for now, and there are no more.' },
    CANCELLED: { description: 'Somebody cancelled it.' },
  } satisfies Record<(typeof DELIVERY_STATUSES)[number], object>,
});

export const MessageDirection = builder.enumType('MessageDirection', {
  description: 'Which way a message goes.',
  values: {
    OUTGOING: { description: 'Sent by one of your applications.' },
    INCOMING: { description: 'Received for one of your domains.' },
  },
});

const MessageDoor = builder.enumType('MessageDoor', {
  description: 'How a message came in.',
  values: {
    GRAPHQL: { description: 'Through this API.' },
    SMTP: { description: 'Over SMTP.' },
    SYSTEM: { description: 'Written by Posthouse itself, such as a delivery report.' },
  },
});

builder.loadableNode(Message, {
  name: 'Message',
  description: 'One accepted mail. Needs messages:read, or messages:send for one just sent.',
  authScopes: { anyOf: ['messages:read', 'messages:send'] },
  id: { resolve: (message) => formatRowKey(message) },
  load: async (ids: string[], { caller, services }) => {
    const found = await services.messages.findByKeys(caller, keysOf(ids));
    return [...found.values()];
  },
  sort: (message: Message) => formatRowKey(message),
  fields: (t) => ({
    direction: t.expose('direction', {
      type: MessageDirection,
      description: 'Which way it goes.',
    }),
    mailFrom: t.exposeString('mailFrom', {
      description: 'Envelope sender as submitted; empty for the null sender of reports.',
    }),
    from: t.exposeString('headerFrom', { description: 'Address in the From header field.' }),
    subject: t.exposeString('subject', {
      description: 'Subject, decoded; at most 500 characters.',
    }),
    messageIdHeader: t.exposeString('messageIdHeader', {
      description: 'Value of the Message-ID header field, with its angle brackets.',
    }),
    tag: t.exposeString('tag', {
      nullable: true,
      description: 'The tag that the sender gave it.',
    }),
    metadata: t.expose('metadata', {
      type: 'JSON',
      nullable: true,
      description: 'The metadata that the sender gave it; never sent to recipients.',
    }),
    sizeBytes: t.exposeInt('sizeBytes', { description: 'Bytes of the raw content as stored.' }),
    door: t.expose('door', { type: MessageDoor, description: 'How it came in.' }),
    clientIp: t.exposeString('clientIp', {
      nullable: true,
      description: 'Address of the client that submitted it.',
    }),
    acceptedAt: t.expose('acceptedAt', {
      type: 'DateTime',
      description: 'When responsibility for it was taken.',
    }),
  }),
});

builder.objectFields(Message, (t) => ({
  raw: t.string({
    nullable: true,
    authScopes: { permission: 'messages:read' },
    complexity: 500,
    description:
      'Raw content (RFC 5322) in base64; null once its retention is over. Needs messages:read.',
    resolve: async (message, _args, { loaders, services }) => {
      const content = await loaders.load('Message.raw', formatRowKey(message), (keys) =>
        services.messages.readContent(keysOf(keys)),
      );
      return content?.toString('base64') ?? null;
    },
  }),
  mailServer: t.field({
    type: MailServer,
    authScopes: { permission: 'servers:read' },
    description: 'The mail server that it belongs to. Needs servers:read.',
    resolve: async ({ serverId }, _args, { loaders, caller, services }) => {
      const server = await loaders.load('MailServer', String(serverId), async (ids) => {
        const servers = await services.servers.findByIds(caller, ids.map(BigInt));
        return new Map(servers.map((one) => [String(one.id), one]));
      });
      if (!server) throw new Error('a visible message without a visible server');
      return server;
    },
  }),
  domain: t.field({
    type: Domain,
    nullable: true,
    authScopes: { permission: 'domains:read' },
    description: 'The verified domain that it was sent from. Needs domains:read.',
    resolve: ({ domainId }, _args, { loaders, caller, services }) =>
      domainId === null
        ? null
        : loaders.load('Domain', String(domainId), async (ids) => {
            const domains = await services.domains.findByIds(caller, ids.map(BigInt));
            return new Map(domains.map((one) => [String(one.id), one]));
          }),
  }),
}));

function keysOf(ids: readonly string[]): RowKey[] {
  return ids.flatMap((id) => parseRowKey(id) ?? []);
}

import { z } from 'zod';
import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { Cursors } from '../../api/paging.js';
import { LIMITS } from '../../config/limits.js';
import { MailServer } from '../servers/mail-server.entity.js';
import { Message } from './message.entity.js';
import { DeliveryStatusEnum, MessageDirection } from './messages.graphql.js';

const cursors = new Cursors('messages');

const MessageFilterInput = builder.inputType('MessageFilter', {
  description: 'Which messages are meant. All conditions that are given hold.',
  fields: (t) => ({
    direction: t.field({ type: MessageDirection, description: 'Which way they go.' }),
    status: t.field({
      type: DeliveryStatusEnum,
      description: 'At least one of their deliveries has this status.',
    }),
    tag: t.string({
      validate: z.string().max(LIMITS.tagCharacters),
      description: 'Their tag, exactly.',
    }),
    recipient: t.field({
      type: 'EmailAddress',
      description: 'One of their deliveries goes to this address.',
    }),
    from: t.field({ type: 'EmailAddress', description: 'Address in the From header field.' }),
    since: t.field({ type: 'DateTime', description: 'Accepted at this moment or later.' }),
    until: t.field({ type: 'DateTime', description: 'Accepted before this moment.' }),
  }),
});

builder.objectField(MailServer, 'messages', (t) =>
  t.connection({
    type: Message,
    authScopes: { permission: 'messages:read' },
    description: 'Its messages, newest first. Needs messages:read.',
    args: {
      filter: t.arg({ type: MessageFilterInput, description: 'Which messages are meant.' }),
    },
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'MailServer.messages',
        args,
        cursors,
        parent: String(id),
        keyOf: (message: Message) => message.id,
        read: async (parents, keyset) => {
          const { caller, services } = context;
          const serverIds = parents.map(BigInt);
          const filter = args.filter ?? {};
          const lists = await services.messages.listOfServers(caller, serverIds, filter, keyset);
          return new Map([...lists].map(([serverId, list]) => [String(serverId), list]));
        },
      }),
  }),
);

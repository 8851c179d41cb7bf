import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { Cursors } from '../../api/paging.js';
import { formatRowKey, parseRowKey, type RowKey } from '../../platform/database/row-key.js';
import { Delivery } from '../messages/delivery.entity.js';
import { Message } from '../messages/message.entity.js';
import { DeliveryStatusEnum } from '../messages/messages.graphql.js';
import { MailServer } from '../servers/mail-server.entity.js';
import { Attempt } from './attempt.entity.js';

const cursors = new Cursors('deliveries');
const attemptCursors = new Cursors('attempts');

builder.loadableNode(Delivery, {
  name: 'Delivery',
  description: 'One message on its way to one recipient. Needs messages:read.',
  authScopes: { anyOf: ['messages:read', 'messages:send', 'deliveries:manage'] },
  id: { resolve: (delivery) => formatRowKey(delivery) },
  load: async (ids: string[], { caller, services }) => {
    const found = await services.deliveryReads.findByKeys(caller, keysOf(ids));
    return [...found.values()];
  },
  sort: (delivery: Delivery) => formatRowKey(delivery),
  fields: (t) => ({
    recipient: t.exposeString('recipient', { description: 'The envelope recipient.' }),
    destination: t.exposeString('destination', {
      description: 'Domain of the recipient, in ASCII.',
    }),
    status: t.expose('status', { type: DeliveryStatusEnum, description: 'How far it is.' }),
    heldBecause: t.exposeString('heldBecause', {
      nullable: true,
      description: 'Why it is held.',
    }),
    attemptCount: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried next; null when it is not.',
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it reached its final status.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the message was accepted.',
    }),
    message: t.field({
      type: Message,
      authScopes: { permission: 'messages:read' },
      description: 'The message. Needs messages:read.',
      resolve: async ({ serverId, messageId }, _args, { loaders, caller, services }) => {
        const key = formatRowKey({ serverId, id: messageId });
        const message = await loaders.load('Message', key, (keys) =>
          services.messages.findByKeys(caller, keysOf(keys)),
        );
        if (!message) throw new Error('a delivery without its message');
        return message;
      },
    }),
    attempts: t.connection({
      type: Attempt,
      authScopes: { permission: 'messages:read' },
      description: 'Its tries, oldest first. Needs messages:read.',
      resolve: (delivery, args, context) =>
        batchedPage(context, {
          name: 'Delivery.attempts',
          args,
          cursors: attemptCursors,
          parent: formatRowKey(delivery),
          keyOf: (attempt: Attempt) => attempt.id,
          read: (parents, keyset) =>
            context.services.deliveryReads.listAttempts(keysOf(parents), keyset),
        }),
    }),
  }),
});

const DeliveryFilterInput = builder.inputType('DeliveryFilter', {
  description: 'Which deliveries are meant. All conditions that are given hold.',
  fields: (t) => ({
    status: t.field({ type: DeliveryStatusEnum, description: 'How far they are.' }),
    recipient: t.field({ type: 'EmailAddress', description: 'Their recipient.' }),
    destination: t.string({ description: 'Domain of their recipient.' }),
  }),
});

builder.objectField(Message, 'deliveries', (t) =>
  t.connection({
    type: Delivery,
    description: 'Its deliveries, one per recipient. Needs messages:read or messages:send.',
    args: {
      filter: t.arg({ type: DeliveryFilterInput, description: 'Which deliveries are meant.' }),
    },
    resolve: (message, args, context) =>
      batchedPage(context, {
        name: 'Message.deliveries',
        args,
        cursors,
        parent: formatRowKey(message),
        keyOf: (delivery: Delivery) => delivery.id,
        read: (parents, keyset) =>
          context.services.deliveryReads.listOfMessages(keysOf(parents), args.filter ?? {}, keyset),
      }),
  }),
);

builder.objectField(MailServer, 'deliveries', (t) =>
  t.connection({
    type: Delivery,
    authScopes: { permission: 'messages:read' },
    description: 'Its deliveries, newest first. Needs messages:read.',
    args: {
      filter: t.arg({ type: DeliveryFilterInput, description: 'Which deliveries are meant.' }),
    },
    resolve: ({ id: serverId }, args, context) =>
      batchedPage(context, {
        name: 'MailServer.deliveries',
        args,
        cursors,
        parent: String(serverId),
        keyOf: (delivery: Delivery) => delivery.id,
        read: (parents, keyset) =>
          context.services.deliveryReads.listOfServers(
            context.caller,
            parents.map(BigInt),
            args.filter ?? {},
            keyset,
          ),
      }),
  }),
);

function keysOf(ids: readonly string[]): RowKey[] {
  return ids.flatMap((id) => parseRowKey(id) ?? []);
}

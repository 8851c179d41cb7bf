import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { formatRowKey, parseRowKey } from '../../platform/database/row-key.js';
import { Message } from '../messages/message.entity.js';
import { MailServer } from '../servers/mail-server.entity.js';
import { Event } from './event.entity.js';
import { eventCursors, EventKindEnum, eventKinds } from './events.graphql.js';

const EventFilterInput = builder.inputType('EventFilter', {
  description: 'Which events are meant.',
  fields: (t) => ({
    kinds: t.field({
      type: [EventKindEnum],
      validate: eventKinds,
      description: 'One of these kinds.',
    }),
  }),
});

builder.objectField(MailServer, 'events', (t) =>
  t.connection({
    type: Event,
    authScopes: { permission: 'events:read' },
    description: 'What happened on it, oldest first. Needs events:read.',
    args: { filter: t.arg({ type: EventFilterInput, description: 'Which events are meant.' }) },
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'MailServer.events',
        args,
        cursors: eventCursors(id),
        parent: String(id),
        keyOf: (event: Event) => event.position,
        read: (parents, keyset) =>
          context.services.events.listOfServers(
            context.caller,
            parents.map(BigInt),
            args.filter ?? {},
            keyset,
          ),
      }),
  }),
);

builder.objectField(Message, 'events', (t) =>
  t.connection({
    type: Event,
    authScopes: { permission: 'events:read' },
    description: 'What happened to it, oldest first. Needs events:read.',
    args: { filter: t.arg({ type: EventFilterInput, description: 'Which events are meant.' }) },
    resolve: (message, args, context) =>
      batchedPage(context, {
        name: 'Message.events',
        args,
        cursors: eventCursors(message.serverId),
        parent: formatRowKey(message),
        keyOf: (event: Event) => event.position,
        read: (parents, keyset) =>
          context.services.events.listOfMessages(
            context.caller,
            parents.flatMap((key) => parseRowKey(key) ?? []),
            args.filter ?? {},
            keyset,
          ),
      }),
  }),
);

builder.objectField(MailServer, 'eventCursor', (t) =>
  t.field({
    type: 'Cursor',
    nullable: true,
    authScopes: { permission: 'events:read' },
    description:
      'The place behind its newest event: as `after` of deliveryEvents it begins there, also after a cut. Null when you may not see its events. Needs events:read.',
    resolve: async ({ id }, _args, { loaders, caller, services }) => {
      const position = await loaders.load('MailServer.eventCursor', String(id), (ids) =>
        services.events.newestPositions(caller, ids.map(BigInt)),
      );
      return position === null ? null : eventCursors(id).encode(position);
    },
  }),
);

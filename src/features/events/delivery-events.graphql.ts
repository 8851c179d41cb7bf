import { clearAllDataLoaders } from '@pothos/plugin-dataloader';
import { builder } from '../../api/builder.js';
import type { ApiContext } from '../../api/context.js';
import { decodeGlobalId, rowIdOf } from '../../api/global-ids.js';
import { guardedStream } from '../../api/guarded-stream.js';
import { SAME_FOR_ALL } from '../../api/same-for-all.js';
import { parseRowKey } from '../../platform/database/row-key.js';
import { Event, type EventKind } from './event.entity.js';
import { eventCursors, EventKindEnum, eventKinds } from './events.graphql.js';

interface DeliveryEventFilter {
  readonly kinds?: readonly EventKind[] | null;
  readonly messageId?: string | null;
  readonly recipient?: string | null;
}

const DeliveryEventFilterInput = builder.inputType('DeliveryEventFilter', {
  description: 'Which events are meant. All conditions that are given hold.',
  fields: (t) => ({
    kinds: t.field({
      type: [EventKindEnum],
      validate: eventKinds,
      description: 'One of these kinds.',
    }),
    messageId: t.id({ description: 'About this message.' }),
    recipient: t.field({ type: 'EmailAddress', description: 'About this recipient.' }),
  }),
});

builder.subscriptionField('deliveryEvents', (t) =>
  t.field({
    type: Event,
    extensions: SAME_FOR_ALL,
    authScopes: { permission: 'events:read' },
    description:
      'Events of a mail server as they happen. With `after` first those that came after it, without a gap or a repetition. The permission is asked again while it runs. Needs events:read.',
    args: {
      serverId: t.arg.id({ required: true, description: 'The mail server.' }),
      after: t.arg({ type: 'Cursor', description: 'Begin behind this event.' }),
      filter: t.arg({ type: DeliveryEventFilterInput, description: 'Which events are meant.' }),
    },
    subscribe: async (_root, args, context) => {
      const { caller, services } = context;
      const serverId = rowIdOf(args.serverId, 'MailServer');
      await services.servers.requireUsable(caller, serverId, 'events:read');
      const after = args.after == null ? null : eventCursors(serverId).decode(args.after, 'after');
      return guardedStream(context, {
        follow: (signal) => services.eventStream.follow(serverId, after, signal),
        isWanted: wanted(args.filter ?? {}),
        authorize: (now) => services.servers.requireUsable(now, serverId, 'events:read'),
      });
    },
    resolve: (event: Event, _args, context) => {
      forgetLoaded(context);
      return event;
    },
  }),
);

/** A subscription keeps its context for as long as it runs; each event is answered from fresh rows. */
function forgetLoaded(context: ApiContext): void {
  context.loaders.clear();
  clearAllDataLoaders(context);
}

function wanted({ kinds, messageId, recipient }: DeliveryEventFilter): (event: Event) => boolean {
  const message = messageId == null ? null : parseRowKey(decodeGlobalId(messageId).id);
  return (event) =>
    (!kinds?.length || kinds.includes(event.kind)) &&
    (messageId == null || event.messageId === message?.id) &&
    (recipient == null || event.data.recipient === recipient);
}

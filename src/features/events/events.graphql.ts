import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { Cursors } from '../../api/paging.js';
import { SAME_FOR_ALL } from '../../api/same-for-all.js';
import { formatRowKey, parseRowKey, type RowKey } from '../../platform/database/row-key.js';
import { Domain } from '../domains/domain.entity.js';
import { Delivery } from '../messages/delivery.entity.js';
import { Message } from '../messages/message.entity.js';
import { Event, EVENT_KINDS } from './event.entity.js';

export const EventKindEnum = builder.enumType('EventKind', {
  description: 'What happened.',
  values: {
    ACCEPTED: { description: 'A message was accepted.' },
    HELD: { description: 'A delivery was held back.' },
    RELEASED: { description: 'A held delivery was released.' },
    DELIVERED: { description: 'The receiving server took a message. Final.' },
    DEFERRED: { description: 'An attempt failed for now; there will be another.' },
    WAITING: {
      description:
        'A delivery waits because the mail server has reached its send limit; it goes by itself.',
    },
    BOUNCED: { description: 'The receiving side refused a message for good. Final.' },
    EXPIRED: { description: 'The last attempt failed for now. Final.' },
    CANCELLED: { description: 'A delivery was cancelled. Final.' },
    RETRY_REQUESTED: { description: 'Somebody asked for another attempt.' },
    BOUNCE_RECEIVED: { description: 'Mail came to the return path of a delivery.' },
    SEND_LIMIT_REACHED: {
      description:
        'The mail server has reached its send limit: deliveries wait, and go by themselves. At most once an hour.',
    },
    DOMAIN_VERIFIED: { description: 'A domain was verified.' },
    DOMAIN_CHECK_FAILED: { description: 'A DNS record of a domain is no longer right.' },
    DOMAIN_CHECK_RECOVERED: { description: 'A DNS record of a domain is right again.' },
  } satisfies Record<(typeof EVENT_KINDS)[number], object>,
});

/** A filter names each kind once at most. */
export const eventKinds = z.array(z.enum(EVENT_KINDS)).max(EVENT_KINDS.length);

/** Cursors of a mail server's events: the same in lists, on events, and for subscriptions. */
export function eventCursors(serverId: bigint): Cursors {
  return new Cursors(`events.${serverId}`);
}

builder.loadableNode(Event, {
  name: 'Event',
  description: 'Something that happened on a mail server. Needs events:read.',
  authScopes: { permission: 'events:read' },
  id: { extensions: SAME_FOR_ALL, resolve: (event) => formatRowKey(keyOf(event)) },
  load: async (ids: string[], { caller, services }) => {
    const found = await services.events.findByKeys(caller, keysOf(ids));
    return [...found.values()];
  },
  sort: (event: Event) => formatRowKey(keyOf(event)),
  fields: (t) => ({
    cursor: t.field({
      type: 'Cursor',
      extensions: SAME_FOR_ALL,
      description: 'Its place: give it as `after` to hear what came next.',
      resolve: ({ serverId, position }) => eventCursors(serverId).encode(position),
    }),
    kind: t.expose('kind', {
      type: EventKindEnum,
      extensions: SAME_FOR_ALL,
      description: 'What happened.',
    }),
    at: t.expose('at', {
      type: 'DateTime',
      extensions: SAME_FOR_ALL,
      description: 'When it happened.',
    }),
    recipient: t.string({
      nullable: true,
      extensions: SAME_FOR_ALL,
      description: 'Recipient of the delivery that it is about.',
      resolve: ({ data }) => data.recipient,
    }),
    reply: t.string({
      nullable: true,
      extensions: SAME_FOR_ALL,
      description: 'What the receiving server said.',
      resolve: ({ data }) => data.reply,
    }),
    code: t.int({
      nullable: true,
      extensions: SAME_FOR_ALL,
      description: 'SMTP reply code of the receiving server.',
      resolve: ({ data }) => data.code,
    }),
    enhancedCode: t.string({
      nullable: true,
      extensions: SAME_FOR_ALL,
      description: 'Enhanced status code (RFC 3463).',
      resolve: ({ data }) => data.enhancedCode,
    }),
    reason: t.string({
      nullable: true,
      extensions: SAME_FOR_ALL,
      description: 'Why it happened, in our words.',
      resolve: ({ data }) => data.reason,
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      extensions: SAME_FOR_ALL,
      description: 'When the next attempt is due.',
      resolve: ({ data }) => (data.nextAttemptAt ? new Date(data.nextAttemptAt) : null),
    }),
  }),
});

builder.objectFields(Event, (t) => ({
  domainName: t.string({
    nullable: true,
    extensions: SAME_FOR_ALL,
    description: 'Name of the domain that it is about.',
    resolve: ({ data }) => data.domain,
  }),
  check: t.string({
    nullable: true,
    extensions: SAME_FOR_ALL,
    description: 'Kind of the DNS check that it is about.',
    resolve: ({ data }) => data.check,
  }),
  message: t.field({
    type: Message,
    nullable: true,
    authScopes: { permission: 'messages:read' },
    description: 'The message that it is about. Needs messages:read.',
    resolve: ({ serverId, messageId }, _args, { loaders, caller, services }) =>
      messageId === null
        ? null
        : loaders.load('Message', formatRowKey({ serverId, id: messageId }), (keys) =>
            services.messages.findByKeys(caller, keysOf(keys)),
          ),
  }),
  delivery: t.field({
    type: Delivery,
    nullable: true,
    authScopes: { permission: 'messages:read' },
    description: 'The delivery that it is about. Needs messages:read.',
    resolve: ({ serverId, deliveryId }, _args, { loaders, caller, services }) =>
      deliveryId === null
        ? null
        : loaders.load('Delivery', formatRowKey({ serverId, id: deliveryId }), (keys) =>
            services.deliveryReads.findByKeys(caller, keysOf(keys)),
          ),
  }),
  domain: t.field({
    type: Domain,
    nullable: true,
    authScopes: { permission: 'domains:read' },
    description: 'The domain that it is about, while it exists. Needs domains:read.',
    resolve: ({ domainId }, _args, { loaders, caller, services }) =>
      domainId === null
        ? null
        : loaders.load('Domain', String(domainId), async (ids) => {
            const domains = await services.domains.findByIds(caller, ids.map(BigInt));
            return new Map(domains.map((one) => [String(one.id), one]));
          }),
  }),
}));

function keyOf({ serverId, position }: Event): RowKey {
  return { serverId, id: position };
}

function keysOf(ids: readonly string[]): RowKey[] {
  return ids.flatMap((id) => parseRowKey(id) ?? []);
}

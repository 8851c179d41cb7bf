import { builder } from '../../api/builder.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { formatRowKey, parseRowKey } from '../../platform/database/row-key.js';
import { IdempotencyConflict, NotFound } from '../../platform/refusal.js';
import { DomainNotVerified } from '../domains/domains.refusals.js';
import { Message } from './message.entity.js';
import {
  HeaderTooLarge,
  InvalidMessage,
  InvalidEnvelopeSender,
  InvalidRecipient,
  InvalidSender,
  InvalidTag,
  LoopDetected,
  MalformedHeader,
  MessageTooLarge,
  MetadataTooLarge,
  NoRecipients,
  ServerSuspended,
  TooManyRecipients,
} from './messages.refusals.js';
import type { Accepted } from './submission.js';

refusalType(ServerSuspended, 'The mail server, or its organization, is suspended.', (t) => ({
  suspension: t.exposeString('suspension', { description: 'Why.' }),
}));
refusalType(NoRecipients, 'A message needs at least one recipient.');
refusalType(TooManyRecipients, 'The message has too many recipients.', (t) => ({
  max: t.exposeInt('max', { description: 'How many it may have.' }),
}));
refusalType(InvalidRecipient, 'A recipient is not an address that mail could be sent to.', (t) => ({
  address: t.exposeString('address', { description: 'The recipient.' }),
}));
refusalType(
  InvalidEnvelopeSender,
  'The envelope sender is not an address that bounces could be sent to.',
  (t) => ({ address: t.exposeString('address', { description: 'The envelope sender.' }) }),
);
refusalType(MessageTooLarge, 'The message is too large.', (t) => ({
  maxBytes: t.exposeInt('maxBytes', { description: 'How large it may be.' }),
}));
refusalType(HeaderTooLarge, 'The header of the message is too large.', (t) => ({
  maxBytes: t.exposeInt('maxBytes', { description: 'How large it may be.' }),
}));
refusalType(
  MalformedHeader,
  'A line of the header could be understood in different ways.',
  (t) => ({ line: t.exposeInt('line', { description: 'Its number, from 1.' }) }),
);
refusalType(InvalidSender, 'The message has no unmistakable From or Sender.', (t) => ({
  field: t.exposeString('field', { description: 'From or Sender.' }),
}));
refusalType(InvalidMessage, 'The message holds what no mail may carry.');
refusalType(InvalidTag, 'The tag in the header is too long.');
refusalType(MetadataTooLarge, 'The metadata is too large.', (t) => ({
  maxBytes: t.exposeInt('maxBytes', { description: 'How large it may be, as JSON.' }),
}));
refusalType(LoopDetected, 'The message has passed too many mail servers.');

/** Everything that the door or the intake may say no with. */
export const SEND_REFUSALS = [
  NotFound,
  DomainNotVerified,
  ServerSuspended,
  NoRecipients,
  TooManyRecipients,
  InvalidRecipient,
  InvalidEnvelopeSender,
  MessageTooLarge,
  HeaderTooLarge,
  MalformedHeader,
  InvalidSender,
  InvalidMessage,
  InvalidTag,
  MetadataTooLarge,
  LoopDetected,
  IdempotencyConflict,
] as const;

export type SendRefusal = InstanceType<(typeof SEND_REFUSALS)[number]>;

export function isSendRefusal(error: unknown): error is SendRefusal {
  return SEND_REFUSALS.some((refusal) => error instanceof refusal);
}

/** A message that was accepted before is read when it is asked for. */
function successType(name: string) {
  return builder.objectRef<Accepted>(name).implement({
    description: 'The message was accepted: it will be delivered, or its failure reported.',
    authScopes: { public: true },
    fields: (t) => ({
      message: t.field({
        type: Message,
        authScopes: { permission: 'messages:send' },
        description: 'The message. Needs messages:send.',
        resolve: async ({ message, serverId, messageId }, _args, context) => {
          if (message) return message;
          const { loaders, caller, services } = context;
          const key = formatRowKey({ serverId, id: messageId });
          const earlier = await loaders.load('SentMessage', key, (keys) =>
            services.messages.findByKeys(
              caller,
              keys.flatMap((one) => parseRowKey(one) ?? []),
              'messages:send',
            ),
          );
          if (!earlier) throw new Error('a message that was accepted cannot be read');
          return earlier;
        },
      }),
    }),
  });
}

const SendMessageSuccess = successType('SendMessageSuccess');
const SendRawMessageSuccess = successType('SendRawMessageSuccess');

export const SendMessageResult = builder.errorUnion('SendMessageResult', {
  description: 'The message was accepted, or refused for one of the reasons named here.',
  types: [SendMessageSuccess, ...SEND_REFUSALS],
  resolveType: () => SendMessageSuccess.name,
});

export const SendRawMessageResult = builder.errorUnion('SendRawMessageResult', {
  description: 'The message was accepted, or refused for one of the reasons named here.',
  types: [SendRawMessageSuccess, ...SEND_REFUSALS],
  resolveType: () => SendRawMessageSuccess.name,
});

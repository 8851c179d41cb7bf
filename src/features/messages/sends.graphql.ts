import { builder } from '../../api/builder.js';
import type { ApiContext } from '../../api/context.js';
import { badUserInput } from '../../api/errors.js';
import { rowIdOf } from '../../api/global-ids.js';
import { IdempotencyConflict } from '../../platform/refusal.js';
import { SendMessageInput, SendMessagesInput, SendRawMessageInput } from './send-inputs.graphql.js';
import {
  isSendRefusal,
  SendMessageResult,
  SendRawMessageResult,
  type SendRefusal,
} from './send-results.graphql.js';
import type { SendRequest } from './send.service.js';
import type { Accepted } from './submission.js';

type WrittenInput = typeof SendMessageInput.$inferInput;
type BatchInput = typeof SendMessagesInput.$inferInput;
type LabelsInput = Pick<
  WrittenInput,
  'mailServerId' | 'tag' | 'metadata' | 'dsn' | 'idempotencyKey'
>;

builder.mutationFields((t) => ({
  sendMessage: t.field({
    type: SendMessageResult,
    authScopes: { permission: 'messages:send' },
    description:
      'Writes a message and takes responsibility for it: it will be delivered, or its failure reported. Needs messages:send.',
    args: { input: t.arg({ type: SendMessageInput, required: true, description: 'The message.' }) },
    resolve: (_root, { input }, context) => {
      const request = requestOf(context, input, ['input']);
      context.services.admission.requireCalm();
      return context.services.sends.send(request, input);
    },
  }),
  sendMessages: t.field({
    type: [SendMessageResult],
    authScopes: { permission: 'messages:send' },
    description:
      'Writes many messages; each is accepted or refused by itself. Needs messages:send.',
    complexity: ({ input: { messages } }) => ({ field: 1, multiplier: messages.length }),
    args: {
      input: t.arg({ type: SendMessagesInput, required: true, description: 'The messages.' }),
    },
    errors: {
      types: [],
      dataField: { name: 'results', description: 'One result per message, in order.' },
    },
    resolve: (_root, { input }, context) => sendAll(context, input),
  }),
  sendRawMessage: t.field({
    type: SendRawMessageResult,
    authScopes: { permission: 'messages:send' },
    description:
      'Takes responsibility for a message that is written already (RFC 5322). Needs messages:send.',
    args: {
      input: t.arg({ type: SendRawMessageInput, required: true, description: 'The message.' }),
    },
    resolve: (_root, { input }, context) => {
      const { mailFrom, recipients } = input;
      const raw = Buffer.from(input.raw, 'base64');
      const request = requestOf(context, input, ['input']);
      context.services.admission.requireCalm();
      return context.services.sends.sendRaw(request, { mailFrom, recipients, raw });
    },
  }),
}));

/** What is wrong with the whole request is found before any message of it is sent. */
function sendAll(
  context: ApiContext,
  { messages, mailServerId, idempotencyKey }: BatchInput,
): Promise<(Accepted | SendRefusal)[]> {
  const shared = idempotencyKey ?? context.idempotencyKey;
  const requests = messages.map((message, index) => {
    const own = {
      ...message,
      mailServerId: message.mailServerId ?? mailServerId,
      idempotencyKey: message.idempotencyKey ?? (shared === null ? null : `${shared}#${index}`),
    };
    const request = requestOf(context, own, ['input', 'messages', String(index)]);
    return { request, message };
  });
  context.services.admission.requireCalm();
  return Promise.all(
    requests.map(async ({ request, message }) => {
      try {
        return await context.services.sends.send(request, message);
      } catch (error) {
        if (isSendRefusal(error)) return inBatch(error, request, message.idempotencyKey != null);
        throw error;
      }
    }),
  );
}

/** A refusal names a place in its message; in a batch that message has a place itself. */
function inBatch(refusal: SendRefusal, { path }: SendRequest, hasOwnKey: boolean): SendRefusal {
  const within = refusal.path;
  if (within === null || path.every((step, index) => within[index] === step)) return refusal;
  if (refusal instanceof IdempotencyConflict && !hasOwnKey) return refusal;
  return Object.assign(refusal, { path: [...path, ...within.slice(1)] });
}

function requestOf(
  { caller, clientIp, requestId, idempotencyKey: header }: ApiContext,
  input: LabelsInput,
  path: readonly string[],
): SendRequest {
  const { idempotencyKey, mailServerId, ...rest } = input;
  const { tag, dsn } = rest;
  const metadata = rest.metadata as Record<string, unknown> | null | undefined; // validated as an object
  const serverId = serverIdOf(caller, mailServerId, path);
  return {
    caller,
    serverId,
    clientIp,
    requestId,
    path,
    input: rest,
    labels: { tag, metadata, dsn, idempotencyKey: idempotencyKey ?? header },
  };
}

function serverIdOf(
  { identity }: ApiContext['caller'],
  mailServerId: string | null | undefined,
  path: readonly string[],
): bigint {
  if (mailServerId != null) return rowIdOf(mailServerId, 'MailServer');
  if (identity.kind === 'credential') return identity.serverId;
  const reason = 'is required, except with an API key';
  throw badUserInput(`mailServerId ${reason}`, [{ path: [...path, 'mailServerId'], reason }]);
}

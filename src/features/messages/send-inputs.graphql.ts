import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { LIMITS } from '../../config/limits.js';
import { parseAddressList } from '../../mail/address-list.js';
import { DSN_NOTIFY } from './delivery.entity.js';
import { isStorable } from './metadata.js';

const LONGEST_LIST = 10_000;
const LONGEST_MAILBOX = 1_000;
const LONGEST_NAME = 255;
/** The `+` and `/` alphabet of RFC 4648 §4; line breaks as MIME tools write them are fine. */
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

const mailbox = z
  .string()
  .max(LONGEST_MAILBOX)
  .refine(
    (text) => parseAddressList(text)?.length === 1,
    'must be an address, or a name and an <address>',
  );
const mailboxes = z.array(mailbox).max(LONGEST_LIST);
const base64 = z.string().refine((text) => BASE64.test(text), 'must be base64');
const envelopeSender = z.union([z.literal(''), z.string().max(LONGEST_MAILBOX)]);

const DsnNotifyEnum = builder.enumType('DsnNotify', {
  description: 'When a delivery report is wanted (RFC 3461 §4.1).',
  values: {
    SUCCESS: { description: 'When the message was delivered.' },
    FAILURE: { description: 'When it could not be delivered.' },
    DELAY: { description: 'When it takes longer than usual.' },
    NEVER: { description: 'Never; alone only.' },
  } satisfies Record<(typeof DSN_NOTIFY)[number], object>,
});

const DsnReturnEnum = builder.enumType('DsnReturn', {
  description: 'How much of the message a failure report returns (RFC 3461 §4.3).',
  values: {
    FULL: { description: 'All of it.' },
    HDRS: { description: 'Its header only.' },
  },
});

const DsnInput = builder.inputType('DsnInput', {
  description: 'Delivery reports (RFC 3461). Without it none is sent.',
  validate: z
    .looseObject({ notify: z.array(z.string()).max(DSN_NOTIFY.length).nullish() })
    .refine(({ notify }) => !notify?.includes('NEVER') || notify.length === 1, {
      message: 'NEVER stands alone',
      path: ['notify'],
    }),
  fields: (t) => ({
    notify: t.field({ type: [DsnNotifyEnum], description: 'When a report is wanted.' }),
    ret: t.field({ type: DsnReturnEnum, description: 'How much a failure report returns.' }),
    envid: t.string({
      validate: z
        .string()
        .min(1)
        .max(LIMITS.envidCharacters)
        .regex(/^[ -~]+$/),
      description: 'Your own name for the message, given back in reports.',
    }),
  }),
});

const HeaderInput = builder.inputType('HeaderInput', {
  description: 'A header field of your own.',
  fields: (t) => ({
    name: t.string({
      required: true,
      validate: z.string().min(1).max(76),
      description: 'Its name, such as X-Campaign.',
    }),
    value: t.string({
      required: true,
      validate: z.string().max(LIMITS.headerBytes),
      description: 'Its value, on one line.',
    }),
  }),
});

const AttachmentInput = builder.inputType('AttachmentInput', {
  description: 'A file that goes with the message.',
  fields: (t) => ({
    filename: t.string({
      required: true,
      validate: z.string().min(1).max(LONGEST_NAME),
      description: 'Its name.',
    }),
    contentType: t.string({
      validate: z
        .string()
        .max(LONGEST_NAME)
        .regex(/^[\w.+-]+\/[\w.+-]+$/, 'must be a media type such as image/png'),
      description: 'Its media type; guessed from the name where none is given.',
    }),
    content: t.string({ required: true, validate: base64, description: 'The file, in base64.' }),
    contentId: t.string({
      validate: z
        .string()
        .max(LONGEST_NAME)
        .regex(/^[^\s<>]+$/, 'must not hold spaces or angle brackets'),
      description: 'For a picture inside the HTML: refer to it as cid:…',
    }),
  }),
});

export const SendMessageInput = builder.inputType('SendMessageInput', {
  description: 'A message to write and send.',
  fields: (t) => ({
    mailServerId: t.id({
      description: 'The mail server; an API key may leave it out and means its own.',
    }),
    from: t.string({
      required: true,
      validate: mailbox,
      description: 'Who it is from: an address, or a name and an <address>, of a verified domain.',
    }),
    sender: t.string({
      validate: mailbox,
      description: 'Who sends it on behalf of From (RFC 5322 §3.6.2).',
    }),
    to: t.stringList({ validate: mailboxes, description: 'Whom it is to, shown to everybody.' }),
    cc: t.stringList({ validate: mailboxes, description: 'Who gets a copy, shown to everybody.' }),
    bcc: t.stringList({ validate: mailboxes, description: 'Who gets a copy, shown to nobody.' }),
    replyTo: t.stringList({ validate: mailboxes, description: 'Where answers are to go.' }),
    subject: t.string({
      validate: z.string().max(LIMITS.textLineBytes),
      description: 'The subject.',
    }),
    text: t.string({ description: 'The text for readers without HTML.' }),
    html: t.string({ description: 'The text in HTML.' }),
    headers: t.field({
      type: [HeaderInput],
      validate: z.array(z.unknown()).max(100),
      description: 'Header fields of your own, at most 100.',
    }),
    attachments: t.field({
      type: [AttachmentInput],
      validate: z.array(z.unknown()).max(100),
      description: 'Files that go with it, at most 100.',
    }),
    ...labels(t),
  }),
});

export const SendMessagesInput = builder.inputType('SendMessagesInput', {
  description: 'Messages to write and send, each accepted or refused by itself.',
  fields: (t) => ({
    messages: t.field({
      type: [SendMessageInput],
      required: true,
      validate: z.array(z.unknown()).min(1).max(LIMITS.messagesPerBatch),
      description: `1 to ${LIMITS.messagesPerBatch} messages.`,
    }),
    mailServerId: t.id({ description: 'The mail server of those that name none.' }),
    idempotencyKey: idempotencyKey(t, 'One key for all of those that have none.'),
  }),
});

export const SendRawMessageInput = builder.inputType('SendRawMessageInput', {
  description: 'A message that is written already (RFC 5322), with its envelope.',
  fields: (t) => ({
    mailServerId: t.id({
      description: 'The mail server; an API key may leave it out and means its own.',
    }),
    mailFrom: t.string({
      required: true,
      validate: envelopeSender,
      description: 'Envelope sender: an address, or empty for the null sender.',
    }),
    recipients: t.field({
      type: ['EmailAddress'],
      required: true,
      validate: z.array(z.string()).max(LONGEST_LIST),
      description: 'Envelope recipients: who gets it, whatever its header says.',
    }),
    raw: t.string({
      required: true,
      validate: base64,
      description: 'The message, in base64. Line ends may be CRLF or LF.',
    }),
    ...labels(t),
  }),
});

type InputFields = Parameters<NonNullable<Parameters<typeof builder.inputType>[1]['fields']>>[0];

function labels(t: InputFields) {
  return {
    tag: t.string({
      validate: z.string().min(1).max(LIMITS.tagCharacters),
      description: `A word of yours to find it by, at most ${LIMITS.tagCharacters} characters.`,
    }),
    metadata: t.field({
      type: 'JSON',
      validate: z
        .record(z.string(), z.unknown())
        .refine((value) => isStorable(value), 'holds broken Unicode, or is nested too deeply'),
      description: `An object of yours, given back with it; at most ${LIMITS.metadataBytes} bytes.`,
    }),
    dsn: t.field({ type: DsnInput, description: 'Which delivery reports are wanted.' }),
    idempotencyKey: idempotencyKey(
      t,
      'A repetition with the same key within 24 h gives the first result. Default: the Idempotency-Key header.',
    ),
  };
}

function idempotencyKey(t: InputFields, description: string) {
  return t.string({
    validate: z.string().min(1).max(LIMITS.idempotencyKeyCharacters),
    description,
  });
}

import type { SendMessageInput, SendRawMessageInput } from '../gql/graphql.js';

/** What values are made of: line ends in every spelling, marks of headers and addresses, odd and long text. */
export const PIECES = [
  ...['\r', '\n', '\r\n', '\r\n\r\n', '\r\n.\r\n', '\n\n', '\0', '\v', '\f', '\x1b', '\x7f'],
  ...['\u0085', '\u2028', '\u2029', '\u00a0', '\u200b', '\u202e', '\ufeff', '\ufffe'],
  ...['\ud800', '\udc00', '\udc00\ud800', '😀', 'ü', '漢', 'e\u0301'],
  ...[
    'Injected: yes',
    'Bcc: eve@example.test',
    'eve@example.test',
    '--',
    '.',
    'a',
    'word',
    ' ',
    '\t',
  ],
  ...['"', '\\', '<', '>', ',', ';', ':', '(', ')', '=', '?', "'", '%0d%0a', '&#10;', '\\r\\n'],
  ...['=?utf-8?Q?=0D=0AInjected:_yes?=', '=?utf-8?B?DQpJbmplY3RlZDogeWVz?=', '=0D=0AInjected: yes'],
  ...['x'.repeat(80), 'x'.repeat(998), 'ü'.repeat(400), 'word '.repeat(300)],
];

/** A key that comes twice would be a conflict. */
let keys = 0;

type Place<I> = (value: string, domain: string) => Partial<I>;

/** Where a value is put in sendMessage, and what the field is called in refusals. */
export const PLACES: Readonly<Record<string, Place<SendMessageInput>>> = {
  subject: (value) => ({ subject: value }),
  text: (value) => ({ text: value }),
  html: (value) => ({ html: `<p>${value}</p>` }),
  from: (value, domain) => ({ from: `${value} <app@${domain}>` }),
  sender: (value, domain) => ({ sender: `"${value}" <app@${domain}>` }),
  replyTo: (value, domain) => ({ replyTo: [`"${value}" <app@${domain}>`] }),
  cc: (value) => ({ cc: [`${value} <cc@example.test>`] }),
  bcc: (value) => ({ bcc: [`"${value}"@example.test`] }),
  'headers.name': (value) => ({ headers: [{ name: value, value: 'mine' }] }),
  'headers.value': (value) => ({ headers: [{ name: 'X-Own', value }] }),
  'attachments.filename': (value) => anAttachment({ filename: value }),
  'attachments.contentType': (value) => anAttachment({ contentType: `text/${value}` }),
  'attachments.contentId': (value) => anAttachment({ filename: 'a.png', contentId: value }),
  tag: (value) => ({ tag: value }),
  metadata: (value) => ({ metadata: { [value]: value } }),
  'dsn.envid': (value) => ({ dsn: { notify: ['FAILURE'], envid: value } }),
  to: (value) => ({ to: [`${value} <to@example.test>`] }),
  'cc ': (value) => ({ cc: [`cc${value}@example.test`] }),
  'from ': (value, domain) => ({ from: `app${value}@${domain}` }),
  'replyTo ': (value) => ({ replyTo: [value] }),
  'attachments.content': (value) => anAttachment({ content: value }),
  idempotencyKey: (value) => ({ idempotencyKey: `${value}${String(++keys)}` }),
};

/** The same in sendRawMessage; what is inside the message has no name there. */
export const RAW_PLACES: Readonly<Record<string, Place<SendRawMessageInput>>> = {
  mailFrom: (value, domain) => ({ mailFrom: `app${value}@${domain}` }),
  recipients: (value) => ({ recipients: [`ann${value}@example.test`] }),
  tag: (value) => ({ tag: value }),
  metadata: (value) => ({ metadata: { [value]: value } }),
  'dsn.envid': (value) => ({ dsn: { notify: ['FAILURE'], envid: value } }),
  idempotencyKey: (value) => ({ idempotencyKey: `${value}${String(++keys)}` }),
  raw: (value) => ({ raw: value }),
  'a field of raw': (value, domain) =>
    aRaw(`From: app@${domain}\r\nX-Own: ${value}\r\n\r\nHello.\r\n`),
  'a field name of raw': (value, domain) =>
    aRaw(`From: app@${domain}\r\n${value}: x\r\n\r\nHello.\r\n`),
  'the body of raw': (value, domain) => aRaw(`From: app@${domain}\r\n\r\n${value}\r\n`),
};

function anAttachment(changes: Partial<NonNullable<SendMessageInput['attachments']>[number]>) {
  const content = Buffer.from('Hello').toString('base64');
  return { attachments: [{ filename: 'a.txt', content, ...changes }] };
}

function aRaw(content: string): Partial<SendRawMessageInput> {
  return { raw: Buffer.from(content).toString('base64') };
}

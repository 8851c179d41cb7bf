import type { Mailbox } from '../support/mailbox.js';
import type { Submission } from './clients.js';

interface MailOptions {
  readonly to: string;
  readonly from?: string;
  readonly body?: string;
}

/** A message with what programs get wrong: text beyond ASCII, dots, and From at the start of a line. */
export function mail({ to, from = 'app@shop.test', body = BODY }: MailOptions) {
  const header = [
    `From: Shop <${from}>`,
    `To: <${to}>`,
    'Subject: =?utf-8?B?R3LDvMOfZQ==?=',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return { from, to, raw: Buffer.from(`${header.join('\r\n')}\r\n\r\n${body}`) };
}

const BODY = 'Grüße aus Zürich\r\n.\r\n..two dots\r\n\r\nFrom here on, nothing.\r\n';

type Sent = Pick<Submission, 'from' | 'to' | 'raw'>;

interface Receiving {
  mailbox(address: string): Mailbox;
}

/** At the sink, as it was written. */
export async function arrives(world: Receiving, { from, to, raw }: Sent): Promise<void> {
  const { parsed, raw: received } = await world.mailbox(to).receives();
  expect(parsed.from?.value).toEqual([{ address: from, name: 'Shop' }]);
  expect(parsed.subject).toBe('Grüße');
  expect(bodyOf(received).trimEnd()).toBe(bodyOf(raw).trimEnd());
}

/** At the sink, as a reader sees it, from a program that may encode the text in its own way. */
export async function isRead(world: Receiving, { from, to, raw }: Sent): Promise<void> {
  const { parsed } = await world.mailbox(to).receives();
  expect(parsed.from?.value).toEqual([{ address: from, name: 'Shop' }]);
  expect(parsed.subject).toBe('Grüße');
  expect(parsed.text?.trimEnd()).toBe(bodyOf(raw).replaceAll('\r\n', '\n').trimEnd());
}

function bodyOf(message: Buffer): string {
  return message.toString().split('\r\n\r\n').slice(1).join('\r\n\r\n');
}

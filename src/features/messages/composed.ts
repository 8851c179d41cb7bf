import { randomUUID } from 'node:crypto';
import { detectMimeType } from 'nodemailer/lib/mime-funcs/mime-types.js';
import { parseAddressList, type Mailbox } from '../../mail/address-list.js';
import { compose } from '../../mail/compose.js';
import type { Draft } from '../../mail/draft.js';
import { HeaderValueError } from '../../mail/header-field.js';
import { InvalidMessage, NoRecipients } from './messages.refusals.js';

/** A message in the words of a person: mailboxes are an address, or a name and an <address>. */
export interface MessageText {
  readonly from: string;
  readonly sender?: string | null;
  readonly to?: readonly string[] | null;
  readonly cc?: readonly string[] | null;
  readonly bcc?: readonly string[] | null;
  readonly replyTo?: readonly string[] | null;
  readonly subject?: string | null;
  readonly text?: string | null;
  readonly html?: string | null;
  readonly headers?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly attachments?: readonly AttachmentText[] | null;
}

interface AttachmentText {
  readonly filename: string;
  readonly contentType?: string | null;
  readonly contentId?: string | null;
  /** In base64. */
  readonly content: string;
}

/** A recipient, and where it stands in the input. */
export interface Placed {
  readonly address: string;
  readonly place: readonly string[];
}

export interface ComposedMessage {
  readonly mailFrom: string;
  readonly recipients: readonly Placed[];
  readonly raw: Buffer;
}

/** Writes the message and its envelope; a refusal names the field under `path` that cannot be written. */
export async function composed(
  text: MessageText,
  path: readonly string[],
  date: Date,
): Promise<ComposedMessage> {
  const draft = draftOf(text, path, date);
  const bcc = mailboxes(text.bcc, [...path, 'bcc']);
  const lists = { to: draft.to, cc: draft.cc, bcc };
  const everyone = Object.entries(lists).flatMap(([name, list]) =>
    placed(
      list.map(({ address }) => address.address),
      name,
    ),
  );
  if (everyone.length === 0) throw new NoRecipients();
  const { raw } = await written(draft, path);
  return {
    mailFrom: (draft.sender ?? draft.from).address.address,
    recipients: everyone,
    raw,
  };
}

/** The addresses of a list of the input, each with its place there. */
export function placed(addresses: readonly string[], list: string): Placed[] {
  return addresses.map((address, index) => ({ address, place: [list, String(index)] }));
}

function draftOf(text: MessageText, path: readonly string[], date: Date): Draft {
  const from = mailbox(text.from, [...path, 'from']);
  return {
    from,
    sender: text.sender == null ? null : mailbox(text.sender, [...path, 'sender']),
    to: mailboxes(text.to, [...path, 'to']),
    cc: mailboxes(text.cc, [...path, 'cc']),
    replyTo: mailboxes(text.replyTo, [...path, 'replyTo']),
    subject: text.subject ?? null,
    text: text.text ?? null,
    html: text.html ?? null,
    headers: text.headers ?? [],
    attachments: (text.attachments ?? []).map((attachment) => ({
      filename: attachment.filename,
      contentType: attachment.contentType ?? detectMimeType(attachment.filename),
      contentId: attachment.contentId,
      disposition: attachment.contentId == null ? 'attachment' : 'inline',
      content: Buffer.from(attachment.content, 'base64'),
    })),
    messageId: `${randomUUID()}@${from.address.asciiDomain ?? 'localhost'}`,
    date,
  };
}

async function written(draft: Draft, path: readonly string[]): Promise<{ raw: Buffer }> {
  try {
    return await compose(draft);
  } catch (error) {
    if (!(error instanceof HeaderValueError)) throw error;
    throw new InvalidMessage(error.message, [...path, ...error.path]);
  }
}

function mailboxes(
  texts: readonly string[] | null | undefined,
  path: readonly string[],
): Mailbox[] {
  return (texts ?? []).map((text, index) => mailbox(text, [...path, String(index)]));
}

function mailbox(text: string, path: readonly string[]): Mailbox {
  const [only, surplus] = parseAddressList(text) ?? [];
  if (only && !surplus) return only;
  throw new InvalidMessage('Must be an address, or a name and an <address>', path);
}

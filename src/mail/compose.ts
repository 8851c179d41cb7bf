import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mailbox } from './address-list.js';
import { formatDate } from './date.js';
import { partType, requireSafe, within } from './draft-check.js';
import type { Draft } from './draft.js';
import { formatAddressField, formatHeaderField } from './header-field.js';
import { scanHeader } from './header.js';
import { canonicalize } from './line-ends.js';
import { plainPart } from './plain-part.js';

export interface Composed {
  /** Canonical, without Bcc. */
  readonly raw: Buffer;
  /** An address in the header is not ASCII, so every hop must offer SMTPUTF8. */
  readonly needsSmtputf8: boolean;
}

/** Writes the message; throws a HeaderValueError that names the field of the draft which cannot be written. */
export async function compose(draft: Draft): Promise<Composed> {
  requireSafe(draft);
  const fields = [...standardFields(draft), ...customFields(draft)];
  const mime = plainPart(draft) ?? (await composeMime(draft));
  const header = scanHeader(mime);
  const mimeFields = header.fields
    .filter(({ lowerName }) => lowerName === 'mime-version' || lowerName.startsWith('content-'))
    .map(({ start, end }) => mime.subarray(start, end));
  const whole = canonicalize(
    Buffer.concat([
      Buffer.from(fields.join('')),
      ...mimeFields,
      Buffer.from('\r\n'),
      mime.subarray(header.end),
    ]),
  );
  if (whole.problem) throw new Error(`composed a message with ${whole.problem.kind}`);
  return { raw: whole.raw, needsSmtputf8: everyone(draft).some(needsSmtputf8) };
}

function standardFields(draft: Draft): string[] {
  return [
    formatHeaderField('Date', formatDate(draft.date)),
    addressField('from', 'From', [draft.from]),
    addressField('sender', 'Sender', draft.sender ? [draft.sender] : []),
    addressField('replyTo', 'Reply-To', draft.replyTo),
    addressField('to', 'To', draft.to),
    addressField('cc', 'Cc', draft.cc),
    draft.subject === null
      ? ''
      : within(['subject'], () => formatHeaderField('Subject', draft.subject ?? '')),
    formatHeaderField('Message-ID', `<${draft.messageId}>`),
  ];
}

function addressField(path: string, name: string, mailboxes: readonly Mailbox[]): string {
  return mailboxes.length === 0 ? '' : within([path], () => formatAddressField(name, mailboxes));
}

function customFields(draft: Draft): string[] {
  return draft.headers.map(({ name, value }, index) =>
    within(['headers', String(index), 'value'], () => formatHeaderField(name, value)),
  );
}

/** nodemailer builds the parts; its own header fields other than those of MIME are not used. */
function composeMime({ text, html, attachments }: Draft): Promise<Buffer> {
  const composer = new MailComposer({
    text: text ?? undefined,
    html: html ?? undefined,
    attachments: attachments.map((attachment) => ({
      filename: attachment.filename,
      content: attachment.content,
      contentType: partType(attachment),
      cid: attachment.contentId ?? undefined,
      contentDisposition:
        attachment.disposition ?? (attachment.contentId ? 'inline' : 'attachment'),
    })),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function everyone({ from, sender, to, cc, replyTo }: Draft): Mailbox[] {
  return [from, ...(sender ? [sender] : []), ...to, ...cc, ...replyTo];
}

function needsSmtputf8({ address }: Mailbox): boolean {
  return address.needsSmtputf8;
}

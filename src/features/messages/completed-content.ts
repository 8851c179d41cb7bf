import { formatDate } from '../../mail/date.js';
import { prependInPlace } from '../../mail/headroom.js';
import { formatHeaderField } from '../../mail/header-field.js';
import type { Header, HeaderField } from '../../mail/header.js';

/** What a submission server adds to a message (RFC 6409 §8). */
export interface Additions {
  /** A complete trace field without its line end. */
  readonly received: string | null;
  readonly messageId: string | null;
  readonly date: Date | null;
}

/** For our eyes only, or for the final delivery to write (RFC 5322 §3.6.3, RFC 5321 §4.4). */
const REMOVED = new Set([
  'bcc',
  'resent-bcc',
  'return-path',
  'x-idempotency-key',
  'x-posthouse-tag',
]);

/** The message as it is stored and sent: additions on top, private fields gone, the rest byte for byte. */
export function completedContent(raw: Buffer, header: Header, additions: Additions): Buffer {
  const removed = header.fields.filter(({ lowerName }) => REMOVED.has(lowerName));
  const endsLine = raw.length >= 2 && raw[raw.length - 1] === 0x0a;
  const added = additionsText(additions);
  const whole = removed.length === 0 && endsLine ? prependInPlace(raw, added) : null;
  if (whole) return whole;
  return Buffer.concat([
    Buffer.from(added),
    ...kept(raw, removed),
    ...(endsLine ? [] : [Buffer.from('\r\n')]),
  ]);
}

function additionsText({ received, messageId, date }: Additions): string {
  return [
    received === null ? '' : `${received}\r\n`,
    messageId === null ? '' : formatHeaderField('Message-ID', messageId),
    date === null ? '' : formatHeaderField('Date', formatDate(date)),
  ].join('');
}

function kept(raw: Buffer, removed: readonly HeaderField[]): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (const field of removed) {
    pieces.push(raw.subarray(start, field.start));
    start = field.end;
  }
  return [...pieces, raw.subarray(start)];
}

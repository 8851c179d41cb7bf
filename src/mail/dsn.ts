import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Mailbox } from './address-list.js';
import type { Address } from './addresses.js';
import { formatDate } from './date.js';
import { statusPart } from './dsn-status.js';
import { describeReport, subjectOf } from './dsn-text.js';
import { formatAddressField, formatHeaderField } from './header-field.js';
import { scanHeader } from './header.js';

/** Delivery status notifications (RFC 3461 §6, RFC 3464, RFC 6522, RFC 6533). */

/** What the report says happened; also the Action of every recipient in it. */
export type ReportKind = 'failed' | 'delayed' | 'delivered' | 'relayed';

export interface ReportedRecipient {
  readonly finalRecipient: string;
  /** `type;address`, decoded from xtext. */
  readonly orcpt: string | null;
  /** Enhanced status code (RFC 3463). */
  readonly status: string;
  /** The reply of the other side, or our words for what went wrong. */
  readonly diagnostic: string | null;
  readonly remoteMta: string | null;
  readonly lastAttemptAt: Date | null;
  readonly willRetryUntil?: Date | null;
}

export interface Report {
  readonly kind: ReportKind;
  readonly reportingMta: string;
  /** Decoded from xtext. */
  readonly envid: string | null;
  readonly arrivalAt: Date;
  readonly recipients: readonly ReportedRecipient[];
  readonly original: Buffer;
  readonly ret: 'FULL' | 'HDRS';
  readonly from: Mailbox;
  readonly to: Address;
  /** Whom the reader may ask. */
  readonly postmaster: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly date: Date;
}

/** Writes the report, canonical; it goes out with the null sender. */
export function buildReport(report: Report): Buffer {
  const boundary = boundaryFor(report);
  const original = originalPart(report);
  const parts = [describeReport(report), statusPart(report), original].flatMap((part) => [
    Buffer.from(`\r\n--${boundary}\r\n`),
    part,
  ]);
  const header = Buffer.from(topFields(report, boundary, isAscii(original)));
  return Buffer.concat([header, ...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

const MESSAGE_ID = /^<[!-;=?-~]{1,900}>$/;

function topFields(report: Report, boundary: string, isSevenBit: boolean): string {
  const originalId = scanHeader(report.original).first('message-id')?.value ?? '';
  const related = MESSAGE_ID.test(originalId)
    ? [formatHeaderField('In-Reply-To', originalId), formatHeaderField('References', originalId)]
    : [];
  const type = `multipart/report; report-type=delivery-status; boundary="${boundary}"`;
  return [
    formatHeaderField('Date', formatDate(report.date)),
    formatAddressField('From', [report.from]),
    formatAddressField('To', [{ name: null, address: report.to }]),
    formatHeaderField('Subject', subjectOf(report.kind)),
    formatHeaderField('Message-ID', `<${report.messageId}>`),
    ...related,
    formatHeaderField('Auto-Submitted', 'auto-replied'),
    formatHeaderField('MIME-Version', '1.0'),
    formatHeaderField('Content-Type', type),
    formatHeaderField('Content-Transfer-Encoding', isSevenBit ? '7bit' : '8bit'),
  ].join('');
}

/** The whole message only in a failure that asked for it (RFC 3461 §4.3), else its header section. */
function originalPart({ kind, ret, original }: Report): Buffer {
  const header = scanHeader(original);
  const isFull = kind === 'failed' && ret === 'FULL';
  const isGlobal = !isAscii(original.subarray(0, header.end));
  const content = isFull ? original : original.subarray(0, header.end);
  const plain = isFull ? 'message/rfc822' : 'text/rfc822-headers';
  const global = isFull ? 'message/global' : 'message/global-headers';
  const fields = [
    formatHeaderField('Content-Type', isGlobal ? global : plain),
    formatHeaderField('Content-Transfer-Encoding', isAscii(content) ? '7bit' : '8bit'),
  ];
  return Buffer.concat([Buffer.from(`${fields.join('')}\r\n`), content]);
}

/** Same for the same report, and never a line of the original. */
function boundaryFor({ messageId, original }: Report): string {
  for (let attempt = 0; ; attempt++) {
    const digest = createHash('sha256').update(`${messageId} ${attempt}`).digest('hex');
    const boundary = `report-${digest.slice(0, 32)}`;
    if (!original.includes(boundary)) return boundary;
  }
}

import { formatDate } from './date.js';
import { oneLine } from './dsn-status.js';
import type { Report, ReportedRecipient, ReportKind } from './dsn.js';
import { decodeWords } from './encoded-words.js';
import { formatHeaderField } from './header-field.js';
import { scanHeader } from './header.js';

/** The part of a report that people read. */

export function subjectOf(kind: ReportKind): string {
  return SUBJECTS[kind];
}

/** Says what happened, why, and what to do, for someone who knows nothing of mail servers. */
export function describeReport(report: Report): Buffer {
  const { kind, recipients } = report;
  const text = [
    `${OPENINGS[kind]}\n`,
    ...recipients.map((recipient) => paragraph(recipient, kind)),
    `The message was:\n${aboutOriginal(report)}`,
    'This report was written by a machine. Please do not answer it. If you have\nquestions, write to:\n',
    `  ${report.postmaster}\n`,
  ].join('\n');
  const lines = text.replace(/\n/g, '\r\n');
  const isAscii = /^[\t\r\n -~]*$/.test(lines);
  const body = isAscii ? lines : base64Lines(lines);
  const fields = [
    formatHeaderField('Content-Type', `text/plain; charset=${isAscii ? 'us-ascii' : 'utf-8'}`),
    formatHeaderField('Content-Transfer-Encoding', isAscii ? '7bit' : 'base64'),
  ];
  return Buffer.from(`${fields.join('')}\r\n${body}`);
}

const SUBJECTS: Readonly<Record<ReportKind, string>> = {
  failed: 'Your message could not be delivered',
  delayed: 'Your message is delayed',
  delivered: 'Your message was delivered',
  relayed: 'Your message was handed on',
};

const OPENINGS: Readonly<Record<ReportKind, string>> = {
  failed: 'Your message could not be delivered, and we have stopped trying.',
  delayed:
    'Your message has not been delivered yet. You need not do anything: we keep\ntrying, and will write again if we have to give up.',
  delivered: 'Your message was delivered to the mail server of the recipient.',
  relayed:
    'Your message was handed on to a mail server that does not report deliveries,\nso this is the last that you will hear of it from us.',
};

/** By subject and detail of the status (RFC 3463), the more exact first. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/^1\.(?:[01]|3)$/, 'There is no mailbox with this address. Please check the spelling.'],
  [/^1\.(?:2|10)$/, 'The domain of this address receives no mail. Please check the spelling.'],
  [/^1\.[78]$/, 'Their mail server does not accept your sender address.'],
  [/^2\.1$/, 'This mailbox is closed.'],
  [/^2\.2$/, 'This mailbox is full. The recipient has to make room first.'],
  [/^(?:2\.3|3\.4)$/, 'The message is too large for them. Try a smaller one, or a link.'],
  [/^4\.[67]$/, 'Their mail server could not be reached, or refused us, for too long.'],
  [/^4\./, 'Their mail server could not be reached.'],
  [/^3\./, 'Their mail server has a problem of its own.'],
  [/^6\.7$/, 'Their mail server cannot handle letters beyond a to z in an address.'],
  [/^6\./, 'Their mail server could not handle the content of the message.'],
  [/^7\./, 'Their mail server refused the message by its own rules.'],
];

function paragraph(recipient: ReportedRecipient, kind: ReportKind): string {
  const lines = [`  ${recipient.finalRecipient}`];
  if (kind === 'failed' || kind === 'delayed') {
    lines.push(`    ${causeOf(recipient.status)}`);
    if (recipient.diagnostic !== null) lines.push(...quoted(recipient));
  }
  if (kind === 'delayed' && recipient.willRetryUntil) {
    lines.push(`    We keep trying until ${formatDate(recipient.willRetryUntil)}.`);
  }
  return `${lines.join('\n')}\n`;
}

function causeOf(status: string): string {
  const detail = status.split('.').slice(1).join('.');
  return CAUSES.find(([pattern]) => pattern.test(detail))?.[1] ?? 'Their mail server refused it.';
}

function quoted({ remoteMta, diagnostic }: ReportedRecipient): string[] {
  const source = remoteMta === null ? 'The reason in full:' : `What ${oneLine(remoteMta)} said:`;
  const words = oneLine(diagnostic ?? '').replace(/(.{1,68})(?:\s+|$)/g, '      $1\n');
  return [`    ${source}`, words.trimEnd()];
}

function aboutOriginal({ original, arrivalAt }: Report): string {
  const header = scanHeader(original);
  const subject = decodeWords(header.first('subject')?.value ?? '')
    .replace(/[\p{C}\u2028\u2029]/gu, ' ')
    .slice(0, 200);
  return `  Subject: ${subject === '' ? '(none)' : subject}\n  Accepted: ${formatDate(arrivalAt)}\n`;
}

function base64Lines(text: string): string {
  return Buffer.from(text)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n');
}

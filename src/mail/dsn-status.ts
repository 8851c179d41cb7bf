import { formatDate } from './date.js';
import type { Report, ReportedRecipient, ReportKind } from './dsn.js';
import { formatHeaderField } from './header-field.js';

/** The machine-readable part of a report (RFC 3464 §2). Always ASCII: RFC 6533 §3 has a form for other addresses. */
export function statusPart(report: Report): Buffer {
  const { reportingMta, envid, arrivalAt, kind } = report;
  const perMessage = [
    formatHeaderField('Reporting-MTA', `dns; ${reportingMta}`),
    envid === null ? '' : formatHeaderField('Original-Envelope-Id', oneLine(envid)),
    formatHeaderField('Arrival-Date', formatDate(arrivalAt)),
  ].join('');
  const blocks = [perMessage, ...report.recipients.map((each) => perRecipient(each, kind))];
  const type = formatHeaderField('Content-Type', 'message/delivery-status');
  return Buffer.from(`${type}\r\n${blocks.join('\r\n')}`);
}

/** The status with the class that its action allows (RFC 3464 §2.3.4): a delay is never final. */
export function statusFor(kind: ReportKind, status: string): string {
  const [subject = '0', detail = '0'] = status.split('.').slice(1);
  if (kind === 'delayed') return `4.${subject}.${detail}`;
  if (kind !== 'failed') return `2.${subject}.${detail}`;
  return status.startsWith('4.') ? status : `5.${subject}.${detail}`;
}

/** Text of others, fit for one ASCII header field. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\x20-\x7e]+/g, (run) => (/^\s+$/.test(run) ? ' ' : '?'.repeat(run.length)))
    .replace(/\S{200}/g, '$& ')
    .slice(0, LONGEST_DIAGNOSTIC)
    .trim();
}

const LONGEST_DIAGNOSTIC = 1_000;
const ASCII = /^[ -~]*$/;

function perRecipient(recipient: ReportedRecipient, kind: ReportKind): string {
  const { orcpt, remoteMta, diagnostic, lastAttemptAt, willRetryUntil } = recipient;
  const fields: [string, string | null][] = [
    ['Original-Recipient', orcpt === null ? null : originalRecipient(orcpt)],
    ['Final-Recipient', typed('rfc822', recipient.finalRecipient)],
    ['Action', kind],
    ['Status', statusFor(kind, recipient.status)],
    ['Remote-MTA', remoteMta === null ? null : `dns; ${oneLine(remoteMta)}`],
    ['Diagnostic-Code', diagnostic === null ? null : `smtp; ${oneLine(diagnostic)}`],
    ['Last-Attempt-Date', lastAttemptAt && formatDate(lastAttemptAt)],
    ['Will-Retry-Until', kind === 'delayed' && willRetryUntil ? formatDate(willRetryUntil) : null],
  ];
  return fields
    .map(([name, value]) => (value === null ? '' : formatHeaderField(name, value)))
    .join('');
}

function originalRecipient(orcpt: string): string {
  const semicolon = orcpt.indexOf(';');
  return typed(oneLine(orcpt.slice(0, semicolon)), orcpt.slice(semicolon + 1));
}

/** Beyond ASCII, the type is `utf-8` and characters are written as `\x{…}`. */
function typed(addressType: string, address: string): string {
  if (ASCII.test(address)) return `${addressType};${address}`;
  const escaped = Array.from(address, (character) =>
    /[!-*,-<>-[\]-~]/.test(character)
      ? character
      : `\\x{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
  return `utf-8;${escaped.join('')}`;
}

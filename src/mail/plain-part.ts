import type { Draft } from './draft.js';

/** Longest text that is looked at line by line, and the longest line in it (RFC 2045 §6.7 encodes longer ones). */
const MOST_CHARACTERS = 131_072;
const LONGEST_LINE = 76;
/** Whatever an encoding or the reader of a mail could change. */
const UNPLAIN = /[^\t\n -~]/;

/**
 * The MIME fields and body of a message that is one short-lined text in ASCII, which most mail of programs is:
 * nothing of it has to be encoded or divided. Null for any other.
 */
export function plainPart({ text, html, attachments }: Draft): Buffer | null {
  if (attachments.length > 0 || (text && html)) return null;
  const body = (text || html || '').replaceAll('\r\n', '\n');
  if (body === '' || body.length > MOST_CHARACTERS) return null;
  if (UNPLAIN.test(body) || hasLongLine(body)) return null;
  const fields = [
    'Content-Transfer-Encoding: 7bit',
    'MIME-Version: 1.0',
    `Content-Type: text/${text ? 'plain' : 'html'}; charset=utf-8`,
  ];
  const end = body.endsWith('\n') ? '' : '\r\n';
  return Buffer.from(`${fields.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}${end}`);
}

function hasLongLine(body: string): boolean {
  for (let start = 0; start < body.length;) {
    const end = body.indexOf('\n', start);
    const length = (end < 0 ? body.length : end) - start;
    if (length > LONGEST_LINE) return true;
    start += length + 1;
  }
  return false;
}

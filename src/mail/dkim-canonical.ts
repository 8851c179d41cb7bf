import { trimSpaces } from './white-space.js';

/** The relaxed canonical forms of RFC 6376 §3.4.2 and §3.4.4. */

/** One complete field, as latin1 so that every octet survives: lower-case name, single spaces, one line. */
export function relaxField(field: string): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ');
  return `${field.slice(0, colon).toLowerCase()}:${trimSpaces(value)}\r\n`;
}

/** The body without trailing white space, runs of it, and empty lines at its end; an empty body stays empty. */
export function relaxBody(body: Buffer): Buffer {
  const relaxed = Buffer.allocUnsafe(body.length + 2);
  let length = 0;
  let contentEnd = 0;
  let hasSpace = false;
  for (let i = 0; i < body.length; i++) {
    const octet = body[i] ?? 0;
    if (octet === SPACE || octet === TAB) {
      hasSpace = true;
    } else if (octet === CR && body[i + 1] === LF) {
      length += CRLF.copy(relaxed, length);
      hasSpace = false;
      i++;
    } else {
      if (hasSpace) relaxed[length++] = SPACE;
      relaxed[length++] = octet;
      contentEnd = length;
      hasSpace = false;
    }
  }
  if (contentEnd > 0) contentEnd += CRLF.copy(relaxed, contentEnd);
  return relaxed.subarray(0, contentEnd);
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const CRLF = Buffer.from('\r\n');

import type { Mailbox } from './address-list.js';
import { encodeWords } from './encoded-words.js';
import { trimSpaces } from './white-space.js';

/** The only place where header fields are written (RFC 5322 §2.2, RFC 2047). */

/** A name or value that cannot stand in a header field. */
export class HeaderValueError extends Error {
  override readonly name = 'HeaderValueError';

  constructor(
    readonly field: string,
    readonly reason: HeaderValueReason,
    /** Where in the caller's input, outermost first. */
    readonly path: readonly string[] = [],
  ) {
    super(`${path.length > 0 ? path.join('.') : field}: ${REASONS[reason]}`);
  }
}

export type HeaderValueReason = keyof typeof REASONS;

/**
 * One complete field with its CRLF, folded at 76 columns where white space allows and never beyond
 * 998. Text beyond ASCII becomes encoded words; unfolding and decoding give the value back.
 */
export function formatHeaderField(name: string, value: string): string {
  requireName(name);
  requireOneLine(name, value);
  return fold(name, wordsOf(trimSpaces(value)));
}

/** An address field; a UTF-8 local part goes out as it is, and needs SMTPUTF8. */
export function formatAddressField(name: string, mailboxes: readonly Mailbox[]): string {
  requireName(name);
  const tokens = mailboxes.flatMap((mailbox, index) => {
    const isLast = index === mailboxes.length - 1;
    return mailboxTokens(name, mailbox).map((token, at, all) =>
      at === all.length - 1 && !isLast ? `${token},` : token,
    );
  });
  return fold(name, tokens.flatMap((token) => [' ', token]).slice(1));
}

export function requireName(name: string): void {
  if (!FIELD_NAME.test(name)) throw new HeaderValueError(name.slice(0, 80), 'name');
}

/** Refuses what no header field may carry, before anything is written. */
export function requireOneLine(field: string, value: string): void {
  if (LINE_BREAKS.test(value)) throw new HeaderValueError(field, 'line-break');
  if (CONTROLS.test(value)) throw new HeaderValueError(field, 'control');
  if (!value.isWellFormed()) throw new HeaderValueError(field, 'surrogate');
}

const REASONS = {
  name: 'is not a header field name',
  'line-break': 'must be one line',
  control: 'must not hold control characters',
  surrogate: 'is not well-formed Unicode text',
  'too-long': 'holds a word longer than a line of 998 characters',
  reserved: 'is set by Posthouse and cannot be given',
  'content-type': 'is not a content type that a part can have',
  'content-id': 'is not a content id',
} as const;

const FIELD_NAME = /^[!-9;-~]{1,76}$/;
const LINE_BREAKS = /[\r\n]/;
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f]/;
const ATOMS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const NON_ASCII = /[^\0-\x7f]/;
const LIKE_ENCODED_WORD = /=\?[^?]+\?[^?]\?[^?]*\?=/;
const FOLD_AT = 76;
const LONGEST_LINE = 998;

/** Words and the white space between them, alternating; runs of words to encode are encoded as one. */
function wordsOf(value: string): string[] {
  const parts = value.split(/([ \t]+)/);
  const words: string[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    let run = parts[i] ?? '';
    if (!mustEncode(run)) {
      words.push(run, parts[i + 1] ?? '');
      continue;
    }
    while (mustEncode(parts[i + 2] ?? '')) {
      run += `${parts[i + 1] ?? ''}${parts[i + 2] ?? ''}`;
      i += 2;
    }
    words.push(
      ...encodeWords(run)
        .flatMap((word) => [word, ' '])
        .slice(0, -1),
      parts[i + 1] ?? '',
    );
  }
  return words.slice(0, -1);
}

/** Text that looks like an encoded word is encoded itself: a reader would decode it to something else. */
function mustEncode(word: string): boolean {
  return NON_ASCII.test(word) || LIKE_ENCODED_WORD.test(word);
}

function mailboxTokens(field: string, { name, address }: Mailbox): string[] {
  if (name === null || name === '') return [address.address];
  requireOneLine(field, name);
  const bracketed = `<${address.address}>`;
  if (NON_ASCII.test(name) || name.includes('=?')) return [...encodeWords(name), bracketed];
  if (ATOMS.test(name)) return [...name.split(' '), bracketed];
  return [`"${name.replace(/["\\]/g, '\\$&')}"`, bracketed];
}

function fold(name: string, parts: readonly string[]): string {
  let text = `${name}:`;
  let column = text.length;
  for (let i = 0; i < parts.length; i += 2) {
    const gap = i === 0 ? ' ' : (parts[i - 1] ?? '');
    const word = parts[i] ?? '';
    if (gap.length + word.length >= LONGEST_LINE) throw new HeaderValueError(name, 'too-long');
    const isTooWide = column + gap.length + word.length > FOLD_AT;
    // The first word stays beside the name: a value that starts with a fold confuses old readers.
    const isFolded = isTooWide && (i > 0 || column + 1 + word.length > LONGEST_LINE);
    text += (isFolded ? '\r\n' : '') + gap + word;
    column = (isFolded ? 0 : column) + gap.length + word.length;
  }
  return `${text}\r\n`;
}

import { parseAddress, type Address } from './addresses.js';
import { decodeWords } from './encoded-words.js';
import { trimSpaces } from './white-space.js';

/** One entry of From, Sender, Reply-To, To or Cc (RFC 5322 §3.4). */
export interface Mailbox {
  /** What a reader sees, decoded; null where none is given. */
  readonly name: string | null;
  readonly address: Address;
}

/**
 * Reads the unfolded value of an address field, strictly: what two readers could read in two ways
 * (comments, groups, routes, empty entries, a second `@`, anything after the address) is null.
 * Linear in its input.
 */
export function parseAddressList(value: string): Mailbox[] | null {
  if (CONTROLS.test(value)) return null;
  const mailboxes: Mailbox[] = [];
  for (const entry of splitOutsideQuotes(value, ',') ?? ['']) {
    const mailbox = parseMailbox(entry);
    if (mailbox === null) return null;
    mailboxes.push(mailbox);
  }
  return mailboxes;
}

const CONTROLS = /[\0-\x08\x0a-\x1f\x7f]/;
const PHRASE_WORD = /[ \t]*("(?:[^"\\]|\\.)*"|[^\s"(),:;<>@[\]\\]+)/uy;

function parseMailbox(entry: string): Mailbox | null {
  const [before = '', bracketed, surplus] = splitOutsideQuotes(entry, '<') ?? [];
  if (surplus !== undefined) return null;
  if (bracketed === undefined) {
    const address = parseAddress(trimSpaces(before));
    return address && { name: null, address };
  }
  const spec = trimSpaces(`<${bracketed}`);
  const name = parsePhrase(trimSpaces(before));
  const address = spec.endsWith('>') ? parseAddress(spec.slice(1, -1)) : null;
  return address !== null && name !== null ? { name: name === '' ? null : name, address } : null;
}

/** A display name: atoms, quoted strings, encoded words and (obsolete, but common) dots. */
function parsePhrase(text: string): string | null {
  let phrase = '';
  let end = 0;
  while (end < text.length) {
    PHRASE_WORD.lastIndex = end;
    const match = PHRASE_WORD.exec(text);
    if (match === null) return null;
    const word = match[1] ?? '';
    const gap = match[0].length > word.length ? ' ' : '';
    phrase += gap + (word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/gu, '$1') : word);
    end = PHRASE_WORD.lastIndex;
  }
  return decodeWords(phrase);
}

/** Null when a quoted string does not end. */
function splitOutsideQuotes(text: string, separator: string): string[] | null {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\' && isQuoted) i++;
    else if (character === separator && !isQuoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return isQuoted ? null : [...parts, text.slice(start)];
}

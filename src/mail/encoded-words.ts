/** Encoded words (RFC 2047): text beyond ASCII in header fields. */

const ENCODED_WORD = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?\s]*)\?=/g;
/** 75 characters less `=?utf-8?B?` and `?=` are 63: 60 of base64, which carry 45 bytes. */
const BYTES_PER_WORD = 45;
const LINE_BREAKS = /[\r\n\0]/g;

/** Encodes text as words of at most 75 characters that never split a character. */
export function encodeWords(text: string): string[] {
  const words: string[] = [];
  let chunk = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > BYTES_PER_WORD) {
      words.push(encodeWord(chunk));
      chunk = '';
      bytes = 0;
    }
    chunk += character;
    bytes += size;
  }
  return chunk === '' ? words : [...words, encodeWord(chunk)];
}

/**
 * The text a reader sees. Words of an unknown charset stay as they are; line breaks and NUL that
 * hide inside a word become spaces, so the result is always one line. Linear in its input.
 */
export function decodeWords(value: string): string {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of value.matchAll(ENCODED_WORD)) {
    const gap = value.slice(end, match.index);
    const previous = pieces.at(-1);
    const isContinued = previous?.charset !== undefined && gap.trim() === '';
    if (gap !== '' && !isContinued) pieces.push({ text: gap });
    appendWord(pieces, match);
    end = match.index + match[0].length;
  }
  if (end < value.length) pieces.push({ text: value.slice(end) });
  return pieces.map(pieceText).join('').replace(LINE_BREAKS, ' ');
}

interface Piece {
  readonly text: string;
  readonly charset?: string;
  readonly bytes?: Buffer[];
}

/** Adjacent words of one charset are joined as bytes first: senders do split characters. */
function appendWord(pieces: Piece[], match: RegExpExecArray): void {
  const [word, charsetAndLanguage = '', encoding = '', payload = ''] = match;
  const charset = (charsetAndLanguage.split('*')[0] ?? '').toLowerCase();
  const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(payload, 'base64') : decodeQ(payload);
  const previous = pieces.at(-1);
  if (previous?.charset === charset && previous.bytes) {
    previous.bytes.push(bytes);
    pieces[pieces.length - 1] = { ...previous, text: previous.text + word };
  } else {
    pieces.push({ text: word, charset, bytes: [bytes] });
  }
}

function pieceText({ text, charset, bytes }: Piece): string {
  if (charset === undefined || !bytes) return text;
  try {
    return new TextDecoder(charset).decode(Buffer.concat(bytes));
  } catch {
    return text; // the charset is unknown to us: show the words as they came
  }
}

function decodeQ(payload: string): Buffer {
  const latin1 = payload
    .replace(/_/g, ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(latin1, 'latin1');
}

function encodeWord(chunk: string): string {
  return `=?utf-8?B?${Buffer.from(chunk).toString('base64')}?=`;
}

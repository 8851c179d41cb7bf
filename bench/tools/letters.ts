import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Work } from '../works.js';

/** Senders of these domains; Posthouse signs for the first and not for the second. */
export const SENDER_DOMAINS = { signed: 'signed.example', unsigned: 'unsigned.example' } as const;
export const RECIPIENT_DOMAIN = 'inbox.example';
export const RECIPIENT = `someone@${RECIPIENT_DOMAIN}`;

/** Whoever notes when a message arrives has mail of this domain, and an address of its own. */
export const TIMED_DOMAIN = 'timed.example';
export const TIMED_RECIPIENT = `someone@${TIMED_DOMAIN}`;
export const TIMED_HOST = '127.0.0.2';
export const NUMBER_FIELD = 'X-Bench-Number';

/** What `smtp-source` sends: header and body, in a file with bare line feeds. */
export interface Letter {
  readonly file: string;
  readonly from: string;
}

const LINE_CHARACTERS = 76;
/** Letters of English text by their frequency, so that it compresses about as mail does. */
const ALPHABET =
  'eeeeeeeeeeeettttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddllllcuwmfgypbvk';

/** Writes the message of a work, the same at every run and for every system. */
export function writeLetter(folder: string, work: Work): Letter {
  const { from, domain } = senderOf(work);
  const file = join(folder, `letter-${work.sizeBytes}-${domain}.eml`);
  writeFileSync(file, letterOf(work));
  return { file, from };
}

/** The message with a number, as it goes over the wire, its end included. */
export function numberedLetters(work: Work): { from: string; content: (number: number) => Buffer } {
  const rest = Buffer.from(`${letterOf(work).replaceAll('\n', '\r\n')}.\r\n`);
  return {
    from: senderOf(work).from,
    content: (number) => Buffer.concat([Buffer.from(`${NUMBER_FIELD}: ${number}\r\n`), rest]),
  };
}

function senderOf({ isSigned }: Work): { from: string; domain: string } {
  const domain = isSigned ? SENDER_DOMAINS.signed : SENDER_DOMAINS.unsigned;
  return { from: `sender@${domain}`, domain };
}

function letterOf(work: Work): string {
  const { from, domain } = senderOf(work);
  const header = [
    `From: Sender <${from}>`,
    `To: <${RECIPIENT}>`,
    'Subject: Your order is on its way',
    `Date: ${new Date(0).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <bench@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    '',
  ].join('\n');
  return `${header}${textOf(work.sizeBytes - header.length)}`;
}

/** So many bytes of words, in lines. */
export function textOf(bytes: number): string {
  const random = randomFrom(1);
  let text = '';
  let column = 0;
  while (text.length < bytes) {
    const word = wordOf(random);
    const isNewLine = column + word.length + 1 > LINE_CHARACTERS;
    text += isNewLine ? `\n${word}` : ` ${word}`;
    column = isNewLine ? word.length : column + word.length + 1;
  }
  return `${text.slice(1, bytes)}\n`;
}

function wordOf(random: () => number): string {
  const length = 2 + Math.floor(random() * 8);
  const letters = Array.from({ length }, () =>
    ALPHABET.charAt(Math.floor(random() * ALPHABET.length)),
  );
  return letters.join('');
}

/** A linear congruential generator (Numerical Recipes), because every run shall send the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

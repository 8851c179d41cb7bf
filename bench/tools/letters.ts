import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Work } from '../works.js';

/** Senders of these domains; Posthouse signs for the first and not for the second. */
export const SENDER_DOMAINS = { signed: 'signed.example', unsigned: 'unsigned.example' } as const;
export const RECIPIENT_DOMAIN = 'inbox.example';
export const RECIPIENT = `someone@${RECIPIENT_DOMAIN}`;

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
export function writeLetter(folder: string, { sizeBytes, isSigned }: Work): Letter {
  const domain = isSigned ? SENDER_DOMAINS.signed : SENDER_DOMAINS.unsigned;
  const from = `sender@${domain}`;
  const file = join(folder, `letter-${sizeBytes}-${domain}.eml`);
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
  writeFileSync(file, `${header}${textOf(sizeBytes - header.length)}`);
  return { file, from };
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

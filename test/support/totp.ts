import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app would show at a time, or so many steps later. */
export function codeOfApp(secret: string, at: Date, stepsLater = 0): string {
  const bits = Array.from(secret, (letter) =>
    ALPHABET.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const octets = bits.join('').match(/.{8}/g) ?? [];
  const key = Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)));
  const step = Math.floor(at.getTime() / 30_000) + stepsLater;
  const hash = createHmac('sha1', key)
    .update(Buffer.from(step.toString(16).padStart(16, '0'), 'hex'))
    .digest('hex');
  const offset = Number.parseInt(hash.slice(-1), 16) * 2;
  const number = Number.parseInt(hash.slice(offset, offset + 8), 16) & 0x7fffffff;
  return String(number).slice(-6).padStart(6, '0');
}

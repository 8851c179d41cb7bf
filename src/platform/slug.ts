import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const CANDIDATES = 8;

/** Lower-case letters and digits, for short names that must differ but need not be secret. */
export function randomLabel(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** A slug that somebody may choose: as short as those that are made of names. */
export const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;

/** Slugs to try for a name, best first: lower-case ASCII letters, digits and hyphens, none of them reserved. */
export function* slugsFor(name: string, reserved: ReadonlySet<string>): Generator<string> {
  const slug = asciiOf(name);
  if (!reserved.has(slug)) yield slug;
  for (let i = 1; i < CANDIDATES; i += 1) yield `${slug}-${randomLabel(4)}`;
}

function asciiOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? 'unnamed' : slug;
}

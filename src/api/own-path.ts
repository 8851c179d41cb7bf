import { LIMITS } from '../config/limits.js';

const ANYWHERE = 'http://posthouse.invalid';

/**
 * A path with its query on this very site, as browsers read it; null for whatever could lead elsewhere:
 * other origins, `//host`, backslashes, characters that browsers leave out, and dots that make `//` of it.
 */
export function ownPath(text: string): string | null {
  if (text.length > LIMITS.returnToCharacters) return null;
  if (!/^\/[!-[\]-~]*$/.test(text) || !URL.canParse(text, ANYWHERE)) return null;
  const { origin, pathname, search, hash } = new URL(text, ANYWHERE);
  if (origin !== ANYWHERE || pathname.startsWith('//')) return null;
  return `${pathname}${search}${hash}`;
}

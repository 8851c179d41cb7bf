import { unknownId } from './cast.js';
import type { Seen } from './crawl.js';
import type { Kind } from './probes.js';

/** Something of another tenant, and what is like it but nobody's. */
export interface Pair {
  readonly foreign: string;
  readonly unknown: string;
}

/** What a stranger could put into places of each kind. */
export function pairsOf({ ids, cursors, words }: Seen): Record<Kind, Pair[]> {
  const all = [...ids.values()].flatMap((some) => [...some]);
  const known = new Set([...all, ...cursors]);
  return {
    id: all.map((id) => ({ foreign: id, unknown: unknownId(id) })),
    cursor: [...cursors].map((cursor) => ({
      foreign: cursor,
      unknown: unknownCursor(cursor, known),
    })),
    word: [...words].map((word) => ({ foreign: word, unknown: unlike(word) })),
  };
}

/** A few of each length, which stand for the others where every try costs time. */
export function someOf(pairs: readonly Pair[]): Pair[] {
  const byLength = Map.groupBy(pairs, ({ foreign }) => foreign.length);
  return [...byLength.values()].flatMap((alike) => alike.slice(0, 2));
}

/** Of a list of nobody's; in a list that all tenants have, the next place, so that the order is the same. */
function unknownCursor(cursor: string, known: ReadonlySet<string>): string {
  const [, list = '', key = ''] = /^(.*):(\d+)$/.exec(decoded(cursor)) ?? [];
  if (/\d{10}/.test(list)) {
    const nobodys = list.replace(/\d+/, (id) => `7${'1'.repeat(id.length - 1)}`);
    return encoded(`${nobodys}:${key}`);
  }
  for (let next = BigInt(key) + 1n; ; next += 1n) {
    const free = encoded(`${list}:${next}`);
    if (!known.has(free)) return free;
  }
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function decoded(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}

/** As long, and of the same characters in another order. */
function unlike(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => (letter === 'z' ? 'y' : 'z'));
}

import { unknownId } from './cast.js';
import type { Seen } from './crawl.js';
import type { Kind } from './probes.js';

/** Something of another tenant, and what is like it but nobody's. */
export interface Pair {
  readonly foreign: string;
  readonly unknown: string;
}

/** What a stranger could put into places of each kind; what both see is foreign to neither. */
export function pairsOf(theirs: Seen, own: Seen): Record<Kind, Pair[]> {
  const shared = new Set(Object.values(sharedBy(theirs, own)).flat());
  const { id, cursor, word } = listed(theirs);
  const known = new Set([...id, ...cursor]);
  const foreign = (values: readonly string[]) => values.filter((value) => !shared.has(value));
  return {
    id: foreign(id).map((each) => ({ foreign: each, unknown: unknownId(each) })),
    cursor: foreign(cursor).map((each) => ({
      foreign: each,
      unknown: unknownCursor(each, known),
    })),
    word: foreign(word).map((each) => ({ foreign: each, unknown: unlike(each) })),
  };
}

/** What two tenants have in common. */
export function sharedBy(theirs: Seen, own: Seen): Record<Kind, string[]> {
  const mine = listed(own);
  const both = (kind: Kind, values: readonly string[]) => {
    const known = new Set(mine[kind]);
    return values.filter((value) => known.has(value));
  };
  const { id, cursor, word } = listed(theirs);
  return { id: both('id', id), cursor: both('cursor', cursor), word: both('word', word) };
}

function listed({ ids, cursors, words }: Seen): Record<Kind, string[]> {
  return {
    id: [...ids.values()].flatMap((some) => [...some]),
    cursor: [...cursors],
    word: [...words],
  };
}

/** A few of each type and length, which stand for the others where every try costs time. */
export function someOf(pairs: readonly Pair[]): Pair[] {
  const alike = Map.groupBy(
    pairs,
    ({ foreign }) => `${decoded(foreign).split(':')[0]} ${foreign.length}`,
  );
  return [...alike.values()].flatMap((few) => few.slice(0, 2));
}

/** Of a list of nobody's; in a list that all tenants have, the next place, so that the order is the same. */
export function unknownCursor(cursor: string, known: ReadonlySet<string>): string {
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
export function unlike(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => (letter === 'z' ? 'y' : 'z'));
}

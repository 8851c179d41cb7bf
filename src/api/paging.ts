import { LIMITS } from '../config/limits.js';
import type { Keyset } from '../platform/database/keyset.js';
import { badUserInput } from './errors.js';

/** Arguments of a Relay connection field. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

export interface Page<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Keyset cursors: the key of a row, and what list it is of, so that no cursor fits a foreign list. */
export class Cursors {
  constructor(private readonly list: string) {}

  encode(key: bigint): string {
    return Buffer.from(`${this.list}:${key}`).toString('base64url');
  }

  decode(cursor: string, argument: string): bigint {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const key = text.slice(this.list.length + 1);
    if (!text.startsWith(`${this.list}:`) || !/^\d{1,20}$/.test(key)) {
      throw badUserInput(`${argument} is not a cursor of this list`, [
        { path: [argument], reason: 'not a cursor of this list' },
      ]);
    }
    return BigInt(key);
  }
}

/** Reads the arguments; the window asks for one row more than the page shows. */
export function windowOf(cursors: Cursors, args: PageArguments): Keyset {
  const { first, last, after, before } = args;
  if (first != null && last != null) {
    throw badUserInput('Give first or last, not both', [
      { path: ['last'], reason: 'cannot be combined with first' },
    ]);
  }
  return {
    after: after == null ? null : cursors.decode(after, 'after'),
    before: before == null ? null : cursors.decode(before, 'before'),
    limit: (first ?? last ?? LIMITS.defaultPageSize) + 1,
    fromEnd: last != null,
  };
}

/** Makes a connection of the rows that a query gave for this window, counted from the end if it says so. */
export function pageOf<T>(
  cursors: Cursors,
  window: Keyset,
  rows: readonly T[],
  keyOf: (row: T) => bigint,
): Page<T> {
  const shown = rows.slice(0, window.limit - 1);
  const hasMore = rows.length >= window.limit;
  if (window.fromEnd) shown.reverse();
  const edges = shown.map((node) => ({ cursor: cursors.encode(keyOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: window.fromEnd ? window.before !== null : hasMore,
      hasPreviousPage: window.fromEnd ? hasMore : window.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

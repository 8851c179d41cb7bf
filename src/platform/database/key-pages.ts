import type { Keyset } from './keyset.js';
import type { RowKey } from './row-key.js';
import type { Sql } from './sql.js';

/** Rows that belong to one parent, as a condition on their table. */
export interface Belonging {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** One page of each of several lists of the same kind. */
export interface KeyPages {
  readonly table: 'messages' | 'deliveries' | 'attempts' | 'events';
  /** The column that orders a list. */
  readonly key: 'id' | 'position';
  readonly order: 'oldest first' | 'newest first';
  readonly lists: readonly Belonging[];
  readonly keyset: Keyset;
}

/**
 * Keys of the rows on the page of each list, in one statement however many lists there are. Each list
 * is a bounded range scan of its own: a window function would read every row of every list.
 */
export async function readKeyPages(sql: Sql, pages: KeyPages): Promise<RowKey[][]> {
  const found: RowKey[][] = pages.lists.map(() => []);
  if (pages.lists.length === 0) return found;
  const parts = pages.lists.map((list, index) => onePage(pages, list, index));
  const rows = await sql.query<{ list: number | bigint; server_id: string; row_key: string }[]>(
    parts.map((part) => part.sql).join(' UNION ALL '),
    parts.flatMap((part) => part.parameters),
  );
  for (const row of rows) {
    found[Number(row.list)]?.push({ serverId: BigInt(row.server_id), id: BigInt(row.row_key) });
  }
  const direction = isDescending(pages) ? -1 : 1;
  for (const keys of found) keys.sort((one, other) => (one.id < other.id ? -direction : direction));
  return found;
}

function onePage(pages: KeyPages, list: Belonging, index: number): Belonging {
  const { table, key, keyset } = pages;
  const [laterThan, earlierThan] = pages.order === 'oldest first' ? ['>', '<'] : ['<', '>'];
  const bounds = [
    ...(keyset.after === null ? [] : [{ sql: `t.${key} ${laterThan} ?`, value: keyset.after }]),
    ...(keyset.before === null ? [] : [{ sql: `t.${key} ${earlierThan} ?`, value: keyset.before }]),
  ];
  const where = [list.sql, ...bounds.map((bound) => bound.sql)].join(' AND ');
  const order = isDescending(pages) ? 'DESC' : 'ASC';
  return {
    sql: `(SELECT ${index} AS list, t.server_id, t.${key} AS row_key FROM ${table} t WHERE ${where} ORDER BY t.${key} ${order} LIMIT ${keyset.limit})`,
    parameters: [...list.parameters, ...bounds.map((bound) => bound.value)],
  };
}

function isDescending({ order, keyset }: KeyPages): boolean {
  return (order === 'newest first') !== keyset.fromEnd;
}

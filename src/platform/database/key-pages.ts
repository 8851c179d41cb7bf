import type { Keyset } from './keyset.js';
import type { RowKey } from './row-key.js';
import type { RowQuery } from './rows.js';
import type { Sql } from './sql.js';

/** Rows that belong to one parent, as a condition on their table. */
export interface Belonging {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A list of rows of one mail server; the condition, on table `t`, says which of them. */
export interface ServerList extends Belonging {
  readonly serverId: bigint;
}

/** One page of each of several lists of the same kind. */
export interface KeyPages {
  readonly table: 'messages' | 'deliveries' | 'attempts' | 'events';
  /** The column that orders a list, and whose values are asked for. */
  readonly key: 'id' | 'position' | 'message_id';
  /** A column that orders a list before its key: rows of the same message stay together. */
  readonly orderedWithin?: 'message_id';
  /** Several rows may have the same key, and count once. */
  readonly isDistinct?: boolean;
  /** The index, or several, with the rows in this order, where MariaDB may think that sorting all of them is less work. */
  readonly index?: string;
  readonly order: 'oldest first' | 'newest first';
  readonly lists: readonly ServerList[];
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
  const rows = await sql.query<KeyRow[]>(
    parts.map((part) => part.sql).join(' UNION ALL '),
    parts.flatMap((part) => part.parameters),
  );
  for (const row of sorted(rows, isDescending(pages))) {
    found[Number(row.list)]?.push({ serverId: BigInt(row.server_id), id: BigInt(row.row_key) });
  }
  return found;
}

interface KeyRow {
  readonly list: number | bigint;
  readonly server_id: string;
  readonly row_key: string;
  readonly within: string | number;
}

function onePage(pages: KeyPages, list: ServerList, index: number): Belonging {
  const { table, key, orderedWithin } = pages;
  const { hint, where, parameters, end } = pageQuery(pages, list);
  const within = orderedWithin === undefined ? '0' : `t.${orderedWithin}`;
  return {
    sql: `(SELECT ${index} AS list, t.server_id, t.${key} AS row_key, ${within} AS within FROM ${table} t
      ${hint} WHERE ${where} ${end})`,
    parameters,
  };
}

/** The page of one list, in the order of its keys; where rows repeat, only their key may be asked for. */
export function pageQuery(pages: KeyPages, list: ServerList): Required<RowQuery> {
  const { key, orderedWithin, keyset, index, isDistinct } = pages;
  const bounds = boundsOf(pages, list);
  const conditions = [list.sql, ...bounds.map(({ sql }) => sql)].filter((sql) => sql !== '');
  const direction = isDescending(pages) ? 'DESC' : 'ASC';
  const columns = orderedWithin === undefined ? [key] : [orderedWithin, key];
  const order = columns.map((column) => `t.${column} ${direction}`).join(', ');
  return {
    hint: index === undefined ? '' : `FORCE INDEX (${index})`,
    where: ['t.server_id = ?', ...conditions].join(' AND '),
    parameters: [
      list.serverId,
      ...list.parameters,
      ...bounds.flatMap(({ parameters }) => parameters),
    ],
    end: `${isDistinct ? `GROUP BY t.${key}` : ''} ORDER BY ${order} LIMIT ${keyset.limit}`,
  };
}

function boundsOf(pages: KeyPages, { serverId }: ServerList): Belonging[] {
  const { after, before } = pages.keyset;
  const [laterThan, earlierThan] = pages.order === 'oldest first' ? ['>', '<'] : ['<', '>'];
  return [
    ...(after === null ? [] : [boundAt(pages, laterThan, serverId, after)]),
    ...(before === null ? [] : [boundAt(pages, earlierThan, serverId, before)]),
  ];
}

/** What lies on one side of a row. Where that is gone, its key is about where it was. */
function boundAt(
  { table, key, orderedWithin: within }: KeyPages,
  than: string,
  serverId: bigint,
  row: bigint,
): Belonging {
  if (within === undefined) return { sql: `t.${key} ${than} ?`, parameters: [row] };
  const there = `COALESCE((SELECT c.${within} FROM ${table} c WHERE c.server_id = ? AND c.${key} = ?), ?)`;
  const place = [serverId, row, row];
  return {
    sql: `t.${within} ${than}= ${there} AND (t.${within} ${than} ${there} OR t.${key} ${than} ?)`,
    parameters: [...place, ...place, row],
  };
}

function sorted(rows: readonly KeyRow[], isDescending: boolean): KeyRow[] {
  const direction = isDescending ? -1 : 1;
  return [...rows].sort(
    (one, other) =>
      direction *
      (compare(BigInt(one.within), BigInt(other.within)) ||
        compare(BigInt(one.row_key), BigInt(other.row_key))),
  );
}

function compare(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function isDescending({ order, keyset }: KeyPages): boolean {
  return (order === 'newest first') !== keyset.fromEnd;
}

import { In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Belonging } from './key-pages.js';
import type { Keyset } from './keyset.js';
import { sqlOf } from './sql.js';

/** The rows of one parent, as a condition on their table, which is `t`. */
export interface ChildList extends Belonging {
  readonly parent: bigint | string;
}

/**
 * One page of each of several lists ordered by id, by parent, in two statements however many lists
 * there are. Rows come in the order that the keyset counts in.
 */
export async function readIdPages<T extends { readonly id: bigint }>(
  manager: EntityManager,
  entity: new () => T,
  lists: readonly ChildList[],
  keyset: Keyset,
): Promise<Map<string, T[]>> {
  if (lists.length === 0) return new Map();
  const { tableName } = manager.dataSource.getMetadata(entity);
  const parts = lists.map((list, index) => onePage(tableName, list, index, keyset));
  const places = await sqlOf(manager).query<{ list: number | string; id: string }[]>(
    parts.map(({ sql }) => sql).join(' UNION ALL '),
    parts.flatMap(({ parameters }) => parameters),
  );
  const where = { id: In(places.map(({ id }) => BigInt(id))) } as unknown as FindOptionsWhere<T>; // TypeORM cannot see the columns of T
  const rows = places.length === 0 ? [] : await manager.findBy(entity, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    lists.map(({ parent }, index) => {
      const ids = places.filter(({ list }) => Number(list) === index).map(({ id }) => BigInt(id));
      ids.sort((a, b) => (a < b === keyset.fromEnd ? 1 : -1));
      return [String(parent), ids.flatMap((id) => byId.get(id) ?? [])];
    }),
  );
}

function onePage(table: string, list: Belonging, index: number, keyset: Keyset): Belonging {
  const bounds = [
    ...(keyset.after === null ? [] : [{ sql: 't.id > ?', value: keyset.after }]),
    ...(keyset.before === null ? [] : [{ sql: 't.id < ?', value: keyset.before }]),
  ];
  const where = [`(${list.sql})`, ...bounds.map(({ sql }) => sql)].join(' AND ');
  const direction = keyset.fromEnd ? 'DESC' : 'ASC';
  return {
    sql: `(SELECT ${index} AS list, t.id AS id FROM ${table} t WHERE ${where} ORDER BY t.id ${direction} LIMIT ${keyset.limit})`,
    parameters: [...list.parameters, ...bounds.map(({ value }) => value)],
  };
}

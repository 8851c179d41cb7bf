import {
  In,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import { formatRowKey, type RowKey } from './row-key.js';

/** Reads rows by primary key, one condition per server, in one statement; what is missing is absent. */
export async function findByKeys<T extends ObjectLiteral & RowKey>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  keys: readonly RowKey[],
): Promise<Map<string, T>> {
  if (keys.length === 0) return new Map();
  const where = [...Map.groupBy(keys, ({ serverId }) => serverId)].map(
    ([serverId, own]) =>
      ({ serverId, id: In(own.map(({ id }) => id)) }) as unknown as FindOptionsWhere<T>, // TypeORM cannot see the columns of T
  );
  const rows = await manager.findBy(entity, where);
  return new Map(rows.map((row) => [formatRowKey(row), row]));
}

import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { formatRowKey, type RowKey } from './row-key.js';
import { findRows } from './rows.js';

/** Reads rows by primary key, one condition per server, in one statement; what is missing is absent. */
export async function findByKeys<T extends ObjectLiteral & RowKey>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  keys: readonly RowKey[],
): Promise<Map<string, T>> {
  if (keys.length === 0) return new Map();
  const groups = [...Map.groupBy(keys, ({ serverId }) => serverId)];
  const rows = await findRows(manager, entity, {
    where: groups
      .map(([, own]) => `(t.server_id = ? AND t.id IN (${placesFor(own)}))`)
      .join(' OR '),
    parameters: groups.flatMap(([serverId, own]) => [serverId, ...own.map(({ id }) => id)]),
  });
  return new Map(rows.map((row) => [formatRowKey(row), row]));
}

function placesFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(',');
}

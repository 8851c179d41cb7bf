import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { sqlOf } from './sql.js';

/** Rows of the table `t` of an entity: a condition, and whatever is to follow it. */
export interface RowQuery {
  readonly where: string;
  readonly parameters: readonly unknown[];
  /** Between the table and its condition, such as an index. */
  readonly hint?: string;
  readonly end?: string;
}

/**
 * Entities by a plain statement. They are as `find` makes them, by TypeORM's own conversions and without those that
 * are marked as deleted, at a third of what its query builder takes for a page.
 */
export async function findRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  { where, parameters, hint = '', end = '' }: RowQuery,
): Promise<T[]> {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  const { columns, tableName, deleteDateColumn } = metadata;
  const names = columns.map(({ databaseName }) => `t.${databaseName}`).join(', ');
  const there = deleteDateColumn ? `t.${deleteDateColumn.databaseName} IS NULL AND ` : '';
  const rows = await sqlOf(manager).query<Record<string, unknown>[]>(
    `SELECT ${names} FROM ${tableName} t ${hint} WHERE ${there}(${where}) ${end}`,
    parameters,
  );
  return rows.map((row) => {
    const made = metadata.create(manager.queryRunner) as T; // of the class that was asked for
    for (const column of columns) {
      const value: unknown = driver.prepareHydratedValue(row[column.databaseName], column);
      column.setEntityValue(made, value);
    }
    return made;
  });
}

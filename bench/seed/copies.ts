import type { Sql } from '../../src/platform/database/sql.js';

/** SQL for columns that a copy must have for itself; `t` is the row, `seq` the number of the copy. */
export type Changes = Readonly<Record<string, string>>;

/** Copies one row of a table, the one with the smallest key, so many times. */
export async function copyRow(
  sql: Sql,
  table: string,
  copies: number,
  changes: Changes,
): Promise<void> {
  const columns = await sql.query<{ name: string }[]>(
    `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND IS_GENERATED = 'NEVER'`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => changes[name] ?? `t.${name}`);
  await sql.query(
    `INSERT IGNORE INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
     FROM (SELECT * FROM ${table} LIMIT 1) AS t JOIN seq_1_to_${copies}`,
  );
}

import type { EntityManager } from 'typeorm';

/**
 * Plain SQL inside somebody's transaction, whichever driver runs it. A SELECT resolves to rows, a
 * write to `WriteResult`. BIGINT columns come as bigint from the bulk pool and as string from a
 * manager: read them with `BigInt(value)`.
 */
export interface Sql {
  query<T = unknown>(statement: string, parameters?: readonly unknown[]): Promise<T>;
}

/** What a transaction of the bulk pool can do besides. */
export interface BulkSql extends Sql {
  /** Inserts rows into `table (column, …)` with a prepared statement: bytes go over as they are, neither escaped nor parsed. */
  insertBytes(target: string, rows: readonly (readonly unknown[])[]): Promise<void>;
  /** The database gets now what it was given, and not together with what is still being prepared. */
  send(): void;
}

export interface WriteResult {
  /** Rows matched by an UPDATE or DELETE, or inserted. */
  readonly affectedRows: number;
  readonly insertId: bigint;
}

/** TypeORM's manager as `Sql`, so that shared statements run in either kind of transaction. */
export function sqlOf(manager: EntityManager): Sql {
  return {
    query: async <T>(statement: string, parameters: readonly unknown[] = []) =>
      normalized(await manager.query<unknown>(statement, [...parameters])) as T, // the caller knows its statement
  };
}

/** `(?,?),(?,?)` for a multi-row INSERT. */
export function placeholders(rows: number, columns: number): string {
  const row = `(${Array<string>(columns).fill('?').join(',')})`;
  return Array<string>(rows).fill(row).join(',');
}

const ROWS_PER_INSERT = 1_000;

/** Inserts any number of rows into `table (column, …)`; none is fine. `row` says how one is written. */
export async function insertRows(
  sql: Sql,
  target: string,
  rows: readonly (readonly unknown[])[],
  row = placeholders(1, rows[0]?.length ?? 0),
): Promise<void> {
  const statements: Promise<unknown>[] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    const some = rows.slice(start, start + ROWS_PER_INSERT);
    const values = Array<string>(some.length).fill(row).join(',');
    statements.push(sql.query(`INSERT INTO ${target} VALUES ${values}`, some.flat()));
  }
  await Promise.all(statements);
}

function normalized(result: unknown): unknown {
  if (Array.isArray(result) || typeof result !== 'object' || result === null) return result;
  const { affectedRows, insertId } = result as { affectedRows: number; insertId: number | string }; // mysql2's ResultSetHeader
  return { affectedRows, insertId: BigInt(insertId) } satisfies WriteResult;
}

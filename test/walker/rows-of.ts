import type { TestDatabase } from '../support/test-database.js';
import { tablesOf } from './rows.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * Every row that belongs to somebody, as text: those that carry one of their ids, and again those
 * that carry an id of such a row. Ids are never used twice, so no table needs to be known.
 */
export async function rowsOf(database: TestDatabase, begin: readonly bigint[]): Promise<string[]> {
  const tables = new Map<string, Row[]>();
  for (const table of await tablesOf(database)) {
    tables.set(table, await database.query<Row[]>(`SELECT * FROM ${table}`));
  }
  const theirs = new Set<bigint>(begin);
  for (let before = 0; before < theirs.size;) {
    before = theirs.size;
    for (const row of [...tables.values()].flat()) {
      const id = row['id'];
      if (typeof id === 'bigint' && idsIn(row).some((each) => theirs.has(each))) theirs.add(id);
    }
  }
  return [...tables]
    .flatMap(([table, rows]) =>
      rows
        .filter((row) => idsIn(row).some((id) => theirs.has(id)))
        .map((row) => `${table} ${textOf(row)}`),
    )
    .sort();
}

/** Small numbers count things; ids are long. */
function idsIn(row: Row): bigint[] {
  return Object.values(row).filter(
    (value) => typeof value === 'bigint' && value > 1n << 40n,
  ) as bigint[];
}

function textOf(row: Row): string {
  return JSON.stringify(row, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

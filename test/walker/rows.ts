import type { TestDatabase } from '../support/test-database.js';

const COPIES = 'walker_copy_';
/** What processes live on, not tenants. */
const UNTOUCHED = new Set(['installation', 'leases', 'migrations', 'writers']);

/** All rows of a database as they were once: what a test did to them can be undone. */
export class Rows {
  private constructor(
    private readonly database: TestDatabase,
    private readonly tables: readonly string[],
    private checksums: ReadonlyMap<string, string>,
  ) {}

  static async keep(database: TestDatabase): Promise<Rows> {
    const tables = (await tablesOf(database)).filter((table) => !UNTOUCHED.has(table));
    for (const table of tables) {
      await database.query(`DROP TABLE IF EXISTS ${COPIES}${table}`);
      await database.query(`CREATE TABLE ${COPIES}${table} AS SELECT * FROM ${table}`);
    }
    return new Rows(database, tables, await checksumsOf(database, tables));
  }

  /** The tables that were changed are again as they were kept; answers which they are. */
  async restore(): Promise<string[]> {
    const now = await checksumsOf(this.database, this.tables);
    const changed = this.tables.filter((table) => now.get(table) !== this.checksums.get(table));
    for (const table of changed) {
      await this.database.query(`DELETE FROM ${table}`);
      const columns = await columnsOf(this.database, table);
      await this.database.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${COPIES}${table}`,
      );
    }
    if (changed.length > 0) {
      const again = await checksumsOf(this.database, changed);
      this.checksums = new Map([...this.checksums, ...again]);
    }
    return changed;
  }
}

export async function tablesOf(database: TestDatabase): Promise<string[]> {
  const rows = await database.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  return rows.map(({ name }) => name).filter((name) => !name.startsWith(COPIES));
}

/** Those that can be written. */
async function columnsOf(database: TestDatabase, table: string): Promise<string> {
  const rows = await database.query<{ name: string }[]>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? AND is_generated = 'NEVER'`,
    [table],
  );
  return rows.map(({ name }) => `\`${name}\``).join(', ');
}

async function checksumsOf(
  database: TestDatabase,
  tables: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.query<{ Table: string; Checksum: bigint | number | null }[]>(
    `CHECKSUM TABLE ${tables.join(', ')}`,
  );
  return new Map(rows.map(({ Table, Checksum }) => [Table.split('.').at(-1)!, String(Checksum)]));
}

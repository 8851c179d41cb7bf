import 'reflect-metadata';
import { getMetadataArgsStorage, type DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import '../../src/app/connections.js'; // knows every entity
import { MIGRATIONS } from '../../src/app/migrations.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { createLog } from '../../src/platform/log.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('entities', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
    source = await createDataSource({
      url: database.url,
      entities: getMetadataArgsStorage().tables.map(({ target }) => target),
      migrations: MIGRATIONS,
      connections: 2,
    }).initialize();
    await migrate(source, createLog({ level: 'silent' }, {}));
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('are what the migrations make', async () => {
    expect(source.entityMetadatas.length).toBeGreaterThan(10);
    expect(await differences(source, database)).toEqual([]);
  });

  it.each([
    ['MODIFY subject VARCHAR(499) NOT NULL', 'messages.subject: varchar(500) NOT NULL'],
    ['MODIFY subject VARCHAR(500) NULL', 'messages.subject: varchar(500) NOT NULL'],
    ['MODIFY subject TEXT NOT NULL', 'messages.subject: varchar(500) NOT NULL'],
    ['MODIFY id BIGINT NOT NULL', 'messages.id: bigint unsigned NOT NULL'],
    ['MODIFY accepted_at DATETIME NOT NULL', 'messages.accepted_at: datetime(3) NOT NULL'],
    ["MODIFY dsn_ret ENUM('FULL') NULL", "messages.dsn_ret: enum('FULL','HDRS') NULL"],
    ['DROP COLUMN tag', 'messages.tag: varchar(100) NULL'],
    ['ADD COLUMN planted INT NOT NULL', 'messages.planted is NOT NULL and no entity has it'],
  ])('are told apart from a table after %s', async (change, difference) => {
    await database.query('CREATE TABLE untouched LIKE messages');
    await database.query(`ALTER TABLE messages ${change}`);
    const found = await differences(source, database);
    await database.query('DROP TABLE messages');
    await database.query('RENAME TABLE untouched TO messages');

    expect(found).toHaveLength(1);
    expect(found[0]).toContain(difference);
  });
});

async function differences(source: DataSource, database: TestDatabase): Promise<string[]> {
  const columns = await database.query<TableColumn[]>(
    `SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable,
            COLUMN_DEFAULT AS value, IS_GENERATED AS generated, TABLE_NAME AS \`table\`
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()`,
  );
  const found = new Map(columns.map((column) => [column.name, written(column)]));
  const mapped = source.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => ({
      name: `${entity.tableName}.${column.databaseName}`,
      wanted: wantedBy(source, column),
    })),
  );
  const tables = new Set(source.entityMetadatas.map(({ tableName }) => tableName));
  const known = new Set(mapped.map(({ name }) => name));
  return [
    ...mapped
      .filter(({ name, wanted }) => found.get(name) !== wanted)
      .map(({ name, wanted }) => `${name}: ${wanted} is ${found.get(name) ?? 'missing'}`),
    ...columns
      .filter((column) => tables.has(column.table) && mustBeGiven(column))
      .filter(({ name }) => !known.has(name))
      .map(({ name }) => `${name} is NOT NULL and no entity has it`),
  ];
}

interface TableColumn {
  readonly name: string;
  readonly table: string;
  readonly type: string;
  readonly nullable: 'YES' | 'NO';
  readonly value: string | null;
  readonly generated: 'ALWAYS' | 'NEVER';
}

function mustBeGiven({ nullable, value, generated }: TableColumn): boolean {
  return nullable === 'NO' && value === null && generated === 'NEVER';
}

/** The widths in which MariaDB shows integers mean nothing. */
function written({ type, nullable }: TableColumn): string {
  const shown = type.replace(/^(tinyint|smallint|int|bigint)\(\d+\)/, '$1');
  return `${shown} ${nullable === 'YES' ? 'NULL' : 'NOT NULL'}`;
}

/** MariaDB keeps JSON as LONGTEXT with a check. */
function wantedBy(source: DataSource, column: ColumnMetadata): string {
  const type = source.driver.normalizeType(column);
  const nullable = column.isNullable ? 'NULL' : 'NOT NULL';
  return `${type === 'json' ? 'longtext' : type}${detailsOf(column)} ${nullable}`;
}

function detailsOf(column: ColumnMetadata): string {
  if (column.enum) return `(${column.enum.map((value) => `'${value}'`).join(',')})`;
  if (column.length) return `(${column.length})`;
  if (column.precision) return `(${column.precision})`;
  return column.unsigned ? ' unsigned' : '';
}

import type { TestDatabase } from '../support/test-database.js';

/** How a statement finds the rows of one table, as EXPLAIN says. */
export interface Access {
  readonly table: string;
  readonly type: string;
  /** Null for a scan of the table itself. */
  readonly key: string | null;
  /** Columns of the key by which rows are found. */
  readonly by: readonly string[];
}

/** How the statement reaches real tables; none for one that MariaDB answers by looking up a row that is not there. */
export async function planOf(database: TestDatabase, statement: string): Promise<Access[]> {
  const [row] = await database.query<{ EXPLAIN: string }[]>(
    `EXPLAIN FORMAT=JSON ${withoutChance(statement)}`,
  );
  const tables = tablesOf(statement);
  return accessesIn(row?.EXPLAIN ?? '').flatMap(({ table: alias, ...access }) => {
    const table = tables.get(alias);
    return table === undefined ? [] : [{ table, ...access }];
  });
}

/** Rows and index entries that a SELECT looks at until it has its answer. */
export async function readsOf(database: TestDatabase, select: string): Promise<number> {
  await database.query('FLUSH STATUS');
  await database.query(select);
  const rows = await database.query<{ Variable_name: string; Value: string }[]>(
    "SHOW SESSION STATUS LIKE 'Handler_read%'",
  );
  return rows
    .filter(({ Variable_name: name }) => !/_tmp|_deleted|_retry/.test(name))
    .reduce((sum, { Value }) => sum + Number(Value), 0);
}

/** The statement without what differs from one run to the next; statements that have a name are called by it. */
export function shapeOf(statement: string): string {
  const [, name] = /^\/\* ([\w.]+) \*\//.exec(statement) ?? [];
  if (name !== undefined) return name;
  return statement
    .replace(/'[^'\\]*(?:(?:\\[^]|'')[^'\\]*)*'/g, '?')
    .replace(/\b\d+(?:\.\d+)?\b/g, '?')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
    .replace(/ UNION ALL \(SELECT \? AS list.*$/, '')
    .replace(/SELECT .*? FROM/, 'SELECT … FROM')
    .replace(/\(\?(?:, ?\?)*\)/g, '?')
    .replace(/[()]/g, '')
    .replace(/(\S*server_id = \? AND \S+ IN \?)(?: OR \1)+/g, '$1')
    .trim();
}

/** A partition may be gone by now, and of a single key MariaDB says only that its row is not there. */
function withoutChance(statement: string): string {
  return statement
    .replace(/ PARTITION \(\w+\)/, '')
    .replace(/(\(SELECT \d+ AS server_id, \d+ AS id)\) AS k/, '$1 UNION ALL VALUES (0,0)) AS k');
}

/** The real tables that a statement names, by alias. */
function tablesOf(statement: string): Map<string, string> {
  const mentions = statement.matchAll(
    /\b(?:FROM|(?:STRAIGHT_)?JOIN|UPDATE)\s+`?([a-z_]+)`?(?:\s+PARTITION \(\w+\))?(?:\s+(?:AS\s+)?`?(?!(?:FROM|FORCE|SET|WHERE|ON|ORDER|LIMIT|USING|LEFT|INNER|STRAIGHT_JOIN|JOIN|GROUP|UNION|VALUES|FOR|AS)\b)(\w+)`?)?/gi,
  );
  return new Map([...mentions].map(([, table = '', alias]) => [alias ?? table, table]));
}

/** Read line by line, for conditions that it quotes may be binary, and then it is no JSON. */
function accessesIn(explained: string): Access[] {
  const [, ...parts] = explained.split('"table_name": ');
  return parts.map((part) => ({
    table: textIn(part, /^"([^"]*)"/),
    type: textIn(part, /"access_type": "([^"]*)"/),
    key: textIn(part, /"key": "([^"]*)"/) || null,
    by: [...textIn(part, /"used_key_parts": \[([^\]]*)\]/).matchAll(/"([^"]+)"/g)].map(
      ([, column = '']) => column,
    ),
  }));
}

function textIn(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? '';
}

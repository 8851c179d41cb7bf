/**
 * Finds statements that read or write rows of mail servers without saying of which: for every table of
 * TENANT_TABLES that a statement names, its `server_id` must be given as a value, or be that of a table
 * for which it is, in every alternative of the condition. Knows as much SQL as Posthouse uses.
 */
export const TENANT_TABLES = [
  'messages',
  'message_contents',
  'deliveries',
  'queue',
  'attempts',
  'events',
  'event_clocks',
  'credentials',
  'send_plans',
  'send_minutes',
] as const;

/** What the statement does with tables of tenants without naming the tenant: nothing, if all is well. */
export function unboundTables(statement: string): string[] {
  const text = plain(statement);
  if (/^create table |^alter table \w+ (?:add (?:column|index)|modify) /.test(text)) return [];
  const inserted = /^insert (?:ignore )?into (\w+) ?\(([^)]*)\) values/.exec(text);
  if (inserted) {
    const [, table = '', columns = ''] = inserted;
    return isTenantTable(table) && !/\bserver_id\b/.test(columns) ? [table] : [];
  }
  return inBlock(text, new Set());
}

/** The tables of tenants that the statement names, inside as well. */
export function tenantTablesOf(statement: string): string[] {
  return mentionsIn(plain(statement)).map(({ table }) => table);
}

/** Lower case, without comments, quotes, and what is inside strings. */
export function plain(statement: string): string {
  return statement
    .replace(/'[^'\\]*(?:(?:\\[^]|'')[^'\\]*)*'/g, '0')
    .replace(/\/\*[^]*?\*\//g, ' ')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

interface Mention {
  readonly table: string;
  readonly alias: string;
}

const TABLE = TENANT_TABLES.join('|');
const WORDS =
  'on|where|set|force|values|join|straight_join|inner|left|right|group|order|limit|using|for|union|having';
const MENTION = new RegExp(
  `\\b(?:from|(?:straight_)?join|update|into|table|,)(?: ignore)? (${TABLE})\\b(?! *[.=])(?: partition \\([^)]*\\))?(?: as)?(?: (?!(?:${WORDS})\\b)([a-z_]\\w*))?`,
  'g',
);

function isTenantTable(name: string): boolean {
  return (TENANT_TABLES as readonly string[]).includes(name);
}

function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(MENTION)].map(([, table = '', alias]) => ({
    table,
    alias: alias ?? table,
  }));
}

/** A SELECT, UPDATE, DELETE or ALTER with the SELECTs inside it; `bound` are tables around it that are bound. */
function inBlock(text: string, bound: ReadonlySet<string>): string[] {
  return splitAt(text, / union(?: all)? /).flatMap((part) => inOneBlock(part, bound));
}

function inOneBlock(text: string, outer: ReadonlySet<string>): string[] {
  if (isWrapped(text)) return inBlock(text.slice(1, -1).trim(), outer);
  const { own, inner } = withoutSubselects(text);
  const mentions = mentionsIn(own);
  const condition = conditionOf(own);
  const bound = new Set([...outer, ...derivedTables(own, inner)]);
  for (let size = -1; size < bound.size;) {
    size = bound.size;
    for (const { alias } of mentions) {
      const isAlone = mentions.length === 1;
      if (isBound(condition, { alias, isAlone, bound })) bound.add(alias);
    }
  }
  const unbound = mentions.filter(({ alias }) => !bound.has(alias)).map(({ table }) => table);
  return [...unbound, ...inner.flatMap((each) => inBlock(each, bound))];
}

interface Subject {
  readonly alias: string;
  /** Then columns need no name of their table. */
  readonly isAlone: boolean;
  readonly bound: ReadonlySet<string>;
}

/** Whether the condition holds only for rows of given servers. */
function isBound(condition: string, subject: Subject): boolean {
  const alternatives = splitAt(condition, / or /);
  if (alternatives.length > 1) return alternatives.every((each) => isBound(each, subject));
  const parts = splitAt(condition, / and /);
  if (parts.length > 1) return parts.some((each) => isBound(each, subject));
  if (isWrapped(condition)) return isBound(condition.slice(1, -1).trim(), subject);
  return names(condition, subject);
}

function names(comparison: string, { alias, isAlone, bound }: Subject): boolean {
  const [, left = '', right = ''] = /^([\w.]+) ?(?:=|in) ?(.+)$/.exec(comparison) ?? [];
  const own = isAlone ? [`${alias}.server_id`, 'server_id'] : [`${alias}.server_id`];
  const other = own.includes(left) ? right : own.includes(right) ? left : '';
  if (/^(?:\d+|\(\d+(?:, ?\d+)*\))$/.test(other)) return true;
  const [, table = ''] = /^(\w+)\.server_id$/.exec(other) ?? [];
  return table !== alias && bound.has(table);
}

/** Conditions of joins and of WHERE; a row must fulfil them all. */
function conditionOf(text: string): string {
  const end =
    '(?= (?:(?:straight_|left |inner )?join|where|group by|having|order by|limit|for update|set) ?|$)';
  const joined = [...text.matchAll(new RegExp(` on (.+?)${end}`, 'g'))].map(([, on = '']) => on);
  const [, where] = new RegExp(` where (.+?)${end}`).exec(text) ?? [];
  return [...joined, ...(where === undefined ? [] : [where])]
    .map((each) => `(${each})`)
    .join(' and ');
}

/** Tables made of a SELECT of values, or of rows of tenants: that SELECT is looked at by itself. */
function derivedTables(own: string, inner: readonly string[]): string[] {
  return [...own.matchAll(/<(\d+)>(?: as)? (\w+)/g)]
    .filter(([, index]) => {
      const select = inner[Number(index)] ?? '';
      return !select.includes(' from ') || mentionsIn(select).length > 0;
    })
    .map(([, , alias = '']) => alias);
}

/** The text with `<n>` for the n-th SELECT inside it. */
function withoutSubselects(text: string): { own: string; inner: string[] } {
  const inner: string[] = [];
  let own = '';
  for (let at = 0; at < text.length; at += 1) {
    if (!/^\([( ]*(?:select|values)\b/.test(text.slice(at, at + 12))) {
      own += text.charAt(at);
      continue;
    }
    const end = closing(text, at);
    own += `<${inner.length}>`;
    inner.push(text.slice(at + 1, end).trim());
    at = end;
  }
  return { own, inner };
}

/** Splits where nothing is open. */
function splitAt(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(new RegExp(separator, 'g'))) {
    const before = text.slice(start, match.index);
    if (count(before, '(') !== count(before, ')')) continue;
    parts.push(before.trim());
    start = match.index + match[0].length;
  }
  return [...parts, text.slice(start).trim()];
}

function isWrapped(text: string): boolean {
  return text.startsWith('(') && closing(text, 0) === text.length - 1;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length - 1;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

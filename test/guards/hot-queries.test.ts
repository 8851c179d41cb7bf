/**
 * The plan of every statement on a table that grows with the mail: those of a day in which everything is done
 * to mail, and those of every list of the API. None reads a whole table, none all rows of a mail server, no
 * list more than its page is worth, and every index of mail is used.
 *
 * Controls: without an index it is found, whether the statement insists on it or not.
 */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { createSchema } from '../../src/app/schema.js';
import { relationsOf } from '../api/list-paths.js';
import { StatementTape } from '../support/statement-tape.js';
import { startWorld, type World } from '../support/world.js';
import { busyDay } from './busy-day.js';
import { endedPast, GROWING_TABLES, growTables, MAIL_TABLES, PAST_SINCE } from './grown-tables.js';
import { askForLists } from './list-queries.js';
import { planOf, readsOf, shapeOf, type Access } from './query-plans.js';

/** `RECORD_PLANS=1 npm test -- hot-queries` writes it anew; the difference is for the review. */
const KNOWN = join(__dirname, 'hot-queries.json');
const ENDED = 12_000;
/** Of a page of twenty, with what is asked of each row on the way. */
const MOST_READS = 1_000;

/** They read all rows of a table, or of a mail server, and why they may. */
const READS_ALL = {
  'queue.servers': 'one look into the index for each mail server with a queue',
  'sendPlan.changed': 'only mail servers with a send limit have a plan',
  'sendMinutes.read': 'minutes of one day at most',
  'sendMinutes.unplan': 'minutes of one day at most',
  'servers.distinctPeriods': 'once an hour',
  'bounces.locate': 'one lookup for each mail server, for the return path of a bounce names none',
} as const;

/** Kinds of events are looked for along the way: an index would cost every event. */
const READS_ON = /FROM events t .*t\.kind IN/s;

/** What accepts, claims, sends and settles mail, beside what has no name. */
const HOT = [
  ...['queue.servers', 'queue.due', 'queue.claim', 'queue.work'],
  ...['settle.lock', 'settle.status', 'settle.leave', 'settle.postpone', 'settle.deferred'],
  ...['queue.wait', 'deliveries.wait', 'queue.counted', 'queue.wake'],
  ...['contents.unsettled', 'contents.own', 'messages.old', 'attempts.old', 'events.old'],
];

/** What names its rows by their keys (keys.ts): whoever scans for them locks, and waits for, those of others. */
const NAMES_ROWS = /^(?:\/\* [\w.]+ \*\/ )?(?:UPDATE|DELETE)\b.*\bIN \(|\bAS k\b/s;

interface Heard {
  readonly shape: string;
  readonly statement: string;
}

interface Explained extends Heard {
  readonly plan: readonly Access[];
  /** What is wrong with it. */
  readonly offences: readonly string[];
}

let world: World;
let tape: StatementTape;
let heard: readonly Heard[];
let onEmptyQueue: { readonly asIs: readonly Explained[]; readonly unforced: readonly Explained[] };
beforeAll(async () => {
  const shared = process.env['TEST_DATABASE_URL'] ?? '';
  tape = await StatementTape.start(shared);
  process.env['TEST_DATABASE_URL'] = tape.url;
  world = await startWorld({ settings: { LEASE: '2s', SWEEP_INTERVAL: '200ms' } });
  process.env['TEST_DATABASE_URL'] = shared;
  const { serverId } = await world.aServer();
  const id = BigInt(decodeGlobalId(serverId).id);
  await endedPast(world.database, id, { messages: ENDED, since: PAST_SINCE });
  await askForLists({ api: world.admin, serverId });
  for (const relation of relationsOf(createSchema())) await world.admin.ask(relation.query(2));
  await busyDay(world);
  await world.end('worker');
  heard = explainable(tape.statements);
  onEmptyQueue = await explainOnEmptyQueue();
  await growTables(world.database);
}, 120_000);
afterAll(async () => {
  await world.stop();
  tape.stop();
});

function explainable(statements: readonly string[]): Heard[] {
  return [...new Set(statements)]
    .filter((statement) => /^(?:\/\* [\w.]+ \*\/ )?\(*(?:SELECT|UPDATE|DELETE)\b/.test(statement))
    .map((statement) => ({ statement, shape: shapeOf(statement) }));
}

async function explain({ shape, statement }: Heard): Promise<Explained> {
  try {
    const all = await planOf(world.database, statement);
    const plan = all.filter(({ table }) => GROWING_TABLES.includes(table));
    const offences = shape in READS_ALL ? [] : plan.flatMap((access) => offence(access, statement));
    return { shape, statement, plan, offences };
  } catch (error) {
    return { shape, statement, plan: [], offences: [String(error)] };
  }
}

function offence({ table, type, key, by }: Access, statement: string): string[] {
  if (type === 'ALL' || type === 'index') return [`all of ${table} (${key ?? 'no index'})`];
  const isWide = MAIL_TABLES.includes(table) && by.join() === 'server_id';
  return isWide && !/\bLIMIT\b/.test(statement) ? [`all of a server in ${table}`] : [];
}

async function explainAll(statements: readonly Heard[]): Promise<Explained[]> {
  const explained: Explained[] = [];
  for (const each of statements) explained.push(await explain(each));
  return explained;
}

function offencesOf(explained: readonly Explained[]): string[] {
  return [
    ...new Set(explained.flatMap((each) => each.offences.map((what) => `${each.shape}: ${what}`))),
  ];
}

/** By shape, where mail is found: table, index, and the columns by which rows are found. */
function plansOf(explained: readonly Explained[]): Record<string, string[]> {
  const plans = new Map<string, Set<string>>();
  for (const { shape, plan } of explained) {
    const ways = plan
      .filter(({ table }) => MAIL_TABLES.includes(table))
      .map(({ table, key, by }) => `${table} by ${key ?? 'nothing'} (${by.join(', ')})`);
    if (ways.length === 0) continue;
    plans.set(shape, new Set([...(plans.get(shape) ?? []), ...ways]));
  }
  return Object.fromEntries([...plans].map(([shape, ways]) => [shape, [...ways].sort()]));
}

function sortedByName(plans: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(plans).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** For one or two, MariaDB never scans. */
function withMoreKeys({ shape, statement }: Heard): Heard {
  const more = statement.replace(
    /(AS server_id, \d+ AS id)( UNION ALL VALUES )?/,
    (_, id: string, others?: string) =>
      `${id} UNION ALL VALUES (0,1),(0,2),(0,3)${others === undefined ? '' : ','}`,
  );
  return { shape, statement: more };
}

/** The queue is nearly empty, and MariaDB knows it. */
async function explainOnEmptyQueue(): Promise<typeof onEmptyQueue> {
  await world.database.query('ANALYZE TABLE queue');
  const asIs = heard.filter(({ statement }) => NAMES_ROWS.test(statement)).map(withMoreKeys);
  const unforced = asIs.map(({ shape, statement }) => ({
    shape,
    statement: statement.replaceAll('FORCE INDEX (PRIMARY)', ''),
  }));
  return { asIs: await explainAll(asIs), unforced: await explainAll(unforced) };
}

async function listsThatReadOn(): Promise<string[]> {
  const lists = heard.filter(({ statement }) => /^\(SELECT 0 AS list/.test(statement));
  const found: string[] = [];
  for (const { shape, statement } of lists.filter((each) => !READS_ON.test(each.statement))) {
    const reads = await readsOf(world.database, statement);
    if (reads > MOST_READS) found.push(`${shape}: ${reads} reads`);
  }
  return found;
}

describe('the hot queries', () => {
  it('read no whole table and no whole mail server', async () => {
    expect(offencesOf(await explainAll(heard))).toEqual([]);
  });

  it('find mail by the indexes that hot-queries.json says', async () => {
    const known = JSON.parse(readFileSync(KNOWN, 'utf8')) as Record<string, string[]>; // written below
    const seen = plansOf(await explainAll(heard));
    const all = sortedByName({ ...known, ...seen });
    if (process.env['RECORD_PLANS'] === '1')
      writeFileSync(KNOWN, `${JSON.stringify(all, null, 2)}\n`);
    else expect(all).toEqual(known);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(HOT));
  });

  it('need every index of mail', async () => {
    const plans = (await explainAll(heard)).flatMap(({ plan }) => plan);
    const used = new Set(plans.map(({ table, key }) => `${table}.${key}`));
    const made = await world.database.query<{ name: string }[]>(
      `SELECT DISTINCT CONCAT(TABLE_NAME, '.', INDEX_NAME) AS name FROM information_schema.STATISTICS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (${MAIL_TABLES.map(() => '?').join(',')})`,
      MAIL_TABLES,
    );
    expect(made.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  it('read for a page of a list little more than the page, whatever is asked for', async () => {
    expect(await listsThatReadOn()).toEqual([]);
  });

  it('lock what they name and nothing else, also where a scan looks cheaper', () => {
    expect(offencesOf(onEmptyQueue.asIs)).toEqual([]);
    expect(offencesOf(onEmptyQueue.unforced)).toContain('settle.lock: all of queue (no index)');
  });

  it('are found when they lack an index (control)', async () => {
    await world.database.query('ALTER TABLE queue DROP INDEX queue_due');
    await world.database.query('ALTER TABLE attempts DROP INDEX attempts_by_delivery');
    const offences = offencesOf(await explainAll(heard));
    expect(offences).toContainEqual(expect.stringMatching(/^queue\.due: .*queue_due/));
    expect(offences.length).toBeGreaterThan(1);
    expect(await listsThatReadOn()).toContainEqual(expect.stringContaining('FROM attempts t'));
  });
});

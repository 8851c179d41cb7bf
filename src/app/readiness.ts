import type { Sql } from '../platform/database/sql.js';

/** `degraded` works on, with less: Redis is only a doorbell. */
export type CheckState = 'ok' | 'degraded' | 'failed';

export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unready';
  readonly checks: Readonly<Record<string, Check>>;
}

interface Check {
  readonly state: CheckState;
  readonly text?: string;
}

export interface HealthSources {
  readonly sql: Sql;
  readonly redisIsUp: () => boolean;
  /** Because of what no new mail is taken just now. */
  readonly shortOf: () => readonly string[];
}

/** Leases are compared between processes by the database clock; more than this and deadlines lie. */
const CLOCK_SKEW_MS = 1_000;
const ANSWER_MS = 2_000;

/** Whether a process can do its work right now. Never throws. */
export async function checkReadiness({
  sql,
  redisIsUp,
  shortOf,
}: HealthSources): Promise<Readiness> {
  const redis = redisIsUp()
    ? ({ state: 'ok' } as const)
    : ({ state: 'degraded', text: 'not reachable; due mail is found by polling' } as const);
  const load = judgeLoad(shortOf());
  try {
    const { skewMs, isReadOnly } = await withinTime(look(sql));
    return overall({ database: judgeDatabase(isReadOnly), clock: judgeClock(skewMs), redis, load });
  } catch {
    return overall({ database: { state: 'failed', text: 'does not answer' }, redis, load });
  }
}

function overall(checks: Readiness['checks']): Readiness {
  const states = Object.values(checks).map((check) => check.state);
  if (states.includes('failed')) return { status: 'unready', checks };
  return { status: states.includes('degraded') ? 'degraded' : 'ready', checks };
}

function judgeDatabase(isReadOnly: boolean): Check {
  return isReadOnly ? { state: 'failed', text: 'takes no writes (read_only)' } : { state: 'ok' };
}

function judgeClock(skewMs: number): Check {
  if (Math.abs(skewMs) <= CLOCK_SKEW_MS) return { state: 'ok' };
  return { state: 'failed', text: `${Math.round(skewMs)} ms off the database clock` };
}

function judgeLoad(shortOf: readonly string[]): Check {
  if (shortOf.length === 0) return { state: 'ok' };
  return { state: 'degraded', text: `overloaded, takes no new mail: ${shortOf.join(', ')}` };
}

/** How far this process is ahead: the answer is from about the middle of the round trip. */
async function look(sql: Sql): Promise<{ skewMs: number; isReadOnly: boolean }> {
  const sentAt = Date.now();
  const [row] = await sql.query<{ ms: number | string | bigint; isReadOnly: unknown }[]>(
    'SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000 AS SIGNED) AS ms, @@global.read_only AS isReadOnly',
  );
  const receivedAt = Date.now();
  return {
    skewMs: (sentAt + receivedAt) / 2 - Number(row?.ms ?? 0),
    isReadOnly: Number(row?.isReadOnly) === 1,
  };
}

async function withinTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

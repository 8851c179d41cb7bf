import type { Sql } from '../../platform/database/sql.js';
import { timeOfId } from '../../platform/ids.js';
import type { NewEvent } from '../events/event.entity.js';
import type { DueRow } from './queue.queries.js';
import {
  findRecipients,
  forgetMinutes,
  lockPlan,
  makeWait,
  markCounted,
  readMinutes,
  writeMinutes,
  writePlan,
  type Wait,
} from './send-limits.queries.js';
import { dueIn, minuteOf, SendPlan, WINDOW, type Place } from './send-plan.js';

export interface Admission {
  readonly admitted: readonly DueRow[];
  readonly waiting: number;
  /** To be recorded at the end of the transaction. */
  readonly events: readonly NewEvent[];
}

/**
 * Send limits, asked in the transaction of a claim.
 *
 * - A delivery is counted once, when it is first claimed: another attempt, or a worker that dies, counts
 *   nothing. It is counted in a row of its mail server and minute, under the lock of the mail server's plan,
 *   so that any number of workers count alike.
 * - A delivery for which there is no room is not claimed. It waits in the queue for the minute that it is
 *   given, when it is due again by itself: nothing is attempted, and a mail server with nothing that is due
 *   takes no turns from others. Its first wait is an event, and so is the limit, once an hour.
 * - Without a limit nothing is counted.
 */
export async function admit(
  sql: Sql,
  rows: readonly DueRow[],
  limits: ReadonlyMap<bigint, number>,
  now: Date,
): Promise<Admission> {
  const byServer = Map.groupBy(rows, ({ serverId }) => serverId);
  const limited = [...byServer.keys()].filter((id) => limits.has(id));
  if (limited.length === 0) return { admitted: rows, waiting: 0, events: [] };
  const admissions: Admission[] = [];
  for (const serverId of limited.sort(ascending)) {
    const limit = limits.get(serverId) ?? 0;
    admissions.push(await admitOf(sql, byServer.get(serverId) ?? [], { serverId, limit, now }));
  }
  const unlimited = rows.filter(({ serverId }) => !limits.has(serverId));
  return {
    admitted: [...unlimited, ...admissions.flatMap(({ admitted }) => admitted)],
    waiting: admissions.reduce((sum, { waiting }) => sum + waiting, 0),
    events: admissions.flatMap(({ events }) => events),
  };
}

interface Question {
  readonly serverId: bigint;
  readonly limit: number;
  readonly now: Date;
}

async function admitOf(sql: Sql, rows: readonly DueRow[], question: Question): Promise<Admission> {
  const { serverId, limit, now } = question;
  const fresh = waitedFirst(rows.filter(({ isCounted }) => !isCounted));
  if (fresh.length === 0) return { admitted: rows, waiting: 0, events: [] };
  const state = await lockPlan(sql, serverId, limit);
  const minutes = await readMinutes(sql, serverId);
  const { fullUntil } = state;
  const again = fresh.map(({ sendMinute }) => sendMinute);
  const plan = new SendPlan({ minutes, fullUntil }, limit, minuteOf(now), again);
  const placed = fresh.map((row) => placedOf(row, plan.place(row.sendMinute)));
  const goes = placed.filter(({ minute }) => minute === plan.now).map(({ row }) => row);
  const waits = placed.filter(({ minute }) => minute !== plan.now);
  await markCounted(sql, goes);
  await makeWait(sql, waits.map(waitOf));

  const isNews = waits.length > 0 && isLongAgo(state.reachedAt, now);
  const after = { reachedAt: isNews ? now : state.reachedAt, fullUntil: plan.fullUntil };
  if (isNews || after.fullUntil !== fullUntil) await writePlan(sql, serverId, after);
  await writeMinutes(sql, serverId, plan.changes());
  const oldest = plan.now - WINDOW + 1;
  if ([...minutes.keys()].some((each) => each < oldest)) await forgetMinutes(sql, serverId, oldest);
  return {
    admitted: [...rows.filter(({ isCounted }) => isCounted), ...goes],
    waiting: waits.length,
    events: [
      ...(isNews ? [reachedEvent(question)] : []),
      ...(await waitingEvents(sql, waits, question)),
    ],
  };
}

/** Those whose minute has come have given it back, and nobody may take it from them. */
function waitedFirst(rows: readonly DueRow[]): DueRow[] {
  const hasWaited = ({ sendMinute }: DueRow) => sendMinute !== null;
  return [...rows.filter(hasWaited), ...rows.filter((row) => !hasWaited(row))];
}

interface Placed extends Place {
  readonly row: DueRow;
  readonly dueAt: Date;
}

function placedOf(row: DueRow, place: Place): Placed {
  return { row, ...place, dueAt: dueIn(place.minute, timeOfId(row.id)) };
}

function waitOf({ row: { serverId, id }, minute, isPlanned, dueAt }: Placed): Wait {
  return { serverId, id, minute: isPlanned ? minute : 0, dueAt };
}

function isLongAgo(time: Date | null, now: Date): boolean {
  return time === null || now.getTime() - time.getTime() >= HOUR_MS;
}

/** Only the first wait of a delivery is told. */
async function waitingEvents(
  sql: Sql,
  waits: readonly Placed[],
  { serverId, limit, now: at }: Question,
): Promise<NewEvent[]> {
  const news = waits.filter(({ row }) => row.sendMinute === null);
  const recipients = await findRecipients(
    sql,
    news.map(({ row }) => row),
  );
  return news.map(({ row: { id, messageId }, dueAt }) => ({
    serverId,
    kind: 'WAITING',
    messageId,
    deliveryId: id,
    data: {
      recipient: recipients.get(id) ?? '',
      reason: reasonOf(limit),
      nextAttemptAt: dueAt.toISOString(),
    },
    at,
  }));
}

function reachedEvent({ serverId, limit, now: at }: Question): NewEvent {
  return { serverId, kind: 'SEND_LIMIT_REACHED', data: { reason: reasonOf(limit) }, at };
}

function reasonOf(limit: number): string {
  return `The send limit of the mail server is reached: ${limit} in 60 minutes`;
}

const HOUR_MS = 3_600_000;

function ascending(one: bigint, other: bigint): number {
  return one < other ? -1 : 1;
}

import fc from 'fast-check';
import { LIMITS } from '../../src/config/limits.js';
import {
  dueIn,
  SendPlan,
  WINDOW,
  type Place,
  type SendMinute,
  type WaitedFor,
} from '../../src/features/delivery/send-plan.js';

/** A mail server with a limit: each minute some mail comes, unless it is quiet, and a worker looks, unless it stands still. */
const story = fc.record({
  limit: fc.integer({ min: 6, max: 30 }),
  minutes: fc.array(
    fc.record({ arrivals: fc.nat(6), isDown: fc.integer({ min: 0, max: 9 }).map((n) => n === 0) }),
    { minLength: 100, maxLength: 160 },
  ),
  /** Deliveries in one claim. */
  atOnce: fc.integer({ min: 1, max: 9 }),
});

interface Story {
  readonly limit: number;
  readonly minutes: readonly { readonly arrivals: number; readonly isDown: boolean }[];
  readonly atOnce: number;
}

interface Row {
  readonly born: number;
  readonly due: number;
  readonly waited: WaitedFor;
}

const FIRST = 1_000;
const MINUTE_MS = 60_000;

/** Plays a story until everything has gone: when each went, in that order, and how often one waited in vain. */
function play({ limit, minutes, atOnce }: Story) {
  const known = new Map<number, SendMinute>();
  const went: { readonly born: number; readonly at: number }[] = [];
  let fullUntil: number | null = null;
  let queue: Row[] = [];
  let vain = 0;
  for (let now = FIRST; now < FIRST + minutes.length || queue.length > 0; now += 1) {
    const { arrivals = 0, isDown = false } = minutes[now - FIRST] ?? {};
    const fresh = { born: now, due: now * MINUTE_MS, waited: null };
    queue.push(
      ...Array<Row>(arrivals)
        .fill(fresh)
        .map((row) => ({ ...row })),
    );
    if (isDown) continue;
    for (let due = dueOf(queue, now); due.length > 0; due = dueOf(queue, now)) {
      const claimed = due.slice(0, atOnce);
      queue = queue.filter((row) => !claimed.includes(row));
      const again = claimed.map(({ waited }) => waited);
      const plan: SendPlan = new SendPlan({ minutes: known, fullUntil }, limit, now, again);
      const placed = waitedFirst(claimed).map((row) => ({ row, ...plan.place(row.waited) }));
      const waits = placed.filter(({ minute }) => minute !== now);
      went.push(
        ...placed
          .filter((one) => !waits.includes(one))
          .map(({ row }) => ({ born: row.born, at: now })),
      );
      queue.push(...waits.map(waitOf));
      vain += waits.filter(({ row }) => (row.waited ?? 0) > 0).length;
      for (const [minute, state] of plan.changes()) known.set(minute, state);
      ({ fullUntil } = plan);
    }
  }
  return { went, vain };
}

function waitedFirst(rows: readonly Row[]): Row[] {
  return [true, false].flatMap((has) => rows.filter(({ waited }) => (waited !== null) === has));
}

function waitOf({ row: { born }, minute, isPlanned }: Place & { readonly row: Row }): Row {
  return { born, due: dueAt(minute, born), waited: isPlanned ? minute : 0 };
}

/** What is due before this minute is over, the earliest first. */
function dueOf(queue: readonly Row[], now: number): Row[] {
  return queue
    .filter(({ due }) => due < (now + 1) * MINUTE_MS)
    .sort((one, other) => one.due - other.due);
}

function dueAt(minute: number, born: number): number {
  return dueIn(minute, new Date(born * MINUTE_MS)).getTime();
}

/** When the last would go if each minute took all that the limit allows. */
function shortest({ limit, minutes }: Story): number {
  const went = new Map<number, number>();
  let waiting = 0;
  let now = FIRST;
  for (; now < FIRST + minutes.length || waiting > 0; now += 1) {
    const { arrivals = 0, isDown = false } = minutes[now - FIRST] ?? {};
    waiting += arrivals;
    if (isDown) continue;
    let room = limit;
    for (let minute = now - WINDOW + 1; minute < now; minute += 1) room -= went.get(minute) ?? 0;
    went.set(now, Math.min(room, waiting));
    waiting -= Math.min(room, waiting);
  }
  return Math.max(FIRST, ...[...went].filter(([, count]) => count > 0).map(([minute]) => minute));
}

const arrivalsOf = ({ minutes }: Story) => minutes.reduce((sum, { arrivals }) => sum + arrivals, 0);
const lastOf = (went: readonly { readonly at: number }[]) =>
  went.reduce((last, { at }) => Math.max(last, at), FIRST);
const withoutPauses = (told: Story): Story => ({
  ...told,
  minutes: told.minutes.map(({ arrivals }) => ({ arrivals, isDown: false })),
});

describe('SendPlan', () => {
  it('lets no more go in any 60 minutes than the limit, and everything in the end', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { went } = play(told);
        const counts = new Map<number, number>();
        for (const { at } of went) counts.set(at, (counts.get(at) ?? 0) + 1);
        for (const from of counts.keys()) {
          let sum = 0;
          for (let minute = from; minute < from + WINDOW; minute += 1)
            sum += counts.get(minute) ?? 0;
          expect(sum).toBeLessThanOrEqual(told.limit);
        }
        expect(went).toHaveLength(arrivalsOf(told));
      }),
      { numRuns: 20 },
    );
  });

  it('lets all go as early as the limit allows, also when a worker stood still', () => {
    fc.assert(
      fc.property(story, (told) => {
        expect(lastOf(play(told).went)).toBe(shortest(told));
      }),
      { numRuns: 20 },
    );
  });

  it('lets who came first go first, however long the queue, when no worker stands still', () => {
    fc.assert(
      fc.property(story, (told) => {
        const births = play(withoutPauses(told)).went.map(({ born }) => born);
        expect(births).toEqual([...births].sort((one, other) => one - other));
      }),
      { numRuns: 20 },
    );
  });

  it('looks at who waits once, when no worker stands still and the end is in sight', () => {
    fc.assert(
      fc.property(story, (told) => {
        fc.pre(arrivalsOf(told) <= told.limit * Math.floor(LIMITS.sendPlanMinutes / WINDOW));
        expect(play(withoutPauses(told)).vain).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('sends nobody to the end whose minute came while no worker looked', () => {
    const minutes = new Map(
      [1_061, 1_122, 1_183, 1_244].map((minute) => [minute, { sent: 0, planned: 1 }] as const),
    );
    const plan = new SendPlan({ minutes, fullUntil: null }, 1, 1_130, [1_061, 1_122]);
    expect([plan.place(1_061), plan.place(1_122), plan.place(1_183), plan.place(null)]).toEqual(
      [1_130, 1_191, 1_183, 1_305].map((minute) => ({ minute, isPlanned: true })),
    );
  });
});

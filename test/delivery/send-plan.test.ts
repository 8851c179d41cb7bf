import fc from 'fast-check';
import { LIMITS } from '../../src/config/limits.js';
import { SendPlan, WINDOW, type SendMinute } from '../../src/features/delivery/send-plan.js';

/** A mail server with a limit: each minute some mail comes, unless it is quiet, and a worker looks, unless it stands still. */
interface Minute {
  readonly arrivals: number;
  readonly isDown: boolean;
}

interface Row {
  readonly due: number;
  readonly waited: number | null;
}

const story = fc.record({
  limit: fc.integer({ min: 1, max: 12 }),
  minutes: fc.array(
    fc.record({ arrivals: fc.nat(6), isDown: fc.integer({ min: 0, max: 9 }).map((n) => n === 0) }),
    { minLength: 1, maxLength: 90 },
  ),
  /** Deliveries in one claim. */
  atOnce: fc.integer({ min: 1, max: 9 }),
});

/** Plays a story until everything has gone; how much went in each minute. */
function play({ limit, minutes, atOnce }: { limit: number; minutes: Minute[]; atOnce: number }) {
  const known = new Map<number, SendMinute>();
  const went = new Map<number, number>();
  let queue: Row[] = [];
  let replanned = 0;
  for (let now = 1_000; now < 1_000 + minutes.length || queue.length > 0; now += 1) {
    const { arrivals = 0, isDown = false } = minutes[now - 1_000] ?? {};
    queue.push(...Array.from({ length: arrivals }, () => ({ due: now, waited: null })));
    if (isDown) continue;
    for (let due = dueOf(queue, now); due.length > 0; due = dueOf(queue, now)) {
      const claimed = due.slice(0, atOnce);
      queue = queue.filter((row) => !claimed.includes(row));
      const again = claimed.flatMap(({ waited }) => waited ?? []);
      const plan = new SendPlan(known, limit, now, again);
      const minutesOf = claimed.map(() => plan.take());
      const later = minutesOf.filter((minute) => minute !== now);
      went.set(now, (went.get(now) ?? 0) + claimed.length - later.length);
      queue.push(...later.map((minute) => ({ due: minute, waited: minute })));
      replanned += claimed.filter((row, n) => row.waited !== null && minutesOf[n] !== now).length;
      for (const [minute, state] of plan.changes()) known.set(minute, state);
    }
  }
  return { went, replanned };
}

function dueOf(queue: readonly Row[], now: number): Row[] {
  return queue.filter(({ due }) => due <= now).sort((one, other) => one.due - other.due);
}

describe('SendPlan', () => {
  it('lets no more go in any 60 minutes than the limit, and everything in the end', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { went } = play(told);
        const first = Math.min(...went.keys());
        const last = Math.max(...went.keys());
        for (let from = first; from <= last; from += 1) {
          let sum = 0;
          for (let minute = from; minute < from + 61; minute += 1) sum += went.get(minute) ?? 0;
          expect(sum).toBeLessThanOrEqual(told.limit);
        }
        const total = [...went.values()].reduce((sum, count) => sum + count, 0);
        expect(total).toBe(told.minutes.reduce((sum, { arrivals }) => sum + arrivals, 0));
      }),
      { numRuns: 300 },
    );
  });

  it('looks at who waits once, when no worker stands still and the end is in sight', () => {
    fc.assert(
      fc.property(story, ({ minutes, ...told }) => {
        const total = minutes.reduce((sum, { arrivals }) => sum + arrivals, 0);
        fc.pre(total <= told.limit * Math.floor(LIMITS.sendPlanMinutes / WINDOW));
        const quiet = minutes.map(({ arrivals }) => ({ arrivals, isDown: false }));
        expect(play({ ...told, minutes: quiet }).replanned).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

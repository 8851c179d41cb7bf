import { LIMITS } from '../../config/limits.js';

/** What is known of one minute of a mail server: deliveries that went out, and such as wait for it. */
export interface SendMinute {
  readonly sent: number;
  readonly planned: number;
}

/** What a mail server has planned already. */
export interface Planned {
  readonly minutes: ReadonlyMap<number, SendMinute>;
  /** Nothing new is planned before this minute: what came earlier waits for it, without a place. */
  readonly fullUntil: number | null;
}

/** Null: not looked at before. 0: waited without a place of its own. Else the minute that it waited for. */
export type WaitedFor = number | null;

export interface Place {
  readonly minute: number;
  /** Whether that minute counts it; without, it is looked at again then. */
  readonly isPlanned: boolean;
}

/**
 * Gives deliveries of one mail server the minute in which they may go, so that no 60 minutes have more than
 * its send limit. Minutes are counted from 1970; a minute is in the window until the 60th after it is over,
 * so what went out at its end is not forgotten too early.
 *
 * What went out is the truth, and by it a delivery goes now or waits; what is planned spreads those that wait,
 * first come, first served.
 *
 * - A new delivery gets the first minute with room beside what is planned. When there is none as far as is
 *   planned, it and all that come later wait without a place until then.
 * - One whose minute has come and has no room (a worker stood still, or the limit is lower) goes as soon as
 *   what went out allows, whatever is planned: the plan moves with it, and nobody goes to the end of it.
 * - One that is asked for too early keeps its minute.
 */
export class SendPlan {
  private readonly minutes: Map<number, SendMinute>;
  private readonly changed = new Set<number>();
  private until: number | null;
  /** No minute before this one has room for a new one, and how much is in the window that ends with it. */
  private cursor: number;
  private inWindow: number;

  constructor(
    { minutes, fullUntil }: Planned,
    private readonly limit: number,
    readonly now: number,
    /** What the deliveries waited for that are being looked at again. */
    again: readonly WaitedFor[] = [],
  ) {
    this.minutes = new Map(minutes);
    this.until = fullUntil !== null && fullUntil > now ? fullUntil : null;
    for (const minute of again) if (minute === now) this.change(minute, 0, -1);
    this.cursor = now;
    this.inWindow = 0;
    for (let minute = now - WINDOW + 1; minute <= now; minute += 1) {
      this.inWindow += this.takenOf(minute);
    }
  }

  get fullUntil(): number | null {
    return this.until;
  }

  place(waitedFor: WaitedFor): Place {
    if (waitedFor !== null && waitedFor > this.now) return { minute: waitedFor, isPlanned: true };
    if (waitedFor !== null && waitedFor > 0) return this.placeAgain();
    if (waitedFor === null && this.until !== null) return { minute: this.until, isPlanned: false };
    return this.placeNew();
  }

  /** What has to be written. */
  changes(): readonly (readonly [minute: number, SendMinute])[] {
    return [...this.changed]
      .sort((one, other) => one - other)
      .map((minute) => [minute, this.of(minute)]);
  }

  private placeNew(): Place {
    const horizon = this.now + LIMITS.sendPlanMinutes;
    while (this.inWindow >= this.limit && this.cursor < horizon) {
      this.cursor += 1;
      this.inWindow += this.takenOf(this.cursor) - this.takenOf(this.cursor - WINDOW);
    }
    if (this.inWindow >= this.limit) {
      this.until = Math.max(this.until ?? 0, horizon);
      return { minute: horizon, isPlanned: false };
    }
    return this.take(this.cursor);
  }

  private placeAgain(): Place {
    let sent = 0;
    for (let minute = this.now - WINDOW + 1; minute <= this.now; minute += 1) {
      sent += this.of(minute).sent;
    }
    let minute = this.now;
    for (; sent >= this.limit; minute += 1) sent -= this.of(minute + 1 - WINDOW).sent;
    return this.take(minute);
  }

  private take(minute: number): Place {
    const isInWindow = minute <= this.cursor && minute > this.cursor - WINDOW;
    if (isInWindow) this.inWindow += 1;
    if (minute === this.now) this.change(minute, 1, 0);
    else this.change(minute, 0, 1);
    return { minute, isPlanned: true };
  }

  /** What is planned for a minute that is over has not come true. */
  private takenOf(minute: number): number {
    const { sent, planned } = this.of(minute);
    return minute < this.now ? sent : sent + planned;
  }

  private of(minute: number): SendMinute {
    return this.minutes.get(minute) ?? NOTHING;
  }

  private change(minute: number, sent: number, planned: number): void {
    const before = this.of(minute);
    const after = { sent: before.sent + sent, planned: Math.max(0, before.planned + planned) };
    this.minutes.set(minute, after);
    this.changed.add(minute);
  }
}

/** The present minute, which is not over, and the 60 before it. */
export const WINDOW = 61;
const NOTHING: SendMinute = { sent: 0, planned: 0 };
const MINUTE_MS = 60_000;

export function minuteOf(time: Date): number {
  return Math.floor(time.getTime() / MINUTE_MS);
}

/**
 * When a delivery of this age is due in its minute: the oldest first, two thousandths of a second for each
 * minute of age, and nobody later than half a minute.
 */
export function dueIn(minute: number, bornAt: Date): Date {
  const age = Math.max(0, minute - minuteOf(bornAt));
  return new Date(minute * MINUTE_MS + Math.max(0, MOST_OFFSET_MS - 2 * age));
}

const MOST_OFFSET_MS = 30_000;

import { LIMITS } from '../../config/limits.js';

/** What is known of one minute of a mail server: deliveries that went out, and such as wait for it. */
export interface SendMinute {
  readonly sent: number;
  readonly planned: number;
}

/**
 * Gives deliveries of one mail server the minute in which they may go, so that no 60 minutes have more than
 * its send limit. Minutes are counted from 1970; a minute is in the window until the 60th after it is over,
 * so what went out at its end is not forgotten too early.
 *
 * What went out is the truth, and by it a delivery goes now or waits. What is planned only spreads those
 * that wait, first come, first served: where a plan does not come true (a worker stood still, a delivery was
 * cancelled, the limit changed), deliveries get another minute when theirs has come.
 */
export class SendPlan {
  private readonly minutes: Map<number, SendMinute>;
  private readonly changed = new Set<number>();
  /** No minute before this one has room, and how much is in the window that ends with it. */
  private cursor: number;
  private inWindow: number;

  constructor(
    known: ReadonlyMap<number, SendMinute>,
    private readonly limit: number,
    readonly now: number,
    /** Minutes that deliveries waited for which are being looked at again. */
    again: readonly number[] = [],
  ) {
    this.minutes = new Map(known);
    for (const minute of again) if (minute >= now) this.change(minute, 0, -1);
    this.cursor = now;
    this.inWindow = 0;
    for (let minute = now - WINDOW + 1; minute <= now; minute += 1) {
      this.inWindow += this.takenOf(minute);
    }
  }

  /** The minute for the next delivery; `now` when it may go. Nothing is planned beyond the horizon. */
  take(): number {
    const horizon = this.now + LIMITS.sendPlanMinutes;
    while (this.inWindow >= this.limit && this.cursor < horizon) {
      this.cursor += 1;
      this.inWindow += this.takenOf(this.cursor) - this.takenOf(this.cursor - WINDOW);
    }
    if (this.inWindow >= this.limit) return horizon;
    this.inWindow += 1;
    if (this.cursor === this.now) this.change(this.cursor, 1, 0);
    else this.change(this.cursor, 0, 1);
    return this.cursor;
  }

  /** What has to be written. */
  changes(): readonly (readonly [minute: number, SendMinute])[] {
    return [...this.changed]
      .sort((one, other) => one - other)
      .map((minute) => [minute, this.of(minute)]);
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

export function beginningOf(minute: number): Date {
  return new Date(minute * MINUTE_MS);
}

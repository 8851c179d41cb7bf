/** Tells the time. Injected everywhere, so that tests can move it; lease times alone use the database clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

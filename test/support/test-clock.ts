import type { Clock } from '../../src/platform/clock.js';

/** A clock that runs with the machine's and can be moved forward. Leases keep database time. */
export class TestClock implements Clock {
  private aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  advance(ms: number): void {
    this.aheadMs += ms;
  }
}

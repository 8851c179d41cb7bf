import {
  waitAfter,
  waitForRecheck,
  type RetryPolicy,
} from '../../src/features/delivery/retry-schedule.js';

const MINUTE = 60_000;
const policy: RetryPolicy = { firstMs: 5 * MINUTE, factor: 1.3, attempts: 18, jitter: 0.1 };
const middle = () => 0.5;

describe('the retry schedule', () => {
  it('waits 5 minutes first and 1.3 times longer each time', () => {
    const waits = Array.from({ length: 17 }, (_, index) =>
      waitAfter(policy, index + 1, undefined, middle),
    );

    expect(waits.map((wait) => Math.round((wait ?? 0) / MINUTE))).toEqual([
      5, 7, 8, 11, 14, 19, 24, 31, 41, 53, 69, 90, 116, 151, 197, 256, 333,
    ]);
  });

  it('gives up after the last attempt', () => {
    expect(waitAfter(policy, 17, undefined, middle)).not.toBeNull();
    expect(waitAfter(policy, 18, undefined, middle)).toBeNull();
    expect(waitAfter({ ...policy, attempts: 1 }, 1, 60, middle)).toBeNull();
  });

  it('stays within the jitter on both sides', () => {
    expect(waitAfter(policy, 1, undefined, () => 0)).toBe(4.5 * MINUTE);
    expect(waitAfter(policy, 1, undefined, () => 0.999_999_9)).toBe(5.5 * MINUTE);
  });

  it('waits as long as the receiver asked, and never comes early', () => {
    expect(waitAfter(policy, 1, 90, () => 0)).toBe(90_000);
    expect(waitAfter(policy, 5, 90, () => 1)).toBe(99_000);
  });

  it('bounds what a receiver may ask for', () => {
    expect(waitAfter(policy, 1, 0, () => 0)).toBe(1_000);
    expect(waitAfter(policy, 1, 10_000_000, () => 1)).toBe(24 * 60 * MINUTE);
  });

  it('checks a missing domain again after the first wait, however many attempts there were', () => {
    expect(waitForRecheck(policy, middle)).toBe(5 * MINUTE);
  });
});

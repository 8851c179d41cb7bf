/** Whether this is `npm run test:long`. */
export const isLong = process.env['TEST_LONG'] === '1';

/**
 * The one place where a test says how much it does: a small figure that fits `npm test`, and the full
 * one of `npm run test:long`. The body of the test is the same for both.
 */
export function figure<T>(of: { readonly t0: T; readonly long: T }): T {
  return isLong ? of.long : of.t0;
}

/** For a whole test that is only worth its time in `npm run test:long`; it is no part of `npm test`. */
export function itLong(name: string, body: () => Promise<void>, timeoutMs?: number): void {
  if (isLong) it(name, body, timeoutMs);
}

/** Says a count that a test reached, so that whoever runs it sees when one shrinks. */
export function report(text: string): void {
  process.stderr.write(`${text}\n`);
}

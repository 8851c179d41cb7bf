import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import { TooManySignIns } from '../../platform/passwords.js';

interface Tally {
  readonly endsAt: number;
  failures: number;
}

const CAPACITY = 50_000;

/**
 * Bounds guessing of passwords in windows of fixed length: few tries for one user from one address, so
 * that a stranger does not lock the user out elsewhere, and more for one user or one address in all. A try
 * counts as failed until it succeeds, so that tries at the same time do not slip through.
 */
export class SignInThrottle {
  private readonly tallies = new Map<string, Tally>();

  constructor(private readonly clock: Clock) {}

  begin(email: string, ipAddress: string | null): void {
    const bounds = boundsOf(email, ipAddress).map(
      ([key, most]) => [this.tally(key), most] as const,
    );
    if (bounds.some(([{ failures }, most]) => failures >= most)) {
      throw new TooManySignIns('Too many failed sign-ins, try again later');
    }
    for (const [tally] of bounds) tally.failures += 1;
  }

  succeeded(email: string, ipAddress: string | null): void {
    const [[pair], ...wider] = boundsOf(email, ipAddress);
    this.tallies.delete(pair);
    for (const [key] of wider) {
      const tally = this.tally(key);
      tally.failures = Math.max(0, tally.failures - 1);
    }
  }

  private tally(key: string): Tally {
    const now = this.clock.now().getTime();
    const known = this.tallies.get(key);
    if (known && known.endsAt > now) return known;
    const fresh = { endsAt: now + LIMITS.signInWindowMs, failures: 0 };
    this.tallies.delete(key);
    this.tallies.set(key, fresh);
    const [oldest] = this.tallies.keys();
    if (this.tallies.size > CAPACITY && oldest !== undefined) this.tallies.delete(oldest);
    return fresh;
  }
}

type Bound = readonly [key: string, most: number];

function boundsOf(email: string, ipAddress: string | null): readonly [Bound, Bound, Bound] {
  const from = ipAddress ?? 'nowhere';
  return [
    [`pair ${from} ${email}`, LIMITS.signInFailures],
    [`user ${email}`, LIMITS.signInFailuresInAll],
    [`address ${from}`, LIMITS.signInFailuresInAll],
  ];
}

import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import { TooManySignIns } from '../../platform/passwords.js';

interface Tally {
  readonly endsAt: number;
  failures: number;
}

const CAPACITY = 50_000;

/**
 * Bounds guessing of passwords, for each user and for each client address, in windows of fixed length.
 * A try counts as failed until it succeeds, so that tries at the same time do not slip through.
 */
export class SignInThrottle {
  private readonly tallies = new Map<string, Tally>();

  constructor(private readonly clock: Clock) {}

  begin(email: string, ipAddress: string | null): void {
    const user = this.tally(`user ${email}`);
    const address = this.tally(`address ${ipAddress ?? ''}`);
    const isFull =
      user.failures >= LIMITS.signInFailuresPerUser ||
      address.failures >= LIMITS.signInFailuresPerAddress;
    if (isFull) throw new TooManySignIns('Too many failed sign-ins, try again later');
    user.failures += 1;
    address.failures += 1;
  }

  succeeded(email: string, ipAddress: string | null): void {
    this.tallies.delete(`user ${email}`);
    const address = this.tally(`address ${ipAddress ?? ''}`);
    address.failures = Math.max(0, address.failures - 1);
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

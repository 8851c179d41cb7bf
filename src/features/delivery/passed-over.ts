/**
 * Where the next look at a server's queue may begin.
 *
 * While a destination has no room its due rows stay at the head of the queue, perhaps ten thousand of
 * them, and every claim would read past them again. So a claim begins where the one before ended, until
 * a destination that was passed over has room again, and at the latest after a second: by then given
 * back and lapsed rows, whose time is long past, are found, too.
 */
export class PassedOver {
  private readonly seenUpTo = new Map<bigint, Date>();
  private closed = new Set<string>();
  private since = -Infinity;

  /** A claim begins with these destinations closed. */
  begin(closed: readonly string[]): void {
    const ageMs = performance.now() - this.since;
    const hasReopened = [...this.closed].some((destination) => !closed.includes(destination));
    const isWorthIt = hasReopened && ageMs > SHORTEST_MS;
    if (closed.length === 0 || isWorthIt || ageMs > LONGEST_MS) {
      this.seenUpTo.clear();
      this.closed = new Set(closed);
      this.since = performance.now();
    }
    for (const destination of closed) this.closed.add(destination);
  }

  /** Rows that were due before this have been looked at. */
  of(serverId: bigint): Date {
    return this.seenUpTo.get(serverId) ?? BEGINNING;
  }

  note(serverId: bigint, upTo: Date): void {
    if (this.closed.size > 0) this.seenUpTo.set(serverId, upTo);
  }
}

const SHORTEST_MS = 100;
const LONGEST_MS = 1_000;
const BEGINNING = new Date('1970-01-02T00:00:00Z');

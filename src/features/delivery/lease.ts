/**
 * A claim's right to send, as this process knows it without asking the database.
 *
 * The deadline is monotonic time taken *before* the claim (or its renewal) was sent, plus the lease,
 * less a margin: whatever happened on the way, the rows in the database are ours for longer than we
 * believe. A lease that has once run out here is lost for good, even if a renewal should still find
 * the rows untouched: between the two somebody else may have had them.
 */
export class Lease {
  private deadline: number;
  private isLost = false;

  constructor(
    /** Fencing token of the claim: written to its rows, and the condition of every later change. */
    readonly token: bigint,
    sentAt: number,
    private readonly leaseMs: number,
  ) {
    this.deadline = deadlineOf(sentAt, leaseMs);
  }

  /** The fence: asked right before the final dot. */
  isValid(): boolean {
    if (!this.isLost && performance.now() >= this.deadline) this.isLost = true;
    return !this.isLost;
  }

  /** The renewal sent at that moment was committed. */
  renewed(sentAt: number): void {
    if (this.isValid()) this.deadline = deadlineOf(sentAt, this.leaseMs);
  }
}

/** How often in its time a lease is renewed. */
export const RENEWALS = 3;

/**
 * How long a settlement waits for a lock: then it gives its rows free for their renewal, so that a lease outlives
 * every wait.
 */
export function settlementLockWaitMs(leaseMs: number): number {
  return Math.max(1_000, leaseMs / 6);
}

/** Longer than that, so that the renewal has its turn when the settlement gives up, and not both at once. */
export function renewalLockWaitMs(leaseMs: number): number {
  return 2 * settlementLockWaitMs(leaseMs);
}

/** What may pass between asking the fence and the dot leaving this machine, as a part of the lease. */
const MARGIN = 0.1;

function deadlineOf(sentAt: number, leaseMs: number): number {
  return sentAt + leaseMs * (1 - MARGIN);
}

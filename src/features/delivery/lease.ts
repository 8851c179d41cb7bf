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

/** What may pass between asking the fence and the dot leaving this machine, as a part of the lease. */
const MARGIN = 0.1;

function deadlineOf(sentAt: number, leaseMs: number): number {
  return sentAt + leaseMs * (1 - MARGIN);
}

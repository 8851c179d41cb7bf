/** What is looked at, and how. */
export interface Round<T> {
  readonly everyMs: number;
  members(): Iterable<T>;
  look(member: T): Promise<void>;
  /** A look that failed; the member is looked at again in the next round. */
  onError(error: unknown): void;
}

/** Looks at all members again and again, one after the other, until it is stopped. */
export class Rounds<T> {
  private readonly timer: NodeJS.Timeout;
  private isRunning = false;
  private isStopped = false;

  constructor(private readonly round: Round<T>) {
    this.timer = setInterval(() => void this.walk(), round.everyMs).unref();
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.timer);
  }

  /** A round that takes longer than the pause is not overtaken by the next. */
  private async walk(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (const member of [...this.round.members()]) {
      if (this.isStopped) break;
      try {
        await this.round.look(member);
      } catch (error) {
        this.round.onError(error);
      }
    }
    this.isRunning = false;
  }
}

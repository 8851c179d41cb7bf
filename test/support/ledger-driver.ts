import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, Entry, Ledger } from './ledger.js';

/** One session at one door, opened again as often as it breaks. Never rejects. */
export interface Submitter {
  submit(entry: Entry): Promise<Answer>;
  close(): void;
}

export interface DriverOptions {
  readonly messages: number;
  readonly sessions: number;
  readonly open: () => Submitter;
  /** Sends again what was not acknowledged, with the same key, as a careful client does. */
  readonly resubmits?: boolean;
  /** No new message while this says so. */
  readonly waitsWhile?: () => boolean;
  /** However bad it gets, the load ends by itself after this time. */
  readonly longestMs?: number;
}

const LONGEST_MS = 90_000;
const PAUSE_MS = 100;
const WAIT_MS = 10;

/** Load through a door, written down in a ledger. Ends when everything was submitted, or at `finish`. */
export class LedgerDriver {
  /** How many submissions were not the first of their entry. */
  resubmissions = 0;
  private readonly done: Promise<void>;
  private isOver = false;
  private left: number;

  constructor(
    private readonly ledger: Ledger,
    private readonly options: DriverOptions,
  ) {
    this.left = options.messages;
    const sessions = Array.from({ length: options.sessions }, () => this.run(options.open()));
    const { longestMs = LONGEST_MS } = options;
    const deadline = setTimeout(() => (this.isOver = true), longestMs).unref();
    this.done = Promise.all(sessions).then(() => clearTimeout(deadline));
  }

  /** Resolves when every session has ended. */
  ended(): Promise<void> {
    return this.done;
  }

  /** Nothing new from now on. */
  finish(): Promise<void> {
    this.isOver = true;
    return this.done;
  }

  private async run(submitter: Submitter): Promise<void> {
    while (this.left > 0 && !this.isOver) {
      this.left -= 1;
      await this.bring(this.ledger.open(), submitter);
      while (this.mustWait()) await sleep(WAIT_MS);
    }
    submitter.close();
  }

  private mustWait(): boolean {
    return !this.isOver && this.options.waitsWhile?.() === true;
  }

  private async bring(entry: Entry, submitter: Submitter): Promise<void> {
    for (;;) {
      await this.ledger.willTry(entry);
      const answer = await submitter.submit(entry);
      await this.ledger.heardFor(entry, answer);
      if (answer.verdict === 'acked') return;
      await sleep(PAUSE_MS);
      if (!this.options.resubmits || this.isOver) return;
      this.resubmissions += 1;
    }
  }
}

/** Never keeps alive what a failed test has left behind. */
function sleep(ms: number): Promise<void> {
  return delay(ms, undefined, { ref: false });
}

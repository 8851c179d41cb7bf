import { numberedLetters } from './letters.js';
import { SmtpSession } from './smtp-session.js';
import type { Work } from '../works.js';

/** When a message was to be sent, and when it was accepted. */
export interface Passage {
  readonly number: number;
  readonly dueAt: number;
  readonly acceptedAt: number;
}

export interface Pace {
  readonly port: number;
  readonly work: Work;
  readonly perSecond: number;
  readonly count: number;
  /** The recipient of all. */
  readonly to: string;
}

const TICK_MS = 2;

/**
 * Sends numbered messages at an even pace, whatever the system does: who waits for a free session was due
 * all the same. Resolves when the last was accepted.
 */
export async function sendAtPace(pace: Pace): Promise<Passage[]> {
  const sessions = await Promise.all(
    Array.from({ length: pace.work.sessions }, () => SmtpSession.open(pace.port)),
  );
  try {
    return await new PacedSource(pace, sessions).run();
  } finally {
    for (const session of sessions) session.close();
  }
}

class PacedSource {
  private readonly letters: ReturnType<typeof numberedLetters>;
  private readonly passages: Passage[] = [];
  private readonly free: SmtpSession[];
  private begun = 0;
  private startedAt = 0;

  constructor(
    private readonly pace: Pace,
    sessions: readonly SmtpSession[],
  ) {
    this.letters = numberedLetters(pace.work);
    this.free = [...sessions];
  }

  run(): Promise<Passage[]> {
    this.startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const done = () => {
        if (this.passages.length < this.pace.count) return;
        clearInterval(timer);
        resolve(this.passages);
      };
      const fail = (error: unknown) => {
        clearInterval(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const begin = () => {
        for (const passage of this.takeDue()) passage.then(done, fail);
      };
      const timer = setInterval(begin, TICK_MS);
    });
  }

  /** Whatever is due and finds a free session. */
  private takeDue(): Promise<void>[] {
    const { perSecond, count } = this.pace;
    const elapsedMs = performance.now() - this.startedAt;
    const due = Math.min(count, Math.floor((elapsedMs * perSecond) / 1_000));
    const begun: Promise<void>[] = [];
    while (this.begun < due) {
      const session = this.free.pop();
      if (!session) break;
      this.begun += 1;
      begun.push(this.send(session, this.begun));
    }
    return begun;
  }

  private async send(session: SmtpSession, number: number): Promise<void> {
    const dueAt = this.startedAt + (number * 1_000) / this.pace.perSecond;
    const { from, content } = this.letters;
    const acceptedAt = await session.send(from, this.pace.to, content(number));
    this.passages.push({ number, dueAt, acceptedAt });
    this.free.push(session);
  }
}

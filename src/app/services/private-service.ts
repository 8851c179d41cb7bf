import type { ChildProcess } from 'node:child_process';

/** A server program that Posthouse runs for itself. */
export interface PrivateService {
  readonly url: string;
  readonly pid: number | null;
  /** Resolves when it answers. */
  start(): Promise<void>;
  /** Resolves when it has ended; it stays so until `start`. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Sends a signal; what dies by it comes back by itself. */
  kill(signal: NodeJS.Signals): void;
}

/** A private service did not come up; the message says where to look. */
export class ServiceFailed extends Error {}

/** Long, because a database may have a crash to recover from. */
const TIMEOUT_MS = 120_000;
const PAUSE_MS = 50;

/** Asks until the answer comes, the process ends or time is up. */
export async function untilItAnswers(child: ChildProcess, ask: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  let last: unknown;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    try {
      await ask();
      return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('no answer', { cause: last });
}

import type { RetryPolicy } from './settings.js';

/** Resolves after a time; rejects with the reason of the signal when that comes first. */
export function pause(waitMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(reasonOf(signal));
      return;
    }
    const leave = () => {
      clearTimeout(timer);
      if (signal) reject(reasonOf(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, waitMs);
    signal?.addEventListener('abort', leave, { once: true });
  });
}

/** How long to wait after so many failures: doubling, and anywhere in its upper half, so that clients spread. */
export function backOff(failures: number, { firstWaitMs, longestWaitMs }: RetryPolicy): number {
  const waitMs = Math.min(firstWaitMs * 2 ** Math.min(failures - 1, 30), longestWaitMs);
  return waitMs / 2 + (Math.random() * waitMs) / 2;
}

/** A signal that aborts with another one, or by itself; `release` lets go of the other one. */
export class Leash {
  private readonly controller = new AbortController();
  private readonly follow = () => {
    if (this.other) this.controller.abort(this.other.reason);
  };

  constructor(private readonly other: AbortSignal | undefined) {
    if (other?.aborted) this.follow();
    else other?.addEventListener('abort', this.follow, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  abort(reason: unknown): void {
    this.controller.abort(reason);
  }

  release(): void {
    this.other?.removeEventListener('abort', this.follow);
  }
}

/** The reason of an abort as it was given: it need not be an Error. */
export function reasonOf(signal: AbortSignal): Error {
  return signal.reason as Error; // what the owner of the signal wants to catch
}

/** Unguessable, and made wherever the program runs. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

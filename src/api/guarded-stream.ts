import { LIMITS } from '../config/limits.js';
import type { Caller } from '../features/accounts/caller.js';
import type { ApiContext } from './context.js';

export interface Guarded<T> {
  follow(signal: AbortSignal): AsyncIterable<T>;
  isWanted(item: T): boolean;
  /** Throws when this caller may not listen. */
  authorize(caller: Caller): Promise<unknown>;
}

/**
 * A stream for one subscription: ends when its reader leaves or the door closes, and fails when the
 * caller may no longer listen, which is asked again at most every five seconds, heard or silent.
 */
export function guardedStream<T>(
  context: ApiContext,
  guarded: Guarded<T>,
): AsyncIterableIterator<T> {
  return new GuardedStream(context, guarded);
}

class GuardedStream<T> implements AsyncIterableIterator<T> {
  private readonly left = new AbortController();
  private readonly source: AsyncIterator<T>;
  private readonly timer: NodeJS.Timeout;
  private refusal: { readonly error: unknown } | null = null;
  private readonly leave = () => {
    this.stop();
  };

  constructor(
    private readonly context: ApiContext,
    private readonly guarded: Guarded<T>,
  ) {
    this.source = guarded.follow(this.left.signal)[Symbol.asyncIterator]();
    this.timer = setInterval(() => void this.recheck(), LIMITS.streamRecheckMs);
    this.timer.unref();
    context.closing.addEventListener('abort', this.leave);
    if (context.closing.aborted) this.stop();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    for (;;) {
      const result = await this.source.next();
      if (this.refusal) throw this.refusal.error;
      if (result.done) {
        this.stop();
        return { done: true, value: undefined };
      }
      if (this.guarded.isWanted(result.value)) return { done: false, value: result.value };
    }
  }

  /** Does not wait for the source: it may itself be waiting for the next event. */
  return(): Promise<IteratorResult<T, undefined>> {
    this.stop();
    return Promise.resolve({ done: true, value: undefined });
  }

  private async recheck(): Promise<void> {
    try {
      await this.guarded.authorize(await this.context.refreshCaller());
    } catch (error) {
      this.refusal ??= { error };
      this.stop();
    }
  }

  private stop(): void {
    clearInterval(this.timer);
    this.context.closing.removeEventListener('abort', this.leave);
    this.left.abort();
  }
}

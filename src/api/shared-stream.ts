import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { AnswersOfDocument } from './shared-answers.js';

export interface SharedStreamParts {
  /** Only events that this subscriber may and wants to hear. */
  readonly events: AsyncIterator<object>;
  readonly answers: AnswersOfDocument;
  readonly args: ExecutionArgs;
  /** Sends the JSON of an answer; a promise when the subscriber is slower than its events. */
  readonly send: (text: string) => Promise<void> | null;
}

/**
 * Answers the events of one subscriber and sends the answers itself: its reader gets only those that could
 * not be shared, and the end. Like the stream of events it can be left while it waits.
 */
export class SharedStream implements AsyncIterableIterator<ExecutionResult> {
  private hasEnded = false;

  constructor(private readonly parts: SharedStreamParts) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    try {
      const unshared = await this.tellUntilUnshared();
      if (unshared) return { done: false, value: unshared };
    } catch (error) {
      this.end();
      throw error;
    }
    this.end();
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.end();
    await this.parts.events.return?.();
    return { done: true, value: undefined };
  }

  /** Null at the end. */
  private async tellUntilUnshared(): Promise<ExecutionResult | null> {
    const { events, answers, args, send } = this.parts;
    for (;;) {
      const event = await events.next();
      if (event.done || this.isOver()) return null;
      const answering = answers.of(event.value, args);
      const { text, result } = answering instanceof Promise ? await answering : answering;
      if (this.isOver()) return null;
      if (text === null) return result;
      const sending = send(text);
      if (sending) await sending;
    }
  }

  private isOver(): boolean {
    return this.hasEnded;
  }

  private end(): void {
    this.hasEnded = true;
    this.parts.answers.leave();
  }
}

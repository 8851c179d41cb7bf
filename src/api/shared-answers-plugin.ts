import { createSourceEventStream, type ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Transported } from './exchange.js';
import { textSameForAll } from './same-for-all.js';
import { SharedAnswers } from './shared-answers.js';
import { SharedStream } from './shared-stream.js';

/**
 * Subscribers over WebSocket whose documents answer an event alike get the same text, written once. Each of
 * them has a stream of events of its own, which decides what this caller may hear.
 */
export function useSharedAnswers(): Plugin<Transported> {
  const shared = new SharedAnswers();
  return {
    onSubscribe({ args: given, setSubscribeFn }) {
      const args = given as unknown as ExecutionArgs; // envelop types parts of it loosely
      const { exchange } = given.contextValue;
      const text = textSameForAll(args.schema, args.document);
      const { sendAnswer: send } = exchange;
      if (text === null || !send) return;
      setSubscribeFn(async () => {
        const events = await createSourceEventStream(args);
        if (!(Symbol.asyncIterator in events)) return events;
        return new SharedStream({
          ...{ args, send, answers: shared.join(text) },
          events: events[Symbol.asyncIterator]() as AsyncIterator<object>, // what `deliveryEvents` subscribes to
        });
      });
    },
  };
}

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from '../config/limits.js';
import { nameOfCaller } from './caller-name.js';
import type { ApiContext } from './context.js';
import { badRequest } from './errors.js';
import type { Transported } from './exchange.js';
import { Shares } from './shares.js';

/**
 * No caller has more than a share of the streams of this process, whatever they come over, and what asks for one is as
 * small over HTTP as a message of a WebSocket.
 */
export function useStreamShares(): Plugin<ApiContext & Transported> {
  const shares = new Shares(LIMITS.streamsPerCaller);
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { caller, clientIp, exchange } = args.contextValue;
      if (exchange.http?.isLarge()) {
        setResultAndStopExecution({ errors: [tooLarge()] });
        return;
      }
      const giveBack = shares.take(nameOfCaller(caller.identity) ?? `address:${clientIp}`);
      if (!giveBack) {
        setResultAndStopExecution({ errors: [tooMany()] });
        return;
      }
      return {
        onSubscribeError: giveBack,
        onSubscribeResult: ({ result }) => {
          if (Symbol.asyncIterator in result) return { onEnd: giveBack };
          giveBack();
        },
      };
    },
  };
}

function tooMany(): GraphQLError {
  const reason = `You have ${LIMITS.streamsPerCaller} subscriptions already`;
  return new GraphQLError(reason, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', http: { status: 429, spec: true } },
  });
}

/** Its variables stay in memory, and would keep their room, for as long as it lasts. */
function tooLarge(): GraphQLError {
  const reason = `A request for a subscription may have ${LIMITS.strangerRequestBytes} bytes`;
  return badRequest(reason, 413);
}

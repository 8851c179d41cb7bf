import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from '../config/limits.js';
import { nameOfCaller } from './caller-name.js';
import type { ApiContext } from './context.js';
import { Shares } from './shares.js';

/** No caller has more than a share of the streams of this process, whatever they come over. */
export function useStreamShares(): Plugin<ApiContext> {
  const shares = new Shares(LIMITS.streamsPerCaller);
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { caller, clientIp } = args.contextValue as unknown as ApiContext; // made by contextOf
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

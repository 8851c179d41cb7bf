import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Metrics } from '../platform/metrics.js';

/** Counts operations by how they ended, and the subscriptions that are open. */
export function useMetrics(metrics: Pick<Metrics, 'graphqlRequests' | 'subscriptions'>): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone: ({ result }) => {
        metrics.graphqlRequests.inc({ result: endOf(result as ExecutionResult) }); // nothing is deferred
      },
    }),
    onSubscribe: () => ({
      onSubscribeResult: ({ result }) => {
        const isStream = Symbol.asyncIterator in result;
        metrics.graphqlRequests.inc({ result: isStream ? 'stream' : endOf(result) });
        if (!isStream) return;
        metrics.subscriptions.inc();
        return { onEnd: () => metrics.subscriptions.dec() };
      },
    }),
  };
}

function endOf({ errors }: ExecutionResult): 'ok' | 'error' | 'fault' {
  if (!errors?.length) return 'ok';
  const isFault = errors.some(({ extensions }) => FAULTS.has(extensions.code));
  return isFault ? 'fault' : 'error';
}

const FAULTS = new Set<unknown>(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE']);

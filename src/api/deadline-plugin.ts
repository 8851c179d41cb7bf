import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { whileWanted } from '../platform/database/abandonment.js';
import type { ApiContext } from './context.js';

/**
 * A query that takes too long, or whose client has gone, is given up: resolvers are not waited for and
 * their statements are stopped. Changes go on to their end, which has limits of its own.
 */
export function useDeadline(timeoutMs: number): Plugin<ApiContext> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const given = args as ExecutionArgs; // envelop types parts of it loosely
      const operation = getOperationAST(given.document, given.operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return;
      const { gone } = given.contextValue as ApiContext; // made by contextOf
      setExecuteFn((last: ExecutionArgs) =>
        inTime(() => Promise.resolve(executeFn(last) as ExecutionResult), { gone, timeoutMs }),
      );
    },
  };
}

async function inTime(
  execute: () => Promise<ExecutionResult>,
  { gone, timeoutMs }: { readonly gone: AbortSignal; readonly timeoutMs: number },
): Promise<ExecutionResult> {
  const end = new AbortController();
  const { signal } = end;
  const leave = () => end.abort();
  gone.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(leave, timeoutMs);
  try {
    const late = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null), { once: true });
      if (gone.aborted) leave();
    });
    const result = await Promise.race([whileWanted(signal, execute), late]);
    return result ?? { errors: [tooLate(timeoutMs)] };
  } finally {
    clearTimeout(timer);
    gone.removeEventListener('abort', leave);
  }
}

function tooLate(timeoutMs: number): GraphQLError {
  return new GraphQLError(`The query took longer than ${timeoutMs / 1_000} s`, {
    extensions: { code: 'TIMEOUT', http: { status: 504, spec: true } },
  });
}

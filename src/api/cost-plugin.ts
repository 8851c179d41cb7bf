import { GraphQLError, type ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from '../config/limits.js';
import type { ApiBudget, OperationCost } from './budget.js';
import type { ApiContext } from './context.js';
import { tooBig } from './document-limits.js';
import { costOf } from './operation-cost.js';

interface Charge {
  readonly cost: OperationCost;
  readonly refusal: GraphQLError | null;
}

/**
 * Charges every operation before it runs, on every transport, and tells the account with the answer in
 * `extensions.cost`. A subscription is charged when it begins.
 */
export function useCost(budget: ApiBudget): Plugin<ApiContext> {
  return {
    onExecute: async ({ args, extendContext, setResultAndStopExecution }) => {
      const { cost, refusal } = await charge(budget, args);
      if (refusal) {
        setResultAndStopExecution(refused(refusal, cost));
        return undefined;
      }
      extendContext({ cost });
      return {
        onExecuteDone: ({ result, setResult }) => {
          if (Symbol.asyncIterator in result) return; // nothing is deferred
          setResult({ ...result, extensions: { ...result.extensions, cost: told(cost) } });
        },
      };
    },
    onSubscribe: async ({ args, extendContext, setResultAndStopExecution }) => {
      const { cost, refusal } = await charge(budget, args);
      if (refusal) setResultAndStopExecution(refused(refusal, cost));
      else extendContext({ cost });
    },
  };
}

async function charge(budget: ApiBudget, args: ExecutionArgs): Promise<Charge> {
  const { caller, clientIp } = args.contextValue as ApiContext; // made by contextOf
  const points = await pointsOf(args, () => budget.spend(caller, clientIp, 1));
  const isTooBig = points > LIMITS.queryCost;
  const spending = await budget.spend(caller, clientIp, isTooBig ? 1 : points);
  const cost = budget.account(points, spending);
  if (isTooBig) return { cost, refusal: tooBig('cost', LIMITS.queryCost) };
  return { cost, refusal: spending.isGranted ? null : rateLimited(spending.waitMs) };
}

/** Whose variables are wrong gets no answer, but we have read them: that has a price, too. */
async function pointsOf(args: ExecutionArgs, chargeLeast: () => Promise<unknown>): Promise<number> {
  try {
    return costOf(args);
  } catch (error) {
    await chargeLeast();
    throw error;
  }
}

/** Over HTTP a 429, where the media type lets a GraphQL answer have one. */
function rateLimited(waitMs: number): GraphQLError {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1_000));
  const headers = { 'Retry-After': String(retryAfter) };
  return new GraphQLError(`The budget of points is spent: try again in ${retryAfter} s`, {
    extensions: { code: 'RATE_LIMITED', retryAfter, http: { status: 429, spec: true, headers } },
  });
}

function refused(refusal: GraphQLError, cost: OperationCost) {
  return { errors: [refusal], extensions: { cost: told(cost) } };
}

function told({ requested, available, restoreRate }: OperationCost) {
  return { requested, available, restoreRate };
}

import { LIMITS } from '../config/limits.js';
import type { OperationCost } from './budget.js';
import { builder } from './builder.js';

const RateLimit = builder.objectRef<OperationCost>('RateLimit').implement({
  description:
    'Your budget of points. Each token, signed-in user and API key has one, and each operation is charged before it runs: a field costs 1, times the page sizes around it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    cost: t.exposeInt('requested', { description: 'What this operation cost.' }),
    available: t.exposeInt('available', { description: 'Points that are left after it.' }),
    capacity: t.exposeInt('capacity', { description: 'Points of a full budget.' }),
    restoreRate: t.exposeInt('restoreRate', { description: 'Points that come back each second.' }),
    fullAfterMs: t.int({
      description: 'Milliseconds until the budget is full again.',
      resolve: ({ capacity, available, restoreRate }) =>
        Math.ceil((Math.max(0, capacity - available) / restoreRate) * 1_000),
    }),
    operationLimit: t.int({
      description: 'Points that a single operation may cost.',
      resolve: () => LIMITS.queryCost,
    }),
  }),
});

builder.queryField('rateLimit', (t) =>
  t.field({
    type: RateLimit,
    authScopes: { signedIn: true },
    description: 'What you have left to spend on operations. Needs a sign-in.',
    resolve: (_root, _args, { cost }) => {
      if (!cost) throw new Error('this operation was not charged');
      return cost;
    },
  }),
);

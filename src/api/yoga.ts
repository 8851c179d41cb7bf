import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { HttpRoute } from '../features/accounts/policy.js';
import type { Metrics } from '../platform/metrics.js';
import type { ApiBudget } from './budget.js';
import type { ApiContext, ApiServices } from './context.js';
import { useCost } from './cost-plugin.js';
import { useKeptDocuments } from './documents-plugin.js';
import { useDeadline } from './deadline-plugin.js';
import { contextOf, type Transported } from './exchange.js';
import { useHttpRules } from './http-rules.js';
import { useJsonBody } from './json-body.js';
import { useLimits } from './limits-plugin.js';
import { maskErrors } from './masking.js';
import { useMetrics } from './operation-metrics.js';
import { useSharedAnswers } from './shared-answers-plugin.js';
import { useStreamShares } from './stream-shares-plugin.js';
import { SAVED_EXAMPLES } from './saved-examples.js';

export const ENDPOINT = '/graphql' satisfies HttpRoute;

export type Yoga = YogaServerInstance<Transported, ApiContext>;

export interface YogaParts {
  readonly schema: GraphQLSchema;
  readonly services: ApiServices;
  readonly budget: ApiBudget;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly hasGraphiql: boolean;
  readonly timeoutMs: number;
}

/** The GraphQL pipeline that all transports share; over HTTP and SSE it also speaks the protocol. */
export function createPipeline({ schema, services, ...parts }: YogaParts): Yoga {
  return createYoga<Transported, ApiContext>({
    schema,
    graphqlEndpoint: ENDPOINT,
    context: ({ exchange }) => contextOf(services, exchange),
    maskedErrors: { maskError: maskErrors(parts.log) },
    graphiql: parts.hasGraphiql && {
      title: 'Posthouse',
      defaultTabs: SAVED_EXAMPLES,
      subscriptionsProtocol: 'SSE',
      credentials: 'same-origin',
    },
    // From our own package, not a content delivery network; loaded when somebody looks.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    plugins: [
      useHttpRules(),
      useJsonBody(),
      useKeptDocuments(services),
      useLimits(),
      useCost(parts.budget),
      useStreamShares(),
      useSharedAnswers(),
      useDeadline(parts.timeoutMs),
      useMetrics(parts.metrics),
    ],
    maxRequestBodySize: false, // see useJsonBody
    // Faults are logged once, where they are masked.
    logging: false,
    cors: false,
    multipart: false,
    batching: false,
    landingPage: false,
    healthCheckEndpoint: `${ENDPOINT}/health`,
  });
}

import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import ValidationPlugin from '@pothos/plugin-validation';
import './access-guard.js';
import './input-guard.js';
import type { ApiContext } from './context.js';
import { relayOptions } from './relay-options.js';
import { ValidationFailure } from './validation-failure.js';

export interface ApiTypes {
  Context: ApiContext;
  Scalars: {
    BigInt: { Input: bigint; Output: bigint };
    Cursor: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Duration: { Input: number; Output: number };
    EmailAddress: { Input: string; Output: string };
    ID: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
    Url: { Input: string; Output: string };
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
}

/**
 * The schema's only builder. Each feature adds its types in its `*.graphql.ts` files; `app/schema.ts`
 * imports them all.
 */
export const builder = new SchemaBuilder<ApiTypes>({
  // The first plugin is the outermost: authorisation before input, errors around the loaders.
  plugins: [
    'accessGuard',
    'inputGuard',
    RelayPlugin,
    ErrorsPlugin,
    ValidationPlugin,
    DataloaderPlugin,
    ComplexityPlugin,
  ],
  defaultFieldNullability: false,
  relay: relayOptions,
  errors: {
    defaultTypes: [],
    defaultResultOptions: {
      name: ({ fieldName }) => `${capitalize(fieldName)}Success`,
      description: 'It was done.',
      authScopes: { public: true },
    },
    defaultUnionOptions: {
      name: ({ fieldName }) => `${capitalize(fieldName)}Result`,
      description: 'It was done, or refused for one of the reasons named here.',
    },
  },
  validation: { validationError: ({ issues }) => new ValidationFailure(issues) },
  complexity: { defaultComplexity: 1, defaultListMultiplier: 10 },
});

builder.queryType({ description: 'Everything that can be asked.' });
builder.mutationType({ description: 'Everything that can be done.' });
builder.subscriptionType({ description: 'Everything that can be watched.' });

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

import type { ObjectFieldsShape } from '@pothos/core';
import { IdempotencyConflict, NotFound, QuotaReached, Refusal } from '../platform/refusal.js';
import { builder } from './builder.js';

type BuilderTypes =
  typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

/** `message` always means an email, so a refusal has a `reason`. */
export const RefusalInterface = builder.interfaceRef<Refusal>('Refusal').implement({
  description: 'What was asked will not be done, for a reason that may be shown. Nothing changed.',
  authScopes: { public: true },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Stable and machine-readable: the name of the type.',
    }),
    reason: t.string({
      description: 'What is wrong, for people.',
      resolve: (refusal) => refusal.message,
    }),
    path: t.stringList({
      nullable: true,
      description: 'The input field at fault, outermost first, where one is.',
      resolve: (refusal) => (refusal.path ? [...refusal.path] : null),
    }),
  }),
});

/**
 * Makes a Refusal class a GraphQL type of the same name. A mutation lists it in `errors.types`.
 * Fields beyond those of the interface are given by `fields`.
 */
export function refusalType<R extends Refusal>(
  refusal: new (...args: never[]) => R,
  description: string,
  fields?: ObjectFieldsShape<BuilderTypes, R>,
): void {
  // TypeScript cannot see that R extends Refusal inside Pothos' conditional types.
  builder.objectType(refusal as unknown as new (...args: unknown[]) => Refusal, {
    name: refusal.name,
    description,
    interfaces: [RefusalInterface],
    authScopes: { public: true },
    fields: (fields ?? (() => ({}))) as ObjectFieldsShape<BuilderTypes, Refusal>,
  });
}

refusalType(NotFound, 'There is no such object, or you may not see it.');
refusalType(QuotaReached, 'There are as many of these as there may be.', (t) => ({
  limit: t.exposeInt('limit', { description: 'How many there may be.' }),
}));
refusalType(IdempotencyConflict, 'The idempotency key was used with a different input before.');

import type { GraphQLError } from 'graphql';
import { badUserInput, type BadField } from './errors.js';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

/** Turns what zod found wrong into one BAD_USER_INPUT error that names every bad field. */
export function validationFailure({ issues }: { issues: readonly Issue[] }): GraphQLError {
  const fields = issues.map(({ path = [], message }): BadField => ({
    path: path.map(step),
    reason: message,
  }));
  const reason = fields.map(({ path, reason }) => `${path.join('.')}: ${reason}`).join('; ');
  return badUserInput(`Invalid input: ${reason}`.slice(0, 1_000), fields.slice(0, 50));
}

function step(part: PropertyKey | { readonly key: PropertyKey }): string | number {
  const key = typeof part === 'object' ? part.key : part;
  return typeof key === 'number' ? key : String(key);
}

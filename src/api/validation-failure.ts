import { GraphQLError } from 'graphql';
import type { BadField } from './errors.js';

/** What a validator of the Standard Schema kind says. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

const MOST_FIELDS = 50;
const LONGEST_REASON = 1_000;

/** Validators refused the input: one BAD_USER_INPUT error that names the bad fields. */
export class ValidationFailure extends GraphQLError {
  constructor(issues: readonly Issue[]) {
    const fields = issues.slice(0, MOST_FIELDS).map(badField);
    const reason = fields.map(({ path, reason }) => `${path.join('.')}: ${reason}`).join('; ');
    super(`Invalid input: ${reason}`.slice(0, LONGEST_REASON), {
      extensions: { code: 'BAD_USER_INPUT', fields },
    });
  }
}

function badField({ path = [], message }: Issue): BadField {
  return { path: path.map(step), reason: message };
}

function step(part: PropertyKey | { readonly key: PropertyKey }): string | number {
  const key = typeof part === 'object' ? part.key : part;
  return typeof key === 'number' ? key : String(key);
}

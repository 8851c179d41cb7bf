import { GraphQLError } from 'graphql';
import type { Caller } from '../features/accounts/caller.js';

/** One field of the input that cannot be accepted. */
export interface BadField {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** The request itself is wrong: nothing was done. `fields` says which input, and why. */
export function badUserInput(reason: string, fields: readonly BadField[] = []): GraphQLError {
  return new GraphQLError(reason, { extensions: { code: 'BAD_USER_INPUT', fields } });
}

/** What a caller without the needed permission hears. */
export function notAllowed(caller: Caller): GraphQLError {
  if (!caller.isSignedIn) return unauthenticated('Sign in first');
  return new GraphQLError('You may not do this', { extensions: { code: 'FORBIDDEN' } });
}

export function unauthenticated(reason: string): GraphQLError {
  return new GraphQLError(reason, { extensions: { code: 'UNAUTHENTICATED' } });
}

/** The whole request is refused, not only a field: over HTTP a 401. */
export function badCredentials(reason: string): GraphQLError {
  const extensions = { code: 'UNAUTHENTICATED', http: { status: 401 } };
  return new GraphQLError(reason, { extensions });
}

/** It is no request that could be read, or is too large: over HTTP this status. */
export function badRequest(reason: string, status: 400 | 413): GraphQLError {
  return new GraphQLError(reason, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}

/** Too many tokens or keys of this address were wrong: over HTTP a 429. */
export function tooManyFailures(reason: string): GraphQLError {
  const extensions = { code: 'TOO_MANY_FAILURES', http: { status: 429 } };
  return new GraphQLError(reason, { extensions });
}

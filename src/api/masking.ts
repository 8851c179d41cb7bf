import { PothosValidationError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { LIMITS } from '../config/limits.js';
import { Overloaded } from '../platform/admission/admission.js';
import { CommitUnknown, isOutage, isRetryable } from '../platform/database/errors.js';
import { OutOfTime } from '../platform/deadline.js';
import { Refusal } from '../platform/refusal.js';
import type { BadField } from './errors.js';
import { currentRequestId } from './request-scope.js';

/**
 * Decides what a client may read of an error. Errors meant for clients pass; a Refusal of a field
 * without a result union becomes an error with its code; everything else is a fault of ours: logged
 * once, here, and answered with the request id alone, and with whether trying again later may help.
 */
export function maskErrors(log: Logger): (error: unknown) => GraphQLError {
  return (error) => {
    const cause = originOf(error);
    if (cause instanceof GraphQLError)
      return withCode(error instanceof GraphQLError ? error : cause);
    if (cause instanceof Refusal) return located(error, cause.message, { code: cause.code });
    if (cause instanceof PothosValidationError) return badInput(error, cause.message);
    if (cause instanceof Overloaded) return located(error, UNAVAILABLE.text, overload(cause));
    const requestId = currentRequestId();
    const path = error instanceof GraphQLError ? error.path : undefined;
    log.error({ err: cause, requestId, path }, 'GraphQL operation failed');
    const fault = isForNow(cause) ? UNAVAILABLE : UNEXPECTED;
    return located(error, fault.text, { ...fault.extensions, requestId, unexpected: true });
  };
}

const UNEXPECTED = {
  text: 'Unexpected error',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

const UNAVAILABLE = {
  text: 'This is not possible just now, please try again later',
  extensions: { code: 'UNAVAILABLE', http: { status: 503 } },
};

/** It was noticed and written down when it began; each request is only told. */
function overload({ retryAfterSeconds: retryAfter }: Overloaded) {
  const { code, http } = UNAVAILABLE.extensions;
  const headers = { 'Retry-After': String(retryAfter) };
  return { code, retryAfter, http: { ...http, headers } };
}

/** The database cannot be reached, has no time or has others to serve first, and it is known that nothing was done. */
function isForNow(cause: unknown): boolean {
  if (cause instanceof CommitUnknown) return false;
  return isOutage(cause) || isRetryable(cause) || cause instanceof OutOfTime;
}

function originOf(error: unknown): unknown {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError;
  return origin;
}

/** graphql-js gives no code to values that do not fit their type. */
function withCode(error: GraphQLError): GraphQLError {
  if (error.extensions.code) return error;
  return badInput(error, withoutSuggestions(error.message));
}

function badInput(error: unknown, reason: string): GraphQLError {
  const isWholeRequest = !(error instanceof GraphQLError) || error.path === undefined;
  return located(error, shortened(reason), {
    code: 'BAD_USER_INPUT',
    fields: fieldsIn(reason),
    ...(isWholeRequest ? { http: { status: 400, spec: true } } : {}),
  });
}

/** graphql-js names the place only in its text: `Variable "$input" got invalid value 1 at "input.to[0]"; …`. */
function fieldsIn(reason: string): BadField[] {
  const match = /^Variable "\$(\w+)" (?:got invalid value [^]*? at "([^"]+)"; ([^]*)|[^]*)$/.exec(
    reason,
  );
  if (!match) return [];
  const [, variable = '', place = variable, why = reason] = match;
  const path = place.split(/[.[\]]+/).filter(Boolean);
  return [
    {
      path: path.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
      reason: shortened(why),
    },
  ];
}

/** graphql-js says wrong values again, however long they are; what is wrong stands at the end. */
function shortened(reason: string): string {
  const half = LIMITS.errorCharacters / 2;
  if (reason.length <= LIMITS.errorCharacters) return reason;
  return `${reason.slice(0, half)} … ${reason.slice(-half)}`;
}

export function withoutSuggestions(text: string): string {
  return text.replace(/(?: Did|, did) you mean [^]*$/, '');
}

function located(error: unknown, text: string, extensions: Record<string, unknown>): GraphQLError {
  if (!(error instanceof GraphQLError)) return new GraphQLError(text, { extensions });
  const { nodes, source, positions, path } = error;
  return new GraphQLError(text, { nodes, source, positions, path, extensions });
}

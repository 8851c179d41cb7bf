import {
  BadUserInput,
  Fault,
  Forbidden,
  InvalidOperation,
  RateLimited,
  Refused,
  Unauthenticated,
  Unavailable,
  type BadField,
  type ErrorParts,
  type PosthouseError,
} from './errors.js';

/** An error as GraphQL says it. */
export interface SaidError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An answer to one operation, or one event of a stream. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly SaidError[];
}

/** What came with an answer. */
export interface Circumstances {
  readonly status?: number;
  readonly requestId: string | null;
  readonly retryAfterMs?: number | null;
}

/** The data of an answer; an error in it is thrown as what it is. */
export function dataOf({ data, errors }: Answer, around: Circumstances): unknown {
  const [error] = errors ?? [];
  if (error) throw errorOf(error, around);
  if (data === undefined || data === null)
    throw new Fault('Posthouse gave an answer without data', around);
  return data;
}

export function answerOf(text: string, around: Circumstances): Answer {
  const body = parsed(text);
  if (typeof body === 'object' && body !== null && ('data' in body || 'errors' in body))
    return body;
  throw byStatus(
    `This is no answer of Posthouse (HTTP status ${around.status ?? 'unknown'})`,
    around,
  );
}

export function errorOf(
  { message, extensions = {} }: SaidError,
  around: Circumstances,
): PosthouseError {
  const { code } = extensions;
  const parts: ErrorParts = {
    code: typeof code === 'string' ? code : undefined,
    requestId: textOr(extensions['requestId'], around.requestId),
    retryAfterMs: retryAfterIn(extensions) ?? around.retryAfterMs ?? null,
  };
  const known = byCode(message, extensions, parts);
  if (known) return known;
  if (parts.code === undefined) return byStatus(message, around);
  return around.status !== undefined && TEMPORARY_STATUS.has(around.status)
    ? byStatus(message, { ...around, requestId: parts.requestId ?? null })
    : new InvalidOperation(message, parts);
}

function byCode(
  text: string,
  extensions: Readonly<Record<string, unknown>>,
  parts: ErrorParts,
): PosthouseError | null {
  switch (parts.code) {
    case 'UNAUTHENTICATED':
      return new Unauthenticated(text, parts);
    case 'FORBIDDEN':
      return new Forbidden(text, parts);
    case 'BAD_USER_INPUT':
      return new BadUserInput(text, fieldsIn(extensions), parts);
    case 'RATE_LIMITED':
      return new RateLimited(text, parts);
    case 'UNAVAILABLE':
      return new Unavailable(text, parts);
    case 'INTERNAL_SERVER_ERROR':
      return new Fault(text, parts);
  }
  // A refusal is called by the name of its type; everything else is in capitals.
  return /[a-z]/.test(parts.code ?? '')
    ? new Refused(refusalOf(parts.code ?? '', text), parts)
    : null;
}

const TEMPORARY_STATUS = new Set([408, 429, 502, 503, 504]);

/** What stands before Posthouse speaks in HTTP alone. */
export function byStatus(text: string, around: Circumstances): PosthouseError {
  const { status = 0 } = around;
  if (status === 401) return new Unauthenticated(text, around);
  if (status === 403) return new Forbidden(text, around);
  if (status === 429) return new RateLimited(text, around);
  if (TEMPORARY_STATUS.has(status)) return new Unavailable(text, around);
  return status >= 400 && status < 500
    ? new InvalidOperation(text, around)
    : new Fault(text, around);
}

function refusalOf(code: string, reason: string) {
  return { __typename: code, code, reason, path: null };
}

function fieldsIn({ fields }: Readonly<Record<string, unknown>>): readonly BadField[] {
  return Array.isArray(fields) ? (fields as BadField[]) : []; // the API says them in this shape
}

function retryAfterIn(extensions: Readonly<Record<string, unknown>>): number | null {
  const { retryAfterMs, retryAfterSeconds, retryAfter } = extensions;
  if (typeof retryAfterMs === 'number') return retryAfterMs;
  const seconds = retryAfterSeconds ?? retryAfter;
  return typeof seconds === 'number' ? seconds * 1_000 : null;
}

function textOr(value: unknown, other: string | null): string | null {
  return typeof value === 'string' ? value : other;
}

function parsed(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer | null;
  } catch {
    return null;
  }
}

import type { GraphQLFormattedError } from 'graphql';
import type { ApiResponse } from '../support/api-client.js';

/**
 * What became of a question: `ALLOWED`; `ABSENT` when the object is unknown to who asks; the code of
 * a top-level error; or the code of a refusal that is about who asks.
 */
export type Answer = string;

/** Refusals about who asks. All others come from somebody who was let through. */
const ABOUT_THE_CALLER = new Set(['NotFound', 'OutOfScope', 'PersonRequired']);

type Data = Readonly<Record<string, unknown>>;

/** What the field under this alias answered. */
export function answerTo(response: ApiResponse<Data>, alias: string): Answer {
  const { data, errors = [] } = response;
  const own = errors.filter(({ path }) => path === undefined || path[0] === alias);
  const [first] = own;
  if (first) return codeOf(first);
  if (data == null) return `nothing at all (${response.status})`;
  const value = data[alias];
  return value == null ? 'ABSENT' : refusalIn(value);
}

export function codeOf({ extensions, message }: GraphQLFormattedError): Answer {
  const code = extensions?.['code'];
  if (code === 'NotFound') return 'ABSENT';
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR'
    ? code
    : `${String(code)}: ${message}`;
}

function refusalIn(value: unknown): Answer {
  if (Array.isArray(value) && value.every((item) => item === null)) return 'ABSENT';
  const names = typeNamesIn(value);
  const refusal = names.find((name) => ABOUT_THE_CALLER.has(name));
  if (refusal === 'NotFound') return 'ABSENT';
  return refusal ?? 'ALLOWED';
}

/** The types of all objects in an answer. */
export function typeNamesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(typeNamesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '__typename' ? [String(inner)] : typeNamesIn(inner),
  );
}

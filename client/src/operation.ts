/** For operations without variables. */
export type NoVariables = Readonly<Record<string, never>>;

export interface IdVariables {
  readonly id: string;
}

/** One query, mutation or subscription with the types of what it takes and gives. */
export interface Operation<Result, Variables> {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly text: string;
  /** Where the result lies in the data of the answer. */
  readonly at: readonly string[];
  /** Whether its input takes an idempotency key, so that a repetition gives the first result. */
  readonly isKeyed?: boolean;
  /** The type of object that is meant; another one counts as none. */
  readonly only?: string;
  /** Never there: carries the types. */
  readonly __apiType?: (variables: Variables) => Result;
}

/**
 * A document of your own: its text, or what GraphQL Code Generator makes of it with
 * `documentMode: 'string'`, typed.
 */
export interface TypedText<Result, Variables> {
  toString(): string;
  readonly __apiType?: (variables: Variables) => Result;
}

export type Runnable<Result, Variables> =
  Operation<Result, Variables> | TypedText<Result, Variables>;

/** What is known of anything that can be run. */
export function operationOf<R, V>(runnable: Runnable<R, V>): Operation<R, V> {
  if (typeof runnable === 'object' && 'text' in runnable) return runnable;
  const text = runnable.toString();
  return { kind: kindOf(text), text, at: [] };
}

/** The result of an operation in the data of its answer. */
export function resultIn<R, V>({ at, only }: Operation<R, V>, data: unknown): R {
  let found = data;
  for (const step of at) found = (found as Record<string, unknown> | null)?.[step] ?? null;
  const isOther =
    only !== undefined && (found as { __typename?: string } | null)?.__typename !== only;
  return (isOther ? null : found) as R; // the operation was made from the schema, with its types
}

/** A document counts as a query only when it surely is nothing else: queries may be repeated. */
function kindOf(text: string): 'query' | 'mutation' | 'subscription' {
  if (/\bmutation\b/.test(text)) return 'mutation';
  return /\bsubscription\b/.test(text) ? 'subscription' : 'query';
}

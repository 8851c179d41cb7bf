import { Refused, UnknownResult } from './errors.js';
import type { Refusal } from './generated/types.js';

/** Members of result unions know their names. */
export interface Named {
  readonly __typename: string;
}

/** The members of a result union that are refusals. */
export type RefusalOf<R extends Named> = Extract<R, Refusal>;

/** The members of a result union that are not. */
export type SuccessOf<R extends Named> = Exclude<R, Refusal>;

/** A handler for each member of a result union. */
export type Handlers<R extends Named> = {
  readonly [Name in R['__typename']]: (result: Extract<R, { __typename: Name }>) => unknown;
};

type Handler = (result: never) => unknown;

/** Makes a handler for what cannot happen an error. */
type OnlyNames<H, Names extends string> = { readonly [Name in Exclude<keyof H, Names>]: never };

type Answer<H> = {
  [Name in keyof H]-?: H[Name] extends (result: never) => infer T ? T : never;
}[keyof H];

/**
 * Calls the handler for this result and gives what it gives. Every member of the union has a handler:
 * one that is missing, or was added to the API since, is an error of the compiler. Whoever does not want
 * to tell all of them apart gives one more for the rest.
 */
export function match<R extends Named, const H extends Handlers<R>>(
  result: R,
  handlers: H & OnlyNames<H, R['__typename']>,
): Answer<H>;
export function match<R extends Named, const H extends Partial<Handlers<R>>, T>(
  result: R,
  handlers: H & OnlyNames<H, R['__typename']>,
  otherwise: (result: Exclude<R, { __typename: keyof H }>) => T,
): Answer<H> | T;
export function match(
  result: Named,
  handlers: Readonly<Record<string, Handler>>,
  otherwise?: Handler,
): unknown {
  const own = Object.hasOwn(handlers, result.__typename) ? handlers[result.__typename] : undefined;
  const handler = own ?? otherwise;
  if (!handler) throw new UnknownResult(result);
  return handler(result as never); // the overloads see to it that they fit
}

/** Whether a member of a result union says that it was not done. */
export function isRefusal<R extends Named>(result: R): result is RefusalOf<R> {
  return 'code' in result && 'reason' in result;
}

/** The success; a refusal is thrown as `Refused`. Takes a result or the promise of one. */
export function orThrow<R extends Named>(result: Promise<R>): Promise<SuccessOf<R>>;
export function orThrow<R extends Named>(result: R): SuccessOf<R>;
export function orThrow<R extends Named>(
  result: R | Promise<R>,
): SuccessOf<R> | Promise<SuccessOf<R>> {
  return result instanceof Promise ? result.then(successOf) : successOf(result);
}

function successOf<R extends Named>(result: R): SuccessOf<R> {
  if (isRefusal(result)) throw new Refused(result);
  return result as SuccessOf<R>; // what is no refusal is a success
}

/** The success of a result union; anything else fails the test with its reason. */
export function succeeded<R extends { __typename: string }, N extends R['__typename']>(
  result: R,
  name: N,
): Extract<R, { __typename: N }> {
  if (result.__typename !== name)
    throw new Error(`expected ${name}, got ${JSON.stringify(result)}`);
  return result as Extract<R, { __typename: N }>;
}

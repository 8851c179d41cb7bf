/** The success of a result union; anything else fails the test with its reason. */
export function succeeded<R extends { __typename: string }, N extends R['__typename']>(
  result: R,
  name: N,
): Extract<R, { __typename: N }> {
  if (result.__typename !== name)
    throw new Error(`expected ${name}, got ${JSON.stringify(result)}`);
  return result as Extract<R, { __typename: N }>;
}

/** What a mutation ended with, or `FORBIDDEN` where the caller had lost every right before it was read. */
export async function orForbidden(work: Promise<string>): Promise<string> {
  try {
    return await work;
  } catch (error) {
    if (String(error).includes('"FORBIDDEN"')) return 'FORBIDDEN';
    throw error;
  }
}

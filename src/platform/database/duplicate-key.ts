/** Whether a statement failed because a row with the same value of a unique key, or of this one, exists. */
export function isDuplicateKey(error: unknown, key?: string): boolean {
  const isDuplicate = error instanceof Error && 'errno' in error && error.errno === 1062;
  return isDuplicate && (key === undefined || error.message.includes(`for key '${key}'`));
}

/** Inserts with the first candidate that is free; the unique key decides, so nobody can come between. */
export async function insertFirstFree(
  candidates: Iterable<string>,
  insert: (candidate: string) => Promise<unknown>,
): Promise<void> {
  let taken: unknown = new Error('nothing to insert');
  for (const candidate of candidates) {
    try {
      await insert(candidate);
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      taken = error;
    }
  }
  throw taken;
}

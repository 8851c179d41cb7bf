/** Whether a statement failed because a row with the same value of this unique key exists. */
export function isDuplicateKey(error: unknown, key: string): boolean {
  if (!(error instanceof Error)) return false;
  return 'errno' in error && error.errno === 1062 && error.message.includes(key);
}

/** In production a failpoint does nothing; tests select `armed.ts` by the import condition `failpoint`. */
export function failpoint(_name: string, _subject?: string): Promise<void> | undefined {
  return undefined;
}

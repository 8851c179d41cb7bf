import type { z } from 'zod';

/** One line for each setting: its first problem, which is the one to mend. */
export function linesOf(issues: readonly z.core.$ZodIssue[], prefix: string): string[] {
  const lines = new Map<string, string>();
  for (const issue of issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    for (const key of unknown) lines.set(key, 'is not a setting');
    const key = String(issue.path[0] ?? '');
    if (unknown.length === 0 && !lines.has(key)) lines.set(key, issue.message);
  }
  return [...lines].map(([key, text]) => `${prefix}${key}: ${text}`);
}

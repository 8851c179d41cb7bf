import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Two ways to make a process fail at a named point. `FAIL_AT=name:kind[,name:kind]` always fails there.
 * `FAIL_TRAPS=folder` fails once for each file in that folder that has the name of the point and
 * holds the kind: whoever comes first renames it to `name.<pid>`, so that one process alone is hit.
 * In both, `name=subject` for the name fails only for that subject, such as one recipient.
 *
 * Kinds: `kill` (SIGKILL to itself), `throw`, `hang` (never returns) or `stop` (SIGSTOP to itself).
 * Never part of an image.
 */
const armed = new Map(
  (process.env['FAIL_AT'] ?? '')
    .split(',')
    .filter(Boolean)
    .map((entry) => entry.split(':') as [string, string]),
);
const traps = process.env['FAIL_TRAPS'];

export async function failpoint(name: string, subject = ''): Promise<void> {
  const narrow = `${name}=${subject}`;
  const kind = armed.get(name) ?? armed.get(narrow) ?? sprung(name) ?? sprung(narrow);
  if (kind === undefined) return;
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
  if (kind === 'stop') process.kill(process.pid, 'SIGSTOP');
  if (kind === 'throw') throw new Error(`failpoint ${name}`);
  if (kind === 'hang') await new Promise(() => undefined);
}

function sprung(name: string): string | undefined {
  if (traps === undefined) return undefined;
  const trap = join(traps, name);
  try {
    renameSync(trap, `${trap}.${process.pid}`);
    return readFileSync(`${trap}.${process.pid}`, 'utf8');
  } catch {
    return undefined; // no such trap, or another process was caught in it
  }
}

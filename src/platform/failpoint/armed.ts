/**
 * `FAIL_AT=name:kind[,name:kind]` makes the process fail at a named point: `kill` (SIGKILL to itself),
 * `throw`, `hang` (never returns) or `stop` (SIGSTOP to itself). Never part of an image.
 */
const armed = new Map(
  (process.env['FAIL_AT'] ?? '')
    .split(',')
    .filter(Boolean)
    .map((entry) => entry.split(':') as [string, string]),
);

export async function failpoint(name: string): Promise<void> {
  const kind = armed.get(name);
  if (kind === undefined) return;
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
  if (kind === 'stop') process.kill(process.pid, 'SIGSTOP');
  if (kind === 'throw') throw new Error(`failpoint ${name}`);
  if (kind === 'hang') await new Promise(() => undefined);
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { FirstSignIn } from '../features/accounts/accounts.service.js';
import type { Ending } from './shutdown.js';
import { StartRefused } from './start-refused.js';

/** Never typed by people, seen in `ps`. */
export const PREPARE = 'prepare';

/** Its status when there is something to mend first, which it has said: see `runCommand`. */
const TO_MEND = 2;

/**
 * What is done once before any role starts, in a process of its own: the schema, the master key, the
 * administrator. It takes most of what the system consists of, and the supervisor would carry that for ever.
 * Resolves to the first sign-in while nobody has used it.
 */
export async function runPrepareProcess(
  { main, environment }: { readonly main: string; readonly environment: NodeJS.ProcessEnv },
  ending: Ending,
): Promise<FirstSignIn | null> {
  const child = fork(main, [PREPARE], {
    env: environment,
    detached: true, // Ctrl-C in a terminal is for the supervisor, which then ends it
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  ending.add(
    async () => {
      child.kill();
      await ended;
    },
    () => child.kill('SIGKILL'),
  );
  let firstSignIn: FirstSignIn | null = null;
  child.on('message', (message) => (firstSignIn = message as FirstSignIn | null)); // it sends nothing else
  const [[status, signal]] = await Promise.all([ended, once(child, 'disconnect')]);
  if (status === TO_MEND) throw new StartRefused(''); // it has said why
  if (status !== 0) throw new Error(`preparing the database ended with ${status ?? signal}`);
  return firstSignIn;
}

/** In that process: nobody waits for it once the supervisor is gone. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(1));
}

/** In that process, at its end. */
export function tellParent(firstSignIn: FirstSignIn | null): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(firstSignIn, undefined, {}, () => resolve());
    else resolve();
  });
}

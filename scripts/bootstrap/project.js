import { fileURLToPath } from 'node:url';

/** The folder of the project, with a slash at its end. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Something is missing that only the reader can mend; the message says how. */
export class BootstrapError extends Error {}

/** Progress goes to stderr, so that stdout belongs to what is started. */
export function say(line) {
  process.stderr.write(`posthouse: ${line}\n`);
}

/** Runs the steps; a problem is printed without a stack and ends the process. */
export async function runSteps(steps) {
  try {
    await steps();
  } catch (error) {
    if (!(error instanceof BootstrapError)) throw error;
    for (const line of error.message.split('\n')) say(line);
    process.exitCode = 1;
  }
}

import { execFile } from 'node:child_process';

/** The shell knows the PATH; servers often live outside that of ordinary users. */
const LOOK = `
PATH="$PATH:/usr/sbin:/usr/local/sbin:/sbin:/usr/local/bin:/opt/homebrew/bin"
for name in "$@"; do command -v "$name" && exit 0; done
exit 1
`;

/** The path of the first of these programs that is on this machine; fails when none is. */
export function requireBinary(names: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('/bin/sh', ['-c', LOOK, 'sh', ...names], (error, stdout) => {
      if (error) reject(new Error(`${names.join(' or ')} is not on this machine`));
      else resolve(stdout.trim());
    });
  });
}

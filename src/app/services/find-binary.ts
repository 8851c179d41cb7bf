import { execFile } from 'node:child_process';
import { ServiceFailed } from './private-service.js';

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
      if (!error) resolve(stdout.trim());
      else reject(new ServiceFailed(missing(names)));
    });
  });
}

function missing(names: readonly string[]): string {
  return `${names.join(' or ')} is not on this machine: install it, or give POSTHOUSE_DATABASE_URL and POSTHOUSE_REDIS_URL`;
}

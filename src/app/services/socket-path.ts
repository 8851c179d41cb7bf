import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The system's limit is 107 bytes on Linux and 103 on macOS. */
const LONGEST = 100;

/**
 * Where a service listens: in its folder, or, when that path is too long for a socket, in a folder of
 * our own under the temporary directory, the same one at every start.
 */
export function socketPath(folder: string, name: string): string {
  const inside = join(folder, name);
  if (Buffer.byteLength(inside) <= LONGEST) return inside;
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const outside = join(tmpdir(), `posthouse-${digest}`);
  mkdirSync(outside, { recursive: true, mode: 0o700 });
  requireOurs(outside);
  return join(outside, name);
}

/** Others may write to the temporary directory: a folder or link that they put there is not ours. */
function requireOurs(folder: string): void {
  const status = lstatSync(folder);
  const isOurs = status.isDirectory() && status.uid === userInfo().uid;
  if (!isOurs || (status.mode & 0o077) !== 0) {
    throw new Error(`${folder} is not a private folder of ours`);
  }
}

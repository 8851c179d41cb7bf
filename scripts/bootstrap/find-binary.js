import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Servers often live outside the PATH of ordinary users. */
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The first of these programs that is on this machine, as a path, or null. */
export function findBinary(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...ALSO];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

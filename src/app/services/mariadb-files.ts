import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentWith } from '../../config/config.js';
import { requireBinary } from './find-binary.js';

/**
 * Makes the system tables in `<home>/data`. They are made beside it and renamed at the end, so that a
 * kill in between leaves nothing that looks finished.
 */
export async function createMariadbFiles(home: string): Promise<void> {
  const program = await requireBinary(['mariadb-install-db', 'mysql_install_db']);
  const unfinished = join(home, 'data.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const options = [
    '--no-defaults',
    ...(isRoot() ? [`--user=${userInfo().username}`] : []),
    `--datadir=${unfinished}`,
    '--auth-root-authentication-method=socket', // no root password, no login but the system's own root
    '--skip-test-db',
    '--skip-name-resolve',
  ];
  const env = { ...environmentWith({}), TMPDIR: makeTemporaryFolder(home) };
  try {
    await promisify(execFile)(program, options, { env, maxBuffer: 16_777_216 });
  } catch (error) {
    throw new Error('mariadb-install-db failed', { cause: error });
  }
  renameSync(unfinished, join(home, 'data'));
}

/** A server that starts deletes the temporary tables of every other one that shares its folder. */
export function makeTemporaryFolder(home: string): string {
  const path = join(home, 'tmp');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** The password of our database user; only the owner of the data folder can read it. */
export function readOrMakePassword(home: string): string {
  const path = join(home, 'password');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    const password = randomBytes(24).toString('hex');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${password}\n`, { mode: 0o600 });
    return password;
  }
}

/** MariaDB refuses to run as root unless it is told to. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Secrets } from './secrets.js';
import type { Sql } from './database/sql.js';

const KEY_BYTES = 32;

/** The master key is unusable; the message says what to do, without the key. */
export class MasterKeyError extends Error {}

/** From the setting, else from the file, which is made at first start and readable by its owner alone. */
export function loadMasterKey(setting: string | undefined, file: string): Buffer {
  if (setting !== undefined) return decode(setting, 'POSTHOUSE_MASTER_KEY');
  mkdirSync(dirname(file), { recursive: true });
  try {
    const fresh = randomBytes(KEY_BYTES).toString('base64');
    writeFileSync(file, `${fresh}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // what node:fs throws
  }
  if ((statSync(file).mode & 0o077) !== 0)
    throw new MasterKeyError(`${file} can be read by others, run: chmod 600 ${file}`);
  return decode(readFileSync(file, 'utf8').trim(), file);
}

/**
 * Makes sure that this key is the one that the database was written with; remembers it (as a MAC of
 * a constant) at the first start.
 */
export async function checkMasterKey(sql: Sql, secrets: Secrets, now: Date): Promise<void> {
  const ours = secrets.mac('master key check', Buffer.from('posthouse'));
  await sql.query(
    'INSERT IGNORE INTO installation (id, master_key_check, created_at) VALUES (1, ?, ?)',
    [ours, now],
  );
  const [row] = await sql.query<{ check: Buffer }[]>(
    'SELECT master_key_check AS `check` FROM installation WHERE id = 1',
  );
  if (row?.check.length === ours.length && timingSafeEqual(row.check, ours)) return;
  throw new MasterKeyError(
    'The master key is not the one this database was set up with: restore the master.key file or POSTHOUSE_MASTER_KEY',
  );
}

function decode(text: string, source: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new MasterKeyError(`${source} does not hold ${KEY_BYTES} bytes in base64`);
}

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentWith } from '../../../src/config/config.js';
import { BenchError } from '../../bench-error.js';

const VERSION = '3.3.4';
/** npm writes it last. */
const INSTALLED = join('node_modules', '.package-lock.json');
const PATIENCE_MS = 300_000;

/** The folder of Haraka's package; installed with npm into `cache` at first use, for it is no dependency of ours. */
export async function ensureHaraka(cache: string): Promise<string> {
  const prefix = join(cache, `haraka-${VERSION}`);
  const home = join(prefix, 'node_modules', 'Haraka');
  if (existsSync(join(prefix, INSTALLED))) return home;
  mkdirSync(prefix, { recursive: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const leftOut = ['--omit=dev', '--omit=optional'];
  try {
    await promisify(execFile)(
      'npm',
      ['install', '--prefix', prefix, ...options, ...leftOut, `Haraka@${VERSION}`],
      // npm may be told by the environment where its registry is.
      { env: environmentWith({}), cwd: prefix, timeout: PATIENCE_MS, maxBuffer: 16_777_216 },
    );
  } catch (error) {
    throw new BenchError('npm could not install Haraka', { cause: error });
  }
  return home;
}

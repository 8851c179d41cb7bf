import { spawnSync } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError, projectFolder, say } from './project.js';

const LOCK = join(projectFolder, 'package-lock.json');
/** npm writes it last, so its age is the age of the installation. */
const INSTALLED = join(projectFolder, 'node_modules', '.package-lock.json');

/** Afterwards node_modules is what the lockfile says; does nothing when it already is. */
export function ensureDependencies() {
  if (modifiedMs(INSTALLED) >= modifiedMs(LOCK)) return;
  say('installing the packages of package-lock.json (npm install) …');
  // Not `npm ci`: it refuses a lockfile when a registry lacks other platforms' optional binaries.
  const { command, first } = npm();
  const result = spawnSync(
    command,
    [...first, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: projectFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (result.status !== 0) throw new BootstrapError(failureOf(result));
  const now = new Date();
  utimesSync(INSTALLED, now, now); // npm leaves the file alone when nothing had to change
}

function npm() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) return { command: process.execPath, first: [running] };
  return { command: 'npm', first: [] };
}

function failureOf({ error, stdout, stderr }) {
  const lines = `${stderr ?? ''}\n${stdout ?? ''}`
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('EBADENGINE'));
  if (error) lines.push(error.message);
  return ['npm install failed:', ...lines].join('\n');
}

function modifiedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

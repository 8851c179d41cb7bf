import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError, projectFolder, say } from './project.js';

const SOURCES = ['src', 'migrations', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
/** Written after a compilation without errors. */
const BUILT = join(projectFolder, 'dist', '.built');

/** Afterwards dist is compiled from the sources as they are; does nothing when it already is. */
export function ensureBuild(node) {
  const startedAt = new Date();
  const newestMs = Math.max(...SOURCES.map((source) => newest(join(projectFolder, source))));
  const builtMs = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtMs > newestMs) return;
  say('compiling …');
  const compiler = join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc');
  const result = spawnSync(node, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    throw new BootstrapError(`the sources do not compile:\n${result.stdout}${result.stderr}`);
  }
  mkdirSync(join(projectFolder, 'dist'), { recursive: true });
  writeFileSync(BUILT, '');
  utimesSync(BUILT, startedAt, startedAt); // what changed meanwhile is newer
}

/** A folder counts with its own time too, which moves when a file goes away. */
function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}

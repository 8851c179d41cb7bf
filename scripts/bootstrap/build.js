import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError, projectFolder, say } from './project.js';

const SOURCES = ['src', 'migrations', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

const PRODUCT = { config: 'tsconfig.build.json', sources: SOURCES, output: 'dist' };
const BENCH = {
  config: 'tsconfig.bench.json',
  sources: [...SOURCES, 'bench', 'tsconfig.bench.json'],
  output: join('dist', 'bench'),
};
const CLIENT = {
  config: join('client', 'tsconfig.json'),
  sources: ['client/src', 'client/tsconfig.json', 'tsconfig.json', 'package-lock.json'],
  output: join('client', 'dist'),
  isPublishedWhole: true,
};

/** Afterwards dist is compiled from the sources as they are; does nothing when it already is. */
export function ensureBuild(node) {
  ensureCompiled(node, PRODUCT);
}

/** The same of the bench, which is no part of the product. */
export function ensureBenchBuild(node) {
  ensureCompiled(node, BENCH);
}

/** The same of the client, which is published by itself. */
export function ensureClientBuild(node) {
  ensureCompiled(node, CLIENT);
}

function ensureCompiled(node, { config, sources, output, isPublishedWhole = false }) {
  const folder = join(projectFolder, output);
  const mark = join(folder, '.built'); // written after a compilation without errors
  const startedAt = new Date();
  const newestMs = Math.max(...sources.map((source) => newest(join(projectFolder, source))));
  const builtMs = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtMs > newestMs) return;
  say(`compiling ${output} …`);
  if (isPublishedWhole) rmSync(folder, { recursive: true, force: true }); // with nothing of what was removed
  const compiler = join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc');
  const result = spawnSync(node, [compiler, '-p', config], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    throw new BootstrapError(`the sources do not compile:\n${result.stdout}${result.stderr}`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, '');
  utimesSync(mark, startedAt, startedAt); // what changed meanwhile is newer
}

/** A folder counts with its own time too, which moves when a file goes away. */
function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}

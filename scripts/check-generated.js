/** Fails when `npm run codegen` changes what is committed. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const GENERATED = [
  'schema',
  'docs/CONFIGURATION.md',
  'docs/PERMISSIONS.md',
  'test/gql',
  'client/src/generated',
];

const before = contents();
execFileSync('npm', ['run', '-s', 'codegen'], { stdio: 'inherit' });
const after = contents();

const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (path) => before.get(path) !== after.get(path),
);
if (changed.length > 0) {
  console.error(`Generated files were not up to date; commit them:\n  ${changed.join('\n  ')}`);
  process.exit(1);
}

function contents() {
  const paths = GENERATED.filter(existsSync).flatMap(filesIn);
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

function filesIn(path) {
  if (path.endsWith('.md')) return [path];
  return readdirSync(path).map((name) => join(path, name));
}

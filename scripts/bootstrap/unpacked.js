import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installPackages } from './packages.js';
import { projectFolder } from './project.js';

/** Where programs of Debian packages lie that are only unpacked: without service, user or configuration. */
const FOLDER = join(projectFolder, '.cache', 'debian');

/** Downloads and unpacks one package, and prints the libraries that it depends on. */
const UNPACK = `
set -e
mkdir -p "$1" && cd "$1" && rm -rf "$2"*
apt-get download -qq "$2" >&2
dpkg -x "$2"_*.deb "$2"
dpkg-deb -f "$2"_*.deb Depends | tr ',' '\\n' | sed 's/|.*//; s/(.*//; s/ //g' | grep '^lib'
`;

/** The dynamic linker finds everything that the program needs. */
const IS_COMPLETE = 'found=$(ldd "$1") && case "$found" in *"not found"*) exit 1 ;; esac';

/** A tool of a package that is unpacked, because it would not be installed beside others of its kind. */
export function unpacked(name, program) {
  return {
    packages: [name],
    check: ['sh', '-c', IS_COMPLETE, 'sh', join(FOLDER, name, program)],
    provide: () => unpack(name),
  };
}

function unpack(name) {
  const ended = spawnSync('sh', ['-c', UNPACK, 'sh', FOLDER, name], { encoding: 'utf8' });
  if (ended.status !== 0) return process.stderr.write(ended.stderr ?? '');
  return installPackages(ended.stdout.split('\n').filter(Boolean));
}

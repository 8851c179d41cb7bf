import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
} from 'node:fs';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where the long run unpacks Debian packages, see scripts/bootstrap/unpacked.js. */
const UNPACKED = resolve(__dirname, '../../../.cache/debian');
const FIRST_USER = 64_000;

/** The path of a program of an unpacked package, to be run as it lies there. */
export function unpackedProgram(name: string, program: string): string {
  return join(UNPACKED, name, program);
}

export interface JailPlan {
  readonly packageName: string;
  /** As the package has them, from the root on. */
  readonly programs: readonly string[];
  readonly users: readonly string[];
  /** Folders that it needs, and whose they are. */
  readonly folders: Readonly<Record<string, string>>;
}

/**
 * A root folder of its own for a mail server whose paths and users are compiled in: the files of its package,
 * the libraries they need, and these users. Whatever it writes is in there.
 */
export class Jail {
  private constructor(private readonly folder: string) {}

  static make({ packageName, programs, users, folders }: JailPlan): Jail {
    if (process.getuid?.() !== 0) throw new Error(`${packageName} runs only when root starts it`);
    const jail = new Jail(mkdtempSync(join(tmpdir(), `posthouse-${packageName}-`)));
    chmodSync(jail.folder, 0o755);
    cpSync(join(UNPACKED, packageName), jail.folder, { recursive: true, verbatimSymlinks: true });
    for (const program of programs) jail.bringLibrariesOf(join(jail.folder, program));
    for (const folder of ['dev', 'etc', 'run', 'tmp', 'var/run', ...Object.keys(folders)])
      mkdirSync(jail.path(folder), { recursive: true });
    for (const [folder, owner] of Object.entries(folders)) {
      const id = owner === 'root' ? 0 : FIRST_USER + users.indexOf(owner);
      chownSync(jail.path(folder), id, id);
    }
    const lines = ['root:x:0:0::/:/bin/false'].concat(
      users.map((user, at) => `${user}:x:${FIRST_USER + at}:${FIRST_USER + at}::/:/bin/false`),
    );
    jail.write('etc/passwd', `${lines.join('\n')}\n`);
    const groups = lines.map((line) => line.replace(/^(\w[\w-]*:x:\d+):.*$/, '$1:'));
    jail.write('etc/group', `${groups.join('\n')}\n`);
    jail.write('etc/hosts', '127.0.0.1 localhost\n');
    jail.write('dev/null', '', 0o666);
    return jail;
  }

  /** Where a path of the jail is for us. */
  path(inside: string): string {
    return join(this.folder, inside);
  }

  read(inside: string): string {
    return existsSync(this.path(inside)) ? readFileSync(this.path(inside), 'utf8') : '';
  }

  write(inside: string, content: string, mode = 0o644): void {
    mkdirSync(dirname(this.path(inside)), { recursive: true });
    writeFileSync(this.path(inside), content);
    chmodSync(this.path(inside), mode);
  }

  /** What runs the program with the jail as its root, for chroot(8). */
  inside(program: string, ...args: string[]): string[] {
    return [this.folder, `/${program}`, ...args];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private bringLibrariesOf(program: string): void {
    const listed = execFileSync('ldd', [program], { encoding: 'utf8' });
    for (const [, library = ''] of listed.matchAll(/(?:=> |^\s+)(\/\S+) \(0x/gm)) {
      mkdirSync(dirname(this.path(library)), { recursive: true });
      copyFileSync(library, this.path(library));
    }
  }
}

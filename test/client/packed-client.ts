import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(__dirname, '../..');
const run = promisify(execFile);

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

export interface Ended {
  readonly status: number;
  readonly output: string;
}

/** A project elsewhere that has installed the client as it would be published, and no other package. */
export class ProjectWithClient {
  private hasTypesOfNode = false;

  private constructor(
    readonly folder: string,
    /** What is published. */
    readonly files: readonly string[],
  ) {}

  static async make(): Promise<ProjectWithClient> {
    const folder = mkdtempSync(join(tmpdir(), 'posthouse-client-'));
    const installed = join(folder, 'node_modules/@posthouse/client');
    mkdirSync(installed, { recursive: true });
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const { stdout } = await run('npm', pack, { cwd: join(ROOT, 'client') });
    const [packed] = JSON.parse(stdout) as Packed[];
    if (!packed) throw new Error(`npm packed nothing: ${stdout}`);
    const tarball = join(folder, packed.filename);
    await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
    const project = new ProjectWithClient(
      folder,
      packed.files.map(({ path }) => path),
    );
    project.write('package.json', '{ "type": "module" }');
    return project;
  }

  /** Types of Node, for programs that say `process`. */
  withTypesOfNode(): this {
    const types = join(this.folder, 'node_modules/@types');
    mkdirSync(types, { recursive: true });
    symlinkSync(join(ROOT, 'node_modules/@types/node'), join(types, 'node'));
    const undici = join(ROOT, 'node_modules/undici-types');
    symlinkSync(undici, join(this.folder, 'node_modules/undici-types'));
    this.hasTypesOfNode = true;
    return this;
  }

  write(file: string, text: string): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Compiles what was written as a careful user would, each file beside itself. */
  compile(): Promise<Ended> {
    const options = {
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: this.hasTypesOfNode ? ['node'] : [],
      skipDefaultLibCheck: true,
      skipLibCheck: this.hasTypesOfNode, // those of Node are many
    };
    this.write('tsconfig.json', JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
    return this.node([join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.']);
  }

  /** Runs node here, to its end; what it says can be heard meanwhile. */
  node(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    hear: (said: string) => void = () => undefined,
  ): Promise<Ended> {
    return new Promise((settle) => {
      const options = { cwd: this.folder, env: { PATH: process.env['PATH'], ...env } };
      const child = execFile(process.execPath, args, options, (_error, stdout, stderr) => {
        settle({ status: child.exitCode ?? 1, output: stdout + stderr });
      });
      child.stdout?.on('data', hear);
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

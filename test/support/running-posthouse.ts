import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const TRAPS = 'traps';
/** What it said last is still under way; its orphans may keep the pipe open for longer. */
const LAST_WORDS_MS = 500;
const MAIN = resolve(__dirname, '../../dist/src/main.js');

export interface RunningOptions {
  readonly command?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Failpoints, as `name:kind`; selects the build's armed failpoints. */
  readonly failAt?: string;
  /** Failpoints that are laid later, with `trap`; selects the armed failpoints as well. */
  readonly hasTraps?: boolean;
  readonly dataDir?: string;
  /** Another build than the shipped one: see mutant.ts. */
  readonly main?: string;
}

export type FailKind = 'kill' | 'throw' | 'hang' | 'stop';

/** Posthouse as an operator runs it: the built program, its supervisor, its roles as processes. */
export class RunningPosthouse {
  private output = '';
  private logged = '';
  private readonly closed: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    readonly dataDir: string,
    private readonly ownsDataDir: boolean,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.closed = once(child, 'close');
    child.stdout?.on('data', (chunk: Buffer) => (this.logged += chunk.toString()));
  }

  /** Resolves when everything is up; fails with the output when it ends before. */
  static async start(options: RunningOptions = {}): Promise<RunningPosthouse> {
    const running = RunningPosthouse.spawn(options);
    try {
      await running.says('Posthouse is ready.');
      return running;
    } catch (error) {
      await running.stop();
      throw error;
    }
  }

  /** Without waiting, for starts that are expected to be refused. */
  static spawn({
    command = ['serve'],
    settings = {},
    failAt,
    hasTraps = false,
    dataDir,
    main = MAIN,
  }: RunningOptions = {}): RunningPosthouse {
    const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'posthouse-run-'));
    const conditions = failAt || hasTraps ? ['--conditions=failpoint'] : [];
    if (hasTraps) mkdirSync(join(folder, TRAPS), { recursive: true });
    const child = spawn(process.execPath, [...conditions, main, ...command], {
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        TMPDIR: tmpdir(),
        POSTHOUSE_DATA_DIR: folder,
        POSTHOUSE_HTTP_LISTEN: '127.0.0.1:0',
        POSTHOUSE_OPS_LISTEN: '127.0.0.1:0',
        POSTHOUSE_SMTP_LISTEN: '127.0.0.1:0',
        POSTHOUSE_SUBMISSION_LISTEN: '127.0.0.1:0',
        POSTHOUSE_SUBMISSIONS_LISTEN: '127.0.0.1:0',
        ...settings,
        ...(failAt ? { FAIL_AT: failAt } : {}),
        ...(hasTraps ? { FAIL_TRAPS: join(folder, TRAPS) } : {}),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new RunningPosthouse(child, folder, dataDir === undefined);
  }

  get text(): string {
    return this.output;
  }

  /** What went to standard output so far: log lines, and what a command answers. */
  get lines(): string[] {
    return this.logged.split('\n').slice(0, -1);
  }

  /** Where it listens, read from its welcome. */
  get addresses() {
    const at = (pattern: RegExp) => pattern.exec(this.output)?.[1] ?? '';
    return {
      graphql: at(/GraphQL\s+(\S+)/),
      submission: at(/SMTP\s+(\S+) \(STARTTLS/),
      submissions: at(/(\S+) \(TLS, sign-in/),
      smtp: at(/(\S+) \(for other mail servers/),
      ops: at(/Operations\s+(http:\/\/[^/]+)/),
    };
  }

  /** The setup secret of the first start. */
  get setupSecret(): string {
    const text = readFileSync(join(this.dataDir, 'first-sign-in.txt'), 'utf8');
    return /^setup secret: (.+)$/m.exec(text)?.[1] ?? '';
  }

  /** Process id of `worker-1`, `smtp-1`, `api-1`, `mariadb`, `redis` or `supervisor`. */
  pidOf(name: string): number {
    const record = readFileSync(join(this.dataDir, 'run', `${name}.json`), 'utf8');
    return (JSON.parse(record) as { pid: number }).pid;
  }

  kill(name: string, signal: NodeJS.Signals = 'SIGKILL'): void {
    process.kill(this.pidOf(name), signal);
  }

  /** The next process that comes to this failpoint is hit, and it alone. */
  trap(name: string, kind: FailKind): void {
    const path = join(this.dataDir, TRAPS, name);
    for (const earlier of this.hitsAt(name)) rmSync(`${path}.${earlier}`);
    writeFileSync(`${path}.new`, kind);
    renameSync(`${path}.new`, path);
  }

  /** Process id of the one that the latest trap at this failpoint has hit. */
  caughtAt(name: string): number | null {
    return this.hitsAt(name)[0] ?? null;
  }

  async says(text: string, timeoutMs = 60_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!this.output.includes(text)) {
      if (this.hasEnded || Date.now() > deadline) {
        throw new Error(`Posthouse did not say "${text}":\n${this.output}`);
      }
      await sleep(50);
    }
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Exit status, once it has ended by itself. */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.child, 'exit');
    await Promise.race([this.closed, sleep(LAST_WORDS_MS)]);
    return this.child.exitCode;
  }

  /** Sends a signal to the process that was started here. */
  end(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** A graceful stop, as a deploy does it. */
  async stop(): Promise<number | null> {
    this.end('SIGTERM');
    const status = await this.ended();
    this.forget();
    return status;
  }

  /** Removes the data folder, unless it was given. */
  forget(): void {
    if (this.ownsDataDir) rmSync(this.dataDir, { recursive: true, force: true });
  }

  private hitsAt(name: string): number[] {
    return readdirSync(join(this.dataDir, TRAPS))
      .filter((file) => file.startsWith(`${name}.`))
      .map((file) => Number(file.slice(name.length + 1)))
      .filter((pid) => pid > 0);
  }
}

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { KeptProcess } from './processes/kept-process.js';
import type { RunFolder } from './processes/run-folder.js';
import type { ProcessReport } from './process-report.js';
import { roleArguments, type ReportRequest, type RoleMessage } from './role-channel.js';
import type { RoleName } from './roles.js';

/** Longer than the readiness checks of the process itself. */
const REPORT_MS = 3_000;
/**
 * What sockets and compression take lives outside of the heap and is freed with young objects: 8 MiB of those,
 * not Node's 64, are looked at often enough. Heap and what is outside may double together before all of it is
 * looked at: by Node's own measure, 64 MiB of buffers, large messages would keep a second processor busy with that.
 * One thread beside the main one helps with it: where processors are few, more would only wait for each other.
 */
const MEMORY = [
  '--max-semi-space-size=8',
  '--v8-pool-size=1',
  '--external-memory-accounted-in-global-limit',
];
const GROWTH_PERCENT = 100;
/** Where a batch of messages is in hand for longer than objects are young: less may wait to be collected. */
const API_GROWTH_PERCENT = 50;

export interface SupervisedRoleOptions {
  readonly role: RoleName;
  /** Counts from 1 within the role. */
  readonly number: number;
  /** The file of the command line. */
  readonly main: string;
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly run: RunFolder;
  readonly log: Logger;
}

/** The supervisor's side of one role process: starts it, again whenever it dies, asks it, stops it. */
export class SupervisedRole {
  readonly name: string;
  private readonly kept: KeptProcess;
  private readonly waiting = new Map<number, (report: ProcessReport) => void>();
  private lastId = 0;
  private noteUp: () => void = () => undefined;
  private readonly up = new Promise<void>((resolve) => (this.noteUp = resolve));

  constructor(private readonly options: SupervisedRoleOptions) {
    this.name = `${options.role}-${options.number}`;
    this.kept = new KeptProcess({
      name: this.name,
      log: options.log,
      run: options.run,
      spawn: () => this.spawn(),
      whenReady: (child) => this.whenReady(child),
    });
  }

  /** Starts it and keeps trying; resolves when it is ready for the first time. */
  start(): Promise<void> {
    this.kept.startAndInsist();
    return this.up;
  }

  async stop(timeoutMs: number): Promise<void> {
    await this.kept.stop('SIGTERM', timeoutMs);
  }

  kill(signal: NodeJS.Signals): void {
    this.kept.kill(signal);
  }

  async report(): Promise<ProcessReport> {
    const child = this.kept.isReady ? this.kept.current : null;
    const silent = { ...this.label(), readiness: null, metrics: [] };
    if (!child?.connected) return silent;
    const id = (this.lastId += 1);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        finish(silent);
      }, REPORT_MS);
      const finish = (report: ProcessReport) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(report);
      };
      this.waiting.set(id, finish);
      child.send({ type: 'report', id } satisfies ReportRequest, (error) => {
        if (error) finish(silent);
      });
    });
  }

  private spawn(): ChildProcess {
    const { role, main, dataDir, environment } = this.options;
    const child = fork(main, roleArguments(role, this.name, dataDir), {
      env: environment,
      execArgv: [...process.execArgv, ...MEMORY, heapGrowthOf(role)],
      detached: true, // Ctrl-C in a terminal is for the supervisor, which then stops the roles
    });
    child.on('message', (message) => {
      this.hear(message as RoleMessage); // role processes send nothing else
    });
    return child;
  }

  private async whenReady(child: ChildProcess): Promise<void> {
    for (;;) {
      const [message] = (await once(child, 'message')) as [RoleMessage]; // as above
      if (message.type === 'ready') break;
    }
    this.noteUp();
  }

  private hear(message: RoleMessage): void {
    if (message.type !== 'report') return;
    this.waiting.get(message.id)?.({ ...this.label(), ...message.report });
  }

  private label(): Pick<ProcessReport, 'role' | 'process'> {
    return { role: this.options.role, process: this.name };
  }
}

function heapGrowthOf(role: RoleName): string {
  return `--heap-growing-percent=${role === 'api' ? API_GROWTH_PERCENT : GROWTH_PERCENT}`;
}

import type { ChildProcess } from 'node:child_process';
import type { Logger } from 'pino';
import type { RunFolder } from './run-folder.js';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
/** A process that lived this long has earned a fresh start of the back-off. */
const STEADY_MS = 30_000;

export interface KeptProcessOptions {
  readonly name: string;
  readonly log: Logger;
  readonly run: RunFolder;
  spawn(): ChildProcess;
  /** Resolves when the process does its work; never mind its end, which is noticed anyway. */
  whenReady(child: ChildProcess): Promise<void>;
}

/**
 * Keeps one child process running: when it ends unasked it is started again, at first at once, then
 * after waits that double up to ten seconds, for ever.
 */
export class KeptProcess {
  private child: ChildProcess | null = null;
  private ended: Promise<void> = Promise.resolve();
  private isWanted = false;
  private isUp = false;
  private waitMs = FIRST_WAIT_MS;
  private startedAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: KeptProcessOptions) {}

  get name(): string {
    return this.options.name;
  }

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  get isReady(): boolean {
    return this.isUp;
  }

  /** The child while it runs, for messages. */
  get current(): ChildProcess | null {
    return this.child;
  }

  /** Resolves when the process is ready; fails when it ends before, and then leaves it ended. */
  async start(): Promise<void> {
    if (this.child) return;
    this.isWanted = true;
    try {
      await this.launch();
    } catch (error) {
      await this.stop('SIGTERM', STEADY_MS);
      throw error;
    }
  }

  /** Starts it, and again when even the first start fails. Does not wait. */
  startAndInsist(): void {
    this.isWanted = true;
    this.launchOrRetry();
  }

  /** Ends it for good: the signal first, SIGKILL after the time-out. Resolves when it is gone. */
  async stop(signal: NodeJS.Signals, timeoutMs: number): Promise<void> {
    this.isWanted = false;
    clearTimeout(this.timer);
    this.kill(signal);
    const killer = setTimeout(() => {
      this.options.log.warn({ child: this.name }, 'did not stop in time, killed');
      this.kill('SIGKILL');
    }, timeoutMs);
    await this.ended;
    clearTimeout(killer);
  }

  /** A signal only: what ends by it is started again. */
  kill(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  private async launch(): Promise<void> {
    const child = this.options.spawn();
    this.child = child;
    this.startedAt = Date.now();
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => {
        resolve(error.message);
      });
      child.once('exit', (code, signal) => {
        resolve(signal ?? `exit status ${String(code)}`);
      });
    });
    this.ended = ended.then((reason) => {
      this.onEnd(child, reason);
    });
    if (child.pid !== undefined) this.options.run.record(this.name, child.pid);
    const early = ended.then((reason): never => {
      throw new Error(`${this.name} ended before it was ready (${reason})`);
    });
    await Promise.race([this.options.whenReady(child), early]);
    this.isUp = true;
  }

  private launchOrRetry(): void {
    this.launch().catch((error: unknown) => {
      if (!this.isWanted || !this.child) return; // what ended is started again anyway
      this.options.log.warn({ err: error, child: this.name }, 'process did not become ready');
      this.kill('SIGKILL'); // its end schedules the next try
    });
  }

  private onEnd(child: ChildProcess, reason: string): void {
    if (this.child !== child) return;
    this.child = null;
    this.isUp = false;
    this.options.run.forget(this.name);
    if (!this.isWanted) return;
    if (Date.now() - this.startedAt > STEADY_MS) this.waitMs = FIRST_WAIT_MS;
    const { log } = this.options;
    log.error({ child: this.name, reason, restartInMs: this.waitMs }, 'process ended, restarting');
    this.timer = setTimeout(() => {
      if (this.isWanted) this.launchOrRetry();
    }, this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }
}

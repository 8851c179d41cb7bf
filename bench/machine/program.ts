import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tieToOurLife } from '../../src/app/services/lifeline.js';
import { environmentWith } from '../../src/config/config.js';
import { BenchError } from '../bench-error.js';
import { pidsOf } from './processes.js';

export interface ProgramOptions {
  readonly command: string;
  readonly args: readonly string[];
  /** What it prints goes there. */
  readonly logFile: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Something in its command line that no other program has: with it, it does not outlive us for long. */
  readonly mark: string;
  /** Also gives it a channel whose end tells it that we are gone. */
  readonly tethered?: boolean;
}

const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'USER'];
const LOG_TAIL = 2_000;

/** A program that runs until it is stopped; the leader of a session of its own. */
export class Program {
  readonly pid: number;
  private readonly ended: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly options: ProgramOptions,
  ) {
    this.pid = child.pid ?? 0;
    this.ended = once(child, 'exit').catch(() => undefined);
  }

  static async start(options: ProgramOptions): Promise<Program> {
    const { command, args, logFile, folder, environment, tethered = false } = options;
    const log = openSync(logFile, 'a');
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...plainEnvironment(), ...environment },
      stdio: ['ignore', log, log, ...(tethered ? (['ipc'] as const) : [])],
      detached: true,
    });
    closeSync(log);
    await once(child, 'spawn');
    tieToOurLife(child, options.mark);
    return new Program(child, options);
  }

  /** Asks again and again until `isUp` does not fail any more; gives up when the program ends. */
  async until(isUp: () => Promise<unknown>, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      if (this.hasEnded) throw new BenchError(`${this.options.command} ended:\n${this.log}`);
      try {
        await isUp();
        return;
      } catch (error) {
        if (Date.now() > deadline) {
          throw new BenchError(`${this.options.command} does not start:\n${this.log}`, {
            cause: error,
          });
        }
      }
      await sleep(100);
    }
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The end of what it printed. */
  get log(): string {
    return readFileSync(this.options.logFile, 'utf8').slice(-LOG_TAIL);
  }

  /** SIGTERM, and after `patienceMs` SIGKILL to it and whatever is left of its family. */
  async stop(patienceMs: number): Promise<void> {
    if (this.hasEnded) return;
    this.child.kill('SIGTERM');
    const isInTime = await Promise.race([
      this.ended.then(() => true),
      sleep(patienceMs, false, { ref: false }),
    ]);
    if (isInTime) return;
    for (const pid of pidsOf([this.pid])) kill(pid);
    await this.ended;
  }
}

/** Without our settings, which are not meant for any of the systems. */
export function plainEnvironment(): Record<string, string> {
  const ours = environmentWith({});
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = ours[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

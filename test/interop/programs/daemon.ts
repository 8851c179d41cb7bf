import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const STOP_MS = 5_000;

/** A server of somebody else that runs until it is stopped; what it prints is kept. */
export class Daemon {
  private printed = '';
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    const keep = (chunk: Buffer) => (this.printed += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.ended = once(child, 'close');
  }

  static async start(command: string, args: readonly string[]): Promise<Daemon> {
    const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    await once(child, 'spawn');
    return new Daemon(child);
  }

  /** Waits until the daemon, or what it writes elsewhere, says this. */
  async says(pattern: RegExp, log = () => this.printed): Promise<RegExpExecArray> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = pattern.exec(log());
      if (found) return found;
      const isOver = this.child.exitCode !== null || Date.now() > deadline;
      if (isOver) throw new Error(`${String(pattern)} was never said:\n${this.printed}\n${log()}`);
      await sleep(50);
    }
  }

  /** Ends it and every process that it has started. */
  async stop(): Promise<void> {
    const group = -(this.child.pid ?? 0);
    this.child.kill('SIGTERM');
    await Promise.race([this.ended, sleep(STOP_MS, undefined, { ref: false })]);
    try {
      process.kill(group, 'SIGKILL');
    } catch {
      // nobody is left
    }
    await this.ended;
  }
}

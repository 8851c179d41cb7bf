import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { requireBinary } from '../../src/app/services/find-binary.js';
import { isRoot } from '../../src/app/services/mariadb-files.js';
import { Program } from '../machine/program.js';
import { speaksSmtp } from '../machine/speaks-smtp.js';

const MOST_CONNECTIONS = '1024';
const START_MS = 10_000;
const STOP_MS = 2_000;
const TAIL_BYTES = 200;

/** Postfix's `smtp-sink`: receives, throws away, counts. */
export class Sink {
  private readonly counter: number;
  private stopping: Promise<void> | null = null;

  private constructor(
    private readonly program: Program,
    counterFile: string,
  ) {
    this.counter = openSync(counterFile, 'r');
  }

  static async start(folder: string, port: number): Promise<Sink> {
    const counterFile = join(folder, `sink-${port}.log`);
    const program = await Program.start({
      command: await requireBinary(['smtp-sink']),
      args: [
        ...(isRoot() ? ['-u', 'postfix'] : []),
        ...['-c', '-m', MOST_CONNECTIONS, '-h', 'mx.inbox.example'],
        ...[`127.0.0.1:${port}`, MOST_CONNECTIONS],
      ],
      logFile: counterFile,
      mark: `127.0.0.1:${port}`,
    });
    await program.until(() => speaksSmtp(port), START_MS);
    return new Sink(program, counterFile);
  }

  get pid(): number {
    return this.program.pid;
  }

  /** How many messages have arrived in all. It prints that for each one, so only the end is read. */
  get received(): number {
    const { size } = fstatSync(this.counter);
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(this.counter, tail, 0, tail.length, size - tail.length);
    const complete = tail.toString().split('\r').slice(0, -1);
    return Number(/mesg=(\d+)/.exec(complete.at(-1) ?? '')?.[1] ?? 0);
  }

  /** However often it is asked for. */
  stop(): Promise<void> {
    return (this.stopping ??= this.end());
  }

  private async end(): Promise<void> {
    await this.program.stop(STOP_MS);
    closeSync(this.counter);
  }
}

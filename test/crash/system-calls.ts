import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { eventually } from '../support/eventually.js';

const CALLS = 'read,recvfrom,write,writev,sendto,sendmsg,pwrite64,fsync,fdatasync';
/** Enough of each buffer to recognise it. */
const STRING_BYTES = '200';

/** One system call; what began and ended in which order, over all threads of all traced processes. */
export interface SystemCall {
  readonly name: string;
  /** Its arguments and its result, as strace writes them. */
  readonly text: string;
  readonly began: number;
  readonly ended: number;
}

/**
 * strace on running processes. One of them looks at all: it holds each thread at the begin and at the end of
 * each call until it has written that down, so what causes something else stands before it.
 */
export class SystemCalls {
  private constructor(
    private readonly strace: ChildProcess,
    private readonly file: string,
  ) {}

  /** Whether this process may look into others, which a container may forbid. */
  static get mayTrace(): boolean {
    const { stdout } = spawnSync('sh', ['-c', 'sleep 0.5 & strace -e trace=none -p $! 2>&1']);
    return !stdout.toString().includes('not permitted');
  }

  /** Resolves when every thread of these is being looked at; what happens goes to the file. */
  static async of(pids: readonly number[], file: string): Promise<SystemCalls> {
    const targets = pids.flatMap((pid) => ['-p', String(pid)]);
    const options = ['-f', '-ttt', '-yy', '-s', STRING_BYTES, '-e', `trace=${CALLS}`, '-o', file];
    const strace = spawn('strace', [...options, ...targets], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    strace.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    await eventually(
      () => pids.filter((pid) => said.includes(`Process ${pid} attached`)).length,
      (count) => count === pids.length || strace.exitCode !== null,
    );
    if (strace.exitCode !== null) throw new Error(`strace ended: ${said}`);
    return new SystemCalls(strace, file);
  }

  /** Lets them go, and tells what they did. */
  async end(): Promise<SystemCall[]> {
    this.strace.kill('SIGINT');
    await once(this.strace, 'exit');
    const lines = createInterface({ input: createReadStream(this.file, 'latin1') });
    const trace = new Trace();
    for await (const line of lines) trace.read(line);
    return trace.calls;
  }
}

/** Puts together what strace writes in two lines, when something else came in between. */
class Trace {
  readonly calls: SystemCall[] = [];
  private readonly begun = new Map<string, { text: string; began: number }>();
  private number = 0;

  read(line: string): void {
    this.number += 1;
    const { thread, what } = /^(?<thread>\d+) +[\d.]+ (?<what>.*)$/.exec(line)?.groups ?? {};
    if (thread === undefined || what === undefined) return;
    const begin = /^(.*) <unfinished \.\.\.>$/.exec(what)?.[1];
    if (begin !== undefined) this.begun.set(thread, { text: begin, began: this.number });
    else this.finish(thread, what);
  }

  private finish(thread: string, what: string): void {
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(what)?.[1];
    const begin = rest === undefined ? undefined : this.begun.get(thread);
    const text = begin ? begin.text + (rest ?? '') : what;
    const name = /^(\w+)\(/.exec(text)?.[1];
    if (!name) return; // a signal, or the end of a thread
    this.calls.push({ name, text, began: begin?.began ?? this.number, ended: this.number });
  }
}

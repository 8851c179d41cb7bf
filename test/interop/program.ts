import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PATIENCE_MS = 30_000;

/** Runs a program of this machine to its end. Debian's own interpreters come first: its libraries are for them. */
export async function run(
  program: string,
  args: readonly string[],
  input: string | Buffer = '',
  timeoutMs = PATIENCE_MS,
): Promise<Ended> {
  const child = spawn(program, args, {
    env: { ...process.env, PATH: `/usr/bin:${process.env['PATH'] ?? ''}:/usr/sbin` },
    timeout: timeoutMs,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined); // it may end without reading all of it
  child.stdin.end(input);
  await once(child, 'close');
  return {
    status: child.exitCode,
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
  };
}

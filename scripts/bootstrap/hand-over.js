import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectFolder } from './project.js';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in this process's place: same terminal, same signals, same exit status. With
 * `tethered` the program also learns through a closed channel when this process is killed.
 */
export function handOver(command, args, { tethered }) {
  const stdio = ['inherit', 'inherit', 'inherit', ...(tethered ? ['ipc'] : [])];
  const child = spawn(command, args, { cwd: projectFolder, stdio });
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      for (const name of FORWARDED) process.removeAllListeners(name);
      resolve();
    });
  });
}

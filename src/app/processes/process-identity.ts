import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: boot and start time. Null when there is
 * no such process, or only its zombie.
 */
export function identityOf(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat !== null) return fromStat(stat);
  if (readOrNull('/proc/self/stat') !== null) return null;
  return fromPs(pid); // no /proc on this system
}

export interface ProcessMark {
  readonly pid: number;
  readonly identity: string;
}

export function isAlive({ pid, identity }: ProcessMark): boolean {
  return identityOf(pid) === identity;
}

/** Sends the signal only to that very process. */
export function signalProcess(mark: ProcessMark, signal: NodeJS.Signals): void {
  if (!isAlive(mark)) return;
  try {
    process.kill(mark.pid, signal);
  } catch {
    // it ended in between
  }
}

/** Whether the process has ended within the time. */
export async function hasEndedWithin(mark: ProcessMark, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(mark)) {
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** proc_pid_stat(5): state is field 3, start time field 22; the name in field 2 may hold anything. */
function fromStat(stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  if (state === 'Z' || state === 'X') return null;
  const boot = readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${boot}/${fields[19] ?? ''}`;
}

function fromPs(pid: number): string | null {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return started.trim() || null;
  } catch {
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What some processes have used so far, and hold now. */
export interface Usage {
  readonly cpuSeconds: number;
  /** Every process counted alone, so what they share counts more than once. */
  readonly rssBytes: number;
}

interface ProcessState {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  /** Its own and those of its children that have ended. */
  readonly cpuTicks: number;
  /** Of its children that have ended, alone. */
  readonly endedChildrenTicks: number;
  readonly rssPages: number;
}

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const PAGE_BYTES = Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));

/**
 * All descendants of these processes and themselves, those that ended meanwhile included: the CPU time of a
 * process goes to its parent when it ends (proc_pid_stat(5)), so the sum never shrinks.
 */
export function usageOf(roots: readonly number[]): Usage {
  const members = familyOf(roots, readProcesses());
  return {
    cpuSeconds: sum(members.map(({ cpuTicks }) => cpuTicks)) / TICKS_PER_SECOND,
    rssBytes: sum(members.map(({ rssPages }) => rssPages)) * PAGE_BYTES,
  };
}

/** Process ids of these and all their descendants. */
export function pidsOf(roots: readonly number[]): number[] {
  return familyOf(roots, readProcesses()).map(({ pid }) => pid);
}

/** CPU time of the main thread of a process alone; 0 when it has gone. */
export function mainThreadSeconds(pid: number): number {
  const thread = readProcess(`${pid}/task/${pid}`);
  return thread ? (thread.cpuTicks - thread.endedChildrenTicks) / TICKS_PER_SECOND : 0;
}

/** CPU time of those children of this process that have ended. */
export function endedChildrenSeconds(): number {
  return (readProcess('self')?.endedChildrenTicks ?? 0) / TICKS_PER_SECOND;
}

/** CPU time that the whole machine has spent working since it started (proc_stat(5)). */
export function busySeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq) / TICKS_PER_SECOND;
}

function familyOf(roots: readonly number[], all: readonly ProcessState[]): ProcessState[] {
  const family = new Set(roots);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, parent, session } of all) {
      // A root leads its session, in which a process stays whose parent has gone.
      if (family.has(parent) || roots.includes(session)) family.add(pid);
    }
  }
  return all.filter(({ pid }) => family.has(pid));
}

function readProcesses(): ProcessState[] {
  return readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (readProcess(name) ?? []) : [],
  );
}

function readProcess(name: string): ProcessState | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${name}/stat`, 'utf8');
  } catch {
    return null; // it ended in between
  }
  // Field 2 is the name and may hold anything; this list begins with field 3, the state.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const field = (number: number) => fields[number - 3] ?? 0;
  const endedChildrenTicks = field(16) + field(17);
  return {
    pid: Number.parseInt(stat, 10),
    parent: field(4),
    session: field(6),
    cpuTicks: field(14) + field(15) + endedChildrenTicks,
    endedChildrenTicks,
    rssPages: field(24),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

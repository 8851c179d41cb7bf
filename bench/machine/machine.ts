import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { busySeconds, usageOf } from './processes.js';

/** Where the figures come from, and how much of the machine was ours while they were taken. */
export interface MachineState {
  readonly cores: number;
  readonly processor: string;
  readonly memoryMiB: number;
  readonly kernel: string;
  readonly node: string;
  /** Over one minute, before the bench began. */
  readonly loadBefore: number;
  /** CPU time of programs that are not of the bench, as a part of all there was. */
  readonly othersShare: number;
  readonly at: string;
}

const MIB = 1_048_576;
const TMPFS = 0x0102_1994;

/** Watches how busy the machine is with what is not of the bench. */
export class Machine {
  private readonly loadBefore = loadavg()[0] ?? 0;
  private startedAt = performance.now();
  private busyBefore = busySeconds();
  private oursBefore = ours();

  /** From now on it counts. */
  beginWatching(): void {
    this.startedAt = performance.now();
    this.busyBefore = busySeconds();
    this.oursBefore = ours();
  }

  state(): MachineState {
    const cores = availableParallelism();
    const available = ((performance.now() - this.startedAt) / 1_000) * cores;
    const others = busySeconds() - this.busyBefore - (ours() - this.oursBefore);
    return {
      cores,
      processor: cpus()[0]?.model ?? 'unknown',
      memoryMiB: Math.round(totalmem() / MIB),
      kernel: release(),
      node: process.version,
      loadBefore: this.loadBefore,
      othersShare: Math.max(0, Math.round((others / available) * 1_000) / 1_000),
      at: new Date().toISOString(),
    };
  }
}

/** Whether nothing in this folder ever reaches a disk, so that durability costs nothing. */
export function isInMemory(folder: string): boolean {
  return statfsSync(folder).type === TMPFS;
}

/** The commit that is measured; says so when the sources are not as committed. */
export function commitOf(project: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: project, encoding: 'utf8' }).trim();
  try {
    const isChanged = git('status', '--porcelain', '--', 'src', 'migrations') !== '';
    return `${git('rev-parse', 'HEAD')}${isChanged ? '-changed' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** This process and all that it started. */
function ours(): number {
  return usageOf([process.pid]).cpuSeconds;
}

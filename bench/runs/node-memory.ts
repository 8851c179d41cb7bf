import { readFileSync, readlinkSync } from 'node:fs';
import { pidsOf } from '../machine/processes.js';

/** What the processes of a system that run Node hold together. */
export interface NodeMemoryPeak {
  /** Resident, each process counted alone: pages that they share count in each. */
  readonly rssMiB: number;
  /** Shared pages counted once. */
  readonly pssMiB: number;
  /** Resident, of the largest one alone. */
  readonly largestMiB: number;
}

const EVERY_MS = 2_000;
const KIB_IN_MIB = 1_024;

/** Watches those processes of a system that run Node now, and not its database or queue. */
export class NodeMemory {
  private readonly pids: readonly number[];
  private peak: NodeMemoryPeak = { rssMiB: 0, pssMiB: 0, largestMiB: 0 };
  private readonly timer: NodeJS.Timeout;

  constructor(roots: readonly number[]) {
    this.pids = pidsOf(roots).filter(isNode);
    this.timer = setInterval(() => {
      this.look();
    }, EVERY_MS);
  }

  /** The most that was seen. */
  stop(): NodeMemoryPeak {
    clearInterval(this.timer);
    this.look();
    return this.peak;
  }

  private look(): void {
    const maps = this.pids.map(mapsOf);
    this.peak = {
      rssMiB: Math.max(this.peak.rssMiB, totalOf(maps, 'Rss')),
      pssMiB: Math.max(this.peak.pssMiB, totalOf(maps, 'Pss')),
      largestMiB: Math.max(this.peak.largestMiB, ...maps.map((text) => totalOf([text], 'Rss'))),
    };
  }
}

function isNode(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).endsWith('/node');
  } catch {
    return false; // it ended in between
  }
}

/** Sums over all that a process has mapped (proc_pid_smaps(5)). */
function mapsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    return ''; // it ended in between
  }
}

function totalOf(maps: readonly string[], name: 'Rss' | 'Pss'): number {
  const line = new RegExp(`^${name}: +(\\d+) kB$`, 'm');
  const kib = maps.map((text) => Number(line.exec(text)?.[1] ?? 0));
  return kib.reduce((total, part) => total + part, 0) / KIB_IN_MIB;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from '../bench-error.js';
import { endedChildrenSeconds, usageOf } from '../machine/processes.js';
import type { System } from '../systems/system.js';
import type { Sink } from '../tools/sink.js';
import { NodeMemory, type NodeMemoryPeak } from './node-memory.js';
import { PeakMemory } from './peak-memory.js';

/** What one turn of one system gave. */
export interface Sample {
  /** From the first message sent to the last one at the sink. */
  readonly e2ePerSecond: number;
  /** From the first message sent to the last one accepted. */
  readonly acceptPerSecond: number;
  readonly cpuSecondsPer1000: number;
  readonly peakRssMiB: number;
  /** Of Posthouse alone. */
  readonly nodeMemory: NodeMemoryPeak | null;
}

export interface Turn {
  readonly system: System;
  readonly sink: Sink;
  readonly count: number;
  readonly timeoutMs: number;
  /** Sends them all; resolves to the seconds until the last one was accepted. */
  send(): Promise<number>;
}

const POLL_MS = 10;
/** A system has come to rest when it used no more than this much of a core for a while, or after the last. */
const REST_WINDOW_MS = 300;
const REST_SHARE = 0.1;
const REST_MS = 4_000;
const MIB = 1_048_576;

/** Sends `count` messages through a system and waits until all are at its sink and the system rests. */
export async function takeTurn(turn: Turn): Promise<Sample> {
  const { system, sink, count, timeoutMs } = turn;
  const deadline = performance.now() + timeoutMs;
  const before = { received: sink.received, cpu: cpuOf(turn) };
  const memory = new PeakMemory(rootsOf(turn));
  const nodeMemory = system.name === 'posthouse' ? new NodeMemory(system.roots) : null;
  const startedAt = performance.now();
  const arriving = arrival(sink, before.received + count, deadline);
  arriving.catch(() => undefined); // nobody asks for it any more once the source has failed
  try {
    const acceptSeconds = await Promise.race([
      turn.send(),
      arriving.then(() => new Promise<never>(() => undefined)), // the source ends by itself
    ]);
    const e2eSeconds = ((await arriving) - startedAt) / 1_000;
    await rest(rootsOf(turn));
    requireNoDoubles(sink.received - before.received, count);
    return {
      e2ePerSecond: count / e2eSeconds,
      acceptPerSecond: count / acceptSeconds,
      cpuSecondsPer1000: ((cpuOf(turn) - before.cpu) / count) * 1_000,
      peakRssMiB: memory.stop() / MIB,
      nodeMemory: nodeMemory?.stop() ?? null,
    };
  } finally {
    memory.stop();
    nodeMemory?.stop();
  }
}

/** When the last message arrived. */
async function arrival(sink: Sink, wanted: number, deadline: number): Promise<number> {
  for (;;) {
    const now = performance.now();
    const missing = wanted - sink.received;
    if (missing <= 0) return now;
    if (now > deadline) throw new BenchError(`${missing} messages did not arrive in time`);
    await sleep(POLL_MS);
  }
}

/** Waits until processes use next to nothing, but no longer than that. */
export async function rest(roots: readonly number[], mostMs = REST_MS): Promise<void> {
  const deadline = performance.now() + mostMs;
  let last = usageOf(roots).cpuSeconds;
  while (performance.now() < deadline) {
    await sleep(REST_WINDOW_MS);
    const now = usageOf(roots).cpuSeconds;
    if (now - last <= (REST_WINDOW_MS / 1_000) * REST_SHARE) return;
    last = now;
  }
}

/** More than were sent means that one was delivered twice. */
function requireNoDoubles(arrived: number, sent: number): void {
  if (arrived > sent) throw new BenchError(`${sent} messages were sent and ${arrived} arrived`);
}

/** Tools alone are the sink, and the sources that have ended. */
function rootsOf({ system, sink }: Turn): readonly number[] {
  return system.name === 'direct' ? [sink.pid] : system.roots;
}

function cpuOf(turn: Turn): number {
  const sources = turn.system.name === 'direct' ? endedChildrenSeconds() : 0;
  return usageOf(rootsOf(turn)).cpuSeconds + sources;
}

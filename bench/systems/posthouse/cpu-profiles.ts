import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CpuProfile } from './cpu-profile.js';
import { LOADING, stepsOf } from './cpu-steps.js';

/** What a profile belongs to. */
export interface Profiled {
  /** Names of processes by their ids. */
  readonly names: ReadonlyMap<number, string>;
  /** Seconds that each has worked on all its threads. */
  readonly seconds: ReadonlyMap<string, number>;
  /** The same of its main thread alone. */
  readonly mainSeconds: ReadonlyMap<string, number>;
  readonly messages: number;
}

const SHOWN = 15;
const WAITING = ['(idle)', '(root)'];

/**
 * For each profile in the folder: what its process spent most time in, itself and not what it called. Then the steps
 * of a message.
 */
export function summarizeProfiles(folder: string, profiled: Profiled): string {
  const profiles = profilesIn(folder, profiled.names);
  const parts = profiles.map(({ name, file, profile }) => `${name} (${file})\n${topOf(profile)}`);
  return [...parts, stepTable(profiles, profiled)].join('\n\n');
}

interface NamedProfile {
  readonly name: string;
  readonly file: string;
  readonly profile: CpuProfile;
}

function profilesIn(folder: string, names: ReadonlyMap<number, string>): NamedProfile[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  return files.map((file) => {
    const pid = Number(/\.(\d+)\.\d+\.\d+\.cpuprofile$/.exec(file)?.[1]);
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile; // V8 wrote it
    return { name: names.get(pid) ?? 'another process', file, profile };
  });
}

/**
 * Microseconds per message: of the main threads of those processes that every message passes, by step, and of all
 * threads of all processes, what they did to start included. A sample also counts while a thread waits for a
 * processor, so its share is taken of the CPU time that the thread had.
 */
function stepTable(profiles: readonly NamedProfile[], profiled: Profiled): string {
  const { seconds, mainSeconds, messages } = profiled;
  const share = (micros: number) => (micros / messages).toFixed(0).padStart(6);
  const lines = profiles
    .filter(({ name }) => /^(smtp|worker)/.test(name))
    .flatMap(({ name, profile }) => {
      const steps = [...stepsOf(profile)].sort(([, a], [, b]) => b - a);
      const sampled = steps.reduce((sum, [, micros]) => sum + micros, 0);
      const scale = ((mainSeconds.get(name) ?? 0) * 1e6) / sampled;
      return steps
        .filter(([step]) => step !== LOADING)
        .map(([step, micros]) => `${share(micros * scale)}  ${name}, main thread: ${step}`);
    });
  const whole = [...seconds].map(([name, s]) => `${share(s * 1e6)}  ${name}, all threads`);
  return [`µs per message, of ${messages}:`, ...lines, ...whole].join('\n');
}

function topOf(profile: CpuProfile): string {
  const names = new Map(profile.nodes.map((node) => [node.id, placeOf(node.callFrame)]));
  const micros = new Map<string, number>();
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? '';
    if (WAITING.includes(name)) continue;
    micros.set(name, (micros.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0));
  }
  const total = [...micros.values()].reduce((sum, time) => sum + time, 0);
  return [...micros]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([name, time]) => `  ${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`)
    .join('\n');
}

function placeOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']) {
  const name = functionName === '' ? '(anonymous)' : functionName;
  return url === '' ? name : `${name}  ${basename(url)}:${lineNumber + 1}`;
}

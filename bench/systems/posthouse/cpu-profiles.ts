import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const SHOWN = 15;
const WAITING = ['(idle)', '(root)'];

/** For each profile in the folder: what its process spent most time in, itself and not what it called. */
export function summarizeProfiles(folder: string, names: ReadonlyMap<number, string>): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  const parts = files.map((file) => {
    const pid = Number(/\.(\d+)\.\d+\.\d+\.cpuprofile$/.exec(file)?.[1]);
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile; // V8 wrote it
    return `${names.get(pid) ?? 'another process'} (${file})\n${topOf(profile)}`;
  });
  return parts.join('\n\n');
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

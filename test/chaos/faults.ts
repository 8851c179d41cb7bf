import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../support/random.js';
import type { Direction, FaultProxy } from '../support/faults/fault-proxy.js';
import type { Machine } from '../support/two-machines.js';
import type { Scene } from './scene.js';

/** Something bad that happens to somebody, and is over when `happen` resolves. */
export interface Fault {
  readonly target: string;
  readonly way: string;
  /** Which of several. */
  readonly whose?: string;
  /** Whether there is something to disturb just now. */
  readonly isBusy: () => boolean;
  readonly happen: () => Promise<void>;
}

const LEASES = 2;
const SHORT_MS = [500, 4_000] as const;
const DIRECTIONS: readonly Direction[] = ['both', 'both', 'toClient', 'toTarget'];

/** To a process of a role; a worker is looked at while it stands still, so that it is known what it held. */
export function roleFault(scene: Scene, random: Random): Fault | null {
  const name = random.pick(['api-1', 'api-2', 'smtp-1', 'smtp-2', 'worker-1', 'worker-1']);
  const machine = name === 'worker-1' ? random.pick(scene.machines) : scene.first;
  const pid = scene.pidOf(machine, name);
  if (pid === null) return null;
  const role = name.split('-')[0] as 'api' | 'smtp' | 'worker'; // what the names begin with
  const wanted = random.pick(['kill', 'kill', 'kill', 'kill', 'freeze', 'stop'] as const);
  const way = wanted === 'stop' && scene.told.has(pid) ? 'kill' : wanted;
  const timeMs = between(random, [scene.leaseMs, LEASES * scene.leaseMs]);
  const isBusy =
    role === 'worker' ? () => scene.watch.waiting > 0 : () => scene.load.inTheAir(role) > 0;
  const happen = async () => {
    if (role === 'worker') await lookAt(scene, machine, { pid, way });
    if (way === 'kill') signal(pid, 'SIGKILL');
    else if (way === 'freeze') await freeze(pid, timeMs);
    else if (signal(pid, 'SIGTERM')) scene.told.add(pid);
  };
  const whose = role === 'worker' ? machine.helo : name;
  return { target: role, way, whose, isBusy, happen };
}

/** To MariaDB or Redis, which come back by themselves. */
export function serviceFault(scene: Scene, random: Random): Fault | null {
  const target = random.pick(['mariadb', 'redis'] as const);
  const { pid } = scene.services[target];
  if (pid === null) return null;
  const ways = target === 'mariadb' ? ['kill', 'kill', 'freeze', 'stop'] : REDIS_WAYS;
  const way = random.pick(ways);
  const timeMs = between(random, SHORT_MS);
  const isBusy = () => scene.load.inTheAir('smtp') + scene.load.inTheAir('api') > 0;
  const happen = async () => {
    if (way === 'flush') return scene.flushRedis();
    if (way === 'freeze') return freeze(pid, timeMs);
    signal(pid, way === 'kill' ? 'SIGKILL' : 'SIGTERM');
  };
  return { target, way, isBusy, happen };
}

const REDIS_WAYS = ['kill', 'kill', 'freeze', 'flush', 'flush'];

/** To the way between two machines. */
export function linkFault(scene: Scene, random: Random): Fault {
  const machine = random.pick(scene.machines);
  const kind = random.pick(['database', 'redis', 'receivers'] as const);
  const link = kind === 'receivers' ? scene.receivers : machine.links[kind];
  const way = random.pick(['dark', 'dark', 'slow', 'reset'] as const);
  const timeMs = between(random, SHORT_MS);
  const direction = random.pick(DIRECTIONS);
  const isReset = random.chance(2);
  const helo = kind === 'receivers' ? undefined : machine.helo;
  const because = `the link to ${kind} was ${way}`;
  const happen = async () => {
    if (way === 'reset') return resetWhileAllStand(scene, { link, because });
    const over = suffer(link, { way, timeMs, direction, isReset });
    if (kind === 'redis') return over;
    scene.excuses.push(...(await scene.watch.handsDuring(because, over, helo)));
  };
  const whose = `${helo ?? ''} ${direction} ${isReset ? 'reset' : ''}`;
  return { target: `link to ${kind}`, way, whose, isBusy: () => link.open > 0, happen };
}

/** Whose connection broke knows it within a moment: what was under way is only known while nobody moves. */
async function resetWhileAllStand(
  scene: Scene,
  { link, because }: { link: FaultProxy; because: string },
): Promise<void> {
  const pids = scene.machines.map((machine) => scene.pidOf(machine, 'worker-1'));
  const stopped = pids.filter((pid) => pid !== null && signal(pid, 'SIGSTOP')) as number[]; // no null
  if (link === scene.receivers) scene.excuses.push(await scene.watch.hands(because));
  link.reset();
  for (const pid of stopped) signal(pid, 'SIGCONT');
}

interface Suffering {
  readonly way: 'dark' | 'slow';
  readonly timeMs: number;
  readonly direction: Direction;
  /** As after a partition that outlasts TCP. */
  readonly isReset: boolean;
}

async function suffer(link: FaultProxy, suffering: Suffering): Promise<void> {
  const { way, timeMs, direction, isReset } = suffering;
  if (way === 'dark') link.set({ isBlackHole: true }, direction);
  if (way === 'slow') link.set({ delayMs: 50, jitterMs: 500 }, direction);
  await sleep(timeMs);
  if (way === 'dark' && isReset) link.reset();
  link.heal();
}

/** What a worker holds is an excuse if it dies of it; if it is told to stop it has time to settle. */
async function lookAt(
  scene: Scene,
  machine: Machine,
  { pid, way }: { pid: number; way: 'kill' | 'freeze' | 'stop' },
): Promise<void> {
  if (way === 'stop') return;
  if (!signal(pid, 'SIGSTOP')) return;
  const because = way === 'kill' ? 'a worker was killed' : 'a worker stood still';
  scene.excuses.push(await scene.watch.hands(because, machine.helo));
}

async function freeze(pid: number, timeMs: number): Promise<void> {
  if (!signal(pid, 'SIGSTOP')) return;
  await sleep(timeMs);
  signal(pid, 'SIGCONT');
}

/** False when there is no such process any more. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function between(random: Random, [least, most]: readonly [number, number]): number {
  return least + random.below(most - least);
}

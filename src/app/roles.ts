import type { Config } from '../config/config.js';
import type { Door, Posthouse } from './posthouse.js';
import { checkReadiness, type Readiness } from './readiness.js';

export const ROLES = ['api', 'smtp', 'worker'] as const;
export type RoleName = (typeof ROLES)[number];

export interface RunningRole {
  readonly name: RoleName;
  readonly addresses: Door['addresses'];
  ready(): Promise<Readiness>;
  stop(): Promise<void>;
}

/** Opens the door of one role; resolves when it accepts work. */
export async function startRole(name: RoleName, posthouse: Posthouse): Promise<RunningRole> {
  const door = await START[name](posthouse);
  return {
    name,
    addresses: door.addresses,
    ready: () => checkReadiness(posthouse.health),
    stop: () => door.stop(),
  };
}

export function isRole(name: string): name is RoleName {
  return (ROLES as readonly string[]).includes(name);
}

/** How many processes of the role `serve` starts. */
export function processCount(name: RoleName, config: Config): number {
  const counts = {
    api: config.API_PROCESSES,
    smtp: config.SMTP_PROCESSES,
    worker: config.WORKER_PROCESSES,
  };
  return counts[name];
}

const START: Readonly<Record<RoleName, (posthouse: Posthouse) => Promise<Door>>> = {
  api: (posthouse) => posthouse.startApi(),
  smtp: (posthouse) => posthouse.startSmtp(),
  worker: (posthouse) => posthouse.startWorker(),
};

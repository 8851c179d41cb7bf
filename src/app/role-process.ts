import { setPriority } from 'node:os';
import type { Logger } from 'pino';
import { giveBackMemory } from '../platform/garbage.js';
import type { Compose, Posthouse, ResolvedConfig } from './posthouse.js';
import { snapshot } from './process-report.js';
import type { ReportRequest, RoleMessage } from './role-channel.js';
import { startRole, type RoleName, type RunningRole } from './roles.js';
import { dieOnFaults, Ending, ROLE_SHARE, whenToldToStop } from './shutdown.js';

export interface RoleProcessOptions {
  readonly config: ResolvedConfig;
  readonly log: Logger;
  readonly compose: Compose;
}

/** Where processors are scarce, what was accepted leaves before more is accepted: the door yields to delivery. */
const DOOR_NICENESS = 5;

/** The life of a process that the supervisor started for one role. Resolves to its exit status. */
export async function runRoleProcess(
  name: RoleName,
  { config, log, compose }: RoleProcessOptions,
): Promise<number> {
  dieOnFaults(log);
  const toldToStop = whenToldToStop();
  const ending = new Ending();
  const reason = await Promise.race([
    toldToStop,
    open(name, { config, log, compose }, ending).then(() => toldToStop),
  ]);
  log.info({ reason }, 'role stopping');
  const timeoutMs = config.SHUTDOWN_TIMEOUT * ROLE_SHARE;
  return (await ending.run({ timeoutMs, log })) ? 0 : 1;
}

async function open(
  name: RoleName,
  { config, log, compose }: RoleProcessOptions,
  ending: Ending,
): Promise<void> {
  if (name === 'smtp') setPriority(DOOR_NICENESS);
  const posthouse = await compose(config, log);
  ending.add(() => posthouse.close());
  const role = await startRole(name, posthouse);
  ending.add(() => role.stop());
  process.on('message', (message) => {
    answer(message as ReportRequest, role, posthouse); // the supervisor sends nothing else
  });
  giveBackMemory();
  tell({ type: 'ready', addresses: role.addresses });
  log.info({ addresses: role.addresses }, 'role started');
}

function answer({ id }: ReportRequest, role: RunningRole, posthouse: Posthouse): void {
  void Promise.all([role.ready(), snapshot(posthouse.metrics)]).then(([readiness, metrics]) => {
    tell({ type: 'report', id, report: { readiness, metrics } });
  });
}

/** A supervisor that is gone needs no answer: its end is noticed elsewhere. */
function tell(message: RoleMessage): void {
  process.send?.(message, undefined, {}, () => undefined);
}

import type { Logger } from 'pino';
import { loadConfig } from '../config/config.js';
import { giveBackMemory } from '../platform/garbage.js';
import { requireUsableCertificate } from '../smtp/certificate.js';
import { startOpsListener } from './ops-listener.js';
import type { Compose, Posthouse } from './posthouse.js';
import { awaitPreparedDatabase } from './prepare.js';
import { snapshot, type ProcessReport } from './process-report.js';
import { requireUrls } from './require-urls.js';
import { startRole, type RoleName, type RunningRole } from './roles.js';
import { dieOnFaults, Ending, whenToldToStop } from './shutdown.js';

export interface ForegroundOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly compose: Compose;
  readonly log: Logger;
}

/**
 * `posthouse serve api smtp worker`: these roles in this one process, as containers want it, against
 * given services. Somebody else migrates. Resolves to the exit status.
 */
export async function runInForeground(
  names: readonly RoleName[],
  { environment, compose, log }: ForegroundOptions,
): Promise<number> {
  dieOnFaults(log);
  const config = requireUrls(loadConfig(environment));
  if (names.includes('smtp')) await requireUsableCertificate(config);
  const toldToStop = whenToldToStop();
  const ending = new Ending();
  const open = async () => {
    const process = new ForegroundProcess(names);
    const ops = await startOpsListener(config.OPS_LISTEN, () => process.reports(), log);
    ending.add(() => ops.stop());
    await awaitPreparedDatabase(config, log);
    await process.open(await compose(config, log), ending);
    giveBackMemory();
    log.info({ addresses: process.addresses }, 'every role is ready');
    return toldToStop;
  };
  try {
    log.info({ reason: await Promise.race([open(), toldToStop]) }, 'stopping');
  } catch (error) {
    await ending.run({ timeoutMs: config.SHUTDOWN_TIMEOUT, log });
    throw error;
  }
  return (await ending.run({ timeoutMs: config.SHUTDOWN_TIMEOUT, log })) ? 0 : 1;
}

class ForegroundProcess {
  private posthouse: Posthouse | null = null;
  private readonly roles: RunningRole[] = [];

  constructor(private readonly names: readonly RoleName[]) {}

  get addresses(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.roles.flatMap((role) => Object.entries(role.addresses)));
  }

  async open(posthouse: Posthouse, ending: Ending): Promise<void> {
    this.posthouse = posthouse;
    ending.add(() => posthouse.close());
    for (const name of this.names) {
      const role = await startRole(name, posthouse);
      ending.add(() => role.stop());
      this.roles.push(role);
    }
  }

  reports(): Promise<ProcessReport[]> {
    return Promise.all(
      this.names.map(async (name, index) => {
        const running = this.roles.find((role) => role.name === name);
        // One registry serves all roles of this process: its samples are told once.
        const metrics = this.posthouse && index === 0 ? await snapshot(this.posthouse.metrics) : [];
        return { role: name, process: name, readiness: (await running?.ready()) ?? null, metrics };
      }),
    );
  }
}

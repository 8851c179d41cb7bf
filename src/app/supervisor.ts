import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { environmentWith, isGiven, loadConfig, type Config } from '../config/config.js';
import type { Companion } from './companion.js';
import { releaseDataDir, takeDataDir } from './data-dir.js';
import { startOpsListener } from './ops-listener.js';
import { resolveListeners } from './ports.js';
import { runPrepareProcess } from './prepare-process.js';
import type { RunFolder } from './processes/run-folder.js';
import { requireUrls } from './require-urls.js';
import { processCount, ROLES } from './roles.js';
import { giveBackMemory } from '../platform/garbage.js';
import { requireUsableCertificate } from '../smtp/certificate.js';
import { missingServices } from './services/services.js';
import { dieOnFaults, Ending, KILL_SHARE, whenToldToStop } from './shutdown.js';
import { SupervisedRole } from './supervised-role.js';
import { welcome } from './welcome.js';

export interface SupervisorOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** The file of the command line, which role processes run too. */
  readonly main: string;
  readonly log: Logger;
  readonly companion?: Companion;
}

/** MariaDB writes its pages out when it stops; roles have their own, configured time. */
const SERVICES_TIMEOUT_MS = 90_000;

/**
 * `posthouse serve`: private services where none are given, the database made ready, then the roles as
 * processes of their own, until told to stop. Resolves to the exit status.
 */
export async function supervise(options: SupervisorOptions): Promise<number> {
  const { environment, log } = options;
  dieOnFaults(log);
  const config = loadConfig(environment);
  const ending = new Ending();
  const toldToStop = whenToldToStop(() => {
    ending.atOnce();
  });
  const end = () => ending.run({ timeoutMs: config.SHUTDOWN_TIMEOUT + SERVICES_TIMEOUT_MS, log });
  try {
    const started = start(config, options, ending);
    log.info(
      { reason: await Promise.race([toldToStop, started.then(() => toldToStop)]) },
      'stopping',
    );
  } catch (error) {
    await end();
    throw error;
  }
  return (await end()) ? 0 : 1;
}

async function start(given: Config, options: SupervisorOptions, ending: Ending): Promise<void> {
  const { environment, log } = options;
  const dataDir = resolve(given.DATA_DIR);
  const run = await takeDataDir(dataDir, { patienceMs: given.SHUTDOWN_TIMEOUT, log });
  ending.add(() => Promise.resolve(releaseDataDir(run)));
  const listeners = await resolveListeners(given, (key) => isGiven(key, environment));
  for (const note of listeners.notes) log.warn(note);
  if (processCount('smtp', given) > 0) await requireUsableCertificate(given);
  const services = missingServices(
    { databaseUrl: given.DATABASE_URL, redisUrl: given.REDIS_URL },
    { dataDir, log },
  );
  ending.add(
    () => services.stop(),
    () => {
      services.kill('SIGTERM');
    },
  );
  await services.start();
  const settings = {
    ...listeners.settings,
    DATA_DIR: dataDir,
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
  };
  await startRoles(
    { ...options, run, environment: environmentWith(settings, environment) },
    ending,
  );
}

interface Prepared extends SupervisorOptions {
  readonly run: RunFolder;
}

async function startRoles(prepared: Prepared, ending: Ending): Promise<void> {
  const { environment, log, companion } = prepared;
  const config = requireUrls(loadConfig(environment));
  const firstSignIn = await runPrepareProcess(prepared, ending);

  const roles = rolesOf(config, prepared);
  const reports = () => Promise.all(roles.map((role) => role.report()));
  const ops = await startOpsListener(config.OPS_LISTEN, reports, log);
  ending.add(() => ops.stop());
  ending.add(
    () => stopAll(roles, config.SHUTDOWN_TIMEOUT * KILL_SHARE),
    () => {
      for (const role of roles) role.kill('SIGKILL');
    },
  );
  await Promise.all(roles.map((role) => role.start()));
  giveBackMemory();
  log.info('every role is ready');
  // A companion signs in by itself, and says how afterwards.
  const running = { config, firstSignIn: companion ? null : firstSignIn };
  process.stderr.write(welcome(running, process.stderr));
  if (!companion) return;
  ending.add(() => companion.stop());
  await companion.started({ config, firstSignIn });
}

function rolesOf(config: Config, { main, run, log, environment }: Prepared): SupervisedRole[] {
  return ROLES.flatMap((role) =>
    Array.from(
      { length: processCount(role, config) },
      (_, index) =>
        new SupervisedRole({
          role,
          number: index + 1,
          main,
          dataDir: config.DATA_DIR,
          environment,
          run,
          log,
        }),
    ),
  );
}

async function stopAll(roles: readonly SupervisedRole[], timeoutMs: number): Promise<void> {
  await Promise.all(roles.map((role) => role.stop(timeoutMs)));
}

import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { environmentWith, loadConfig, type Config } from '../config/config.js';
import type { FirstSignIn } from '../features/accounts/accounts.service.js';
import { createLog } from '../platform/log.js';
import type { Companion } from './companion.js';
import { ensureFirstSignIn, resetFirstSignIn } from './first-start.js';
import type { Compose, Posthouse, ResolvedConfig } from './posthouse.js';
import { endWithParent, PREPARE, tellParent } from './prepare-process.js';
import { requireUrls } from './require-urls.js';
import { runRoleProcess } from './role-process.js';
import { isRole, ROLES, type RoleName } from './roles.js';
import { borrowedServices } from './services/services.js';
import { linesToMend } from './start-refused.js';
import { supervise } from './supervisor.js';
import { howToSignIn } from './welcome.js';

const HELP = `posthouse: a self-hosted mail backend

  posthouse serve                   everything: private MariaDB and Redis where no URL is given, all roles
  posthouse serve ${ROLES.join(' ')}   these roles in one process, against given services (containers)
  posthouse migrate                 bring the database up to date, make the administrator
  posthouse doctor                  check settings, ports, DNS, services, schema and master key
  posthouse demo                    everything, with a demo tenant, its own DNS and a mail sink
  posthouse admin reset-sign-in     a new first sign-in for an administrator who lost the password
  posthouse admin verify-audit      whether the audit log is as it was written; 1 when not, with what is wrong
  posthouse --help

Settings are environment variables that begin with POSTHOUSE_; docs/CONFIGURATION.md lists them.
`;

export interface CommandLine {
  /** The file that was started; the supervisor starts it again for each role. */
  readonly main: string;
  readonly compose: Compose;
  /** Begins the demo's outside world, before the roles. */
  readonly startDemo: (config: Config, log: Logger) => Promise<Companion>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Runs one command; resolves to the exit status: 0 done, 1 failed, 2 something to mend first. */
export async function runCommand(
  words: readonly string[],
  commandLine: CommandLine,
): Promise<number> {
  const command = commandOf(words);
  if (!command) {
    commandLine.complain(`unknown command: ${words.join(' ')}\n\n${HELP}`);
    return 2;
  }
  try {
    return await command(commandLine);
  } catch (error) {
    const lines = linesToMend(error);
    if (lines === null) throw error;
    commandLine.complain(lines.map((line) => `posthouse: ${line}\n`).join(''));
    return 2;
  }
}

/** Loads for itself what the supervisor can do without: that lives as long as everything, and stays small. */
type Command = (commandLine: CommandLine) => Promise<number>;

function commandOf(words: readonly string[]): Command | null {
  const [name = '', ...rest] = words;
  if (rest.some((word) => word === '--help' || word === '-h')) return help;
  if (name === 'role') return roleOf(rest);
  if (name === 'serve' && rest.length > 0) return rest.every(isRole) ? foreground(rest) : null;
  return COMMANDS.get(words.join(' ')) ?? null;
}

/** What the supervisor types: see role-channel. */
function roleOf([name = '', process = '']: readonly string[]): Command | null {
  return isRole(name) ? role(name, process) : null;
}

const help: Command = ({ print }) => {
  print(HELP);
  return Promise.resolve(0);
};

const serve: Command = ({ main }) => {
  const log = logOf(loadConfig(), 'supervisor');
  return supervise({ environment: environmentWith({}), main, log });
};

const demo: Command = async ({ main, startDemo }) => {
  const config = loadConfig();
  const log = logOf(config, 'supervisor');
  const companion = await startDemo(config, log);
  const environment = { ...environmentWith({}), ...companion.environment };
  return supervise({ environment, main, log, companion });
};

function foreground(roles: readonly RoleName[]): Command {
  return async ({ compose }) => {
    const { runInForeground } = await import('./foreground.js');
    const log = logOf(loadConfig(), roles.join('+'));
    return runInForeground(roles, { environment: environmentWith({}), compose, log });
  };
}

function role(name: RoleName, process: string): Command {
  return ({ compose }) => {
    const config = requireUrls(loadConfig());
    return runRoleProcess(name, { config, log: logOf(config, process), compose });
  };
}

/** What the supervisor types: see prepare-process. */
const prepare: Command = async ({ compose }) => {
  const config = requireUrls(loadConfig());
  endWithParent();
  await tellParent(await makeReady(config, logOf(config, 'supervisor'), compose));
  return 0;
};

const migrate: Command = ({ compose, print }) =>
  withServices(async (config, log) => {
    const firstSignIn = await makeReady(config, log, compose);
    if (firstSignIn) print(`${howToSignIn({ config, firstSignIn }, process.stdout)}\n`);
    return 0;
  });

const doctor: Command = async ({ print }) => {
  const { examine } = await import('./doctor.js');
  const config = loadConfig();
  const log = createLog({ level: 'silent' });
  const isWell = await examine(config, { log, print: (line) => print(`${line}\n`) });
  return isWell ? 0 : 1;
};

const resetSignIn: Command = ({ compose, print }) =>
  withServices(async (config, log) => {
    const { prepareDatabase } = await import('./prepare.js');
    await prepareDatabase(config, log);
    const firstSignIn = await composed(compose(config, log), resetFirstSignIn);
    if (firstSignIn) print(`${howToSignIn({ config, firstSignIn }, process.stdout)}\n`);
    return firstSignIn ? 0 : 1;
  });

const verify: Command = ({ compose, print }) =>
  withServices(async (config, log) => {
    const { verifyAudit } = await import('./verify-audit.js');
    const look = (posthouse: Posthouse) => verifyAudit(posthouse, (line) => print(`${line}\n`));
    return (await composed(compose(config, log), look)) ? 0 : 1;
  });

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['', help],
  ['--help', help],
  ['-h', help],
  ['help', help],
  ['serve', serve],
  ['demo', demo],
  ['migrate', migrate],
  [PREPARE, prepare],
  ['doctor', doctor],
  ['admin reset-sign-in', resetSignIn],
  ['admin verify-audit', verify],
]);

/** The schema, the master key, and an administrator; all roles wait for it. */
async function makeReady(
  config: ResolvedConfig,
  log: Logger,
  compose: Compose,
): Promise<FirstSignIn | null> {
  const { prepareDatabase } = await import('./prepare.js');
  await prepareDatabase(config, log);
  return composed(compose(config, log), ensureFirstSignIn);
}

/** The composed system for the time of `work`, with all doors closed. */
async function composed<T>(
  composing: Promise<Posthouse>,
  work: (posthouse: Posthouse) => Promise<T>,
): Promise<T> {
  const posthouse = await composing;
  try {
    return await work(posthouse);
  } finally {
    await posthouse.close();
  }
}

/** For commands that end by themselves. */
async function withServices(
  work: (config: ResolvedConfig, log: Logger) => Promise<number>,
): Promise<number> {
  const given = loadConfig();
  const log = logOf(given, 'command');
  const services = borrowedServices(
    { databaseUrl: given.DATABASE_URL, redisUrl: given.REDIS_URL },
    { dataDir: given.DATA_DIR, log },
  );
  await services.start();
  try {
    const { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL } = services;
    const DATA_DIR = resolve(given.DATA_DIR);
    return await work({ ...given, DATA_DIR, DATABASE_URL, REDIS_URL }, log);
  } finally {
    await services.stop();
  }
}

function logOf(config: Config, process: string): Logger {
  return createLog({ level: config.LOG_LEVEL }, { process });
}

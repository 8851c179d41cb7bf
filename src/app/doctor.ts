import { join, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { isGiven, type Config } from '../config/config.js';
import { systemClock } from '../platform/clock.js';
import { unsafeSettings } from '../platform/database/safety.js';
import { sqlOf } from '../platform/database/sql.js';
import { Dns } from '../platform/dns/dns.js';
import { EgressGuard } from '../platform/egress/egress-guard.js';
import { checkMasterKey, loadMasterKey } from '../platform/master-key.js';
import { RedisBus } from '../platform/redis/redis-bus.js';
import { Secrets } from '../platform/secrets.js';
import { resolveListeners } from './ports.js';
import type { ResolvedConfig } from './posthouse.js';
import { withDatabase } from './prepare.js';
import { RunFolder } from './processes/run-folder.js';
import { borrowedServices } from './services/services.js';

type Print = (line: string) => void;

const REDIS_MS = 3_000;

/**
 * Looks at everything that Posthouse needs and prints a line for each; says whether all is well. Private
 * services that do not run are started for the time of the look.
 */
export async function examine(
  given: Config,
  { log, print }: { log: Logger; print: Print },
): Promise<boolean> {
  const dataDir = resolve(given.DATA_DIR);
  const results = [
    { name: 'settings', problems: [] },
    { name: 'ports', problems: await portProblems(given, dataDir) },
    { name: 'dns', problems: await dnsProblems(given) },
    ...(await serviceResults(given, dataDir, log)),
  ];
  for (const { name, problems } of results) {
    if (problems.length === 0) print(`ok    ${name}`);
    for (const problem of problems) print(`fail  ${name}: ${problem}`);
  }
  return results.every(({ problems }) => problems.length === 0);
}

interface Result {
  readonly name: string;
  readonly problems: readonly string[];
}

async function serviceResults(given: Config, dataDir: string, log: Logger): Promise<Result[]> {
  const services = borrowedServices(
    { databaseUrl: given.DATABASE_URL, redisUrl: given.REDIS_URL },
    { dataDir, log },
  );
  try {
    await services.start();
    const { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL } = services;
    const config = { ...given, DATA_DIR: dataDir, DATABASE_URL, REDIS_URL };
    return [
      { name: 'redis', problems: await redisProblems(config, log) },
      ...(await databaseResults(config, log).catch(databaseFailed)),
    ];
  } catch (error) {
    return [{ name: 'services', problems: [textOf(error)] }];
  } finally {
    await services.stop();
  }
}

/** Without a database there is no schema and no master key to look at. */
function databaseFailed(error: unknown): Result[] {
  return [{ name: 'database', problems: [withoutName(textOf(error))] }];
}

function withoutName(line: string): string {
  return line.replace(/^database: /, '');
}

function databaseResults(config: ResolvedConfig, log: Logger): Promise<Result[]> {
  return withDatabase({ config, log, patienceMs: 0 }, async (source) => {
    const unsafe = await unsafeSettings(sqlOf(source.manager), config.MAX_MESSAGE_BYTES);
    const isBehind = await source.showMigrations();
    return [
      { name: 'database', problems: unsafe.map(withoutName) },
      { name: 'schema', problems: isBehind ? ['not up to date, run: posthouse migrate'] : [] },
      { name: 'master key', problems: isBehind ? [] : await keyProblems(source, config) },
    ];
  });
}

async function keyProblems(source: DataSource, config: ResolvedConfig): Promise<string[]> {
  const file = join(config.DATA_DIR, 'master.key');
  try {
    if (config.MASTER_KEY === undefined && !existsSync(file)) return [`${file} is missing`];
    const secrets = new Secrets(loadMasterKey(config.MASTER_KEY, file));
    await checkMasterKey(sqlOf(source.manager), secrets, systemClock.now());
    return [];
  } catch (error) {
    return [textOf(error)];
  }
}

async function redisProblems(config: ResolvedConfig, log: Logger): Promise<string[]> {
  const bus = new RedisBus({ url: config.REDIS_URL, prefix: config.REDIS_PREFIX, log });
  const deadline = Date.now() + REDIS_MS;
  while (!bus.isUp && Date.now() < deadline) {
    await new Promise((wake) => setTimeout(wake, 50));
  }
  const problems = bus.isUp ? [] : ['does not answer'];
  bus.close();
  return problems;
}

/** The ports of a Posthouse that is running are taken by itself, as they should be. */
async function portProblems(config: Config, dataDir: string): Promise<string[]> {
  if (existsSync(dataDir) && new RunFolder(dataDir).find('supervisor')) return [];
  try {
    await resolveListeners(config, (key) => isGiven(key));
    return [];
  } catch (error) {
    return textOf(error).split('\n');
  }
}

/** Any answer will do, also that there is no such name. */
async function dnsProblems(config: Config): Promise<string[]> {
  const dns = new Dns({
    servers: config.DNS_SERVERS,
    timeoutMs: config.DNS_TIMEOUT,
    guard: new EgressGuard(config.EGRESS_ALLOW),
  });
  const answer = await dns.mx('example.com');
  return answer.kind === 'failed' ? [answer.reason] : [];
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { RunFolder } from '../processes/run-folder.js';
import { PrivateMariadb } from './private-mariadb.js';
import { PrivateRedis } from './private-redis.js';
import type { PrivateService } from './private-service.js';

export interface ServiceUrls {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

export interface ServiceOptions {
  readonly dataDir: string;
  readonly log: Logger;
}

/** What the processes of an installation talk to: given from outside, or our own. */
export interface Services extends ServiceUrls {
  /** Resolves when our own answer. */
  start(): Promise<void>;
  /** Resolves when our own have ended. */
  stop(): Promise<void>;
  /** A signal to our own, which are started again when they die by it. */
  kill(signal: NodeJS.Signals): void;
}

/** Our own MariaDB and Redis, running. */
export interface PrivateServices extends Services {
  readonly mariadb: PrivateService;
  readonly redis: PrivateService;
}

/** Starts our own MariaDB and Redis under `dataDir`, both, and keeps them running until `stop`. */
export async function startPrivateServices(options: ServiceOptions): Promise<PrivateServices> {
  const { mariadb, redis } = ownServices(options);
  const services = together([mariadb, redis], { databaseUrl: mariadb.url, redisUrl: redis.url });
  await services.start();
  return { ...services, mariadb, redis };
}

/** The given URLs, and services of our own for those that are not given; `start` starts these. */
export function missingServices(given: Partial<ServiceUrls>, options: ServiceOptions): Services {
  const { mariadb, redis } = ownServices(options);
  const own = [
    ...(given.databaseUrl === undefined ? [mariadb] : []),
    ...(given.redisUrl === undefined ? [redis] : []),
  ];
  return together(own, {
    databaseUrl: given.databaseUrl ?? mariadb.url,
    redisUrl: given.redisUrl ?? redis.url,
  });
}

/** For short commands: the same, but those of a Posthouse that runs on this folder right now are used as they are. */
export function borrowedServices(given: Partial<ServiceUrls>, options: ServiceOptions): Services {
  const { run, mariadb, redis } = ownServices(options);
  if (!run.find('supervisor')) return missingServices(given, options);
  return together([], {
    databaseUrl: given.databaseUrl ?? mariadb.url,
    redisUrl: given.redisUrl ?? redis.url,
  });
}

function ownServices({ dataDir, log }: ServiceOptions) {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const run = new RunFolder(folder);
  return {
    run,
    mariadb: new PrivateMariadb(folder, run, log),
    redis: new PrivateRedis(folder, run, log),
  };
}

function together(own: readonly PrivateService[], urls: ServiceUrls): Services {
  const stop = async () => {
    await Promise.all(own.map((service) => service.stop()));
  };
  return {
    ...urls,
    stop,
    start: async () => {
      const started = await Promise.allSettled(own.map((service) => service.start()));
      const failed = started.find((result) => result.status === 'rejected');
      if (!failed) return;
      await stop();
      throw failed.reason;
    },
    kill: (signal) => {
      for (const service of own) service.kill(signal);
    },
  };
}

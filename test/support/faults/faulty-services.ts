import { parseDatabaseUrl } from '../../../src/platform/database/connection-url.js';
import type { ServiceUrls } from '../../../src/app/services/services.js';
import { parseRedisUrl } from '../../../src/platform/redis/redis-url.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { FaultProxy, type Target } from './fault-proxy.js';

/** The way of one machine to MariaDB and Redis, which may fail without failing for others. */
export interface FaultyLinks {
  readonly database: FaultProxy;
  readonly redis: FaultProxy;
  /** What a Posthouse on that machine is told. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A schema of the tests' MariaDB and their Redis, with links that can be made to fail. */
export class FaultyServices {
  private readonly links: FaultyLinks[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly redisUrl: string,
  ) {}

  /** Those of the test run, unless there are others. */
  static async start(urls: ServiceUrls = sharedUrls()): Promise<FaultyServices> {
    return new FaultyServices(await createTestDatabase(urls.databaseUrl), urls.redisUrl);
  }

  /** Past all faults, for the eyes of a test. */
  get direct(): ServiceUrls {
    return { databaseUrl: this.database.url, redisUrl: this.redisUrl };
  }

  async newLinks(): Promise<FaultyLinks> {
    const { databaseUrl, redisUrl } = this.direct;
    const database = await FaultProxy.start(targetOf(parseDatabaseUrl(databaseUrl).socketPath));
    const redis = await FaultProxy.start(targetOf(parseRedisUrl(redisUrl).path));
    const url = new URL(databaseUrl);
    url.searchParams.delete('socketPath');
    url.host = `${database.host}:${database.port}`;
    const links = {
      ...{ database, redis },
      settings: {
        DATABASE_URL: url.href,
        REDIS_URL: `redis://${redis.host}:${redis.port}/0`,
        REDIS_PREFIX: this.database.name.replaceAll('_', '-').slice(0, 32),
      },
    };
    this.links.push(links);
    return links;
  }

  async stop(): Promise<void> {
    await Promise.all(this.links.flatMap(({ database, redis }) => [database.stop(), redis.stop()]));
    await this.database.drop();
  }
}

function sharedUrls(): ServiceUrls {
  return {
    databaseUrl: process.env['TEST_DATABASE_URL'] ?? '',
    redisUrl: process.env['TEST_REDIS_URL'] ?? '',
  };
}

/** The tests' own services listen on unix sockets. */
function targetOf(path: string | undefined): Target {
  if (path === undefined) throw new Error('a service on a unix socket was expected');
  return { path };
}

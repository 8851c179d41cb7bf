import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { ApiDoor } from '../../src/api/server.js';
import { compose } from '../../src/app/compose.js';
import type { Door } from '../../src/app/posthouse.js';
import { prepareDatabase } from '../../src/app/prepare.js';
import { loadConfig } from '../../src/config/config.js';
import type { LoopbackDns } from '../../src/demo/loopback-dns.js';
import type { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { createLog } from '../../src/platform/log.js';
import { RedisBuckets } from '../../src/platform/rate-limit/redis-buckets.js';
import { SharedBuckets } from '../../src/platform/rate-limit/shared-buckets.js';
import { ApiBudget } from '../../src/api/budget.js';
import { Metrics } from '../../src/platform/metrics.js';
import { ApiClient } from './api-client.js';
import { signInAdministrator } from './administrator.js';
import type { Mailbox } from './mailbox.js';
import { Outside } from './outside.js';
import { Tenant, type TenantOptions } from './tenant.js';
import { TestClock } from './test-clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface WorldOptions {
  /** Settings beside those that tie the world together, by environment name without prefix. */
  readonly settings?: Settings | ((outside: Outside) => Settings);
  /** Which roles run in this process; all of them unless said otherwise. */
  readonly roles?: readonly Role[];
}

type Settings = Readonly<Record<string, string>>;

const ROLES = ['api', 'smtp', 'worker'] as const;
type Role = (typeof ROLES)[number];

/**
 * A whole Posthouse in this process, composed as in production, on a schema of its own; and around it
 * the outside world on loopback: a DNS server, a mail sink, a clock that can be moved.
 */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'posthouse-world-'));
  const database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  const outside = await Outside.start(dataDir);
  const { settings = {} } = options;
  const given = typeof settings === 'function' ? settings(outside) : settings;
  const world = new World({ dataDir, database, outside }, given);
  await world.open(options.roles ?? ROLES);
  return world;
}

interface Ground {
  readonly dataDir: string;
  readonly database: TestDatabase;
  readonly outside: Outside;
}

export class World {
  readonly clock = new TestClock();
  readonly database: TestDatabase;
  readonly dns: LoopbackDns;
  readonly sink: MailSink;
  readonly dataDir: string;
  private readonly outside: Outside;
  /** Everything that a process of this world would be given. */
  readonly settings: Settings;
  /** The API as its administrator. */
  admin = new ApiClient('');
  addresses: Record<string, string> = {};
  private posthouse: Awaited<ReturnType<typeof compose>> | null = null;
  private readonly doors = new Map<Role, Door>();
  private readonly otherDoors: { close(): Promise<void> }[] = [];
  private tenants = 0;

  constructor(ground: Ground, given: Settings) {
    this.database = ground.database;
    this.dataDir = ground.dataDir;
    this.outside = ground.outside;
    this.dns = ground.outside.dns;
    this.sink = ground.outside.sink;
    this.settings = {
      DATABASE_URL: this.database.url,
      REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
      REDIS_PREFIX: this.database.name.replaceAll('_', '-').slice(0, 32),
      DATA_DIR: this.dataDir,
      HTTP_LISTEN: '127.0.0.1:0',
      OPS_LISTEN: '127.0.0.1:0',
      SMTP_LISTEN: '127.0.0.1:0',
      SUBMISSION_LISTEN: '127.0.0.1:0',
      SUBMISSIONS_LISTEN: '127.0.0.1:0',
      ...this.outside.settings,
      MEMORY_LIMIT_BYTES: '0', // the tests themselves take more
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      ...given,
    };
  }

  /** The environment of a role process that belongs to this world. */
  get environment(): Record<string, string> {
    return environmentOf(this.settings);
  }

  get services() {
    if (!this.posthouse) throw new Error('the world is closed');
    return this.posthouse.services;
  }

  async open(roles: readonly Role[]): Promise<void> {
    const config = this.configWith();
    const log = createLog({ level: config.LOG_LEVEL }, {});
    await prepareDatabase(config, log);
    this.posthouse = await compose(config, log, this.clock);
    const start = {
      api: () => this.posthouse!.startApi(),
      smtp: () => this.posthouse!.startSmtp(),
      worker: () => this.posthouse!.startWorker(),
    };
    for (const role of roles) this.doors.set(role, await start[role]());
    const addresses = [...this.doors.values()].map((door) => door.addresses);
    this.addresses = Object.assign({}, ...addresses) as Record<string, string>;
    if (!roles.includes('api')) return;
    const url = `http://${this.addresses['HTTP_LISTEN']}/graphql`;
    const firstSignIn = await this.services.accounts.ensureAdministrator();
    this.admin = await signInAdministrator(url, firstSignIn?.setupSecret ?? '');
  }

  /** One more API beside the first, composed as another process would, perhaps with other settings; its URL. */
  async anotherApi(settings: Settings = {}): Promise<string> {
    const posthouse = await compose(
      this.configWith(settings),
      createLog({ level: 'silent' }, {}),
      this.clock,
    );
    const door = await posthouse.startApi();
    this.otherDoors.push({
      close: async () => {
        await door.stop();
        await posthouse.close();
      },
    });
    return `http://${door.addresses['HTTP_LISTEN']}/graphql`;
  }

  /** One more worker beside the first, composed as another process would; how to end it. */
  async anotherWorker(): Promise<() => Promise<void>> {
    const posthouse = await compose(
      this.configWith(),
      createLog({ level: 'silent' }, {}),
      this.clock,
    );
    const worker = await posthouse.startWorker();
    const door = {
      close: async () => {
        await worker.stop();
        await posthouse.close();
      },
    };
    this.otherDoors.push(door);
    return async () => {
      this.otherDoors.splice(this.otherDoors.indexOf(door), 1);
      await door.close();
    };
  }

  /** A caller without any right. */
  get anonymous(): ApiClient {
    return new ApiClient(this.admin.url);
  }

  /** A new organization with one mail server: the verbs of a tenant. */
  aServer(options: TenantOptions = {}): Promise<Tenant> {
    this.tenants += 1;
    return Tenant.create(this, this.tenants, options);
  }

  /** Makes the DNS say that the sink takes mail for a domain. */
  receiver(domain: string, sink: { readonly host: string } = this.sink): void {
    this.outside.receiver(domain, sink);
  }

  mailbox(address: string): Mailbox {
    return this.outside.mailbox(address);
  }

  address(listener: 'HTTP_LISTEN' | 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN'): {
    host: string;
    port: number;
  } {
    const { hostname, port } = new URL(`tcp://${this.addresses[listener]}`);
    return { host: hostname, port: Number(port) };
  }

  private configWith(settings: Settings = {}) {
    const parsed = loadConfig(environmentOf({ ...this.settings, ...settings }));
    const { DATABASE_URL = '', REDIS_URL = '' } = parsed;
    return { ...parsed, DATABASE_URL, REDIS_URL };
  }

  /** Another GraphQL door of this world, with a schema of the test's own; answers its address. */
  async openApi(schema: GraphQLSchema): Promise<string> {
    const { config, log, services } = this.posthouse!;
    const redis = new RedisBuckets(config.REDIS_URL, config.REDIS_PREFIX);
    const budget = new ApiBudget(
      new SharedBuckets(redis),
      config.API_POINTS,
      config.API_POINTS_PER_SECOND,
    );
    const door = new ApiDoor({ config, schema, services, budget, log, metrics: new Metrics() });
    const { port } = await door.listen('127.0.0.1', 0);
    this.otherDoors.push(door);
    return `http://127.0.0.1:${port}/graphql`;
  }

  /** Ends one role; the others go on. */
  async end(role: Role): Promise<void> {
    await this.doors.get(role)?.stop();
    this.doors.delete(role);
  }

  async stop(): Promise<void> {
    for (const door of this.otherDoors.splice(0)) await door.close();
    for (const role of [...this.doors.keys()].reverse()) await this.end(role);
    await this.posthouse?.close();
    await this.outside.stop();
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function environmentOf(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [`POSTHOUSE_${key}`, value]),
  );
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { overOneConnection } from '../../src/platform/database/one-connection.js';
import { borrowedServices, type ServiceUrls } from '../../src/app/services/services.js';
import type { LoopbackDns } from '../../src/demo/loopback-dns.js';
import type { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';
import { createLog } from '../../src/platform/log.js';
import { parseRedisUrl } from '../../src/platform/redis/redis-url.js';
import { signInAdministrator } from './administrator.js';
import { ApiClient } from './api-client.js';
import { eventually } from './eventually.js';
import type { Mailbox } from './mailbox.js';
import { Outside, type SinkKeeping } from './outside.js';
import { askRedis } from './redis-command.js';
import { RunningPosthouse, type RunningOptions } from './running-posthouse.js';
import { Tenant, type Surroundings, type TenantOptions } from './tenant.js';
import { whatIsLeft } from './what-is-left.js';

/** Long, because several of these may share two slow processors with a compiler. */
const PATIENCE_MS = 60_000;
const STOP_MS = 50_000;
/** The second of the driver is not enough for a busy machine. */
const CONNECT_MS = 20_000;

interface WorldOptions extends Pick<RunningOptions, 'settings' | 'hasTraps' | 'main'> {
  /** How the receivers keep what they take. */
  readonly sink?: SinkKeeping;
  /** Where its data folder is made, if not with all others. */
  readonly parent?: string;
  /** MariaDB and Redis that are not the house's own, as the test reaches them; the settings say how the house does. */
  readonly services?: Partial<ServiceUrls>;
}

/** What a worker had in its hands when it was killed. */
export interface Crash {
  /** Recipients of the deliveries that were leased and not settled. */
  readonly inFlight: ReadonlySet<string>;
  /** When the first of these leases runs out; none of them may be taken over before. */
  readonly leasedUntil: Date;
  /** The sink's connections up to then: what came over them came from the killed. */
  readonly connections: number;
  /** What the worker calls itself, where it is known: copies of others are none of its. */
  readonly helo?: string;
}

/**
 * Posthouse as an operator runs it, with its own MariaDB and Redis, and around it the outside of a
 * test. Its processes can be killed and frozen by name; whatever happens, `stop` leaves nothing.
 */
export class RunningWorld implements Surroundings {
  admin = new ApiClient('');
  private tenants = 0;

  private constructor(
    readonly dataDir: string,
    private readonly outside: Outside,
    private readonly options: WorldOptions,
    private readonly urls: ServiceUrls,
    public posthouse: RunningPosthouse,
  ) {}

  static async start(options: WorldOptions = {}): Promise<RunningWorld> {
    const dataDir = mkdtempSync(join(options.parent ?? tmpdir(), 'posthouse-run-'));
    const outside = await Outside.start(dataDir, options.sink);
    const log = createLog({ level: 'silent' }, {});
    const urls = borrowedServices(options.services ?? {}, { dataDir, log });
    const posthouse = RunningPosthouse.spawn(runningOptions({ dataDir, outside, options }));
    const world = new RunningWorld(dataDir, outside, options, urls, posthouse);
    try {
      await posthouse.says('Posthouse is ready.', PATIENCE_MS);
      world.admin = await signInAdministrator(posthouse.addresses.graphql, posthouse.setupSecret);
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  /** For connections of a test's own. */
  get databaseUrl(): string {
    return this.urls.databaseUrl;
  }

  /** What another machine must be told to see the same outside. */
  get outsideSettings(): Readonly<Record<string, string>> {
    return this.outside.settings;
  }

  get dns(): LoopbackDns {
    return this.outside.dns;
  }

  get sink(): MailSink {
    return this.outside.sink;
  }

  mailbox(address: string): Mailbox {
    return this.outside.mailbox(address);
  }

  /** Makes the DNS say that the sink, or what stands before it, takes mail for a domain. */
  receiver(domain: string, sink: { readonly host: string } = this.sink): void {
    this.outside.receiver(domain, sink);
  }

  address(listener: 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN'): {
    host: string;
    port: number;
  } {
    const { smtp, submission, submissions } = this.posthouse.addresses;
    const text = {
      SMTP_LISTEN: smtp,
      SUBMISSION_LISTEN: submission,
      SUBMISSIONS_LISTEN: submissions,
    }[listener];
    const { hostname, port } = new URL(`tcp://${text}`);
    return { host: hostname, port: Number(port) };
  }

  aServer(options: TenantOptions = {}): Promise<Tenant> {
    this.tenants += 1;
    return Tenant.create(this, this.tenants, options);
  }

  /** After the supervisor has ended: the same data folder, new ports. */
  async startAgain(): Promise<void> {
    const { dataDir, outside, options } = this;
    this.posthouse = RunningPosthouse.spawn(runningOptions({ dataDir, outside, options }));
    await this.posthouse.says('Posthouse is ready.', PATIENCE_MS);
  }

  /** One statement on the database of the house, over a connection of its own. */
  async query<T = unknown>(statement: string, parameters: readonly unknown[] = []): Promise<T> {
    const { databaseUrl } = this.urls;
    const options = { ...parseDatabaseUrl(databaseUrl), timezone: 'Z', connectTimeout: CONNECT_MS };
    return overOneConnection(options, (connection) =>
      connection.query<T>(statement, [...parameters]),
    );
  }

  /** Where the Redis of the house listens. */
  get redisSocket(): string {
    return parseRedisUrl(this.urls.redisUrl).path ?? '';
  }

  /** What the Redis of the house answers to one command; empty when it says nothing in time. */
  redis(command: string, timeoutMs?: number): Promise<string> {
    return askRedis(this.redisSocket, command, timeoutMs);
  }

  /** Forgets everything that is in Redis. */
  async flushRedis(): Promise<void> {
    const answer = await this.redis('FLUSHALL');
    if (answer !== '+OK') throw new Error(`Redis answers "${answer}"`);
  }

  /** The process id of a living process of the house; null while it is away. */
  pidOf(name: string): number | null {
    try {
      return this.posthouse.pidOf(name);
    } catch {
      return null;
    }
  }

  pidsOf(...names: readonly string[]): (number | null)[] {
    return names.map((name) => this.pidOf(name));
  }

  /** Waits until the supervisor has replaced the process that had this id; null waits for any. */
  async replaced(name: string, oldPid: number | null): Promise<number> {
    const pid = await eventually(
      () => this.pidOf(name),
      (found) => found !== null && found !== oldPid,
      PATIENCE_MS,
    );
    return pid!;
  }

  /** Sends the signal and waits for the successor. */
  async killAndReplace(name: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const pid = await eventually(
      () => this.pidOf(name),
      (found) => found !== null,
      PATIENCE_MS,
    );
    process.kill(pid!, signal);
    await this.replaced(name, pid);
  }

  /** kill -9 of these workers, having looked at what workers hold while these stand still. */
  async crashWorker(...names: readonly string[]): Promise<Crash> {
    const killed = names.length > 0 ? names : ['worker-1'];
    const pids = await Promise.all(killed.map((name) => this.replaced(name, null)));
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    const crash = await this.inHand();
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    return crash;
  }

  /**
   * kill -9 of the supervisor, every role, MariaDB and Redis at once. Workers stand still for the look
   * at what they hold; everything else is busy to its last moment. MariaDB shows a commit before it is
   * on disk, so what the look saw as settled is flushed first: the kill must not undo it.
   */
  async crashEverything(): Promise<Crash> {
    this.signalAll('SIGSTOP', /^worker-/);
    const crash = await this.inHand();
    await this.query('FLUSH ENGINE LOGS');
    await sleep(Math.random() * 100);
    this.signalAll('SIGKILL');
    await this.posthouse.ended();
    return crash;
  }

  /** Those of these processes that live just now. */
  living(names: readonly string[]): string[] {
    return names.filter((name) => this.pidOf(name) !== null);
  }

  /** What workers hold just now: ask while one of them stands still, or before its leases run out. */
  async inHand(): Promise<Crash> {
    const rows = await this.query<{ recipient: string; lease_until: Date }[]>(
      `SELECT d.recipient, q.lease_until FROM queue q JOIN deliveries d ON d.server_id = q.server_id AND d.id = q.delivery_id
       WHERE q.lease_token IS NOT NULL`,
    );
    const untils = rows.map(({ lease_until }) => lease_until.getTime());
    return {
      inFlight: new Set(rows.map(({ recipient }) => recipient)),
      leasedUntil: new Date(Math.min(...untils)),
      connections: this.sink.connections,
    };
  }

  /** Waits until the sink has taken so many mails in all. */
  delivered(count: number): Promise<void> {
    return this.sink.until(() => this.sink.accepted >= count, PATIENCE_MS, `mail ${count}`);
  }

  /** Waits until no delivery is left to be made. */
  async drained(): Promise<void> {
    const empty = eventually(
      () => this.countQueue(),
      (left) => left === 0,
      PATIENCE_MS,
    );
    await empty.catch(async (cause: unknown) => {
      const left = inspect(await whatIsLeft(this).catch(String), { depth: 6 });
      const said = this.posthouse.text.slice(-4_000);
      throw new Error(`The queue does not become empty: ${left}\n${said}`, { cause });
    });
  }

  /** Ends everything that was started here, however it is by now, and removes the folder. */
  async stop(): Promise<void> {
    try {
      if (!this.posthouse.hasEnded) await this.stopPosthouse();
    } finally {
      await this.outside.stop();
      rmSync(this.dataDir, { recursive: true, force: true });
    }
  }

  /** A graceful stop; SIGKILL for all of the house when that does not end in time. */
  async stopPosthouse(): Promise<number | null> {
    this.signalAll('SIGCONT');
    const patience = new AbortController();
    const stopped = this.posthouse.stop();
    const late = sleep(STOP_MS, 'late', { signal: patience.signal }).catch(() => null);
    const end = await Promise.race([stopped, late]);
    patience.abort();
    if (end !== 'late') return stopped;
    this.signalAll('SIGKILL');
    await stopped;
    throw new Error(`Posthouse did not stop:\n${this.posthouse.text.slice(-4_000)}`);
  }

  private async countQueue(): Promise<number> {
    const [row] = await this.query<{ n: bigint }[]>('SELECT COUNT(*) AS n FROM queue').catch(
      () => [],
    );
    return Number(row?.n ?? -1);
  }

  private signalAll(signal: NodeJS.Signals, names = /./): void {
    const folder = join(this.dataDir, 'run');
    for (const file of readdirSync(folder).filter((name) => names.test(name))) {
      try {
        const { pid } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { pid: number };
        process.kill(pid, signal);
      } catch {
        // it has ended meanwhile
      }
    }
  }
}

function runningOptions(parts: {
  readonly dataDir: string;
  readonly outside: Outside;
  readonly options: WorldOptions;
}): RunningOptions {
  const { dataDir, outside, options } = parts;
  const settings = { ...outside.settings, LOG_LEVEL: 'warn', ...options.settings };
  return {
    dataDir,
    hasTraps: options.hasTraps,
    main: options.main,
    settings: Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [`POSTHOUSE_${key}`, value]),
    ),
  };
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceUrls } from '../../src/app/services/services.js';
import { FaultProxy } from './faults/fault-proxy.js';
import { FaultyServices, type FaultyLinks } from './faults/faulty-services.js';
import { nextLoopbackAddress } from './loopback-address.js';
import type { SinkKeeping } from './outside.js';
import { RunningPosthouse } from './running-posthouse.js';
import { RunningWorld, type Crash } from './running-world.js';
import type { Tenant } from './tenant.js';

const HANDS_EVERY_MS = 100;

/** What is waited for is over soon, so that a test sees what comes after it. */
const SETTINGS = {
  LEASE: '2s',
  ACCEPT_TIMEOUT: '3s',
  RETRY_FIRST: '1s',
  SMTP_CONNECT_TIMEOUT: '3s',
  SMTP_COMMAND_TIMEOUT: '3s',
  SMTP_DATA_TIMEOUT: '3s',
};

export interface MachinesOptions {
  /** Another build than the shipped one. */
  readonly main?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** MariaDB and Redis of the test's own. */
  readonly services?: ServiceUrls;
  readonly sink?: SinkKeeping;
}

/** What one of the two machines calls itself, what runs on it, and its way to MariaDB and Redis. */
export interface Machine {
  readonly helo: string;
  readonly posthouse: RunningPosthouse;
  readonly links: FaultyLinks;
}

/**
 * A Posthouse on two machines: every role on the first, a worker on the second, each with links of its
 * own to the MariaDB and the Redis that they share; and a link between both and the receivers.
 */
export class TwoMachines {
  private constructor(
    private readonly ground: { readonly services: FaultyServices; readonly folder: string },
    readonly world: RunningWorld,
    readonly first: Machine,
    readonly second: Machine,
    readonly receivers: FaultProxy,
    readonly shop: Tenant,
  ) {}

  static async start(options: MachinesOptions = {}): Promise<TwoMachines> {
    const { main, sink } = options;
    const services = await FaultyServices.start(options.services);
    const shared = {
      ...{ ...SETTINGS, ...options.settings },
      MASTER_KEY: randomBytes(32).toString('base64'),
    };
    const [links, otherLinks] = [await services.newLinks(), await services.newLinks()];
    const settings = { ...shared, ...links.settings, HELO_HOSTNAME: 'one.posthouse.test' };
    const world = await RunningWorld.start({ settings, main, sink, services: services.direct });
    const others = { ...shared, ...otherLinks.settings, HELO_HOSTNAME: 'two.posthouse.test' };
    const { posthouse, folder } = await startSecond(world, others, main);
    const receivers = await FaultProxy.start(world.sink, {
      host: nextLoopbackAddress(),
      port: world.sink.port,
    });
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
    world.receiver('example.test', receivers);
    const first = { helo: settings.HELO_HOSTNAME, posthouse: world.posthouse, links };
    const second = { helo: others.HELO_HOSTNAME, posthouse, links: otherLinks };
    return new TwoMachines({ services, folder }, world, first, second, receivers, shop);
  }

  /** The links of the first machine. */
  get links(): FaultyLinks & { readonly receivers: FaultProxy } {
    return { ...this.first.links, receivers: this.receivers };
  }

  /** Every process of both, so that a test can see that none of them minded. */
  get pids(): number[] {
    const first = ['api-1', 'smtp-1', 'worker-1'].map((name) => this.world.posthouse.pidOf(name));
    return [...first, this.second.posthouse.pidOf('worker-1')];
  }

  /** Everything that workers held at some time during the work: there a double is excused. */
  async handsDuring(work: Promise<unknown>): Promise<Crash> {
    const inFlight = new Set<string>();
    let isOver = false;
    void work.finally(() => (isOver = true));
    while (!isOver) {
      for (const recipient of (await this.world.inHand()).inFlight) inFlight.add(recipient);
      await sleep(HANDS_EVERY_MS);
    }
    return { inFlight, leasedUntil: new Date(), connections: this.world.sink.connections };
  }

  /** No link has a fault any more. */
  heal(): void {
    for (const { links } of [this.first, this.second]) {
      links.database.heal();
      links.redis.heal();
    }
    this.receivers.heal();
  }

  async stop(): Promise<void> {
    this.heal();
    await Promise.all([this.second.posthouse.stop(), this.world.stopPosthouse()]);
    await this.world.stop();
    await this.receivers.stop();
    await this.ground.services.stop();
    rmSync(this.ground.folder, { recursive: true, force: true });
  }
}

async function startSecond(
  world: RunningWorld,
  settings: Readonly<Record<string, string>>,
  main?: string,
): Promise<{ posthouse: RunningPosthouse; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-second-'));
  const all = {
    ...world.outsideSettings,
    LOG_LEVEL: 'warn',
    ...settings,
    ...{ API_PROCESSES: '0', SMTP_PROCESSES: '0', WORKER_PROCESSES: '1' },
  };
  const posthouse = await RunningPosthouse.start({
    ...{ dataDir: folder, main },
    settings: Object.fromEntries(
      Object.entries(all).map(([key, value]) => [`POSTHOUSE_${key}`, value]),
    ),
  });
  return { posthouse, folder };
}

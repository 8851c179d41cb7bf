import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FaultProxy } from '../support/faults/fault-proxy.js';
import { FaultyServices, type FaultyLinks } from '../support/faults/faulty-services.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import { RunningPosthouse } from '../support/running-posthouse.js';
import { RunningWorld, type Crash } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';

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

/**
 * A Posthouse on two machines: every role on the first, a worker on the second, each with links of its
 * own to the MariaDB and the Redis that they share; and a link between both and the receivers.
 */
export class TwoMachines {
  private constructor(
    private readonly services: FaultyServices,
    private readonly second: { readonly posthouse: RunningPosthouse; readonly folder: string },
    readonly world: RunningWorld,
    /** The links of the first machine. */
    readonly links: FaultyLinks & { readonly receivers: FaultProxy },
    readonly shop: Tenant,
  ) {}

  static async start(main?: string): Promise<TwoMachines> {
    const services = await FaultyServices.start();
    const links = await services.newLinks();
    const shared = { ...SETTINGS, MASTER_KEY: randomBytes(32).toString('base64') };
    const settings = { ...shared, ...links.settings };
    const world = await RunningWorld.start({ settings, main, services: services.direct });
    const second = await startSecond(world, { ...shared, ...(await services.newLinks()).settings });
    const receivers = await FaultProxy.start(world.sink, {
      host: nextLoopbackAddress(),
      port: world.sink.port,
    });
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
    world.receiver('example.test', receivers);
    return new TwoMachines(services, second, world, { ...links, receivers }, shop);
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

  async stop(): Promise<void> {
    for (const link of Object.values(this.links)) if (link instanceof FaultProxy) link.heal();
    await Promise.all([this.second.posthouse.stop(), this.world.stopPosthouse()]);
    await this.world.stop();
    await this.links.receivers.stop();
    await this.services.stop();
    rmSync(this.second.folder, { recursive: true, force: true });
  }
}

async function startSecond(
  world: RunningWorld,
  settings: Readonly<Record<string, string>>,
): Promise<{ posthouse: RunningPosthouse; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-second-'));
  const all = {
    ...world.outsideSettings,
    LOG_LEVEL: 'warn',
    ...settings,
    API_PROCESSES: '0',
    SMTP_PROCESSES: '0',
  };
  const posthouse = await RunningPosthouse.start({
    dataDir: folder,
    settings: Object.fromEntries(
      Object.entries(all).map(([key, value]) => [`POSTHOUSE_${key}`, value]),
    ),
  });
  return { posthouse, folder };
}

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Companion, Running } from '../app/companion.js';
import { isGiven, type Config } from '../config/config.js';
import { ensureSelfSigned } from '../smtp/self-signed.js';
import { DemoClient } from './demo-client.js';
import { demoCommands } from './demo-commands.js';
import { settingsFor, startReceivers } from './demo-receivers.js';
import { demoTenant, publishDomain } from './demo-tenant.js';
import { DemoTraffic } from './demo-traffic.js';

const PAUSE_MS = 2_000;

/**
 * The demo: an outside world on loopback, and a tenant that is made through the public API like any
 * other. Posthouse's own roles and settings do the rest. Its data stay apart, under DATA_DIR/demo.
 */
export async function startDemo(config: Config, log: Logger): Promise<Companion> {
  const dataDir = join(resolve(config.DATA_DIR), 'demo');
  const receivers = await startReceivers(await certificateOf('mx.inbox.example', dataDir));
  let traffic: DemoTraffic | null = null;
  return {
    environment: {
      ...settingsFor(receivers),
      POSTHOUSE_DATA_DIR: dataDir,
      // The commands are to stay in sight: what happens is seen by the one that watches.
      ...(isGiven('LOG_LEVEL') ? {} : { POSTHOUSE_LOG_LEVEL: 'warn' }),
    },
    started: async (running) => {
      const api = new DemoClient(endpointOf(running.config));
      const tenant = await demoTenant(
        api,
        join(running.config.DATA_DIR, 'demo.json'),
        running.firstSignIn,
      );
      await publishDomain(api.bearer(tenant.token), receivers.dns, tenant);
      tell(demoCommands(tenant, addressesOf(running)));
      traffic = new DemoTraffic(
        api.bearer(tenant.apiKey),
        tenant,
        addressesOf(running).submission,
        PAUSE_MS,
      );
      void traffic.run((text) => log.warn(text));
    },
    stop: async () => {
      traffic?.stop();
      await receivers.stop();
    },
  };
}

/** Certificate and key stand in one PEM file. */
async function certificateOf(
  hostname: string,
  dataDir: string,
): Promise<{ key: string; cert: string }> {
  const file = join(dataDir, 'tls', 'demo-sink.pem');
  await ensureSelfSigned(file, hostname);
  const pem = await readFile(file, 'utf8');
  return { key: pem, cert: pem };
}

function addressesOf({ config }: Running) {
  return {
    graphql: endpointOf(config),
    submission: hostAndPort(config.SUBMISSION_LISTEN),
    submissions: hostAndPort(config.SUBMISSIONS_LISTEN),
  };
}

function endpointOf({ HTTP_LISTEN }: Config): string {
  return `http://${HTTP_LISTEN}/graphql`;
}

function hostAndPort(listen: string): { host: string; port: number } {
  const { hostname, port } = new URL(`tcp://${listen}`);
  return { host: hostname, port: Number(port) };
}

/** To the person at the terminal; these credentials are of the demo alone. */
function tell(text: string): void {
  process.stdout.write(text);
}

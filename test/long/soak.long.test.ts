/**
 * Twenty minutes of steady mail, well below what the machine can do, with somebody who watches it live and
 * reads lists: everything arrives, and no heap holds more at the end than when it had warmed up.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { report } from '../support/figures.js';
import { heapOf } from '../support/heap.js';
import { socketClient, watchSocket } from '../support/live-client.js';
import { RunningWorld } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';

const MINUTES = 20;
const WARM_UP_MINUTES = 5;
const PER_SECOND = 100;
const TICK_MS = 100;
const SAMPLE_MS = 10_000;
/** Of what a heap holds once all garbage is collected: from the end of the warm-up to the end. */
const MOST_GROWTH = 0.05;
const ROLES = ['api-1', 'smtp-1', 'worker-1', 'supervisor'];
const WATCHED = [...ROLES, 'mariadb', 'redis'];
const LINE = 'It is on its way to you and will be there soon.\r\n';
const TEXT = LINE.repeat(Math.ceil(10_240 / LINE.length));
const LIST = `{ viewer { mailServer { messages(first: 50) { nodes { subject deliveries { nodes { status } } } } } } }`;

interface Sample {
  readonly minute: number;
  readonly mib: number;
}

describe('a soak of twenty minutes', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    world = await RunningWorld.start({ sink: { keep: false } });
    shop = await world.aServer({ verifiedDomain: 'soak.test' });
  });
  afterAll(() => world.stop());

  it('loses nothing and does not grow', async () => {
    const sockets = socketClient(world.admin.url, shop.api.headers['authorization'] ?? '');
    const watched = watchSocket(sockets, { serverId: shop.serverId });
    const samples = new Map<string, Sample[]>(WATCHED.map((name) => [name, []]));
    const sampling = sampleUntil(samples, performance.now() + MINUTES * 60_000);
    const warm = sleep(WARM_UP_MINUTES * 60_000).then(heaps);
    const sent = await sendSteadily();
    await sampling;
    await world.delivered(sent);
    const atEnd = await heaps();
    const atStart = await warm;
    watched.stop();
    await sockets.dispose();

    report(`${sent} messages in ${MINUTES} minutes; from minute ${WARM_UP_MINUTES} on:`);
    for (const [name, own] of samples) reportRss(name, own);
    for (const name of ROLES)
      report(`  heap of ${name}: ${atStart.get(name)} → ${atEnd.get(name)} MiB`);
    expect(world.sink.accepted).toBe(sent);
    const grown = ROLES.filter(
      (name) => (atEnd.get(name) ?? 0) > (atStart.get(name) ?? 0) * (1 + MOST_GROWTH),
    );
    expect(grown).toEqual([]);
  });

  /** By role, without garbage. */
  async function heaps(): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (const name of ROLES) {
      found.set(name, Number((await heapOf(world.posthouse.pidOf(name))).toFixed(1)));
    }
    return found;
  }

  /** Every tick its share, however long answers take; how many were accepted. */
  async function sendSteadily(): Promise<number> {
    const transport = await shop.transport({ pool: true });
    const startedAt = performance.now();
    const sends: Promise<unknown>[] = [];
    let sent = 0;
    for (let elapsed = 0; elapsed < MINUTES * 60_000; elapsed = performance.now() - startedAt) {
      for (; sent < (elapsed / 1_000) * PER_SECOND; sent += 1) {
        const to = `person-${sent % 1_000}@example.test`;
        sends.push(
          transport.sendMail({ from: 'app@soak.test', to, subject: `${sent}`, text: TEXT }),
        );
      }
      await Promise.all(sends.splice(0, sends.length - PER_SECOND)); // at most so many under way
      await sleep(TICK_MS);
    }
    await Promise.all(sends);
    transport.close();
    return sent;
  }

  async function sampleUntil(samples: ReadonlyMap<string, Sample[]>, end: number): Promise<void> {
    const startedAt = performance.now();
    while (performance.now() < end) {
      await shop.api.ask(LIST);
      const minute = (performance.now() - startedAt) / 60_000;
      for (const [name, own] of samples)
        own.push({ minute, mib: residentMib(world.posthouse.pidOf(name)) });
      await sleep(SAMPLE_MS);
    }
  }
});

function reportRss(name: string, all: readonly Sample[]): void {
  const warm = all.filter(({ minute }) => minute >= WARM_UP_MINUTES);
  const mib = warm.map((sample) => sample.mib);
  report(
    `  resident memory of ${name}: ${Math.min(...mib).toFixed(0)} to ${Math.max(...mib).toFixed(0)} MiB, ` +
      `slope ${(60 * slopeOf(warm)).toFixed(1)} MiB an hour`,
  );
}

/** Of the line through the samples with the least squares, MiB a minute. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [minute, mib] = [mean((sample) => sample.minute), mean((sample) => sample.mib)];
  const covariance = mean((sample) => (sample.minute - minute) * (sample.mib - mib));
  return covariance / mean((sample) => (sample.minute - minute) ** 2);
}

function residentMib(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024;
}

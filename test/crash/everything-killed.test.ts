/**
 * kill -9 of everything at once (supervisor, every role, MariaDB and Redis), as when the machine
 * loses its power, while mail flows through both doors; and a new start on the same folder. Nothing that
 * was acknowledged is lost, and mail flows again within seconds.
 *
 * Control: with innodb_flush_log_at_trx_commit=0, which the start refuses, the same loses mail.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { figure, itLong } from '../support/figures.js';
import { RunningWorld, type Crash } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';
import { Load } from './load.js';

const ROUNDS = figure({ t0: 1, long: 40 });
/** From the start of the supervisor; 10 seconds where the machine has nothing else to do. */
const FIRST_DELIVERY_MS = 60_000;
const TIMEOUT_MS = figure({ t0: 180_000, long: 3_600_000 });
/** Of each door. */
const SESSIONS = 6;
const MOST_TRIES = 10;

describe('A-04 everything killed at once', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    world = await RunningWorld.start({ settings: { LEASE: '2s', RETRY_FIRST: '1s' } });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
    world.sink.scripts.pace({ dot: 15 }); // so that the worker is never idle
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  const load = (name: string) =>
    new Load(world, shop, { name, sessions: SESSIONS, mostWaiting: 200 });

  async function crashUnder({ acked }: { readonly acked: number }, clients: Load): Promise<Crash> {
    await eventually(
      () => clients.acked,
      (count) => count > acked + 50,
    );
    await sleep(Math.random() * 1_000);
    return world.crashEverything();
  }

  /** Resolves with how long it took until a mail arrived. */
  async function startAgain(): Promise<number> {
    const before = world.sink.accepted;
    const started = performance.now();
    await world.startAgain();
    await world.delivered(before + 1);
    return performance.now() - started;
  }

  it(
    'loses nothing that was acknowledged, and delivers again within seconds',
    async () => {
      const clients = load('power');
      const crashes: Crash[] = [];
      const waits: number[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        crashes.push(await crashUnder({ acked: clients.acked }, clients));
        waits.push(await startAgain());
      }
      await clients.end();
      await world.drained();

      expect(await clients.check(crashes)).toEqual([]);
      expect(crashes.some(({ inFlight }) => inFlight.size > 0)).toBe(true);
      expect(clients.unknowns).toBeLessThanOrEqual(2 * SESSIONS * ROUNDS);
      expect(Math.max(...waits)).toBeLessThan(FIRST_DELIVERY_MS);
    },
    TIMEOUT_MS,
  );

  itLong('loses what it acknowledged when commits are not flushed (control)', async () => {
    let broken: string[] = [];
    for (let tries = 1; tries <= MOST_TRIES && !broken.some(isLoss); tries += 1) {
      await world.query('SET GLOBAL innodb_flush_log_at_trx_commit = 0');
      const clients = load(`unflushed${tries}`);
      const crash = await crashUnder({ acked: 0 }, clients);
      await world.startAgain();
      await clients.end();
      await world.drained();
      broken = await clients.check([crash]); // it flushes by itself once a second
    }
    expect(broken).toContainEqual(expect.stringContaining(LOSS));
  });
});

const LOSS = 'I1 acknowledged, and there is no trace';

function isLoss(line: string): boolean {
  return line.startsWith(LOSS);
}

/**
 * Redis is only the doorbell. It is emptied again and again, hangs, is killed, shuts down and is gone
 * for a while, while mail flows through both doors: every message is taken at the first try, delivery
 * goes on, nothing is lost or doubled, also of what was waiting when Redis came back; no process minds.
 *
 * Control: workers that wake only when a bell rings leave the mail where it is.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { figure, itLong } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import { parseMetrics, sumOf } from '../start/prometheus.js';
import { takeRedisAway } from './absent-redis.js';

const EMPTIED_EVERY_MS = figure({ t0: 200, long: 2_000 });
const EMPTIED_MS = figure({ t0: 0, long: 60_000 });
const GONE_MS = figure({ t0: 3_000, long: 240_000 });
const TIMEOUT_MS = figure({ t0: 120_000, long: 900_000 });
/** Mails that are taken and delivered before the next trouble. */
const SOME = 50;
const MOST_WAITING = 50;
const BACKLOG = 40;
const ROLES = ['api-1', 'smtp-1', 'worker-1'];

describe('A-07 Redis that is emptied, hangs, dies and is gone', () => {
  let world: RunningWorld;
  beforeAll(async () => {
    const settings = { RETRY_FIRST: '1s', RETRY_FACTOR: '1', RETRY_ATTEMPTS: '100' };
    world = await RunningWorld.start({ settings });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  const isDelivering = () => world.delivered(world.sink.accepted + SOME);

  async function isDeliveringFor(timeMs: number): Promise<void> {
    const until = Date.now() + timeMs;
    do await isDelivering();
    while (Date.now() < until);
  }

  it(
    'loses and doubles nothing',
    async () => {
      const shop = await world.aServer({ verifiedDomain: 'shop.test' });
      const roles = world.pidsOf(...ROLES);
      const ledger = new Ledger('redis', false);
      const load = {
        ...{ messages: Infinity, sessions: 4, longestMs: TIMEOUT_MS },
        waitsWhile: () => ledger.entries.length - world.sink.accepted > MOST_WAITING,
      };
      const drivers = [
        new LedgerDriver(ledger, { ...load, open: () => new SmtpSubmitter(world, shop) }),
        new LedgerDriver(ledger, { ...load, open: () => new ApiSubmitter(shop) }),
      ];
      const emptying = emptyAgainAndAgain();

      await isDeliveringFor(EMPTIED_MS);
      world.posthouse.kill('redis', 'SIGSTOP');
      await isDelivering();
      world.posthouse.kill('redis', 'SIGCONT');
      await isDelivering();
      await world.killAndReplace('redis');
      await isDelivering();
      const before = world.pidOf('redis');
      await world.redis('SHUTDOWN NOSAVE');
      await world.replaced('redis', before);
      await isDelivering();
      const bringBack = await takeRedisAway(world);
      await isDeliveringFor(GONE_MS);
      await backlogIs(BACKLOG);
      await bringBack();
      world.sink.scripts.forever('*', null);
      const rung = await bellsRung();
      await eventually(bellsRung, (count) => count >= rung + 10);
      await Promise.all(drivers.map((driver) => driver.finish()));
      const emptied = await emptying();
      await world.drained();

      const { entries } = ledger;
      expect(emptied).toBeGreaterThan(0);
      expect(entries.filter(({ verdict }) => verdict !== 'acked')).toEqual([]);
      expect(await check({ entries, copies: copiesAt(world.sink), database: world })).toEqual([]);
      expect(world.pidsOf(...ROLES)).toEqual(roles);
    },
    TIMEOUT_MS,
  );

  /** Until the returned function is called, which says how often Redis was there to be emptied. */
  function emptyAgainAndAgain(): () => Promise<number> {
    let times = 0;
    let isOver = false;
    const emptying = (async () => {
      for (; !isOver; await sleep(EMPTIED_EVERY_MS)) {
        times += await world.flushRedis().then(
          () => 1,
          () => 0, // it is away just now
        );
      }
    })();
    return async () => {
      isOver = true;
      await emptying;
      return times;
    };
  }

  async function bellsRung(): Promise<number> {
    const page = await fetch(`${world.posthouse.addresses.ops}/metrics`);
    return sumOf(parseMetrics(await page.text()), 'posthouse_bells_total', { result: 'rung' });
  }

  /** Nobody takes mail any more, and so much waits to be tried again. */
  async function backlogIs(least: number): Promise<void> {
    world.sink.scripts.forever('*', refuse('connect', '421 4.3.2 not now'));
    await eventually(
      () => world.query<{ n: bigint }[]>('SELECT COUNT(*) AS n FROM queue'),
      ([row]) => Number(row?.n) >= least,
    );
  }
});

describe('A-07 control: workers that wake only when a bell rings', () => {
  const MESSAGES = 10;
  const PATIENCE_MS = 15_000;

  /** Whether what is sent while Redis is gone is delivered nevertheless. */
  async function isDelivered(settings: Readonly<Record<string, string>>): Promise<boolean> {
    const world = await RunningWorld.start({ settings });
    try {
      const shop = await world.aServer({ verifiedDomain: 'shop.test' });
      const ledger = new Ledger('silent');
      const open = () => new SmtpSubmitter(world, shop);
      await new LedgerDriver(ledger, { messages: 1, sessions: 1, open }).ended();
      await world.delivered(1);
      await takeRedisAway(world);
      await new LedgerDriver(ledger, { messages: MESSAGES, sessions: 1, open }).ended();
      expect(ledger.acked).toBe(1 + MESSAGES);
      const isThere = () => world.sink.accepted > MESSAGES;
      return await world.sink.until(isThere, PATIENCE_MS).then(
        () => true,
        () => false,
      );
    } finally {
      await world.stop();
    }
  }

  itLong('leave the mail where it is, and the shipped ones do not', async () => {
    expect(await isDelivered({ SWEEP_INTERVAL: '1h' })).toBe(false);
    expect(await isDelivered({})).toBe(true);
  });
});

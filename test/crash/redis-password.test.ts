/**
 * A-07 with a Redis that somebody else runs, behind a password and with a database of its own: Posthouse signs
 * in to it, does without it while it is gone, which ends no process, and rings again when it is back.
 *
 * Control: a doorbell whose client signs in by itself ends its process when Redis is gone.
 */
import { eventually } from '../support/eventually.js';
import { itLong } from '../support/figures.js';
import { BareRedis } from '../support/bare-redis.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { Mutant } from '../support/mutant.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import { freePort } from '../start/free-port.js';
import { parseMetrics, sumOf } from '../start/prometheus.js';

const MESSAGES = 20;
const PROCESSES = ['api-1', 'smtp-1', 'worker-1'];

describe('A-07 a Redis that wants a password', () => {
  it('is signed in to, done without and rung again', async () => {
    const { processes, log, rungBefore, rungWithout, rungAgain } = await comeAndGo();

    expect(rungBefore).toBeGreaterThan(0);
    expect(rungAgain).toBeGreaterThan(rungWithout);
    expect(processes.after).toEqual(processes.before);
    expect(log).not.toMatch(/uncaught fault|unhandled/i);
  }, 120_000);

  itLong('ends a process whose client signs in by itself (control)', async () => {
    const hasty = Mutant.make({
      file: 'platform/queue/bell-connection.js',
      from: 'connect_timeout: CONNECT_MS,',
      to: "connect_timeout: CONNECT_MS, password: 'secret',",
    });
    const { redis, world } = await open(hasty.main);
    try {
      await redis.kill();
      await eventually(
        () => world.posthouse.text.includes('uncaught fault'),
        (isSaid) => isSaid,
      );
    } finally {
      await world.stop();
      await redis.stop();
      hasty.remove();
    }
  });
});

async function open(main?: string): Promise<{ redis: BareRedis; world: RunningWorld }> {
  const redis = await BareRedis.start(await freePort(), 'secret');
  const REDIS_URL = redis.url(3);
  const services = { redisUrl: REDIS_URL };
  const world = await RunningWorld.start({ main, services, settings: { REDIS_URL } });
  return { redis, world };
}

/** Mail while Redis is there, while it is gone and when it is back. */
async function comeAndGo() {
  const { redis, world } = await open();
  try {
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    const ledger = new Ledger('signed-in');
    const sendSome = async () => {
      const openers = [() => new SmtpSubmitter(world, shop), () => new ApiSubmitter(shop)];
      const load = { messages: MESSAGES / 2, sessions: 2, resubmits: true };
      const drivers = openers.map((open) => new LedgerDriver(ledger, { ...load, open }));
      await Promise.all(drivers.map((driver) => driver.ended()));
      await world.drained();
    };
    const before = world.pidsOf(...PROCESSES);
    await sendSome();
    const rungBefore = await bellsRung(world);
    await redis.kill();
    await sendSome();
    const rungWithout = await bellsRung(world);
    await redis.startAgain();
    const rungAgain = await eventually(
      async () => {
        await sendSome();
        return bellsRung(world);
      },
      (count) => count > rungWithout,
    );
    const { entries } = ledger;
    expect(entries.filter(({ recipient }) => world.sink.mailsTo(recipient).length === 0)).toEqual(
      [],
    );
    const processes = { before, after: world.pidsOf(...PROCESSES) };
    return { processes, log: world.posthouse.text, rungBefore, rungWithout, rungAgain };
  } finally {
    await world.stop();
    await redis.stop();
  }
}

async function bellsRung(world: RunningWorld): Promise<number> {
  const page = await fetch(`${world.posthouse.addresses.ops}/metrics`);
  return sumOf(parseMetrics(await page.text()), 'posthouse_bells_total', { result: 'rung' });
}

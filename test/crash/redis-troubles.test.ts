/**
 * a Redis that is there and does not do its work: it refuses writes for want of memory, has become a
 * replica, has lost its master, loads, stands still, pauses or cuts off its clients, one after the other,
 * while mail flows through both doors. Every message is taken at the first try, delivery goes on, nothing
 * is lost or doubled, and no process ends.
 *
 * Control: a doorbell that leaves its failures to others ends its process.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { figure, itLong } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { Mutant } from '../support/mutant.js';
import { Random } from '../support/random.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { RedisTroubles, type Trouble } from './redis-troubles.js';

const EVENTS = figure({ t0: 14, long: 500 });
const TIMEOUT_MS = figure({ t0: 120_000, long: 1_800_000 });
/** Mails that are delivered during each event. */
const SOME = 5;
const MOST_WAITING = 40;
const LASTS_MS = 500;
/** As long as this, each 140th. */
const LASTS_LONG_MS = 20_000;
const PROCESSES = ['api-1', 'smtp-1', 'worker-1', 'redis'];

describe('A-08 Redis that does not do its work', () => {
  it(
    'is neither waited for nor died of',
    async () => {
      const { broken, refused, processes, log } = await afterTroubles(EVENTS);

      expect(broken).toEqual([]);
      expect(refused).toEqual([]);
      expect(processes.after).toEqual(processes.before);
      expect(log).not.toMatch(/uncaught fault|unhandled/i);
    },
    TIMEOUT_MS,
  );

  itLong('is died of by a doorbell that leaves its failures to others (control)', async () => {
    const careless = Mutant.make({
      file: 'platform/queue/doorbell.js',
      from: 'this.outside.discard(queue, error);',
      to: 'throw error;',
    });
    try {
      const { processes, log } = await afterTroubles(1, careless.main);

      expect(processes.after).not.toEqual(processes.before);
      expect(log).toMatch(/uncaught fault/);
    } finally {
      careless.remove();
    }
  });
});

/** So many events under load, and what is to be said when all is over. */
async function afterTroubles(events: number, main?: string) {
  const world = await RunningWorld.start({ main, settings: { SWEEP_INTERVAL: '300ms' } });
  const troubles = await RedisTroubles.prepare(world);
  try {
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
    const before = world.pidsOf(...PROCESSES);
    const load = begin(world, shop);
    const random = new Random(8);
    for (let event = 0; event < events; event += 1) {
      const trouble = troubles.all[event % troubles.all.length]!;
      const isLong = event % 140 === 102; // then it stands still
      const lastsMs = isLong ? LASTS_LONG_MS : random.below(LASTS_MS);
      await happens(trouble, { world, troubles, lastsMs });
    }
    const entries = await load.end();
    await world.drained();
    return {
      broken: await check({ entries, copies: copiesAt(world.sink), database: world }),
      refused: entries.filter(({ verdict, tries }) => verdict !== 'acked' || tries > 1),
      processes: { before, after: world.pidsOf(...PROCESSES) },
      log: world.posthouse.text,
    };
  } finally {
    await world.stop();
    await troubles.stop();
  }
}

/** From its first effect for so long, and longer when delivery is slow; then Redis is as before. */
async function happens(
  trouble: Trouble,
  { world, troubles, lastsMs }: { world: RunningWorld; troubles: RedisTroubles; lastsMs: number },
): Promise<void> {
  const end = await trouble.begin(lastsMs + 1_000);
  await eventually(
    () => troubles.hears(trouble),
    (heard) => trouble.answer.test(heard),
  );
  await Promise.all([sleep(lastsMs), world.delivered(world.sink.accepted + SOME)]);
  await end();
  await troubles.isOver();
}

/** Mail through both doors; clients of SMTP have no keys. */
function begin(world: RunningWorld, shop: Tenant) {
  const ledgers = [new Ledger('troubled-smtp', false), new Ledger('troubled-api')] as const;
  const [smtp, api] = ledgers;
  const load = {
    ...{ messages: Infinity, sessions: 2, resubmits: true, longestMs: TIMEOUT_MS },
    waitsWhile: () => smtp.entries.length + api.entries.length - world.sink.accepted > MOST_WAITING,
  };
  const drivers = [
    new LedgerDriver(smtp, { ...load, open: () => new SmtpSubmitter(world, shop) }),
    new LedgerDriver(api, { ...load, open: () => new ApiSubmitter(shop) }),
  ];
  return {
    end: async () => {
      await Promise.all(drivers.map((driver) => driver.finish()));
      return ledgers.flatMap(({ entries }) => entries);
    },
  };
}

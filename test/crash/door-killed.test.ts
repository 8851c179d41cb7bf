/**
 * kill -9 of the doors under load, at random moments and between commit and reply. Nothing that was
 * acknowledged is lost. Who asks again with the same idempotency key gets one message; who has no key gets
 * two at most.
 *
 * Controls: without a key the same story ends with two copies, so the message was committed when the
 * door died and the key is what saves the others; killed before the transaction there is one copy
 * even so. A door that answers before it commits loses mail. By hand: without idle_transaction_timeout
 * a door that stands still holds up the other one for ever.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { figure, itLong } from '../support/figures.js';
import { LedgerDriver, type Submitter } from '../support/ledger-driver.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { makeEarlyDoor } from './early-door.js';
import { Load } from './load.js';

const KILLS = figure({ t0: 6, long: 100 });
const MESSAGES = figure({ t0: 1_000, long: 20_000 });
/** Of each door. The wait before a restart grows, and somebody should be there meanwhile. */
const PROCESSES = figure({ t0: 2, long: 4 });
/** Between kills, at most. */
const PAUSE_MS = figure({ t0: 600, long: 4_000 });
const TIMEOUT_MS = figure({ t0: 120_000, long: 3_600_000 });
/** Of each door. */
const SESSIONS = 10;

const DOORS = ['api', 'smtp'].flatMap((role) =>
  Array.from({ length: PROCESSES }, (_, index) => `${role}-${index + 1}`),
);

describe('A-02 a door that is killed', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    ({ world, shop } = await open());
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  /** One client, whose door dies at the failpoint, and who tries until it has its answer. */
  async function submitThrough(submitter: Submitter, ledger: Ledger, failpoint: string) {
    world.posthouse.trap(failpoint, 'kill');
    const driver = new LedgerDriver(ledger, {
      messages: 1,
      sessions: 1,
      open: () => submitter,
      resubmits: true,
    });
    await driver.ended();
    await world.drained();
    expect(world.posthouse.caughtAt(failpoint)).not.toBeNull();
    const [entry] = ledger.entries;
    expect(entry?.answers.map(({ verdict }) => verdict)).toContain('unknown');
    expect(entry?.verdict).toBe('acked');
    return world.sink.mailsTo(entry!.recipient).length;
  }

  const doors: [string, () => Submitter][] = [
    ['SMTP', () => new SmtpSubmitter(world, shop)],
    ['GraphQL', () => new ApiSubmitter(shop)],
  ];

  it.each(doors)('%s: sends one message for one key', async (name, open) => {
    const ledger = new Ledger(`${name.toLowerCase()}-with-key`);

    expect(await submitThrough(open(), ledger, 'accept.afterCommit')).toBe(1);
  });

  it.each(doors)('%s: sends a message twice to a client without key', async (name, open) => {
    const ledger = new Ledger(`${name.toLowerCase()}-without-key`, false);

    expect(await submitThrough(open(), ledger, 'accept.afterCommit')).toBe(2);
  });

  it.each(doors)(
    '%s: has taken nothing when it dies before its transaction',
    async (name, open) => {
      const ledger = new Ledger(`${name.toLowerCase()}-before`, false);

      expect(await submitThrough(open(), ledger, 'accept.beforeBegin')).toBe(1);
    },
  );

  it('GraphQL: goes on while the other door stands still in the middle of a transaction', async () => {
    const frozen = new Ledger('frozen');
    world.posthouse.trap('accept.beforeCommit', 'stop');
    const smtp = new LedgerDriver(frozen, {
      messages: 1,
      sessions: 1,
      open: () => new SmtpSubmitter(world, shop),
      resubmits: true,
    });
    const pid = await eventually(
      () => world.posthouse.caughtAt('accept.beforeCommit'),
      (caught) => caught !== null,
    );
    const others = new Ledger('others');
    const api = new LedgerDriver(others, {
      messages: 1,
      sessions: 1,
      open: () => new ApiSubmitter(shop),
      resubmits: true,
    });

    await api.ended();
    const isStillFrozen = frozen.acked === 0;
    process.kill(pid!, 'SIGCONT');
    await smtp.ended();
    await world.drained();

    expect(isStillFrozen).toBe(true);
    expect([frozen.acked, others.acked]).toEqual([1, 1]);
    const entries = [...frozen.entries, ...others.entries];
    expect(await check({ entries, copies: copiesAt(world.sink), database: world })).toEqual([]);
  }, 120_000);

  it(
    'keeps every promise to many sessions at both doors, kill after kill',
    async () => {
      const load = await killUnderLoad(world, shop, { kills: KILLS, messages: MESSAGES });

      expect(load.acked).toBeGreaterThanOrEqual(MESSAGES);
      expect(load.unknowns).toBeGreaterThan(0);
      expect(load.unknowns).toBeLessThanOrEqual(SESSIONS * KILLS);
      expect(await load.check()).toEqual([]);
      for (const name of DOORS) await world.replaced(name, null);
    },
    TIMEOUT_MS,
  );
});

describe('A-02 control: a door that answers before it commits', () => {
  itLong('is caught by the checker', async () => {
    const early = makeEarlyDoor();
    const { world, shop } = await open(early.main);
    try {
      const load = await killUnderLoad(world, shop, { kills: 6, messages: 200 });
      expect(await load.check()).toContainEqual(
        expect.stringContaining('I1 acknowledged, and there is no trace'),
      );
    } finally {
      await world.stop();
      early.remove();
    }
  });
});

/** Every other kill is at a random moment; the others come when a message is committed and not answered. */
async function killUnderLoad(
  world: RunningWorld,
  shop: Tenant,
  { kills, messages }: { readonly kills: number; readonly messages: number },
): Promise<Load> {
  const load = new Load(world, shop, { name: 'killed', sessions: SESSIONS, mostWaiting: 300 });
  const flows = async (count: number) => {
    await eventually(
      () => load.acked,
      (acked) => acked >= count,
      TIMEOUT_MS,
    );
  };
  for (let kill = 1; kill <= kills; kill += 1) {
    await flows(load.acked + 20);
    await sleep(Math.random() * PAUSE_MS);
    if (kill % 2 === 0) await killUnanswered(world);
    else await killAny(world);
  }
  await flows(messages);
  await load.end();
  await world.drained();
  return load;
}

async function killAny(world: RunningWorld): Promise<void> {
  const living = await eventually(
    () => world.living(DOORS),
    (names) => names.length > 0,
  );
  const name = living[Math.floor(Math.random() * living.length)]!;
  const pid = world.pidOf(name)!;
  process.kill(pid, 'SIGKILL');
  await eventually(
    () => world.pidOf(name),
    (now) => now !== pid,
  );
}

async function killUnanswered({ posthouse }: RunningWorld): Promise<void> {
  posthouse.trap('accept.afterCommit', 'kill');
  await eventually(
    () => posthouse.caughtAt('accept.afterCommit'),
    (pid) => pid !== null,
  );
}

async function open(main?: string): Promise<{ world: RunningWorld; shop: Tenant }> {
  const settings = { API_PROCESSES: String(PROCESSES), SMTP_PROCESSES: String(PROCESSES) };
  const world = await RunningWorld.start({ hasTraps: true, settings, main });
  const shop = await world.aServer({ verifiedDomain: 'shop.test' });
  await shop.smtpLogin();
  return { world, shop };
}

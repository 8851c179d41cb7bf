/**
 * kill -9 of a door after its commit and before its reply. Who asks again with the same
 * idempotency key gets one message; who has no key gets two at most.
 *
 * Controls: without a key the same story ends with two copies, so the message was committed when the
 * door died and the key is what saves the others; killed before the transaction there is one copy
 * even so. By hand: a door that answers before the commit makes the last test red, and without
 * idle_transaction_timeout a door that stands still holds up the other one for ever.
 */
import { violations } from '../support/audit.js';
import { eventually } from '../support/eventually.js';
import { LedgerDriver, type Submitter } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';

const KILLS = 4;

describe('a door that is killed between commit and reply', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    world = await RunningWorld.start({ hasTraps: true, settings: { SMTP_PROCESSES: '2' } });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
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
    for (const ledger of [frozen, others]) {
      expect(ledger.judge(world.sink)).toMatchObject({ acked: 1, lost: [], doubled: [] });
    }
  }, 120_000);

  it('SMTP: keeps every promise of many sessions, kill after kill', async () => {
    const ledger = new Ledger('many');
    let kills = 0;
    const submitters: SmtpSubmitter[] = [];
    const driver = new LedgerDriver(ledger, {
      messages: 500,
      sessions: 10,
      open: () => {
        const submitter = new SmtpSubmitter(world, shop);
        submitters.push(submitter);
        return submitter;
      },
      resubmits: true,
      waitsWhile: () => ledger.entries.length > 100 * (1 + kills),
    });
    for (; kills < KILLS; kills += 1) {
      world.posthouse.trap('smtp.afterCommit', 'kill');
      await eventually(
        () => world.posthouse.caughtAt('smtp.afterCommit'),
        (pid) => pid !== null,
        60_000,
      );
    }
    await driver.ended();
    await world.drained();
    await world.replaced('smtp-1', null);
    await world.replaced('smtp-2', null);

    const unknown = ledger.entries.filter(({ answers }) =>
      answers.some(({ verdict }) => verdict === 'unknown'),
    );
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.length).toBeLessThanOrEqual(10 * KILLS);
    expect(ledger.judge(world.sink)).toEqual({
      acked: 500,
      nacked: 0,
      unknown: 0,
      lost: [],
      doubled: [],
      unexplained: [],
      refusedYetSent: [],
      mixedUp: [],
    });
    expect(await violations(world)).toEqual([]);
  }, 120_000);
});

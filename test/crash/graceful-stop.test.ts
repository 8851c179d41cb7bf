/**
 * SIGTERM under load, as every deploy does it: first to single roles, then to everything.
 * Nothing is lost or doubled, sessions are told to come back, and all ends with status 0.
 *
 * Control: the same load over SIGKILL breaks sessions without a word, and the test would see that.
 */
import { violations } from '../support/audit.js';
import { eventually } from '../support/eventually.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';

const RESTARTS = 5;
const SHUTDOWN_MS = 30_000;

describe('a stop under load', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    world = await RunningWorld.start();
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  function load(ledger: Ledger) {
    const submitters: SmtpSubmitter[] = [];
    const open = () => {
      const submitter = new SmtpSubmitter(world, shop);
      submitters.push(submitter);
      return submitter;
    };
    const driver = new LedgerDriver(ledger, {
      messages: Infinity,
      sessions: 8,
      open,
      resubmits: true,
      waitsWhile: () => ledger.entries.length - world.sink.accepted > 50,
    });
    return { driver, farewells: () => submitters.flatMap((submitter) => submitter.farewells) };
  }

  /** What is acknowledged and delivered from now on tells that both are up. */
  async function bothRolesWork(ledger: Ledger): Promise<void> {
    const wanted = ledger.acked + 20;
    await world.delivered(world.sink.accepted + 20);
    await eventually(
      () => ledger.acked,
      (acked) => acked >= wanted,
      60_000,
    );
  }

  it('of single roles loses, doubles and breaks nothing', async () => {
    const ledger = new Ledger('roles');
    const { driver, farewells } = load(ledger);

    for (let restart = 1; restart <= RESTARTS; restart += 1) {
      await bothRolesWork(ledger);
      const roles = ['smtp-1', 'worker-1'];
      await Promise.all(roles.map((role) => world.killAndReplace(role, 'SIGTERM')));
    }
    await driver.finish();
    await world.drained();

    expect(world.posthouse.text.match(/"reason":"exit status 0"/g)).toHaveLength(2 * RESTARTS);
    expect(world.posthouse.text).not.toMatch(/"reason":"(?!exit status 0)/);
    expect(farewells().length).toBeGreaterThan(0);
    expect(new Set(farewells())).toEqual(new Set([421]));
    expect(ledger.judge(world.sink)).toMatchObject({ unknown: 0, ...NOTHING_WRONG });
    expect(await violations(world)).toEqual([]);
  }, 120_000);

  it('of everything says 421 to everyone, ends in time and goes on afterwards', async () => {
    const ledger = new Ledger('all');
    const { driver, farewells } = load(ledger);
    await bothRolesWork(ledger);
    const idle = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
    await idle.greets();
    await world.delivered(world.sink.accepted + 20);

    const startedAt = Date.now();
    const status = await world.stopPosthouse();
    const tookMs = Date.now() - startedAt;
    await driver.finish();
    await idle.hears(421, '4.3.2');
    await idle.hearsTheEnd();
    await world.startAgain();
    await world.drained();

    expect(status).toBe(0);
    expect(tookMs).toBeLessThan(SHUTDOWN_MS);
    expect(new Set(farewells())).toEqual(new Set([421]));
    expect(ledger.judge(world.sink)).toMatchObject({ unknown: 0, ...NOTHING_WRONG });
    expect(await violations(world)).toEqual([]);
  }, 120_000);

  it('by SIGKILL breaks sessions without a word (control)', async () => {
    const { driver, farewells } = load(new Ledger('control'));

    await world.delivered(world.sink.accepted + 20);
    await world.killAndReplace('smtp-1');
    await eventually(farewells, (heard) => heard.length > 0);
    await driver.finish();

    expect(farewells()).toContain(null);
  }, 60_000);
});

const NOTHING_WRONG = { lost: [], doubled: [], refusedYetSent: [], mixedUp: [] };

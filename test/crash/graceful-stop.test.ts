/**
 * SIGTERM under load, as every deploy does it: first to single processes of every role, then to
 * everything. Nothing is lost or doubled, sessions are told to come back, and all ends with status 0.
 *
 * Control: the same load over SIGKILL breaks sessions without a word, and the test would see that.
 */
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { copiesAt, Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';

const ROLES = ['api', 'smtp', 'worker'];
/** Processes of each role. The supervisor waits before it starts again what ends so often, up to 10 seconds. */
const OF_EACH = figure({ t0: 1, long: 3 });
/** Of one process of each role. */
const RESTARTS = figure({ t0: 4, long: 67 });
const TIMEOUT_MS = figure({ t0: 120_000, long: 1_800_000 });
const SHUTDOWN_MS = 30_000;

describe('A-24 a stop under load', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    const counts = ROLES.map(
      (role) => [`${role.toUpperCase()}_PROCESSES`, String(OF_EACH)] as const,
    );
    world = await RunningWorld.start({ settings: Object.fromEntries(counts) });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.smtpLogin();
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  /** Through both doors. Clients of SMTP have no keys, as long as nobody ends a session without a word. */
  function load(name: string) {
    const ledgers = [new Ledger(`${name}-smtp`, false), new Ledger(`${name}-api`)] as const;
    const entries = () => ledgers.flatMap((ledger) => ledger.entries);
    const before = world.sink.accepted;
    const submitters: SmtpSubmitter[] = [];
    const open = () => {
      const submitter = new SmtpSubmitter(world, shop);
      submitters.push(submitter);
      return submitter;
    };
    const options = {
      ...{ messages: Infinity, resubmits: true, longestMs: TIMEOUT_MS },
      waitsWhile: () => entries().length - (world.sink.accepted - before) > 50,
    };
    const [smtp, api] = ledgers;
    const drivers = [
      new LedgerDriver(smtp, { ...options, sessions: 8, open }),
      new LedgerDriver(api, { ...options, sessions: 4, open: () => new ApiSubmitter(shop) }),
    ];
    return {
      ledgers,
      entries,
      farewells: () => submitters.flatMap((submitter) => submitter.farewells),
      finish: () => Promise.all(drivers.map((driver) => driver.finish())),
    };
  }

  /** What is acknowledged at each door and delivered from now on tells that all roles work. */
  async function allRolesWork(ledgers: readonly Ledger[]): Promise<void> {
    const before = ledgers.map(({ acked }) => acked);
    await world.delivered(world.sink.accepted + 20);
    await eventually(
      () => ledgers.map(({ acked }, door) => acked - before[door]!),
      (acked) => acked.every((count) => count >= 5),
    );
  }

  /** Its own word: the process is there before it knows what to do about a signal. */
  async function isReady(process: string): Promise<void> {
    await eventually(
      async () => {
        const answer = await fetch(`${world.posthouse.addresses.ops}/readyz`);
        const { processes } = (await answer.json()) as {
          processes: { process: string; status: string }[];
        };
        return processes.find((each) => each.process === process)?.status;
      },
      (status) => status === 'ready',
    );
  }

  async function ends(process: string): Promise<void> {
    const pid = world.posthouse.pidOf(process);
    world.posthouse.kill(process, 'SIGTERM');
    await eventually(
      () => world.pidOf(process),
      (found) => found !== pid,
    );
  }

  const broken = (entries: Ledger['entries']) =>
    check({ entries, copies: copiesAt(world.sink), database: world });

  it(
    'of single processes loses, doubles and breaks nothing',
    async () => {
      const { ledgers, entries, farewells, finish } = load('roles');

      for (let restart = 0; restart < RESTARTS; restart += 1) {
        const names = ROLES.map((role) => `${role}-${1 + (restart % OF_EACH)}`);
        await Promise.all(names.map(isReady));
        await allRolesWork(ledgers);
        await Promise.all(names.map((name) => ends(name)));
      }
      await allRolesWork(ledgers);
      await finish();
      await world.drained();

      const reasons = world.posthouse.text.match(/"reason":"[^"]*"/g);
      expect(reasons).toHaveLength(ROLES.length * RESTARTS);
      expect(new Set(reasons)).toEqual(new Set(['"reason":"exit status 0"']));
      expect(farewells().length).toBeGreaterThan(0);
      expect(new Set(farewells())).toEqual(new Set([421]));
      expect(await broken(entries())).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it('of everything says 421 to everyone, ends in time and goes on afterwards', async () => {
    const { ledgers, entries, farewells, finish } = load('all');
    await allRolesWork(ledgers);
    const idle = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
    await idle.greets();
    await world.delivered(world.sink.accepted + 20);

    const startedAt = Date.now();
    const status = await world.stopPosthouse();
    const tookMs = Date.now() - startedAt;
    await finish();
    await idle.hears(421, '4.3.2');
    await idle.hearsTheEnd();
    await world.startAgain();
    await world.drained();

    expect(status).toBe(0);
    expect(tookMs).toBeLessThan(SHUTDOWN_MS);
    expect(new Set(farewells())).toEqual(new Set([421]));
    expect(await broken(entries())).toEqual([]);
  }, 120_000);

  it('by SIGKILL breaks sessions without a word (control)', async () => {
    const { farewells, finish } = load('control');

    await world.delivered(world.sink.accepted + 20);
    await world.killAndReplace('smtp-1');
    await eventually(farewells, (heard) => heard.length > 0);
    await finish();

    expect(farewells()).toContain(null);
  }, 60_000);
});

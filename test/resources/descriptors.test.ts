/**
 * a process that has no file descriptor left. Whoever comes is turned away or waits, nobody's process ends
 * or spins, what was acknowledged arrives, and when descriptors are free again all is as before.
 *
 * Control: with descriptors to spare the same crowd is let in, so that it is their lack that keeps it out.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { violations } from '../support/audit.js';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';

const DESCRIPTORS = 256;
const CROWD = 300;
/** One address may have 200 SMTP connections. */
const PER_ADDRESS = 150;
const STARVED_MS = figure({ t0: 3_000, long: 30_000 });
const ROLES = ['api-1', 'smtp-1', 'worker-1'];

describe('A-29 descriptors that run out', () => {
  let world: RunningWorld;
  let shop: Tenant;
  let crowd: Socket[] = [];
  beforeAll(async () => {
    const settings = { RETRY_FIRST: '500ms', RETRY_FACTOR: '1', RETRY_ATTEMPTS: '100' };
    world = await RunningWorld.start({ settings });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await submit(new Ledger('warm'), 10);
  }, 120_000);
  afterEach(() => disperse());
  afterAll(() => world.stop(), 120_000);

  const submit = async (ledger: Ledger, messages: number) => {
    const openers = [() => new SmtpSubmitter(world, shop), () => new ApiSubmitter(shop)];
    const drivers = openers.map(
      (open) => new LedgerDriver(ledger, { messages, sessions: 2, open }),
    );
    await Promise.all(drivers.map((driver) => driver.ended()));
  };

  function gather(target: { host: string; port: number }): void {
    crowd = Array.from({ length: CROWD }, (_, number) => {
      const localAddress = `127.8.${1 + Math.floor(number / PER_ADDRESS)}.1`;
      const socket = connect({ ...target, localAddress });
      return socket.on('error', () => socket.destroy()).resume();
    });
  }

  function disperse(): void {
    for (const socket of crowd.splice(0)) socket.destroy();
  }

  const pidOf = (role: string) => world.pidOf(role) ?? 0;

  function limit(role: string, most: number): void {
    execFileSync('prlimit', ['--pid', String(pidOf(role)), `--nofile=${most}:`]);
  }

  const openOf = (role: string) => readdirSync(`/proc/${pidOf(role)}/fd`).length;

  /** Seconds of processor time so far. */
  function cpuOf(role: string): number {
    const fields = readFileSync(`/proc/${pidOf(role)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ');
    return (Number(fields?.[11]) + Number(fields?.[12])) / TICKS_PER_SECOND;
  }

  const doors: [string, () => { host: string; port: number }][] = [
    ['smtp-1', () => world.address('SUBMISSION_LISTEN')],
    ['api-1', () => hostOf(world.posthouse.addresses.graphql)],
  ];

  it.each(doors)(
    'in %s: it waits, and loses nothing',
    async (role, target) => {
      const processes = world.pidsOf(...ROLES);
      const ledger = new Ledger(`starved-${role}`);
      limit(role, DESCRIPTORS);
      gather(target());
      await eventually(
        () => openOf(role),
        (open) => open >= DESCRIPTORS - 1,
      );
      const before = cpuOf(role);
      await sleep(STARVED_MS);
      const share = (cpuOf(role) - before) / (STARVED_MS / 1_000);
      await submit(ledger, 5);

      disperse();
      await eventually(
        () => openOf(role),
        (open) => open < DESCRIPTORS - 100,
      );
      const taken = ledger.acked;
      await submit(ledger, 10);
      await world.drained();
      limit(role, PLENTY);

      expect(share).toBeLessThan(MOST_CPU);
      expect(ledger.acked - taken).toBe(20);
      expect(ledger.judge(world.sink)).toMatchObject({ lost: [], doubled: [], refusedYetSent: [] });
      expect(world.pidsOf(...ROLES)).toEqual(processes);
    },
    figure({ t0: 90_000, long: 180_000 }),
  );

  it('in the worker: mail waits, and arrives', async () => {
    const processes = world.pidsOf(...ROLES);
    limit('worker-1', openOf('worker-1') + 1);
    const names = Array.from({ length: 40 }, (_, number) => `fd-${number}.test`);
    for (const name of names) world.receiver(name);
    const ids = await Promise.all(names.map((name) => shop.send({ to: [`ann@${name}`] })));
    const waits = `SELECT COUNT(*) AS n FROM events WHERE kind = 'DEFERRED'`;
    await eventually(
      () => world.query<{ n: bigint }[]>(waits),
      ([row]) => Number(row?.n) > 0,
    );

    limit('worker-1', PLENTY);
    for (const id of ids) await shop.settles(id, 'DELIVERED');

    expect(world.pidsOf(...ROLES)).toEqual(processes);
    expect(await violations(world)).toEqual([]);
  }, 90_000);

  it('control: the crowd is let in where there are enough', async () => {
    gather(world.address('SUBMISSION_LISTEN'));
    await eventually(
      () => openOf('smtp-1'),
      (open) => open > CROWD,
    );
  });
});

const PLENTY = 4_096;
const TICKS_PER_SECOND = 100;
/** Of one processor. */
const MOST_CPU = 0.2;

function hostOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

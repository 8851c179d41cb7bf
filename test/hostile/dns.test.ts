/**
 * a DNS that is slow, broken, lame or flaps makes mail wait and never fail, and touches no other domain.
 * Control: a domain that is missing at the second look, too, has failed; so the flapping one was spared by its
 * second look and not by luck.
 */
import type { DnsFault } from '../../src/demo/loopback-dns.js';
import { LIMITS } from '../../src/config/limits.js';
import { figure } from '../support/figures.js';
import { eventually } from '../support/eventually.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

/** Mail to broken domains, each in each of its ways. */
const BROKEN = figure({ t0: 60, long: 10_000 });
const DOMAINS = 12;
/** What failed is left alone for half of this time: shorter than it ever is, so that the test is, too. */
const RETRY_MS = figure({ t0: 700, long: 15_000 });

const FAULTS: readonly (readonly [string, DnsFault])[] = [
  ['answers SERVFAIL', 'SERVFAIL'],
  ['is lame', 'REFUSED'],
  ['is silent', 'silence'],
  ['answers after 30 s', { delayMs: 30_000 }],
];

describe('A-20 a DNS that misbehaves', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    const settings = {
      DNS_TIMEOUT: '600ms',
      RETRY_FIRST: `${RETRY_MS}ms`,
      RETRY_FACTOR: '1',
      RETRY_ATTEMPTS: '100',
      SMTP_CONNECT_TIMEOUT: '500ms',
      SWEEP_INTERVAL: '200ms',
    };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  });
  afterAll(() => world.stop());

  const outcomesOf = async (id: string) => {
    const message = await shop.message(id);
    return message?.deliveries.nodes[0]?.attempts.nodes.map(({ outcome }) => outcome) ?? [];
  };

  it.each(FAULTS)('that %s: mail waits, and arrives once it is well', async (_, fault) => {
    const name = `fault-${FAULTS.findIndex(([, each]) => each === fault)}.test`;
    world.receiver(name);
    world.dns.fail(name, fault);
    const id = await shop.send({ to: [`ann@${name}`] });
    await shop.tried(id, 1);
    const [first] = await outcomesOf(id);
    world.dns.heal(name);
    await shop.settles(id, 'DELIVERED');

    expect(first).toMatchObject({ kind: 'DEFERRED', enhancedCode: '4.4.3', stage: 'DNS' });
  });

  it('that cuts its answers is asked over TCP', async () => {
    world.receiver('cut.test');
    world.dns.fail('cut.test', 'truncate').fail('mx.cut.test', 'truncate');
    await shop.settles(await shop.send({ to: ['ann@cut.test'] }), 'DELIVERED');
  });

  it('that forgets a domain for a moment bounces nothing', async () => {
    const id = await shop.send({ to: ['ann@flap.test'] });
    await shop.tried(id, 1);
    world.receiver('flap.test');
    await shop.settles(id, 'DELIVERED');

    expect((await outcomesOf(id))[0]).toMatchObject({ kind: 'DEFERRED', enhancedCode: '4.1.2' });
  });

  it('that fails between two looks at a missing domain bounces nothing', async () => {
    const id = await shop.send({ to: ['ann@unsure.test'] });
    await shop.tried(id, 1);
    world.dns.fail('unsure.test', 'SERVFAIL');
    await shop.tried(id, 2);
    world.dns.heal('unsure.test');
    world.receiver('unsure.test');
    await shop.settles(id, 'DELIVERED');
  });

  it('control: a domain that is missing twice has failed', async () => {
    const id = await shop.send({ to: ['ann@missing.test'] });
    await shop.settles(id, 'BOUNCED');
    expect((await outcomesOf(id)).map(({ kind }) => kind)).toEqual(['DEFERRED', 'BOUNCED']);
  });

  it('that says a TTL of 0 is asked once for many messages', async () => {
    world.receiver('zero.test');
    const before = world.dns.questions.length;
    const to = Array.from({ length: 100 }, (_, number) => `ann-${number}@zero.test`);
    await shop.settles(await shop.send({ to }), 'DELIVERED');

    const asked = world.dns.questions.slice(before).filter((each) => each.includes('zero.test'));
    expect(asked.length).toBeLessThan(10);
  });

  it('that names 512 hosts leads to the best of them', async () => {
    world.dns.zone('many.test').set('many.test', 'MX', ...hostsOf('many.test'));
    world.dns.set('mx-0.many.test', 'A', world.sink.host);
    await shop.settles(await shop.send({ to: ['ann@many.test'] }), 'DELIVERED');
  });

  it('that names 512 dead hosts is given up for now, after a few', async () => {
    world.dns.zone('dead.test').set('dead.test', 'MX', ...hostsOf('dead.test'));
    const dead = nextLoopbackAddress();
    for (let number = 0; number < 512; number += 1)
      world.dns.set(`mx-${number}.dead.test`, 'A', dead);
    const before = world.dns.questions.length;
    const id = await shop.send({ to: ['ann@dead.test'] });
    await shop.tried(id, 1);

    const asked = new Set(world.dns.questions.slice(before).filter((each) => each.includes('mx-')));
    expect(asked.size).toBeLessThanOrEqual(2 * LIMITS.mxHosts); // A and AAAA
    expect((await outcomesOf(id))[0]).toMatchObject({ kind: 'DEFERRED', stage: 'CONNECT' });
  });

  it(
    'for some domains holds up no others, and fails nothing',
    async () => {
      const quick = async () => {
        const began = performance.now();
        const to = Array.from({ length: 20 }, (_, number) => `bob-${number}@example.test`);
        await shop.settles(await shop.send({ to }), 'DELIVERED');
        return performance.now() - began;
      };
      const baseline = await quick();
      const names = Array.from({ length: DOMAINS }, (_, number) => `broken-${number}.test`);
      names.forEach((name, number) => {
        world.receiver(name);
        world.dns.fail(name, FAULTS[number % FAULTS.length]![1]);
      });
      for (let sent = 0; sent < BROKEN; sent += names.length) {
        await shop.send({ to: names.map((name) => `ann-${sent}@${name}`) });
      }
      const beside = await quick();
      for (const name of names) world.dns.heal(name);
      const left = `SELECT status, COUNT(*) AS n FROM deliveries WHERE destination LIKE 'broken-%' GROUP BY status`;
      const ended = await eventually(
        () => world.database.query<{ status: string }[]>(left),
        (rows) => rows.every(({ status }) => status !== 'QUEUED'),
        figure({ t0: 30_000, long: 600_000 }),
      );

      expect(ended.map(({ status }) => status)).toEqual(['DELIVERED']);
      expect(beside).toBeLessThan(1.1 * baseline + SLACK_MS);
    },
    figure({ t0: 60_000, long: 900_000 }),
  );
});

/** Two processors shared with others. */
const SLACK_MS = 1_500;

function hostsOf(name: string) {
  return Array.from({ length: 512 }, (_, number) => ({
    exchange: `mx-${number}.${name}`,
    preference: number,
  }));
}

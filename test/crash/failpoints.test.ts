/**
 * a process is killed, throws, hangs or is stopped at each of the points where a message changes
 * hands, while mail flows through both doors. Whatever happens, the checker finds I1 to I8 intact.
 *
 * Control: a door that answers before it commits is caught by the same steps.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse, type SinkAction } from '../../src/demo/mail-sink/sink-script.js';
import { check } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { figure, isLong, itLong } from '../support/figures.js';
import { copiesAt, Ledger, type Entry } from '../support/ledger.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import type { FailKind } from '../support/running-posthouse.js';
import { RunningWorld, type Crash } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { makeEarlyDoor } from './early-door.js';

/** Hanging and being stopped take their time. */
const ROUNDS = figure<Record<FailKind, number>>({
  t0: { kill: 1, throw: 1, hang: 1, stop: 1 },
  long: { kill: 3, throw: 3, hang: 1, stop: 1 },
});
/** Of each door. */
const MESSAGES = 3;
const LEASE_MS = 2_000;
/** Of a client that gets no answer. */
const PATIENCE_MS = 4_000;
const STOPPED_MS = figure({ t0: 2 * LEASE_MS, long: 3 * LEASE_MS });
/** For what a process does that goes on after all. */
const LATE_MS = 20_000;
const HANGING_MS = figure({ t0: 1_000, long: LEASE_MS });

interface Point {
  readonly id: string;
  readonly failpoint: string;
  /** What the receiver does to each mail of this case, so that Posthouse comes to the point. */
  readonly receiver?: SinkAction;
  readonly bodyBytes?: number;
  /** The dot has left and its outcome is not recorded: the only place where a double may arise. */
  readonly isWindow?: boolean;
  /** Only a new connection comes there. */
  readonly isOfNewConnection?: boolean;
}

const BUSY = refuse('rcpt', '450 4.2.1 busy');
const UNKNOWN = refuse('rcpt', '550 5.1.1 no such user');

const POINTS: readonly Point[] = [
  { id: 'P1', failpoint: 'accept.beforeBegin' },
  { id: 'P2', failpoint: 'accept.betweenInserts' },
  { id: 'P2b', failpoint: 'accept.beforeCommit' },
  { id: 'P3', failpoint: 'smtp.afterCommit' },
  { id: 'P3b', failpoint: 'accept.afterCommit' },
  { id: 'P4', failpoint: 'accept.beforeBell' },
  { id: 'P5', failpoint: 'bell.rung' },
  { id: 'P6', failpoint: 'delivery.leased' },
  { id: 'P7', failpoint: 'courier.connected', isOfNewConnection: true },
  { id: 'P7b', failpoint: 'delivery.connected' },
  { id: 'P8', failpoint: 'courier.recipientTaken' },
  { id: 'P9', failpoint: 'courier.midContent', bodyBytes: 150_000 },
  { id: 'P9b', failpoint: 'courier.beforeDot' },
  { id: 'P10', failpoint: 'courier.dotSent', isWindow: true },
  { id: 'P11', failpoint: 'delivery.afterReply', isWindow: true },
  { id: 'P12', failpoint: 'delivery.settled' },
  { id: 'P15', failpoint: 'settle.postponed', receiver: BUSY },
  { id: 'P16', failpoint: 'settle.reported', receiver: UNKNOWN },
];

const KINDS: readonly FailKind[] = ['kill', 'throw', 'hang', 'stop'];

/** Ten of all, each kind among them. */
const SAMPLE: readonly (readonly [string, FailKind])[] = [
  ['P1', 'hang'],
  ['P2', 'kill'],
  ['P3', 'kill'],
  ['P3b', 'throw'],
  ['P6', 'kill'],
  ['P8', 'stop'],
  ['P9', 'kill'],
  ['P10', 'kill'],
  ['P11', 'throw'],
  ['P16', 'kill'],
];

const CASES = POINTS.flatMap((point) => KINDS.map((kind) => ({ point, kind }))).filter(
  ({ point, kind }) => isLong || SAMPLE.some(([id, way]) => id === point.id && way === kind),
);

describe('A-01 failing at each point', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    ({ world, shop } = await open());
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  it.each(CASES.map(({ point, kind }) => [point.id, point.failpoint, kind, point] as const))(
    '%s: %s, %s',
    async (id, _name, kind, point) => {
      for (let round = 1; round <= ROUNDS[kind]; round += 1) {
        const { bodyBytes } = point;
        const ledgers = [
          new Ledger(`${id}-${kind}-${round}-smtp`, false, { bodyBytes }),
          new Ledger(`${id}-${kind}-${round}-api`, true, { bodyBytes }),
        ] as const;
        expect(await failAt(point, kind, ledgers)).toEqual([]);
        expect(ledgers.map(({ acked }) => acked)).toEqual([MESSAGES, MESSAGES]);
      }
    },
    figure({ t0: 60_000, long: 300_000 }),
  );

  /**
   * Light load through both doors, one failure, and the verdict once everything is over. The clients of
   * SMTP have no idempotency keys, those of the API have.
   */
  async function failAt(
    point: Point,
    kind: FailKind,
    ledgers: readonly [smtp: Ledger, api: Ledger],
  ): Promise<string[]> {
    for (const ledger of ledgers) scriptReceiver(point, ledger);
    if (point.isOfNewConnection) world.sink.dropAll();
    world.posthouse.trap(point.failpoint, kind);
    const options = { resubmits: true, messages: MESSAGES, sessions: MESSAGES };
    const [smtp, api] = ledgers;
    const drivers = [
      new LedgerDriver(smtp, {
        ...options,
        open: () => new SmtpSubmitter(world, shop, PATIENCE_MS),
      }),
      new LedgerDriver(api, { ...options, open: () => new ApiSubmitter(shop, PATIENCE_MS) }),
    ];
    const pid = await eventually(
      () => world.posthouse.caughtAt(point.failpoint),
      (found) => found !== null,
      60_000,
    );
    const crash = await handsAtFailure();
    const crashes = kind === 'throw' && !point.isWindow ? [] : [crash];
    crashes.push(...(await aftermath(pid!, kind)));
    await Promise.all(drivers.map((driver) => driver.ended()));
    const entries = ledgers.flatMap((ledger) => ledger.entries);
    return verdictAtRest(entries, crashes);
  }

  /** What workers hold, and what one has given up already because of the throw: nothing stands still there. */
  async function handsAtFailure(): Promise<Crash> {
    const crash = await world.inHand();
    const rows = await world.query<{ recipient: string }[]>(
      `SELECT d.recipient FROM attempts a
       JOIN deliveries d ON d.server_id = a.server_id AND d.id = a.delivery_id
       WHERE JSON_VALUE(a.outcome, '$.stage') = 'local'`,
    );
    const inFlight = new Set([...crash.inFlight, ...rows.map(({ recipient }) => recipient)]);
    return { ...crash, inFlight };
  }

  /** A door that was stopped may commit late what nobody waits for any more; it is delivered as well. */
  async function verdictAtRest(entries: readonly Entry[], crashes: Crash[]): Promise<string[]> {
    const deadline = Date.now() + LATE_MS;
    for (;;) {
      await world.drained();
      const copies = copiesAt(world.sink);
      const broken = await check({ entries, copies, database: world, crashes });
      if (broken.length === 0 || Date.now() > deadline) return broken;
      await sleep(250);
    }
  }

  /** What an operator does about it, or the machine. */
  async function aftermath(pid: number, kind: FailKind): Promise<Crash[]> {
    if (kind === 'stop') {
      await sleep(STOPPED_MS);
      process.kill(pid, 'SIGCONT');
    }
    if (kind !== 'hang') return [];
    await sleep(HANGING_MS);
    const crash = await world.inHand();
    process.kill(pid, 'SIGKILL');
    return [crash];
  }

  /** For the first mail to each recipient; recipients are known beforehand. */
  function scriptReceiver({ receiver }: Point, ledger: Ledger): void {
    if (!receiver) return;
    for (let number = 1; number <= MESSAGES; number += 1) {
      world.sink.scripts.next(ledger.recipientOf(number), receiver);
    }
  }
});

describe('A-01 control: a door that answers before it commits', () => {
  /** Acknowledged by the second door, killed before its transaction ends. */
  async function submitToTheKilled(main?: string): Promise<string[]> {
    const { world, shop } = await open(main);
    try {
      const ledger = new Ledger('early', true);
      world.posthouse.trap('accept.beforeCommit', 'hang');
      const driver = new LedgerDriver(ledger, {
        ...{ messages: 1, sessions: 1 },
        open: () => new SmtpSubmitter(world, shop, PATIENCE_MS),
      });
      const pid = await eventually(
        () => world.posthouse.caughtAt('accept.beforeCommit'),
        (found) => found !== null,
        60_000,
      );
      await driver.ended();
      process.kill(pid!, 'SIGKILL');
      await world.drained();
      const { entries } = ledger;
      return await check({ entries, copies: copiesAt(world.sink), database: world });
    } finally {
      await world.stop();
    }
  }

  itLong('is caught by the checker, and the shipped door is not', async () => {
    const early = makeEarlyDoor();
    try {
      expect(await submitToTheKilled(early.main)).toEqual([
        'I1 acknowledged, and there is no trace: early-1@example.test',
      ]);
      expect(await submitToTheKilled()).toEqual([]);
    } finally {
      early.remove();
    }
  });
});

/** Two of each role, so that one may fail; reports of the shop's mail go to the sink as well. */
async function open(main?: string): Promise<{ world: RunningWorld; shop: Tenant }> {
  const settings = {
    LEASE: `${LEASE_MS}ms`,
    RETRY_FIRST: '1s',
    SMTP_PROCESSES: '2',
    WORKER_PROCESSES: '2',
  };
  const world = await RunningWorld.start({ hasTraps: true, settings, main });
  const shop = await world.aServer({ verifiedDomain: 'shop.test' });
  await shop.smtpLogin();
  world.receiver('shop.test');
  return { world, shop };
}

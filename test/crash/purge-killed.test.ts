/**
 * P20: the worker that removes old content is killed, throws, hangs or is stopped while it moves on what is still
 * needed, and between that and the end of the partition. Nothing that is needed is ever missing, the next round
 * finishes the work, and a worker that was stopped in between removes nothing more than it should.
 *
 * Controls: a purge that moves nothing on loses it, and one that moves a message and its content apart is caught
 * between the two, by the same steps.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { violations } from '../support/audit.js';
import { eventually } from '../support/eventually.js';
import { figure, itLong } from '../support/figures.js';
import { Mutant, type Mutation } from '../support/mutant.js';
import type { FailKind } from '../support/running-posthouse.js';
import { RunningWorld } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';

const KINDS: readonly FailKind[] = ['kill', 'throw', 'hang', 'stop'];
const CASES = figure<readonly (readonly [string, FailKind])[]>({
  t0: [
    ['retention.keeping', 'kill'],
    ['retention.beforeDrop', 'kill'],
  ],
  long: ['retention.keeping', 'retention.beforeDrop'].flatMap((point) =>
    KINDS.map((kind) => [point, kind] as const),
  ),
});
const STOPPED_MS = 2_000;
/** Of one round and the start before it. Where the stopped one holds locks, the next cannot do its work. */
const ROUND_MS = 20_000;
const MOST_ROUNDS = 5;

describe('P20 a purge of old content that fails', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    ({ world, shop } = await open());
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  it.each(CASES)(
    'at %s (%s) loses nothing that is needed, and the next round ends it',
    async (point, kind) => {
      const mail = await OldMail.accept(world, shop);
      const contents = await mail.contents();

      const failed = await mail.purgeFailsAt(point, kind);
      expect(await mail.contents()).toEqual(contents);
      expect(await mail.countTornApart()).toBe(0);

      await mail.goesOn(failed);
      expect(await mail.contents()).toEqual([...contents.slice(0, 2), null]);
      expect(await mail.countTornApart()).toBe(0);

      await mail.arrives();
    },
    figure({ t0: 90_000, long: 240_000 }),
  );
});

const MOVES_NOTHING: Mutation = {
  file: 'features/messages/retention.service.js',
  from: 'await this.keepUnsettled(partition);',
  to: '',
};
const MOVES_APART: Mutation = {
  file: 'features/messages/content-keeper.js',
  from: 'await pool.transaction(',
  to: 'await ((work) => work(pool))(',
};

describe('P20 control: a purge', () => {
  async function withMutant(mutation: Mutation, steps: (mail: OldMail) => Promise<void>) {
    const mutant = Mutant.make(mutation);
    const { world, shop } = await open(mutant.main);
    try {
      await steps(await OldMail.accept(world, shop));
    } finally {
      await world.stop();
      mutant.remove();
    }
  }

  itLong('that moves nothing on loses what is needed', () =>
    withMutant(MOVES_NOTHING, async (mail) => {
      await mail.goesOn(await mail.purgeFailsAt('retention.beforeDrop', 'kill'));
      expect(await mail.contents()).toEqual([null, null, null]);
    }),
  );

  itLong('without a transaction leaves a message and its content apart', () =>
    withMutant(MOVES_APART, async (mail) => {
      await mail.purgeFailsAt('retention.keeping', 'kill');
      expect(await mail.countTornApart()).toBe(1);
    }),
  );
});

/** With two workers: one fails, and the other comes after it. */
async function open(main?: string): Promise<{ world: RunningWorld; shop: Tenant }> {
  const settings = { WORKER_PROCESSES: '2', RETRY_FIRST: '1h' };
  const world = await RunningWorld.start({ hasTraps: true, settings, main });
  return { world, shop: await world.aServer({ verifiedDomain: 'shop.test' }) };
}

/** Two messages that wait for their receivers and one that needs nothing any more, all of days long past. */
class OldMail {
  private static count = 0;

  private constructor(
    private readonly world: RunningWorld,
    private readonly shop: Tenant,
    private readonly recipients: readonly string[],
    /** The needed ones first. */
    private readonly ids: readonly string[],
  ) {}

  static async accept(world: RunningWorld, shop: Tenant): Promise<OldMail> {
    const number = (OldMail.count += 1);
    const recipients = ['first', 'second', 'over'].map((name) => `${name}-${number}@example.test`);
    const [first = '', second = ''] = recipients;
    for (const recipient of [first, second]) {
      world.sink.scripts.next(recipient, refuse('rcpt', '450 4.2.1 busy'));
    }
    const ids: string[] = [];
    for (const to of recipients) ids.push(await shop.send({ to: [to], text: textFor(to) }));
    for (const id of ids) await shop.tried(id, 1);
    const mail = new OldMail(world, shop, recipients, ids);
    await mail.age();
    return mail;
  }

  /** Raw content as the API gives it; null once it is gone. */
  contents(): Promise<(string | null)[]> {
    return Promise.all(
      this.ids.map(async (id) => {
        const { data } = await this.shop.api.ask<Raw, { id: string }>(RAW, { id });
        return data?.node?.raw ?? null;
      }),
    );
  }

  /** Messages of which the content lies under another day than they say. */
  async countTornApart(): Promise<number> {
    const [row] = await this.world.query<{ n: bigint }[]>(
      `SELECT COUNT(*) AS n FROM message_contents c
       JOIN messages m ON m.server_id = c.server_id AND m.id = c.message_id
       WHERE m.expires_on <> c.expires_on`,
    );
    return Number(row?.n);
  }

  /** A worker begins a round and fails there. */
  async purgeFailsAt(point: string, kind: FailKind): Promise<Failed> {
    const { posthouse } = this.world;
    posthouse.trap(point, kind);
    await this.beginRound('worker-1');
    const pid = await eventually(
      () => posthouse.caughtAt(point),
      (found) => found !== null,
    );
    // one that was still on its way from an earlier round may have been the first
    const [name, other] =
      this.world.pidOf('worker-2') === pid ? ['worker-2', 'worker-1'] : ['worker-1', 'worker-2'];
    return { pid: pid!, kind, name, other };
  }

  /** What comes after it: the other worker's rounds, and the failed one itself, if it can. */
  async goesOn({ pid, kind, name, other }: Failed): Promise<void> {
    await this.beginRound(other);
    if (kind === 'hang' || kind === 'stop') await sleep(STOPPED_MS);
    if (kind === 'hang') process.kill(pid, 'SIGKILL');
    if (kind === 'stop') {
      process.kill(pid, 'SIGCONT');
      process.kill(pid, 'SIGTERM'); // it ends its round before it ends
      await this.world.replaced(name, pid);
    }
    for (let rounds = 1; !(await this.isPurged()); rounds += 1) {
      if (rounds === MOST_ROUNDS) throw new Error('the partition is still there');
      await this.beginRound(other);
    }
  }

  /** The receivers are well again. */
  async arrives(): Promise<void> {
    const { api } = this.shop;
    for (const [index, recipient] of this.recipients.slice(0, 2).entries()) {
      const message = await this.shop.message(this.ids[index] ?? '');
      const ids = message?.deliveries.nodes.map((delivery) => delivery.id) ?? [];
      await api.ask<unknown, { ids: string[] }>(RETRY, { ids });
      const { parsed } = await this.world.mailbox(recipient).receives();
      expect(parsed.text?.trim()).toBe(textFor(recipient));
    }
    await this.world.drained();
    const rules = await violations(this.world);
    expect(rules.filter((rule) => !rule.includes('a message without content'))).toEqual([]);
  }

  /** As if all that is stored had been accepted long ago: its days, and a partition for them. */
  private async age(): Promise<void> {
    const [first] = await this.world.query<{ name: string; bound: string }[]>(
      `SELECT PARTITION_NAME AS name, PARTITION_DESCRIPTION AS bound FROM information_schema.PARTITIONS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'message_contents'
       ORDER BY PARTITION_ORDINAL_POSITION LIMIT 1`,
    );
    await this.world.query(
      `ALTER TABLE message_contents REORGANIZE PARTITION ${first!.name} INTO (
         PARTITION ${PAST} VALUES LESS THAN ('2001-01-01'),
         PARTITION ${first!.name} VALUES LESS THAN (${first!.bound}))`,
    );
    await this.world.query("UPDATE message_contents SET expires_on = '2000-12-31'");
    await this.world.query("UPDATE messages SET expires_on = '2000-12-31'");
  }

  /** A worker begins one when it starts, unless another holds the lease, which lasts for hours. */
  private async beginRound(worker: string): Promise<void> {
    await this.world.query(
      "UPDATE leases SET lease_until = NOW(6) - INTERVAL 1 SECOND WHERE name = 'chore:retention'",
    );
    await this.world.killAndReplace(worker);
  }

  /** Whether the partition has gone, within the time of a round. */
  private async isPurged(): Promise<boolean> {
    const deadline = Date.now() + ROUND_MS;
    for (;;) {
      const [row] = await this.world.query<{ n: bigint }[]>(
        `SELECT COUNT(*) AS n FROM information_schema.PARTITIONS
         WHERE TABLE_SCHEMA = DATABASE() AND PARTITION_NAME = '${PAST}'`,
      );
      if (Number(row?.n) === 0) return true;
      if (Date.now() > deadline) return false;
      await sleep(50);
    }
  }
}

/** The worker that failed, and the one that did not. */
interface Failed {
  readonly pid: number;
  readonly kind: FailKind;
  readonly name: string;
  readonly other: string;
}

/** Named as Posthouse does it. */
const PAST = 'p_20010101';

const RAW = 'query ($id: ID!) { node(id: $id) { ... on Message { raw } } }';
const RETRY = `mutation ($ids: [ID!]!) {
  retryDeliveries(input: { deliveryIds: $ids }) { __typename }
}`;

interface Raw {
  readonly node: { readonly raw: string | null } | null;
}

function textFor(recipient: string): string {
  return `Kept for ${recipient}.`;
}

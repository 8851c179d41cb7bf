import { RetentionService } from '../../src/features/messages/retention.service.js';
import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { BulkPool } from '../../src/platform/database/bulk-pool.js';
import type { BulkSql } from '../../src/platform/database/sql.js';
import { createLog } from '../../src/platform/log.js';
import { graphql } from '../gql/index.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Accepted today, expired now, whatever the time of day. */
const PERIOD_MS = 31 * DAY_MS + HOUR_MS;

const RAW = graphql(`
  query RetainedContent($id: ID!) {
    node(id: $id) {
      ... on Message {
        raw
      }
    }
  }
`);
const RETRY = graphql(`
  mutation RetryExpired($ids: [ID!]!) {
    retryDeliveries(input: { deliveryIds: $ids }) {
      __typename
      ... on RetryDeliveriesSuccess {
        results {
          __typename
        }
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation CancelRetained($ids: [ID!]!) {
    cancelDeliveries(input: { deliveryIds: $ids }) {
      __typename
      ... on CancelDeliveriesSuccess {
        results {
          __typename
        }
      }
    }
  }
`);
const RELEASE = graphql(`
  mutation ReleaseRetained($ids: [ID!]!) {
    releaseDeliveries(input: { deliveryIds: $ids }) {
      __typename
      ... on ReleaseDeliveriesSuccess {
        results {
          __typename
        }
      }
    }
  }
`);
const SEND = graphql(`
  mutation SendHeld($input: SendMessageInput!) {
    sendMessage(input: $input) {
      __typename
      ... on SendMessageSuccess {
        message {
          id
        }
      }
    }
  }
`);

describe('raw content', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld();
    shop = await world.aServer({ verifiedDomain: 'retention.test' });
  });
  afterAll(() => world.stop());

  const sendHeld = async (to: string): Promise<string> => {
    const credential = await createCredential(world.admin, shop.serverId, 'API', { hold: true });
    const { sendMessage } = await world.admin.bearer(credential.secret).run(SEND, {
      input: { from: 'app@retention.test', to: [to], subject: 'Held', text: 'Kept.' },
    });
    if (sendMessage.__typename !== 'SendMessageSuccess') throw new Error(sendMessage.__typename);
    return sendMessage.message.id;
  };

  it('goes when its days are over, but not while a delivery needs it; accepting goes on', async () => {
    world.sink.scripts.forever('gone@example.test', refuse('rcpt', '550 5.1.1 No such user'));
    world.sink.scripts.forever('later@example.test', refuse('rcpt', '450 4.2.1 Later'));
    const delivered = await shop.send();
    const bounced = await shop.send({ to: ['gone@example.test'] });
    const queued = await shop.send({ to: ['later@example.test'] });
    const held = await sendHeld('patient@example.test');
    await shop.settles(delivered, 'DELIVERED');
    await shop.settles(bounced, 'BOUNCED');
    await shop.tried(queued, 1);
    const [text] = await rawOf(shop, [held]);

    world.clock.advance(30 * DAY_MS);
    await world.services.retention.run();
    expect(await rawOf(shop, [delivered, bounced, queued, held])).not.toContain(null);

    world.clock.advance(DAY_MS + HOUR_MS);
    const [sent] = await Promise.all([sendMany(shop, 40), world.services.retention.run()]);

    expect(sent).toBe(40);
    expect(await rawOf(shop, [delivered, bounced])).toEqual([null, null]);
    expect(await rawOf(shop, [queued, held])).toEqual([expect.any(String), text]);
    expect(await change(shop, RETRY, bounced)).toMatchObject({
      retryDeliveries: { results: [{ __typename: 'ContentGone' }] },
    });

    const before = await state(world);
    await world.services.retention.run();
    expect(await state(world)).toEqual(before);

    await change(shop, RELEASE, held);
    const { parsed } = await world.mailbox('patient@example.test').receives();
    expect(parsed.text).toContain('Kept.');
  });

  it('is refused to a retry from the day on which it may go', async () => {
    const id = await shop.send({ to: ['gone@example.test'] });
    await shop.settles(id, 'BOUNCED');
    expect(await change(shop, RETRY, id)).toMatchObject({
      retryDeliveries: { results: [{ __typename: 'DeliveryChanged' }] },
    });
    await shop.settles(id, 'BOUNCED');

    world.clock.advance(PERIOD_MS);

    expect(await change(shop, RETRY, id)).toMatchObject({
      retryDeliveries: { results: [{ __typename: 'ContentGone' }] },
    });
  });
});

describe('the retention of raw content', () => {
  let world: World;
  let shop: Tenant;
  let pool: FailingPool;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] }); // no worker: nobody else runs it
    shop = await world.aServer({ verifiedDomain: 'retention.test' });
    pool = new FailingPool({ url: world.database.url, connections: 3 });
  });
  afterAll(async () => {
    await pool.close();
    await world.stop();
  });

  const retention = (days = 30) =>
    new RetentionService({
      pool,
      clock: world.clock,
      config: { RETENTION_DAYS: days },
      log: createLog({ level: 'silent' }, {}),
    });

  /** One message that is waiting for its worker and one that needs nothing any more, both past their days. */
  const expire = async () => {
    const [waiting, over] = [await shop.send(), await shop.send()];
    await change(shop, CANCEL, over);
    world.clock.advance(PERIOD_MS);
    return { waiting, over };
  };

  it('ends well however often it is killed, before whatever statement', async () => {
    await retention().run();
    let kills = 0;
    for (let killed = true; killed; kills += Number(killed)) {
      const { waiting, over } = await expire();
      pool.failAfter(kills);
      killed = await retention()
        .run()
        .then(
          () => false,
          () => true,
        );
      pool.failAfter(Infinity);
      expect(await rawOf(shop, [waiting])).toEqual([expect.any(String)]);
      expect(await countSplit(world)).toBe(0);

      await retention().run();
      expect(await rawOf(shop, [waiting, over])).toEqual([expect.any(String), null]);
      expect(await countIn(world, 'p_rest')).toBe(0);
      await change(shop, CANCEL, waiting);
    }
    expect(kills).toBeGreaterThanOrEqual(7);
  }, 120_000);

  it('may run several times at once', async () => {
    const { waiting, over } = await expire();
    await Promise.all([retention().run(), retention().run(), retention().run()]);
    await retention().run();
    expect(await rawOf(shop, [waiting, over])).toEqual([expect.any(String), null]);
  });

  it('gives way where content is busy, and is done later', async () => {
    const { waiting, over } = await expire();
    await world.database.query('START TRANSACTION');
    await world.database.query('SELECT COUNT(*) FROM message_contents');

    const began = performance.now();
    const [sent] = await Promise.all([sendMany(shop, 3), retention().run()]);
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(sent).toBe(3);
    expect(await rawOf(shop, [waiting, over])).not.toContain(null);

    await world.database.query('COMMIT');
    await retention().run();
    expect(await rawOf(shop, [waiting, over])).toEqual([expect.any(String), null]);
  });

  it.each([3_650, 7, 90])('follows a change of the period to %i days', async (days) => {
    const today = () => world.clock.now().getTime() / DAY_MS;
    for (let day = 0; day < 5; day += 1) {
      await retention(days).run();
      const bounds = (await partitions(world)).map(({ bound }) => Date.parse(bound) / DAY_MS);
      const expiry = Math.floor(today()) + days;
      const end = bounds.find((bound) => bound > expiry) ?? Infinity;
      expect(end - expiry).toBeLessThanOrEqual(Math.ceil(days / 90));
      world.clock.advance(DAY_MS);
    }
  });

  it('never needs more than 100 partitions', async () => {
    for (let days = 0; days < 400; days += 100) {
      await retention(365).run();
      expect((await partitions(world)).length).toBeLessThanOrEqual(100);
      world.clock.advance(100 * DAY_MS);
    }
  });
});

type Change = typeof RETRY | typeof CANCEL | typeof RELEASE;

async function change(shop: Tenant, document: Change, messageId: string) {
  const message = await shop.message(messageId);
  const ids = message!.deliveries.nodes.map(({ id }) => id);
  return shop.api.run(document as typeof RETRY, { ids });
}

async function rawOf(shop: Tenant, ids: readonly string[]) {
  const answers = await Promise.all(ids.map((id) => shop.api.run(RAW, { id })));
  return answers.map(({ node }) => (node && 'raw' in node ? node.raw : undefined));
}

/** One after the other; how many were taken. */
async function sendMany(shop: Tenant, count: number): Promise<number> {
  let taken = 0;
  for (let number = 0; number < count; number += 1) {
    const { __typename } = await shop.sendMessage();
    if (__typename === 'SendMessageSuccess') taken += 1;
  }
  return taken;
}

function partitions(world: World): Promise<{ name: string; bound: string }[]> {
  return world.database.query(
    `SELECT PARTITION_NAME AS name, REPLACE(PARTITION_DESCRIPTION, '''', '') AS bound
     FROM information_schema.PARTITIONS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'message_contents'
     ORDER BY PARTITION_ORDINAL_POSITION`,
  );
}

async function state(world: World) {
  const contents = await world.database.query(
    'SELECT server_id, message_id, expires_on FROM message_contents ORDER BY 1, 2, 3',
  );
  return { contents, partitions: await partitions(world) };
}

async function countIn(world: World, partition: string): Promise<number> {
  const [row] = await world.database.query<{ count: bigint }[]>(
    `SELECT COUNT(*) AS count FROM message_contents PARTITION (${partition})`,
  );
  return Number(row?.count);
}

/** Contents that disagree with their messages about their day. */
async function countSplit(world: World): Promise<number> {
  const [row] = await world.database.query<{ count: bigint }[]>(
    `SELECT COUNT(*) AS count FROM message_contents c
     LEFT JOIN messages m ON m.server_id = c.server_id AND m.id = c.message_id
     WHERE NOT m.expires_on <=> c.expires_on`,
  );
  return Number(row?.count);
}

/** Loses its database before the n-th further statement, as a killed process does. */
class FailingPool extends BulkPool {
  private left = Infinity;

  failAfter(statements: number): void {
    this.left = statements;
  }

  override query<T = unknown>(statement: string, parameters: readonly unknown[] = []): Promise<T> {
    return this.counted(() => super.query<T>(statement, parameters));
  }

  override transaction<T>(work: (sql: BulkSql) => Promise<T>): Promise<T> {
    return super.transaction((sql) =>
      work({
        insertBytes: (target, rows) => this.counted(() => sql.insertBytes(target, rows)),
        query: (statement, parameters) => this.counted(() => sql.query(statement, parameters)),
        send: () => sql.send(),
      }),
    );
  }

  private async counted<T>(run: () => Promise<T>): Promise<T> {
    if (this.left === 0) throw new Error('killed');
    this.left -= 1;
    return run();
  }
}

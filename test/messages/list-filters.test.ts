/**
 * B-11: whatever is asked of a list of messages or deliveries, its pages are those that a look at every row
 * would give, in both directions. That they are found by an index is shown in `guards/hot-queries.test.ts`.
 */
import { seed } from '../../bench/seed/seed.js';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';

const MESSAGES = 130;
const PAGE = 60;
const SINCE = new Date('2026-01-01T00:00:00Z');
const EVERY_MS = 1_000;
const [FROM, UNTIL] = ['2026-01-01T00:00:40.000Z', '2026-01-01T00:01:40.000Z'];

interface Row {
  readonly subject: string;
  readonly tag: string | null;
  readonly sender: string;
  readonly accepted_at: Date;
  readonly recipient: string;
  readonly destination: string;
  readonly status: string;
}

/** What may be asked, and the rows that answer it. Of a message one delivery must do. */
const OF_MESSAGE: Record<string, (row: Row) => boolean> = {
  'direction: OUTGOING': () => true,
  'tag: "news"': ({ tag }) => tag === 'news',
  'from: "sender-3@past.test"': ({ sender }) => sender === 'sender-3@past.test',
  [`since: "${FROM}", until: "${UNTIL}"`]: ({ accepted_at }) =>
    accepted_at >= new Date(FROM) && accepted_at < new Date(UNTIL),
};
const OF_DELIVERY: Record<string, (row: Row) => boolean> = {
  'status: BOUNCED': ({ status }) => status === 'BOUNCED',
  'status: DELIVERED': ({ status }) => status === 'DELIVERED',
  'recipient: "person-1@d3.past.test"': ({ recipient }) => recipient === 'person-1@d3.past.test',
};
const OF_DESTINATION: Record<string, (row: Row) => boolean> = {
  'destination: "D3.past.test"': ({ destination }) => destination === 'd3.past.test',
};

describe('B-11 a list that is filtered', () => {
  let world: World;
  let shop: Tenant;
  let rows: Row[];
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'], settings: { API_POINTS: '10000000' } });
    shop = await world.aServer();
    const serverId = BigInt(decodeGlobalId(shop.serverId).id);
    await seed(world.database, {
      ...{ serverId, domainId: null, messages: MESSAGES, since: SINCE, everyMs: EVERY_MS },
      ...{ state: 'ended', destinations: 5, contents: 0, hasAttempts: false },
    });
    // a third of the messages goes to somebody else as well, where it bounces
    await world.database.query(
      `INSERT INTO deliveries (server_id, id, message_id, recipient, destination, status, created_at)
       SELECT server_id, id + 2, message_id, 'person-1@d3.past.test', 'd3.past.test', 'BOUNCED', created_at
       FROM deliveries WHERE server_id = ? AND recipient <> 'person-1@d3.past.test' AND (id DIV 4194304) % 3000 = 0`,
      [serverId],
    );
    rows = await world.database.query<Row[]>(
      `SELECT m.subject, m.tag, m.header_from AS sender, m.accepted_at, d.recipient, d.destination, d.status
       FROM deliveries d JOIN messages m ON m.server_id = d.server_id AND m.id = d.message_id
       WHERE d.server_id = ? ORDER BY d.message_id DESC, d.id DESC`,
      [serverId],
    );
  }, 60_000);
  afterAll(() => world.stop());

  /** All pages of a list, read from its start or from its end. */
  async function all(field: string, filter: string, fromEnd: boolean): Promise<string[]> {
    const found: string[] = [];
    for (let cursor = '', hasMore = true; hasMore;) {
      const page = fromEnd ? `last: ${PAGE}` : `first: ${PAGE}`;
      const from = cursor === '' ? '' : `, ${fromEnd ? 'before' : 'after'}: "${cursor}"`;
      const { nodes, pageInfo } = await ask(field, `${page}${from}, filter: { ${filter} }`);
      found[fromEnd ? 'unshift' : 'push'](...nodes.map(nameOf));
      hasMore = fromEnd ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
      cursor = (fromEnd ? pageInfo.startCursor : pageInfo.endCursor) ?? '';
    }
    return found;
  }

  async function ask(field: string, args: string): Promise<Page> {
    const row = field === 'messages' ? 'subject' : 'recipient message { subject }';
    const { data, errors } = await world.admin.ask<{ node: { list: Page } }, object>(
      `query($id: ID!) { node(id: $id) { ... on MailServer { list: ${field}(${args}) {
         nodes { ${row} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`,
      { id: shop.serverId },
    );
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data.node.list;
  }

  it('has the messages that a look at every row finds', async () => {
    expect(rows.length).toBeGreaterThan(MESSAGES + 30);
    for (const asked of subsets({ ...OF_MESSAGE, ...OF_DELIVERY })) {
      const expected = new Set(
        rows
          .filter((row) => asked.every(([what, fits]) => what in OF_DELIVERY || fits(row)))
          .map(({ subject }) => subject)
          .filter((subject) => {
            const own = rows.filter((row) => row.subject === subject);
            return asked.every(([what, fits]) => !(what in OF_DELIVERY) || own.some(fits));
          }),
      );
      await expectPages('messages', asked, [...expected]);
    }
  }, 120_000);

  it('has the deliveries that a look at every row finds', async () => {
    for (const asked of subsets({ ...OF_DELIVERY, ...OF_DESTINATION })) {
      const expected = rows.filter((row) => asked.every(([, fits]) => fits(row)));
      const names = expected.map(({ subject, recipient }) => `${subject} to ${recipient}`);
      await expectPages('deliveries', asked, names);
    }
  }, 60_000);

  async function expectPages(field: string, asked: Asked, expected: readonly string[]) {
    const filter = asked.map(([what]) => what).join(', ');
    for (const fromEnd of [false, true]) {
      expect([filter, fromEnd, await all(field, filter, fromEnd)]).toEqual([
        filter,
        fromEnd,
        expected,
      ]);
    }
  }
});

type Asked = readonly (readonly [string, (row: Row) => boolean])[];

interface Page {
  readonly nodes: readonly {
    readonly subject?: string;
    readonly recipient?: string;
    readonly message?: { readonly subject: string };
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

function nameOf({ subject, recipient, message }: Page['nodes'][number]): string {
  return subject ?? `${message?.subject} to ${recipient}`;
}

/** Of these conditions every choice that names no field twice. */
function subsets(conditions: Readonly<Record<string, (row: Row) => boolean>>): Asked[] {
  const choices = Object.entries(conditions).reduce<Asked[]>(
    (all, condition) => [...all, ...all.map((some) => [...some, condition])],
    [[]],
  );
  return choices.filter((some) => {
    const fields = some.map(([what]) => what.split(':')[0]);
    return new Set(fields).size === fields.length;
  });
}

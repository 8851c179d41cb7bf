import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';

interface Connection {
  readonly edges: readonly { readonly cursor: string }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

describe('a list', () => {
  let world: World;
  let shop: Tenant;
  let newestFirst: string[];
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer({ verifiedDomain: 'pages.test' });
    const sent: string[] = [];
    for (let n = 0; n < 7; n++) sent.push(await shop.send({ tag: n % 2 ? 'odd' : 'even' }));
    newestFirst = sent.reverse();
  });
  afterAll(() => world.stop());

  const page = async (
    args: string,
    field = 'messages',
    of = shop.serverId,
  ): Promise<Connection> => {
    const { data, errors } = await shop.api.ask<{ node: Record<string, Connection> }, object>(
      `query($id: ID!) { node(id: $id) { ... on MailServer { ${field}(${args}) { edges { cursor } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`,
      { id: of },
    );
    if (errors) throw new Error(JSON.stringify(errors[0]?.extensions));
    const found = data?.node[field];
    if (!found) throw new Error('there is no such list');
    return found;
  };
  const ids = ({ nodes }: Connection) => nodes.map(({ id }) => id);

  it.each([1, 2, 3, 7, 8])('is read to its end in pages of %i', async (first) => {
    const read: string[] = [];
    let after = '';
    for (let more = true; more;) {
      const one = await page(`first: ${first}${after}`);
      read.push(...ids(one));
      more = one.pageInfo.hasNextPage;
      expect(one.pageInfo.hasPreviousPage).toBe(after !== '');
      after = `, after: "${one.pageInfo.endCursor ?? ''}"`;
    }
    expect(read).toEqual(newestFirst);
  });

  it.each([1, 3, 7])('is read back from its end in pages of %i', async (last) => {
    const read: string[] = [];
    let before = '';
    for (let more = true; more;) {
      const one = await page(`last: ${last}${before}`);
      read.unshift(...ids(one));
      more = one.pageInfo.hasPreviousPage;
      before = `, before: "${one.pageInfo.startCursor ?? ''}"`;
    }
    expect(read).toEqual(newestFirst);
  });

  it('is cut by two cursors', async () => {
    const all = await page('first: 7');
    const [, second, , , fifth] = all.edges;
    const middle = await page(`first: 7, after: "${second?.cursor}", before: "${fifth?.cursor}"`);
    expect(ids(middle)).toEqual(newestFirst.slice(2, 4));
  });

  it('has 25 on a page unless asked otherwise, and may have none', async () => {
    expect(ids(await page('filter: {}'))).toHaveLength(7);
    const none = await page('first: 0');
    expect(none).toMatchObject({
      nodes: [],
      pageInfo: { startCursor: null, endCursor: null, hasNextPage: true },
    });
  });

  it('stays where it was when something is added in between', async () => {
    const first = await page('first: 3, filter: { tag: "even" }');
    await shop.send({ tag: 'even' });
    const second = await page(
      `first: 3, filter: { tag: "even" }, after: "${first.pageInfo.endCursor}"`,
    );
    expect(ids(first)).toEqual([newestFirst[0], newestFirst[2], newestFirst[4]]);
    expect(ids(second)).toEqual([newestFirst[6]]);
  });

  it.each(['bm9uc2Vuc2U', 'x', ''])('refuses the cursor "%s" of nowhere', async (cursor) => {
    await expect(page(`first: 1, after: "${cursor}"`)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('refuses the cursor of another list', async () => {
    const { pageInfo } = await page('first: 1', 'deliveries');
    await expect(page(`first: 1, after: "${pageInfo.endCursor}"`)).rejects.toThrow(
      'BAD_USER_INPUT',
    );
  });

  it('filters by sender, recipient, status and time', async () => {
    const id = await shop.send({ to: ['Only-Me@example.test'], from: 'other@pages.test' });
    expect(ids(await page('filter: { recipient: "Only-Me@example.test" }'))).toEqual([id]);
    expect(ids(await page('filter: { from: "other@pages.test" }'))).toEqual([id]);
    expect(ids(await page('filter: { status: BOUNCED }'))).toEqual([]);
    expect(ids(await page('filter: { status: QUEUED }')).length).toBeGreaterThan(7);
    expect(ids(await page('filter: { until: "2020-01-01T00:00:00Z" }'))).toEqual([]);
    expect(ids(await page('filter: { direction: INCOMING }'))).toEqual([]);
  });

  it('shows nothing of another tenant, whose ids are unknown', async () => {
    const other = await world.aServer();
    const { data } = await other.api.ask<{ nodes: unknown[]; node: unknown }, object>(
      'query($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id } }',
      {
        ids: [shop.serverId, ...newestFirst.slice(0, 2), 'junk', other.serverId],
        id: shop.serverId,
      },
    );
    expect(data?.node).toBeNull();
    expect(data?.nodes).toEqual([null, null, null, null, { id: other.serverId }]);
  });
});

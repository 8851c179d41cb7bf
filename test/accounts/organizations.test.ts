import { graphql } from '../gql/index.js';
import type { OrganizationPageQuery } from '../gql/graphql.js';
import { succeeded } from '../support/succeeded.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = graphql(`
  mutation CreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input) {
      __typename
      ... on CreateOrganizationSuccess {
        organization {
          id
          name
          slug
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`);
const PAGE = graphql(`
  query OrganizationPage($first: Int, $after: String, $last: Int, $before: String) {
    organizations(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

type PageInfo = Pick<
  OrganizationPageQuery['organizations']['pageInfo'],
  'hasNextPage' | 'endCursor'
>;

describe('an organization', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  async function create(name: string, idempotencyKey?: string) {
    const { createOrganization } = await world.admin.run(CREATE, {
      input: { name, idempotencyKey },
    });
    return succeeded(createOrganization, 'CreateOrganizationSuccess').organization;
  }

  it('gets a slug of its name that nobody else has', async () => {
    const first = await create('  Blaue Möwe & Co. ');
    const second = await create('Blaue Möwe & Co.');

    expect(first).toMatchObject({ name: 'Blaue Möwe & Co.', slug: 'blaue-mowe-co' });
    expect(second.slug).toMatch(/^blaue-mowe-co-[a-z0-9]{4}$/);
  });

  it('gets the slug that was chosen for it, once in the installation', async () => {
    const choose = async (slug: string) => {
      const input = { name: 'Chosen', slug };
      const { data, errors } = await world.admin.ask(CREATE, { input });
      return data?.createOrganization ?? errors?.[0]?.extensions;
    };
    expect(await choose('chosen')).toMatchObject({ organization: { slug: 'chosen' } });
    expect(await choose('chosen')).toEqual({ __typename: 'SlugTaken', code: 'SlugTaken' });
    for (const refused of ['Chosen', 'chosen_2', 'admin', '']) {
      expect(await choose(refused)).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: ['input', 'slug'] }],
      });
    }
  });

  it('is made once, however many requests with one key come at the same time', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => create('Once', 'organization-once')),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const rows = await world.database.query<unknown[]>(
      "SELECT id FROM organizations WHERE name = 'Once'",
    );
    expect(rows).toHaveLength(1);
  });

  it('may reuse a key after a day', async () => {
    const first = await create('Daily', 'organization-daily');
    world.clock.advance(25 * 3_600_000);
    expect((await create('Weekly', 'organization-daily')).id).not.toBe(first.id);
  });

  it('has its creator as owner', async () => {
    const { slug } = await create('Owned');
    const rows = await world.database.query<{ role: string; email: string }[]>(
      'SELECT m.role, u.email FROM members m JOIN users u ON u.id = m.user_id JOIN organizations o ON o.id = m.organization_id WHERE o.slug = ?',
      [slug],
    );
    expect(rows).toEqual([{ role: 'OWNER', email: 'admin@localhost.localdomain' }]);
  });

  it('can be paged through in both directions', async () => {
    for (const name of ['One', 'Two', 'Three']) await create(name);
    const all = (await world.admin.run(PAGE, { first: 100 })).organizations.nodes;

    const forward: { id: string }[] = [];
    let next: PageInfo = { hasNextPage: true, endCursor: null };
    while (next.hasNextPage) {
      const page: OrganizationPageQuery = await world.admin.run(PAGE, {
        first: 2,
        after: next.endCursor,
      });
      forward.push(...page.organizations.nodes);
      next = page.organizations.pageInfo;
    }
    expect(forward).toEqual(all);

    const { organizations: tail } = await world.admin.run(PAGE, { last: 2 });
    expect(tail.nodes).toEqual(all.slice(-2));
    const { organizations: middle } = await world.admin.run(PAGE, {
      last: 1,
      before: tail.pageInfo.startCursor,
    });
    expect(middle.nodes).toEqual(all.slice(-3, -2));
  });

  it('is suspended with a reason, and lifted again', async () => {
    const { id } = await create('Suspended');
    const suspend = graphql(`
      mutation SuspendOrganization($input: SuspendOrganizationInput!) {
        suspendOrganization(input: $input) {
          __typename
          ... on SuspendOrganizationSuccess {
            organization {
              suspendedAt
              suspensionReason
            }
          }
        }
      }
    `);
    const { suspendOrganization } = await world.admin.run(suspend, {
      input: { organizationId: id, reason: 'unpaid' },
    });
    expect(suspendOrganization).toMatchObject({
      organization: { suspendedAt: expect.any(String) as string, suspensionReason: 'unpaid' },
    });

    const { unsuspendOrganization } = await world.admin.run(
      graphql(`
        mutation UnsuspendOrganization($input: UnsuspendOrganizationInput!) {
          unsuspendOrganization(input: $input) {
            __typename
            ... on UnsuspendOrganizationSuccess {
              organization {
                suspendedAt
                suspensionReason
              }
            }
          }
        }
      `),
      { input: { organizationId: id } },
    );
    expect(unsuspendOrganization).toMatchObject({
      organization: { suspendedAt: null, suspensionReason: null },
    });
  });
});

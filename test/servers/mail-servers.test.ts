import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { graphql } from '../gql/index.js';
import { succeeded } from '../support/succeeded.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = graphql(`
  mutation CreateServer($input: CreateMailServerInput!) {
    createMailServer(input: $input) {
      __typename
      ... on SlugTaken {
        slug
        path
      }
      ... on CreateMailServerSuccess {
        mailServer {
          id
          slug
          token
          mode
          allowSender
          privacyMode
          retryAttempts
          organization {
            id
          }
        }
      }
    }
  }
`);
const UPDATE = graphql(`
  mutation UpdateServer($input: UpdateMailServerInput!) {
    updateMailServer(input: $input) {
      __typename
      ... on UpdateMailServerSuccess {
        mailServer {
          name
          mode
          allowSender
          privacyMode
          retryAttempts
        }
      }
    }
  }
`);
const SUSPEND = graphql(`
  mutation SuspendServer($input: SuspendMailServerInput!) {
    suspendMailServer(input: $input) {
      __typename
    }
  }
`);
const UNSUSPEND = graphql(`
  mutation UnsuspendServer($input: UnsuspendMailServerInput!) {
    unsuspendMailServer(input: $input) {
      __typename
    }
  }
`);
const TREE = graphql(`
  query ServerTree($first: Int!) {
    organizations(first: $first) {
      nodes {
        mailServers(first: 2) {
          nodes {
            id
            credentials(first: 2) {
              nodes {
                type
              }
            }
            domains(first: 2) {
              nodes {
                name
                checks {
                  kind
                }
                dkimKeys {
                  selector
                }
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`);

describe('a mail server', () => {
  let world: World;
  let tenant: Tenant;
  beforeAll(async () => {
    world = await startWorld();
    tenant = await world.aServer({ verifiedDomain: 'servers.test' });
  });
  afterAll(() => world.stop());

  const make = (input: { name: string; slug?: string }) =>
    world.admin.ask(CREATE, { input: { organizationId: tenant.organizationId, ...input } });

  async function create(name: string) {
    const { createMailServer } = await world.admin.run(CREATE, {
      input: { organizationId: tenant.organizationId, name },
    });
    return succeeded(createMailServer, 'CreateMailServerSuccess').mailServer;
  }

  it('gets a slug of its own in the organization, and a token of its own in the installation', async () => {
    const first = await create('Billing mail');
    const second = await create('Billing mail');

    expect(first).toMatchObject({
      slug: 'billing-mail',
      mode: 'LIVE',
      allowSender: false,
      privacyMode: false,
      retryAttempts: null,
      organization: { id: tenant.organizationId },
    });
    expect(second.slug).toMatch(/^billing-mail-[a-z0-9]{4}$/);
    expect([first.token, second.token]).toEqual([
      expect.stringMatching(/^[a-z0-9]{6}$/),
      expect.stringMatching(/^[a-z0-9]{6}$/),
    ]);
    expect(first.token).not.toBe(second.token);
  });

  it('gets the slug that was chosen for it, once in the organization', async () => {
    const other = await world.aServer();
    const { data } = await make({ name: 'Chosen', slug: 'chosen-1' });
    const again = await make({ name: 'Chosen again', slug: 'chosen-1' });
    const elsewhere = await world.admin.run(CREATE, {
      input: { organizationId: other.organizationId, name: 'Chosen', slug: 'chosen-1' },
    });

    expect(data?.createMailServer).toMatchObject({ mailServer: { slug: 'chosen-1' } });
    expect(again.data?.createMailServer).toEqual({
      __typename: 'SlugTaken',
      slug: 'chosen-1',
      path: ['input', 'slug'],
    });
    expect(elsewhere.createMailServer).toMatchObject({ mailServer: { slug: 'chosen-1' } });
  });

  it.each(['', 'Upper', 'two words', '-first', 'last-', 'ümlaut', 'x'.repeat(49), 'new', 'remove'])(
    'is refused the slug %p',
    async (slug) => {
      const { errors } = await make({ name: 'Refused', slug });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: ['input', 'slug'] }],
      });
    },
  );

  it('gets no reserved word as its slug because of its name', async () => {
    expect((await create('Search')).slug).toMatch(/^search-[a-z0-9]{4}$/);
  });

  it('keeps the settings that a change leaves out', async () => {
    const { id: mailServerId } = await create('Changing');
    await world.admin.run(UPDATE, { input: { mailServerId, allowSender: true, retryAttempts: 5 } });
    await world.admin.run(UPDATE, { input: { mailServerId } });
    const { updateMailServer } = await world.admin.run(UPDATE, {
      input: { mailServerId, name: 'Changed', mode: 'SANDBOX' },
    });
    expect(updateMailServer).toMatchObject({
      mailServer: {
        name: 'Changed',
        mode: 'SANDBOX',
        allowSender: true,
        privacyMode: false,
        retryAttempts: 5,
      },
    });

    const { updateMailServer: reset } = await world.admin.run(UPDATE, {
      input: { mailServerId, retryAttempts: null },
    });
    expect(reset).toMatchObject({ mailServer: { retryAttempts: null } });
  });

  it.each([0, 101])('refuses %p attempts', async (retryAttempts) => {
    const { errors } = await world.admin.ask(UPDATE, {
      input: { mailServerId: tenant.serverId, retryAttempts },
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['input', 'retryAttempts'] }],
    });
  });

  it('takes no mail while it is suspended, and takes it again afterwards', async () => {
    const { serverId: mailServerId } = tenant;
    await world.admin.run(SUSPEND, { input: { mailServerId, reason: 'abuse report' } });
    expect((await tenant.sendMessage()).__typename).not.toBe('SendMessageSuccess');

    await world.admin.run(UNSUSPEND, { input: { mailServerId } });
    expect((await tenant.sendMessage()).__typename).toBe('SendMessageSuccess');
  });

  it('is read in as many statements for many as for one', async () => {
    for (let n = 0; n < 4; n += 1) await world.aServer();
    const query = jest.spyOn(MysqlQueryRunner.prototype, 'query');
    const statements = async (first: number) => {
      query.mockClear();
      await world.admin.run(TREE, { first });
      return query.mock.calls.length;
    };
    const forOne = await statements(1);
    expect(forOne).toBeGreaterThan(5);
    expect(await statements(5)).toBe(forOne);
    query.mockRestore();
  });
});

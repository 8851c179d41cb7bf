import { graphql } from '../gql/index.js';
import { addDomain, createCredential, type Tenant } from '../support/tenant.js';
import { succeeded } from '../support/succeeded.js';
import { startWorld, type World } from '../support/world.js';

const NODES = graphql(`
  query ForeignNodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
    }
  }
`);

/** Each kind of object of tenant A is unknown to tenant B, whether it comes with an API key or a token. */
describe('another tenant', () => {
  let world: World;
  let mine: Tenant;
  let other: Tenant;
  let ids: Record<string, string>;

  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    mine = await world.aServer();
    other = await world.aServer();
    ids = {
      organization: mine.organizationId,
      mailServer: mine.serverId,
      credential: (await createCredential(world.admin, mine.serverId, 'API')).id,
      domain: await addDomain(world.admin, { mailServerId: mine.serverId, name: 'mine.test' }),
      sharedDomain: await addDomain(world.admin, {
        organizationId: mine.organizationId,
        name: 'ours.test',
      }),
      accessToken: await tokenIdOf(mine),
    };
  });
  afterAll(() => world.stop());

  async function token(tenant: Tenant) {
    const { createAccessToken } = await world.admin.run(
      graphql(`
        mutation TenantToken($input: CreateAccessTokenInput!) {
          createAccessToken(input: $input) {
            __typename
            ... on CreateAccessTokenSuccess {
              secret
              accessToken {
                id
              }
            }
          }
        }
      `),
      {
        input: {
          name: 'tenant',
          organizationId: tenant.organizationId,
          scopes: [
            'ORGANIZATIONS_READ',
            'ORGANIZATIONS_SUSPEND',
            'SERVERS_READ',
            'SERVERS_CREATE',
            'SERVERS_UPDATE',
            'SERVERS_SUSPEND',
            'CREDENTIALS_READ',
            'CREDENTIALS_MANAGE',
            'DOMAINS_READ',
            'DOMAINS_MANAGE',
          ],
        },
      },
    );
    return succeeded(createAccessToken, 'CreateAccessTokenSuccess');
  }

  async function tokenIdOf(tenant: Tenant): Promise<string> {
    return (await token(tenant)).accessToken.id;
  }

  it('sees none of the objects by id, with an API key', async () => {
    const { nodes } = await other.api.run(NODES, { ids: Object.values(ids) });
    expect(nodes).toEqual(Object.values(ids).map(() => null));
  });

  it('sees none of the objects by id, with a token of another organization', async () => {
    const client = world.anonymous.bearer((await token(other)).secret ?? '');
    // A token belongs to its user, not to an organization.
    const foreign = Object.values(ids).filter((id) => id !== ids['accessToken']);
    const { nodes } = await client.run(NODES, { ids: foreign });
    expect(nodes).toEqual(foreign.map(() => null));
  });

  it('finds only its own in lists', async () => {
    const { mailServers } = await other.api.run(
      graphql(`
        query OwnServers {
          mailServers {
            nodes {
              id
              domains {
                nodes {
                  name
                }
              }
            }
          }
        }
      `),
    );
    expect(mailServers.nodes).toEqual([{ id: other.serverId, domains: { nodes: [] } }]);
  });

  it('hears the same for a foreign id as for an unknown one, whatever it wants to do', async () => {
    const client = world.anonymous.bearer((await token(other)).secret ?? '');
    const attempts = graphql(`
      mutation ForeignChanges($organization: ID!, $server: ID!, $credential: ID!, $domain: ID!) {
        a: suspendOrganization(input: { organizationId: $organization, reason: "x" }) {
          __typename
          ...Why
        }
        b: createMailServer(input: { organizationId: $organization, name: "x" }) {
          __typename
          ...Why
        }
        c: updateMailServer(input: { mailServerId: $server, name: "x" }) {
          __typename
          ...Why
        }
        d: suspendMailServer(input: { mailServerId: $server, reason: "x" }) {
          __typename
          ...Why
        }
        e: createCredential(input: { mailServerId: $server, type: API, name: "x" }) {
          __typename
          ...Why
        }
        f: updateCredential(input: { credentialId: $credential, hold: true }) {
          __typename
          ...Why
        }
        g: revokeCredential(input: { credentialId: $credential }) {
          __typename
          ...Why
        }
        h: createDomain(input: { organizationId: $organization, name: "x.test" }) {
          __typename
          ...Why
        }
        i: createDomain(input: { mailServerId: $server, name: "x.test" }) {
          __typename
          ...Why
        }
        j: checkDomain(input: { domainId: $domain }) {
          __typename
          ...Why
        }
        k: deleteDomain(input: { domainId: $domain }) {
          __typename
          ...Why
        }
      }

      fragment Why on Refusal {
        code
        reason
      }
    `);
    const unknownOf = (type: string) => Buffer.from(`${type}:77`).toString('base64url');
    const foreign = await client.run(attempts, {
      organization: ids['organization']!,
      server: ids['mailServer']!,
      credential: ids['credential']!,
      domain: ids['domain']!,
    });
    const unknown = await client.run(attempts, {
      organization: unknownOf('Organization'),
      server: unknownOf('MailServer'),
      credential: unknownOf('Credential'),
      domain: unknownOf('Domain'),
    });

    expect(foreign).toEqual(unknown);
    expect(
      new Set(Object.values(foreign).map((result) => (result as { code?: string }).code)),
    ).toEqual(new Set(['NotFound']));
    const { nodes } = await world.admin.run(NODES, { ids: Object.values(ids) });
    expect(nodes).not.toContain(null);
  });

  it('gets nothing by ids that are none', async () => {
    const odd = [
      '',
      'x',
      'Domain:1',
      Buffer.from('Domain:-1').toString('base64url'),
      'Ã',
      ids['domain']!.slice(1),
    ];
    const { nodes } = await world.admin.run(NODES, { ids: odd });
    expect(nodes).toEqual(odd.map(() => null));
  });
});

/**
 * J-08: an administrator of the installation who reads the mail of a tenant leaves a trace in the tenant's own
 * log, once in an hour and before anything is read.
 *
 * Control: members who read the same leave none.
 */
import { withToken } from '../support/access-tokens.js';
import type { ApiClient } from '../support/api-client.js';
import { aPerson, join, type Person } from '../support/people.js';
import { SocketPeer } from '../support/socket-peer.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { graphql } from '../gql/index.js';

const HOUR_MS = 3_600_000;

describe('J-08 an administrator who is no member', () => {
  let world: World;
  let shop: Tenant;
  let owner: Person;
  beforeEach(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    await shop.send();
    owner = await aPerson(world.admin, 'owner@shop.test');
    await join(world.admin, owner, { organizationId: shop.organizationId, role: 'OWNER' });
    await world.admin.run(LEAVE, { input: { organizationId: shop.organizationId } });
  });
  afterEach(() => world.stop());

  it('leaves an entry for the owners when reading mail, one in an hour', async () => {
    await read(world.admin);
    await read(world.admin);
    expect(await traces()).toEqual([
      {
        actor: { kind: 'USER', userId: expect.any(String) as string },
        mailServerId: shop.serverId,
        ipAddress: '127.0.0.1',
      },
    ]);
    world.clock.advance(HOUR_MS);
    await read(world.admin);
    expect(await traces()).toHaveLength(2);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a message by its id', () => world.admin.ask(SUBJECT, { id: shop.serverId })],
    ['deliveries', () => world.admin.ask(DELIVERIES, { id: shop.serverId })],
    ['events', () => world.admin.ask(EVENTS, { id: shop.serverId })],
    ['credentials', () => world.admin.ask(CREDENTIALS, { id: shop.serverId })],
    ['live events', () => listen(world.admin)],
    ['mail with a token of one organization', async () => read(await narrowToken())],
  ])('leaves one when reading %s', async (_what, reading) => {
    await reading();
    expect(await traces()).toHaveLength(1);
  });

  it('leaves none for looking at the list of mail servers; members leave none for anything', async () => {
    await world.admin.ask('{ mailServers(first: 10) { nodes { id name } } }');
    await read(owner.api);
    await listen(owner.api);
    expect(await traces()).toEqual([]);
  });

  it('reads nothing when it cannot be written down', async () => {
    await world.database.query('RENAME TABLE audit_entries TO audit_away');
    const { data, errors } = await read(world.admin);
    await world.database.query('RENAME TABLE audit_away TO audit_entries');
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain('subject');
  });

  const read = (api: ApiClient) => api.ask(SUBJECT, { id: shop.serverId });

  const narrowToken = () =>
    withToken(world.admin, {
      scopes: ['SERVERS_READ', 'MESSAGES_READ'],
      organizationId: shop.organizationId,
    });

  async function listen(api: ApiClient): Promise<void> {
    const peer = await SocketPeer.ready(api);
    const query = 'subscription($id: ID!) { deliveryEvents(serverId: $id) { cursor } }';
    peer.subscribe('live', { query, variables: { id: shop.serverId } });
    await peer.settled();
    peer.socket.close();
  }

  async function traces(): Promise<readonly unknown[]> {
    const { node } = await owner.api.run(TRACES, { id: shop.organizationId });
    return node?.__typename === 'Organization' ? node.auditLog.nodes : [];
  }

  const LEAVE = graphql(`
    mutation LeaveAsStaff($input: LeaveOrganizationInput!) {
      leaveOrganization(input: $input) {
        __typename
      }
    }
  `);
  const TRACES = graphql(`
    query TracesOfStaff($id: ID!) {
      node(id: $id) {
        __typename
        ... on Organization {
          auditLog(first: 10, filter: { actions: ["mailServer.readByStaff"] }) {
            nodes {
              actor {
                kind
                userId
              }
              mailServerId
              ipAddress
            }
          }
        }
      }
    }
  `);
});

const of = (fields: string) =>
  `query ($id: ID!) { node(id: $id) { ... on MailServer { ${fields} } } }`;
const SUBJECT = of('messages(first: 5) { nodes { id subject } }');
const DELIVERIES = of('deliveries(first: 5) { nodes { id } }');
const EVENTS = of('events(first: 5) { nodes { cursor } }');
const CREDENTIALS = of('credentials(first: 5) { nodes { id } }');

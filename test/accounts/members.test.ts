/**
 * Members: what each role may do to others, limits to listed mail servers, and that there is always an
 * owner. Controls: a colleague without a limit sees what the limited one does not; the same change by an
 * owner is done.
 */
import { graphql } from '../gql/index.js';
import type { Role, UpdateMemberInput } from '../gql/graphql.js';
import type { ApiClient } from '../support/api-client.js';
import { socketClient, watchSocket } from '../support/live-client.js';
import { aPerson, join, type Person } from '../support/people.js';
import { orForbidden, succeeded } from '../support/succeeded.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const MEMBERS = graphql(`
  query Members($id: ID!, $first: Int, $after: String) {
    node(id: $id) {
      ... on Organization {
        members(first: $first, after: $after) {
          nodes {
            id
            email
            name
            role
            isLimited
            mailServers {
              id
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);
const UPDATE = graphql(`
  mutation UpdateMember($input: UpdateMemberInput!) {
    updateMember(input: $input) {
      __typename
      ... on UpdateMemberSuccess {
        member {
          role
          isLimited
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`);
const REMOVE = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const TRANSFER = graphql(`
  mutation TransferOwnership($input: TransferOwnershipInput!) {
    transferOwnership(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const LEAVE = graphql(`
  mutation LeaveOrganization($input: LeaveOrganizationInput!) {
    leaveOrganization(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const SEEN = graphql(`
  query SeenServers {
    mailServers {
      nodes {
        id
      }
    }
    organizations {
      nodes {
        id
      }
    }
    viewer {
      permissions
    }
  }
`);
const RENAME_SERVER = graphql(`
  mutation RenameServer($input: UpdateMailServerInput!) {
    updateMailServer(input: $input) {
      __typename
    }
  }
`);
const SECOND_SERVER = graphql(`
  mutation SecondServer($input: CreateMailServerInput!) {
    createMailServer(input: $input) {
      __typename
      ... on CreateMailServerSuccess {
        mailServer {
          id
        }
      }
    }
  }
`);

interface Joined extends Person {
  readonly memberId: string;
}

describe('members', () => {
  let world: World;
  let people = 0;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  async function joined(shop: Tenant, role: Role, mailServerIds?: string[]): Promise<Joined> {
    people += 1;
    const person = await aPerson(world.admin, `person-${people}@example.test`);
    const { organizationId } = shop;
    const memberId = await join(world.admin, person, { organizationId, role, mailServerIds });
    return { ...person, memberId };
  }

  /** The administrator who made it is its first owner. */
  async function founderOf(shop: Tenant): Promise<string> {
    return (await membersOf(shop)).find(({ email }) => email.startsWith('admin@'))!.id;
  }

  async function membersOf(shop: Tenant, as = world.admin) {
    const { node } = await as.run(MEMBERS, { id: shop.organizationId, first: 100 });
    return node && 'members' in node ? node.members.nodes : [];
  }

  async function update(as: ApiClient, input: UpdateMemberInput): Promise<string> {
    const { updateMember } = await as.run(UPDATE, { input });
    return 'code' in updateMember ? updateMember.code : updateMember.__typename;
  }

  async function remove(as: ApiClient, memberId: string): Promise<string> {
    const { removeMember } = await as.run(REMOVE, { input: { memberId } });
    return 'code' in removeMember ? removeMember.code : removeMember.__typename;
  }

  async function isShutOut({ api }: Person): Promise<boolean> {
    const { errors = [] } = await api.ask(SEEN);
    return (
      errors.length > 0 && errors.every(({ extensions }) => extensions?.['code'] === 'FORBIDDEN')
    );
  }

  async function anotherServer(shop: Tenant): Promise<string> {
    const { createMailServer } = await world.admin.run(SECOND_SERVER, {
      input: { organizationId: shop.organizationId, name: 'Second' },
    });
    return succeeded(createMailServer, 'CreateMailServerSuccess').mailServer.id;
  }

  it('are listed page by page, for members of every role and nobody else', async () => {
    const shop = await world.aServer();
    const viewer = await joined(shop, 'VIEWER');
    const developer = await joined(shop, 'DEVELOPER');
    const stranger = await joined(await world.aServer(), 'OWNER');

    const all = await membersOf(shop, viewer.api);
    expect(all.map(({ email, role }) => [email, role])).toEqual([
      ['admin@localhost.localdomain', 'OWNER'],
      [viewer.email, 'VIEWER'],
      [developer.email, 'DEVELOPER'],
    ]);
    const first = await viewer.api.run(MEMBERS, { id: shop.organizationId, first: 2 });
    const page = first.node && 'members' in first.node ? first.node.members : null;
    const rest = await viewer.api.run(MEMBERS, {
      id: shop.organizationId,
      first: 2,
      after: page!.pageInfo.endCursor,
    });
    const ids = [first, rest].flatMap(({ node }) =>
      node && 'members' in node ? node.members.nodes.map(({ id }) => id) : [],
    );
    expect(ids).toEqual(all.map(({ id }) => id));

    expect(await membersOf(shop, stranger.api)).toEqual([]);
    const { nodes } = await stranger.api.run(
      graphql(`
        query ForeignMembers($ids: [ID!]!) {
          nodes(ids: $ids) {
            __typename
          }
        }
      `),
      { ids },
    );
    expect(nodes).toEqual([null, null, null]);
  });

  it('are changed by owners and administrators, of foreign organizations as if unknown', async () => {
    const shop = await world.aServer();
    const admin = await joined(shop, 'ADMIN');
    const developer = await joined(shop, 'DEVELOPER');
    const stranger = await joined(await world.aServer(), 'OWNER');
    const change = { memberId: developer.memberId, role: 'VIEWER' } as const;
    const unknown = Buffer.from('Member:7.7').toString('base64url');

    expect((await developer.api.ask(UPDATE, { input: change })).errors?.[0]?.extensions).toEqual(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
    const foreign = await stranger.api.ask(UPDATE, { input: change });
    const none = await stranger.api.ask(UPDATE, { input: { ...change, memberId: unknown } });
    expect(foreign.data).toEqual(none.data);
    expect(foreign.data?.updateMember).toEqual({ __typename: 'NotFound', code: 'NotFound' });
    expect(await remove(stranger.api, developer.memberId)).toBe('NotFound');

    const before = (await developer.api.run(SEEN)).viewer!.permissions;
    expect(before).toContain('MESSAGES_SEND');
    expect(await update(admin.api, change)).toBe('UpdateMemberSuccess');
    const after = (await developer.api.run(SEEN)).viewer!.permissions;
    expect(after).toContain('MESSAGES_READ');
    expect(after).not.toContain('MESSAGES_SEND');

    expect(await remove(admin.api, developer.memberId)).toBe('RemoveMemberSuccess');
    expect(await isShutOut(developer)).toBe(true);
  });

  it('make and remove owners only as owners, and raise nobody who is themselves', async () => {
    const shop = await world.aServer();
    const founder = await founderOf(shop);
    const owner = await joined(shop, 'OWNER');
    const admin = await joined(shop, 'ADMIN');
    const viewer = await joined(shop, 'VIEWER');

    expect(await update(admin.api, { memberId: founder, role: 'VIEWER' })).toBe('OwnerRequired');
    expect(await remove(admin.api, founder)).toBe('OwnerRequired');
    expect(await update(admin.api, { memberId: viewer.memberId, role: 'OWNER' })).toBe(
      'OwnerRequired',
    );
    expect(await update(admin.api, { memberId: admin.memberId, role: 'OWNER' })).toBe(
      'OwnRoleRaised',
    );
    const transfer = await admin.api.ask(TRANSFER, { input: { memberId: admin.memberId } });
    expect(transfer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');

    expect(await update(owner.api, { memberId: viewer.memberId, role: 'OWNER' })).toBe(
      'UpdateMemberSuccess',
    );
    expect(await update(owner.api, { memberId: founder, role: 'VIEWER' })).toBe(
      'UpdateMemberSuccess',
    );
    expect(await update(admin.api, { memberId: admin.memberId, role: 'DEVELOPER' })).toBe(
      'UpdateMemberSuccess',
    );
  });

  it('hand ownership over', async () => {
    const shop = await world.aServer();
    const owner = await joined(shop, 'OWNER');
    const heir = await joined(shop, 'DEVELOPER', [shop.serverId]);

    const { transferOwnership } = await owner.api.run(TRANSFER, {
      input: { memberId: heir.memberId },
    });
    expect(transferOwnership.__typename).toBe('TransferOwnershipSuccess');
    const roles = new Map((await membersOf(shop)).map((one) => [one.id, one]));
    expect(roles.get(heir.memberId)).toMatchObject({ role: 'OWNER', isLimited: false });
    expect(roles.get(owner.memberId)).toMatchObject({ role: 'ADMIN' });
  });

  it('never go down to no owner, also when two owners remove each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const shop = await world.aServer();
      const one = await joined(shop, 'OWNER');
      const other = await joined(shop, 'OWNER');
      expect(await remove(one.api, await founderOf(shop))).toBe('RemoveMemberSuccess');

      const [first, second] = await Promise.all([
        remove(one.api, other.memberId),
        orForbidden(update(other.api, { memberId: one.memberId, role: 'ADMIN' })),
      ]);
      const owners = (await membersOf(shop)).filter(({ role }) => role === 'OWNER');
      expect(owners).toHaveLength(1);
      expect([first, second].filter((result) => result.endsWith('Success'))).toHaveLength(1);

      const last = owners[0]!.id === one.memberId ? one : other;
      expect(await remove(world.admin, last.memberId)).toBe('LastOwner');
      expect(await update(last.api, { memberId: last.memberId, role: 'VIEWER' })).toBe('LastOwner');
      const { leaveOrganization } = await last.api.run(LEAVE, {
        input: { organizationId: shop.organizationId },
      });
      expect(leaveOrganization.__typename).toBe('LastOwner');
    }
  });

  it('leave, and their access tokens for the organization end', async () => {
    const shop = await world.aServer();
    const viewer = await joined(shop, 'VIEWER');
    const token = await tokenOf(viewer, shop.organizationId);
    expect((await token.run(SEEN)).mailServers.nodes).toHaveLength(1);

    const { leaveOrganization } = await viewer.api.run(LEAVE, {
      input: { organizationId: shop.organizationId },
    });
    expect(leaveOrganization.__typename).toBe('LeaveOrganizationSuccess');
    expect((await token.ask(SEEN)).status).toBe(401);
    expect(await isShutOut(viewer)).toBe(true);
  });

  it('who are limited have their listed mail servers only, at once and in open streams', async () => {
    const shop = await world.aServer();
    const second = await anotherServer(shop);
    const colleague = await joined(shop, 'DEVELOPER');
    const limited = await joined(shop, 'DEVELOPER', [second]);
    const serversOf = async (person: Person) =>
      (await person.api.run(SEEN)).mailServers.nodes.map(({ id }) => id);

    expect(await serversOf(colleague)).toEqual([shop.serverId, second]);
    expect(await serversOf(limited)).toEqual([second]);
    const mine = (await membersOf(shop, limited.api)).find(({ id }) => id === limited.memberId);
    expect(mine).toMatchObject({ isLimited: true, mailServers: [{ id: second }] });

    const token = await tokenOf(limited, null);
    const client = socketClient(token.url, token.headers['authorization'] ?? '');
    const live = watchSocket(client, { serverId: second });
    const change = { memberId: limited.memberId, mailServerIds: [shop.serverId] };
    expect(await update(world.admin, change)).toBe('UpdateMemberSuccess');
    expect(await serversOf(limited)).toEqual([shop.serverId]);
    await live.ends();
    expect(JSON.stringify(live.errors)).toContain('mail server');
    await client.dispose();

    expect(await update(world.admin, { ...change, mailServerIds: [] })).toBe('UpdateMemberSuccess');
    expect((await limited.api.ask(SEEN)).errors?.[0]?.path).toEqual(['mailServers']);
    expect(await update(world.admin, { ...change, mailServerIds: null })).toBe(
      'UpdateMemberSuccess',
    );
    expect(await serversOf(limited)).toEqual([shop.serverId, second]);
  });

  it('who own or administrate are never limited, and nobody to a foreign mail server', async () => {
    const shop = await world.aServer();
    const foreign = await world.aServer();
    const admin = await joined(shop, 'ADMIN');
    const limited = await joined(shop, 'VIEWER', [shop.serverId]);
    const update1 = { memberId: admin.memberId, mailServerIds: [shop.serverId] };
    expect(await update(world.admin, update1)).toBe('NeverLimited');
    expect(
      await update(world.admin, { memberId: limited.memberId, mailServerIds: [foreign.serverId] }),
    ).toBe('NotFound');

    await update(world.admin, { memberId: limited.memberId, role: 'ADMIN' });
    const second = await anotherServer(shop);
    const { mailServers } = await limited.api.run(SEEN);
    expect(mailServers.nodes.map(({ id }) => id)).toEqual([shop.serverId, second]);
    const renamed = await limited.api.run(RENAME_SERVER, {
      input: { mailServerId: second, name: 'Renamed' },
    });
    expect(renamed.updateMailServer.__typename).toBe('UpdateMailServerSuccess');
  });

  async function tokenOf({ api }: Person, organizationId: string | null): Promise<ApiClient> {
    const { createAccessToken } = await api.run(
      graphql(`
        mutation MemberToken($input: CreateAccessTokenInput!) {
          createAccessToken(input: $input) {
            __typename
            ... on CreateAccessTokenSuccess {
              secret
            }
          }
        }
      `),
      {
        input: {
          name: 'mine',
          organizationId,
          scopes: ['SERVERS_READ', 'EVENTS_READ', 'ORGANIZATIONS_READ'],
        },
      },
    );
    return world.anonymous.bearer(
      succeeded(createAccessToken, 'CreateAccessTokenSuccess').secret ?? '',
    );
  }
});

/**
 * Invitations: by mail through the pipeline, once, for seven days, and the same answer whoever has the
 * address. Controls: the token that is accepted is the one that others are refused beside.
 */
import { graphql } from '../gql/index.js';
import type { AcceptInvitationInput, InviteMemberInput } from '../gql/graphql.js';
import type { ApiClient } from '../support/api-client.js';
import { aPerson, join, signedIn } from '../support/people.js';
import { succeeded } from '../support/succeeded.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const INVITE = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
      ... on InviteMemberSuccess {
        invitation {
          id
          email
          role
          isLimited
          sentAt
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`);
const RESEND = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const ACCEPT = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on AcceptInvitationSuccess {
        role
      }
      ... on Refusal {
        code
      }
    }
  }
`);
const OPEN = graphql(`
  query OpenInvitations($id: ID!) {
    node(id: $id) {
      ... on Organization {
        invitations(first: 50) {
          nodes {
            email
          }
        }
      }
    }
  }
`);
const SEEN = graphql(`
  query SeenByInvited {
    mailServers {
      nodes {
        id
      }
    }
  }
`);

describe('an invitation', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld({
      settings: { SWEEP_INTERVAL: '200ms', SESSION_IDLE_TIMEOUT: '14d' },
    });
    shop = await world.aServer();
  });
  afterAll(() => world.stop());

  const ACCOUNT = { name: 'Somebody', newPassword: 'a new long password' };

  async function invite(email: string, more: Partial<InviteMemberInput> = {}, as = world.admin) {
    const { organizationId } = shop;
    const input = { organizationId, email, role: 'DEVELOPER' as const, ...more };
    return (await as.run(INVITE, { input })).inviteMember;
  }

  async function invited(email: string, more: Partial<InviteMemberInput> = {}) {
    return succeeded(await invite(email, more), 'InviteMemberSuccess').invitation.id;
  }

  async function tokenTo(email: string, count = 1): Promise<string> {
    const { parsed } = await world.mailbox(email).receives(count);
    return /phn_\w+/.exec(parsed.text ?? '')![0];
  }

  async function accept(as: ApiClient, input: AcceptInvitationInput): Promise<string> {
    const { acceptInvitation } = await as.run(ACCEPT, { input });
    return 'code' in acceptInvitation ? acceptInvitation.code : acceptInvitation.__typename;
  }

  async function open(as = world.admin): Promise<string[]> {
    const { node } = await as.run(OPEN, { id: shop.organizationId });
    return node && 'invitations' in node ? node.invitations.nodes.map(({ email }) => email) : [];
  }

  it('makes a new user a member, once', async () => {
    const email = 'new@example.test';
    await invited(email, { mailServerIds: [shop.serverId], idempotencyKey: 'new' });
    await invited(email, { mailServerIds: [shop.serverId], idempotencyKey: 'new' });
    const token = await tokenTo(email);
    expect(token.length).toBeGreaterThanOrEqual(32);

    expect(await accept(world.anonymous, { token })).toBe('AccountNeeded');
    const wrong = { token: `${token.slice(0, -1)}-`, ...ACCOUNT };
    expect(await accept(world.anonymous, wrong)).toBe('InvitationNotUsable');
    const answers = await Promise.all(
      [1, 2, 3].map(() => accept(world.anonymous, { token, ...ACCOUNT })),
    );
    expect(answers.filter((one) => one === 'AcceptInvitationSuccess')).toHaveLength(1);
    expect(await accept(world.anonymous, { token, ...ACCOUNT })).toBe('InvitationNotUsable');

    const api = await signedIn(world.admin, email, ACCOUNT.newPassword);
    expect((await api.run(SEEN)).mailServers.nodes).toEqual([{ id: shop.serverId }]);
    expect(world.mailbox(email).mails).toHaveLength(1);
    expect(await open()).not.toContain(email);
  });

  it('is answered alike for known and unknown addresses, and accepted by the known user alone', async () => {
    const known = await aPerson(world.admin, 'known@example.test');
    const other = await aPerson(world.admin, 'other@example.test');
    const shape = async (email: string) => {
      const { invitation } = succeeded(await invite(email), 'InviteMemberSuccess');
      return {
        ...invitation,
        id: typeof invitation.id,
        email: '',
        sentAt: typeof invitation.sentAt,
      };
    };
    expect(await shape(known.email)).toEqual(await shape('unknown@example.test'));

    const token = await tokenTo(known.email);
    expect(await accept(world.anonymous, { token, ...ACCOUNT })).toBe('OtherAccount');
    expect(await accept(other.api, { token })).toBe('OtherAccount');
    expect(await accept(known.api, { token })).toBe('AcceptInvitationSuccess');
    await signedIn(world.admin, known.email, known.password);
    expect(await invite(known.email)).toMatchObject({ code: 'AlreadyMember' });
  });

  it('ends after seven days, when it is revoked, and when it is sent again', async () => {
    await invited('late@example.test');
    const late = await tokenTo('late@example.test');
    world.clock.advance(7 * 86_400_000 + 1_000);
    expect(await accept(world.anonymous, { token: late, ...ACCOUNT })).toBe('InvitationNotUsable');

    const revoked = await invited('revoked@example.test');
    const token = await tokenTo('revoked@example.test');
    const { revokeInvitation } = await world.admin.run(REVOKE, {
      input: { invitationId: revoked },
    });
    expect(revokeInvitation.__typename).toBe('RevokeInvitationSuccess');
    expect(await accept(world.anonymous, { token, ...ACCOUNT })).toBe('InvitationNotUsable');

    const again = await invited('again@example.test');
    const first = await tokenTo('again@example.test');
    const resend = async () =>
      (await world.admin.run(RESEND, { input: { invitationId: again } })).resendInvitation;
    expect(await resend()).toMatchObject({ code: 'TooManyInvitations' });
    world.clock.advance(61_000);
    expect((await resend()).__typename).toBe('ResendInvitationSuccess');
    const second = await tokenTo('again@example.test', 2);
    expect(await accept(world.anonymous, { token: first, ...ACCOUNT })).toBe('InvitationNotUsable');
    expect(await accept(world.anonymous, { token: second, ...ACCOUNT })).toBe(
      'AcceptInvitationSuccess',
    );
  });

  it('is made by who manages members, for owners by owners, and never twice for one address', async () => {
    const { organizationId } = shop;
    const admin = await aPerson(world.admin, 'manager@example.test');
    await join(world.admin, admin, { organizationId, role: 'ADMIN' });
    const stranger = await aPerson(world.admin, 'stranger@example.test');
    const { organizationId: elsewhere } = await world.aServer();
    await join(world.admin, stranger, { organizationId: elsewhere, role: 'OWNER' });

    expect(await invite('heir@example.test', { role: 'OWNER' }, admin.api)).toMatchObject({
      code: 'OwnerRequired',
    });
    const id = await invited('heir@example.test', { role: 'OWNER' });
    for (const document of [RESEND, REVOKE]) {
      const { data } = await admin.api.ask(document as typeof REVOKE, {
        input: { invitationId: id },
      });
      expect(Object.values(data!)).toEqual([expect.objectContaining({ code: 'OwnerRequired' })]);
      const foreign = await stranger.api.ask(document as typeof REVOKE, {
        input: { invitationId: id },
      });
      expect(Object.values(foreign.data!)).toEqual([expect.objectContaining({ code: 'NotFound' })]);
    }
    expect(await invite('HEIR@example.test', {}, admin.api)).toMatchObject({
      code: 'AlreadyInvited',
    });
    expect(await invite('x@example.test', {}, stranger.api)).toMatchObject({ code: 'NotFound' });
    expect(await open(admin.api)).toContain('heir@example.test');
    expect(await open(stranger.api)).toEqual([]);
    const limits: Partial<InviteMemberInput> = { role: 'ADMIN', mailServerIds: [shop.serverId] };
    expect(await invite('y@example.test', limits)).toMatchObject({
      code: 'NeverLimited',
    });
  });
});

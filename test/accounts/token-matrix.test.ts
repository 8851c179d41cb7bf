/**
 * D-18: scopes, expiry, revocation and allowed networks of access tokens hold at every door, for tokens of
 * people and of organizations; and a token of an organization outlives its maker.
 *
 * Controls: each token that is refused somewhere is taken where nothing speaks against it.
 */
import { randomBytes } from 'node:crypto';
import { createTransport } from 'nodemailer';
import WebSocket from 'ws';
import { hashPassword } from '../../src/platform/passwords.js';
import { graphql } from '../gql/index.js';
import type { Permission } from '../gql/graphql.js';
import { succeeded } from '../support/succeeded.js';
import type { Tenant } from '../support/tenant.js';
import { Visitor } from '../support/visitor.js';
import { startWorld, type World } from '../support/world.js';

const PERSONAL = graphql(`
  mutation MatrixPersonalToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      __typename
      ... on CreateAccessTokenSuccess {
        secret
        accessToken {
          id
          allowedNetworks
          isOfOrganization
        }
      }
      ... on Refusal {
        code
        path
      }
    }
  }
`);
const OF_ORGANIZATION = graphql(`
  mutation MatrixOrganizationToken($input: CreateOrganizationTokenInput!) {
    createOrganizationToken(input: $input) {
      __typename
      ... on CreateOrganizationTokenSuccess {
        secret
        accessToken {
          id
          allowedNetworks
          isOfOrganization
        }
      }
      ... on Refusal {
        code
        path
      }
    }
  }
`);
const REVOKE_PERSONAL = graphql(`
  mutation MatrixRevokePersonal($input: RevokeAccessTokenInput!) {
    revokeAccessToken(input: $input) {
      __typename
    }
  }
`);
const REVOKE_OF_ORGANIZATION = graphql(`
  mutation MatrixRevokeOfOrganization($input: RevokeOrganizationTokenInput!) {
    revokeOrganizationToken(input: $input) {
      __typename
    }
  }
`);
const SERVERS = graphql(`
  query MatrixServers {
    mailServers {
      nodes {
        id
      }
    }
  }
`);
const TOKENS = graphql(`
  query MatrixTokens($id: ID!) {
    node(id: $id) {
      ... on Organization {
        accessTokens {
          nodes {
            id
            lastUsedAt
            lastUsedIp
          }
        }
      }
    }
  }
`);

const HOME = '127.9.0.1';
const AWAY = '127.9.1.1';
const HOME_NETWORK = '127.9.0.0/24';
const KINDS = ['person', 'organization'] as const;
type Kind = (typeof KINDS)[number];

interface Wanted {
  readonly scopes?: Permission[];
  readonly expiresAt?: string;
  readonly allowedNetworks?: string[];
}

describe('D-18 access tokens', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api', 'smtp'] });
    shop = await world.aServer();
  });
  afterAll(() => world.stop());

  async function create(kind: Kind, wanted: Wanted = {}) {
    const { organizationId } = shop;
    const input = { organizationId, name: kind, scopes: ['SERVERS_READ' as const], ...wanted };
    if (kind === 'person') {
      const { createAccessToken } = await world.admin.run(PERSONAL, { input });
      return succeeded(createAccessToken, 'CreateAccessTokenSuccess');
    }
    const { createOrganizationToken } = await world.admin.run(OF_ORGANIZATION, { input });
    return succeeded(createOrganizationToken, 'CreateOrganizationTokenSuccess');
  }

  async function revoke(kind: Kind, accessTokenId: string): Promise<void> {
    const input = { accessTokenId };
    if (kind === 'person') await world.admin.run(REVOKE_PERSONAL, { input });
    else await world.admin.run(REVOKE_OF_ORGANIZATION, { input });
  }

  /** The status of a question over HTTP, and what is in the way of an answer. */
  async function http(secret: string | null, from: string) {
    const visitor = new Visitor(world.admin.url, from);
    const asking = visitor.with({ authorization: `Bearer ${secret ?? ''}` });
    const { status, data, errors } = await asking.ask(SERVERS);
    const ids = data?.mailServers.nodes.map(({ id }) => id);
    return { status, ids, code: errors?.[0]?.extensions?.['code'] };
  }

  /** `connection_ack`, or the code with which the socket was closed. */
  function socket(secret: string | null, from: string): Promise<string> {
    const url = world.admin.url.replace(/^http/, 'ws');
    const peer = new WebSocket(url, 'graphql-transport-ws', { localAddress: from });
    const payload = { authorization: `Bearer ${secret ?? ''}` };
    return new Promise((resolve, reject) => {
      peer.on('open', () => peer.send(JSON.stringify({ type: 'connection_init', payload })));
      peer.on('close', (code) => resolve(String(code)));
      peer.on('error', reject);
      peer.on('message', (data: Buffer) => {
        resolve((JSON.parse(data.toString()) as { type: string }).type);
        peer.close();
      });
    });
  }

  describe.each(KINDS)('of a %s', (kind) => {
    const isTaken = async (secret: string | null, from = HOME) => {
      expect(await http(secret, from)).toEqual({ status: 200, ids: [shop.serverId] });
      expect(await socket(secret, from)).toBe('connection_ack');
    };
    const isRefused = async (secret: string | null, from = HOME) => {
      expect(await http(secret, from)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
      expect(await socket(secret, from)).toBe('4403');
    };

    it('holds within its scopes', async () => {
      const { secret, accessToken } = await create(kind);
      expect(accessToken.isOfOrganization).toBe(kind === 'organization');
      await isTaken(secret);
      const other = await create(kind, { scopes: ['DOMAINS_READ'] });
      expect(await http(other.secret, HOME)).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('holds until it expires', async () => {
      const expiresAt = new Date(world.clock.now().getTime() + 60_000).toISOString();
      const { secret } = await create(kind, { expiresAt });
      await isTaken(secret);
      world.clock.advance(61_000);
      await isRefused(secret);
    });

    it('holds until it is revoked', async () => {
      const { secret, accessToken } = await create(kind);
      await isTaken(secret);
      await revoke(kind, accessToken.id);
      await isRefused(secret);
    });

    it('holds in its networks', async () => {
      const networks = ['192.0.2.7', HOME_NETWORK, '127.9.0.9/24', '2001:db8::/32'];
      const { secret, accessToken } = await create(kind, { allowedNetworks: networks });
      expect(accessToken.allowedNetworks).toEqual([
        ...['192.0.2.7/32', HOME_NETWORK, '2001:db8::/32'],
      ]);
      await isTaken(secret);
      await isRefused(secret, AWAY);
      const anywhere = await create(kind);
      await isTaken(anywhere.secret, AWAY);
    });

    it('is no password of the SMTP door', async () => {
      const { secret } = await create(kind);
      const transport = createTransport({
        ...world.address('SUBMISSION_LISTEN'),
        auth: { user: kind, pass: secret ?? '' },
        tls: { rejectUnauthorized: false },
      });
      await expect(transport.verify()).rejects.toMatchObject({ responseCode: 535 });
      transport.close();
    });
  });

  it('names the network that cannot be read', async () => {
    const input = { name: 'bad', scopes: ['SERVERS_READ' as const] };
    const allowedNetworks = ['192.0.2.0/24', 'not a network'];
    const personal = await world.admin.run(PERSONAL, { input: { ...input, allowedNetworks } });
    expect(personal.createAccessToken).toMatchObject({
      code: 'InvalidAllowedNetwork',
      path: ['input', 'allowedNetworks', '1'],
    });
  });

  it('of an organization outlives its maker, who gives away no more than there is to give', async () => {
    const userId = randomBytes(6).readUIntBE(0, 6);
    const password = 'a password of an owner';
    await world.database.query(
      `INSERT INTO users (id, email, name, password_hash, created_at) VALUES (?, 'owner@shop.test', 'Owner', ?, NOW(3))`,
      [userId, await hashPassword(password)],
    );
    await world.database.query(
      `INSERT INTO members (organization_id, user_id, role, created_at)
       SELECT organization_id, ?, 'OWNER', NOW(3) FROM mail_servers LIMIT 1`,
      [userId],
    );
    const { headers } = await world.anonymous.ask(
      'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { input: { email: 'owner@shop.test', password } },
    );
    const owner = world.anonymous.cookie(headers.get('set-cookie')?.split(';', 1)[0] ?? '');
    const { organizationId } = shop;
    const make = async (scopes: Permission[]) => {
      const input = { organizationId, name: 'by its owner', scopes };
      return (await owner.run(OF_ORGANIZATION, { input })).createOrganizationToken;
    };
    expect(await make(['SERVERS_SUSPEND'])).toMatchObject({
      code: 'ScopeNotHeld',
      path: ['input', 'scopes'],
    });
    const { secret } = succeeded(await make(['SERVERS_READ']), 'CreateOrganizationTokenSuccess');

    await world.database.query('DELETE FROM members WHERE user_id = ?', [userId]);
    await world.database.query('DELETE FROM users WHERE id = ?', [userId]);
    expect(await http(secret, HOME)).toEqual({ status: 200, ids: [shop.serverId] });
  });

  it('of an organization is seen, with its last use, by those who manage it alone', async () => {
    const { secret, accessToken } = await create('organization');
    await http(secret, HOME);
    const { node } = await world.admin.run(TOKENS, { id: shop.organizationId });
    const listed = node && 'accessTokens' in node ? node.accessTokens.nodes : [];
    expect(listed.find(({ id }) => id === accessToken.id)).toMatchObject({
      lastUsedIp: HOME,
      lastUsedAt: expect.any(String) as string,
    });

    const other = await world.aServer();
    const { nodes } = await other.api.run(
      graphql(`
        query MatrixForeign($ids: [ID!]!) {
          nodes(ids: $ids) {
            __typename
          }
        }
      `),
      { ids: [accessToken.id] },
    );
    expect(nodes).toEqual([null]);
    const personal = await create('person', { scopes: ['TOKENS_MANAGE'] });
    const stranger = await other.api.ask(REVOKE_OF_ORGANIZATION, {
      input: { accessTokenId: personal.accessToken.id },
    });
    expect(stranger.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { revokeOrganizationToken } = await world.admin.run(REVOKE_OF_ORGANIZATION, {
      input: { accessTokenId: personal.accessToken.id },
    });
    expect(revokeOrganizationToken.__typename).toBe('NotFound'); // it is a person's
  });
});

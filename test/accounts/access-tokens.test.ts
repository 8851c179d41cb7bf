import { graphql } from '../gql/index.js';
import type { CreateAccessTokenInput } from '../gql/graphql.js';
import { succeeded } from '../support/succeeded.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = graphql(`
  mutation CreateToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      __typename
      ... on CreateAccessTokenSuccess {
        secret
        accessToken {
          id
          hint
          scopes
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeToken($input: RevokeAccessTokenInput!) {
    revokeAccessToken(input: $input) {
      __typename
      ... on RevokeAccessTokenSuccess {
        accessToken {
          revokedAt
        }
      }
    }
  }
`);
const PERMISSIONS = graphql(`
  query TokenPermissions {
    viewer {
      permissions
    }
  }
`);
const SERVERS = graphql(`
  query TokenServers {
    mailServers {
      nodes {
        id
      }
    }
  }
`);
const NEW_ORGANIZATION = graphql(`
  mutation TokenOrganization {
    createOrganization(input: { name: "By token" }) {
      __typename
    }
  }
`);

describe('an access token', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  async function create(input: Partial<CreateAccessTokenInput> = {}) {
    const { createAccessToken } = await world.admin.run(CREATE, {
      input: { name: 'ci', scopes: ['SERVERS_READ'], ...input },
    });
    const { secret, accessToken } = succeeded(createAccessToken, 'CreateAccessTokenSuccess');
    return { secret: secret ?? '', accessToken, client: world.anonymous.bearer(secret ?? '') };
  }

  it('may do what its scopes say, and no more', async () => {
    const { client } = await create({ scopes: ['SERVERS_READ', 'DOMAINS_READ'] });

    expect((await client.run(PERMISSIONS)).viewer?.permissions).toEqual([
      'SERVERS_READ',
      'DOMAINS_READ',
    ]);
    expect((await client.ask(SERVERS)).errors).toBeUndefined();
    const { errors } = await client.ask(NEW_ORGANIZATION);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('holds in one organization only when it is restricted to it', async () => {
    const mine = await world.aServer();
    await world.aServer();
    const { client } = await create({
      scopes: ['SERVERS_READ', 'ORGANIZATIONS_CREATE'],
      organizationId: mine.organizationId,
    });

    const { mailServers } = await client.run(SERVERS);
    expect(mailServers.nodes).toEqual([{ id: mine.serverId }]);
    const { createOrganization } = await client.run(NEW_ORGANIZATION);
    expect(createOrganization.__typename).toBe('OutOfScope');
  });

  it('is useless at once when it is revoked, and when it expires', async () => {
    const { client, accessToken } = await create();
    await client.run(SERVERS);
    const { revokeAccessToken } = await world.admin.run(REVOKE, {
      input: { accessTokenId: accessToken.id },
    });
    expect(revokeAccessToken).toMatchObject({
      accessToken: { revokedAt: expect.any(String) as string },
    });
    expect((await client.ask(SERVERS)).status).toBe(401);

    const expiresAt = new Date(world.clock.now().getTime() + 60_000).toISOString();
    const brief = await create({ expiresAt });
    await brief.client.run(SERVERS);
    world.clock.advance(61_000);
    expect((await brief.client.ask(SERVERS)).status).toBe(401);
  });

  it('is stored as a hash, shown once, and known by its last characters', async () => {
    const { secret, accessToken } = await create();
    expect(secret).toMatch(/^pht_[A-Za-z0-9]{32}$/);
    expect(secret.endsWith(accessToken.hint)).toBe(true);
    const rows = await world.database.query<{ row: string }[]>(
      "SELECT CONCAT_WS(' ', name, hint, scopes, secret_hash, HEX(secret_hash)) AS row FROM access_tokens",
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(secret.slice(4, 20));
  });

  it('gives the same token without its secret when the request is repeated', async () => {
    const input = { name: 'once', scopes: ['SERVERS_READ' as const], idempotencyKey: 'token-once' };
    const first = await world.admin.run(CREATE, { input });
    const again = await world.admin.run(CREATE, { input });
    const other = await world.admin.run(CREATE, { input: { ...input, name: 'other' } });

    const made = succeeded(first.createAccessToken, 'CreateAccessTokenSuccess');
    const replayed = succeeded(again.createAccessToken, 'CreateAccessTokenSuccess');
    expect(replayed).toEqual({ ...made, secret: null });
    expect(other.createAccessToken).toMatchObject({ code: 'IdempotencyConflict' });
  });

  it('makes no other tokens', async () => {
    const { client } = await create();
    const { createAccessToken } = await client.run(CREATE, {
      input: { name: 'child', scopes: ['SERVERS_READ'] },
    });
    expect(createAccessToken).toMatchObject({ code: 'PersonRequired' });
  });

  it('cannot have expired before it begins', async () => {
    const { createAccessToken } = await world.admin.run(CREATE, {
      input: { name: 'late', scopes: ['SERVERS_READ'], expiresAt: '2020-01-01T00:00:00Z' },
    });
    expect(createAccessToken).toMatchObject({ code: 'TokenExpiryPassed' });
  });

  it('notes its use at most once a minute', async () => {
    const { client, accessToken } = await create();
    const used = async () => {
      await client.run(SERVERS);
      const { viewer } = await world.admin.run(
        graphql(`
          query TokenUse {
            viewer {
              accessTokens(last: 1) {
                nodes {
                  id
                  lastUsedAt
                }
              }
            }
          }
        `),
      );
      const [newest] = viewer?.accessTokens.nodes ?? [];
      expect(newest?.id).toBe(accessToken.id);
      return newest?.lastUsedAt ?? '';
    };
    const first = await used();
    expect(await used()).toBe(first);
    world.clock.advance(61_000);
    expect(Date.parse(await used()) - Date.parse(first)).toBeGreaterThan(60_000);
  });
});

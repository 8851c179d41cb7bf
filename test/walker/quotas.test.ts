import { decodeGlobalId } from '../../src/api/global-ids.js';
import { createSchema } from '../../src/app/schema.js';
import { LIMITS } from '../../src/config/limits.js';
import { report } from '../support/figures.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

let made = 0;

function fresh(): number {
  made += 1;
  return made;
}

/** How many of something an owner may have, and rows that are so many less those that are there. */
interface Quota {
  readonly limit: number;
  /** SQL that adds rows with the numbers of `seq`, and counts what is there. */
  readonly count: (of: Owner) => readonly [string, readonly string[]];
  readonly add: (of: Owner) => readonly [string, readonly string[]];
  /** One more, through the API. */
  readonly input: (tenant: Tenant) => object;
}

interface Owner {
  readonly organization: string;
  readonly server: string;
  readonly user: string;
}

/** Every mutation that makes something, and what bounds how often. */
const QUOTAS: Readonly<Record<string, Quota | { readonly because: string }>> = {
  createOrganization: { because: 'only administrators of the installation create organizations' },
  createMailServer: {
    limit: LIMITS.serversPerOrganization,
    input: ({ organizationId }) => ({ organizationId, name: 'One more' }),
    count: ({ organization }) => ['mail_servers WHERE organization_id = ?', [organization]],
    add: ({ organization }) => [
      `INSERT INTO mail_servers (id, organization_id, name, slug, token, mode, allow_sender, privacy_mode, created_at)
       SELECT 6000000000000000000 + seq, ?, 'Many', CONCAT('many-', seq), LPAD(seq, 6, 'm'), 'LIVE', 0, 0, NOW(3)`,
      [organization],
    ],
  },
  createDomain: {
    limit: LIMITS.domainsPerOrganization,
    input: ({ organizationId }) => ({ organizationId, name: `one-more-${fresh()}.test` }),
    count: ({ organization }) => ['domains WHERE organization_id = ?', [organization]],
    add: ({ organization }) => [
      `INSERT INTO domains (id, organization_id, server_id, name, verification_token, created_at)
       SELECT 6000000000000000000 + seq, ?, NULL, CONCAT('many-', seq, '.test'), 'x', NOW(3)`,
      [organization],
    ],
  },
  createCredential: {
    limit: LIMITS.credentialsPerServer,
    input: ({ serverId }) => ({ mailServerId: serverId, type: 'API', name: 'One more' }),
    count: ({ server }) => ['credentials WHERE server_id = ? AND revoked_at IS NULL', [server]],
    add: ({ server }) => [
      `INSERT INTO credentials (id, server_id, type, name, hint, secret_hash, hold, created_at)
       SELECT 6000000000000000000 + seq, ?, 'API', 'Many', 'many', UNHEX(SHA2(seq, 256)), 0, NOW(3)`,
      [server],
    ],
  },
  createAccessToken: {
    limit: LIMITS.accessTokensPerUser,
    input: () => ({ name: 'One more', scopes: ['SERVERS_READ'] }),
    count: ({ user }) => ['access_tokens WHERE user_id = ? AND revoked_at IS NULL', [user]],
    add: ({ user }) => [
      `INSERT INTO access_tokens (id, user_id, name, hint, secret_hash, scopes, created_at)
       SELECT 6000000000000000000 + seq, ?, 'Many', 'many', UNHEX(SHA2(seq, 256)), '[]', NOW(3)`,
      [user],
    ],
  },
  createOrganizationToken: {
    limit: LIMITS.accessTokensPerOrganization,
    input: ({ organizationId }) => ({ organizationId, name: 'One more', scopes: ['SERVERS_READ'] }),
    count: ({ organization }) => [
      'access_tokens WHERE organization_id = ? AND user_id IS NULL AND revoked_at IS NULL',
      [organization],
    ],
    add: ({ organization }) => [
      `INSERT INTO access_tokens (id, organization_id, name, hint, secret_hash, scopes, created_at)
       SELECT 6100000000000000000 + seq, ?, 'Many', 'many', UNHEX(SHA2(CONCAT('o', seq), 256)), '[]', NOW(3)`,
      [organization],
    ],
  },
  registerDocuments: {
    because: 'documents are bounded, refusal TooManyDocuments: api/documents.test.ts',
  },
  inviteMember: { because: 'open invitations are bounded, refusal TooManyInvitations' },
  addMember: { because: 'only administrators of the installation add members' },
  createUser: { because: 'only administrators of the installation create users' },
  requestEmailChange: {
    because: 'a user has one at a time, and the ledger of guesses bounds how often',
  },
  requestPasswordReset: {
    because: 'the ledger of guesses bounds how often, refusal TooManySignIns',
  },
  sendMessage: {
    because: 'recipients are bounded, see below, and the disk reserve bounds messages',
  },
  sendMessages: { because: 'messages of a call are bounded, see below' },
  sendRawMessage: {
    because: 'recipients are bounded, see below, and the disk reserve bounds messages',
  },
};

const MAKES = /^(add|create|import|invite|issue|register|request|send|upload)/;

/**
 * Whatever can be made again and again has an end that is told with a typed refusal. A mutation
 * that makes something and has no row above fails here.
 */
describe('M-12 how many there may be', () => {
  const schema = createSchema();
  const mutations = Object.keys(schema.getMutationType()!.getFields());
  let world: World;
  let tenant: Tenant;
  let owner: Owner;

  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    tenant = await world.aServer();
    const [user] = await world.database.query<{ id: bigint }[]>(
      'SELECT id FROM users WHERE is_admin',
    );
    owner = {
      organization: decodeGlobalId(tenant.organizationId).id,
      server: decodeGlobalId(tenant.serverId).id,
      user: String(user!.id),
    };
  });
  afterAll(() => world.stop());

  const makers = mutations.filter((name) => MAKES.test(name));

  it('is said for every mutation that makes something', () => {
    expect(makers.filter((name) => QUOTAS[name] === undefined)).toEqual([]);
    expect(Object.keys(QUOTAS).filter((name) => !makers.includes(name))).toEqual([]);
    report(`M-12: ${makers.length} mutations make something`);
  });

  const bounded = makers.flatMap((name) => {
    const quota = QUOTAS[name];
    return quota && 'limit' in quota ? [{ name, quota }] : [];
  });

  it.each(bounded)('ends at the last place for $name', async ({ name, quota }) => {
    await fillUpTo(quota, quota.limit - 1);
    expect((await make(name)).type).toBe(`${name.charAt(0).toUpperCase()}${name.slice(1)}Success`);
    expect(await make(name)).toMatchObject({ type: 'QuotaReached', limit: quota.limit });
    expect(await countOf(quota)).toBe(quota.limit);
  });

  it('lets only one of two requests have the last place', async () => {
    const other = await world.aServer();
    const servers = { ...owner, server: decodeGlobalId(other.serverId).id };
    const { add, limit } = QUOTAS['createCredential'] as Quota;
    await fillUpTo({ ...(QUOTAS['createCredential'] as Quota), add }, limit - 1, servers);
    const makeOne = () =>
      createCredential(world.admin, other.serverId, 'SMTP').then(
        () => 1,
        () => 0,
      );
    const made = await Promise.all(Array.from({ length: 10 }, makeOne));
    expect(made.reduce<number>((sum, one) => sum + one, 0)).toBe(1);
  });

  it('gives a place back with what is revoked', async () => {
    const { data } = await world.admin.ask<Credentials, object>(
      'query($id: ID!) { node(id: $id) { ... on MailServer { credentials { nodes { id } } } } }',
      { id: tenant.serverId },
    );
    const [first] = data!.node.credentials.nodes;
    await world.admin.ask(
      'mutation($id: ID!) { revokeCredential(input: { credentialId: $id }) { __typename } }',
      { id: first!.id },
    );
    expect((await make('createCredential')).type).toBe('CreateCredentialSuccess');
  });

  interface Credentials {
    readonly node: { readonly credentials: { readonly nodes: readonly { id: string }[] } };
  }

  async function countOf({ count }: Quota, of = owner): Promise<number> {
    const [from, parameters] = count(of);
    const statement = `SELECT COUNT(*) AS n FROM ${from}`;
    const [row] = await world.database.query<{ n: bigint }[]>(statement, parameters);
    return Number(row!.n);
  }

  async function fillUpTo(quota: Quota, wanted: number, of = owner): Promise<void> {
    const missing = wanted - (await countOf(quota, of));
    const [statement, parameters] = quota.add(of);
    const shift = of === owner ? '' : ' + 100000';
    const rows = `SELECT seq${shift} AS seq FROM seq_1_to_${missing}`;
    await world.database.query(`${statement} FROM (${rows}) AS numbers`, parameters);
  }

  async function make(name: string): Promise<{ type: string; limit?: number }> {
    const { input } = QUOTAS[name] as Quota;
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const { data } = await world.admin.ask<Answer, object>(
      `mutation Make($input: ${type}) {
        made: ${name}(input: $input) { __typename ... on QuotaReached { limit } }
      }`,
      { input: input(tenant) },
    );
    const { __typename, limit } = data!.made;
    return { type: __typename, ...(limit === undefined ? {} : { limit }) };
  }

  interface Answer {
    readonly made: { readonly __typename: string; readonly limit?: number };
  }
});

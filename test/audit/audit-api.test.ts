/**
 * The audit log by its doors: who did what, with what, from where; who may read it; filters; and whether it is
 * whole, through the API and on the command line.
 *
 * Controls: other organizations' entries are there, and are seen by who may.
 */
import { decodeGlobalId, encodeGlobalId } from '../../src/api/global-ids.js';
import { verifyAudit } from '../../src/app/verify-audit.js';
import { LIMITS } from '../../src/config/limits.js';
import type { ApiClient } from '../support/api-client.js';
import { signedInMember } from '../support/planted-people.js';
import { RunningPosthouse } from '../support/running-posthouse.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly actor: Record<string, string | null>;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly organizationId: string | null;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly before: object | null;
  readonly after: object | null;
  readonly position: string | null;
}

const ENTRY = `id action actor { kind userId accessTokenId sessionId credentialId } ipAddress userAgent
  organizationId mailServerId subjectType subjectId before after position hash createdAt`;

describe('the audit log', () => {
  let world: World;
  let shop: Tenant;
  let other: Tenant;
  let owner: ApiClient & { readonly userId: bigint };
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer();
    other = await world.aServer();
    owner = await signedInMember(world, shop.organizationId, 'OWNER');
  });
  afterAll(() => world.stop());

  const entriesOf = async (api: ApiClient, filter: object = {}, of = shop): Promise<Entry[]> => {
    const { data, errors } = await api.ask<
      { node: { auditLog: { nodes: Entry[] } } | null },
      object
    >(
      `query ($id: ID!, $filter: AuditLogFilter) { node(id: $id) { ... on Organization { auditLog(last: 50, filter: $filter) { nodes { ${ENTRY} } } } } }`,
      { id: of.organizationId, filter },
    );
    if (errors) throw new Error(errors[0]?.extensions?.['code'] as string);
    return data?.node?.auditLog.nodes ?? [];
  };
  const everything = async (api: ApiClient, filter: object = {}): Promise<Entry[]> => {
    const { data, errors } = await api.ask<{ auditLog: { nodes: Entry[] } }, object>(
      `query ($filter: AuditLogFilter) { auditLog(last: 100, filter: $filter) { nodes { ${ENTRY} } } }`,
      { filter },
    );
    if (errors) throw new Error(errors[0]?.extensions?.['code'] as string);
    return data!.auditLog.nodes;
  };

  it('says who did it, with what, from where, and what was different before', async () => {
    await owner.ask(
      'mutation ($id: ID!) { updateMailServer(input: { mailServerId: $id, name: "Renamed" }) { __typename } }',
      { id: shop.serverId },
      { 'user-agent': 'shop-tool/1.0' },
    );
    const entry = (await entriesOf(owner)).at(-1);
    expect(entry).toMatchObject({
      action: 'mailServer.updated',
      actor: { kind: 'USER', userId: encodeGlobalId('User', owner.userId), accessTokenId: null },
      ipAddress: '127.0.0.1',
      userAgent: 'shop-tool/1.0',
      organizationId: shop.organizationId,
      mailServerId: shop.serverId,
      subjectType: 'MailServer',
      subjectId: shop.serverId,
      before: { name: 'Production' },
      after: { name: 'Renamed' },
    });
    expect(entry?.actor['sessionId']).not.toBeNull();
  });

  it('names the access token that a program used', async () => {
    const { data } = await owner.ask<
      { createAccessToken: { secret: string; accessToken: { id: string } } },
      object
    >(
      'mutation { createAccessToken(input: { name: "Tool", scopes: [SERVERS_READ, SERVERS_UPDATE] }) { ... on CreateAccessTokenSuccess { secret accessToken { id } } } }',
      {},
    );
    const { secret, accessToken } = data!.createAccessToken;
    await owner
      .bearer(secret)
      .ask(
        'mutation ($id: ID!) { updateMailServer(input: { mailServerId: $id, privacyMode: true }) { __typename } }',
        { id: shop.serverId },
      );
    expect((await entriesOf(owner)).at(-1)).toMatchObject({
      actor: { kind: 'USER', accessTokenId: accessToken.id, sessionId: null },
      after: { privacyMode: true },
    });
  });

  it('is for owners and administrators of the organization, and nobody else', async () => {
    for (const role of ['DEVELOPER', 'VIEWER'] as const) {
      const member = await signedInMember(world, shop.organizationId, role);
      await expect(entriesOf(member)).rejects.toThrow('FORBIDDEN');
    }
    await expect(everything(shop.api)).rejects.toThrow('FORBIDDEN');
    await expect(everything(world.anonymous)).rejects.toThrow('UNAUTHENTICATED');
    const admin = await signedInMember(world, shop.organizationId, 'ADMIN');
    expect((await entriesOf(admin)).length).toBeGreaterThan(3);
  });

  it('shows an owner nothing of other organizations and of the installation', async () => {
    const all = await everything(world.admin);
    const foreign = all.find(({ organizationId }) => organizationId === other.organizationId);
    const ofAll = all.find(({ organizationId }) => organizationId === null);
    expect([foreign?.action, ofAll?.action]).toEqual([expect.any(String), expect.any(String)]);

    const own = await everything(owner);
    expect(new Set(own.map(({ organizationId }) => organizationId))).toEqual(
      new Set([shop.organizationId]),
    );
    expect(await entriesOf(owner, {}, other)).toEqual([]);
    const unknown = encodeGlobalId('AuditEntry', 7n);
    for (const id of [foreign!.id, ofAll!.id, unknown]) {
      const { data } = await owner.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(data).toEqual({ node: null });
    }
  });

  it('is filtered by action, person, object and time', async () => {
    const { id } = await createCredential(world.admin, shop.serverId, 'API');
    const actions = async (filter: object) =>
      (await entriesOf(owner, filter)).map(({ action }) => action);
    expect(await actions({ subjectId: id })).toEqual(['credential.created']);
    expect(new Set(await actions({ actions: ['mailServer.updated'] }))).toEqual(
      new Set(['mailServer.updated']),
    );
    expect(await actions({ actions: [] })).toEqual([]);
    const userId = encodeGlobalId('User', owner.userId);
    const mine = await entriesOf(owner, { userId });
    expect(mine.length).toBeGreaterThan(1);
    expect(mine.every(({ actor }) => actor['userId'] === userId)).toBe(true);
    const soon = new Date(world.clock.now().getTime() + 1_000).toISOString();
    expect(await actions({ since: soon })).toEqual([]);
    expect((await actions({ until: soon })).length).toBeGreaterThan(3);
    expect(await actions({ actorKinds: ['OPERATOR'] })).toEqual([]);
  });

  it('writes failed sign-ins down, so many in a minute, without what was typed', async () => {
    const tries = LIMITS.auditedFailuresPerMinute + 10;
    const failed = async () => {
      const typed = { setupSecret: 'typed-by-mistake', newPassword: 'whatever it is' };
      await world.anonymous.ask(
        'mutation ($input: SignInWithSetupSecretInput!) { signInWithSetupSecret(input: $input) { __typename } }',
        { input: typed },
      );
    };
    for (let count = 0; count < tries; count += 1) await failed();
    const refused = () =>
      world.database.query<{ after_values: string | null }[]>(
        "SELECT after_values FROM audit_entries WHERE action = 'session.refused' ORDER BY id",
      );
    expect(await refused()).toHaveLength(LIMITS.auditedFailuresPerMinute);
    world.clock.advance(60_000);
    await failed();
    expect((await refused()).at(-1)?.after_values).toBe('{"notWrittenDown":10}');
    const [found] = await world.database.query<{ n: bigint }[]>(
      "SELECT COUNT(*) AS n FROM audit_entries WHERE CONCAT_WS(' ', user_agent, subject_id, before_values, after_values) LIKE '%typed%'",
    );
    expect(Number(found?.n)).toBe(0);
  });

  it('writes down what is done at the command line', async () => {
    const [first, ...more] = await everything(world.admin, { actorKinds: ['OPERATOR'] });
    expect([first?.action, first?.ipAddress, more]).toEqual(['user.created', null, []]);
    await world.services.accounts.resetSignIn();
    const rows = await world.database.query<{ action: string; organization_id: bigint | null }[]>(
      "SELECT action, organization_id FROM audit_entries WHERE actor_kind = 'OPERATOR' ORDER BY id",
    );
    expect(rows).toEqual(
      ['user.created', 'user.signInReset'].map((action) => ({ action, organization_id: null })),
    );
  });

  const verification = async (api: ApiClient) => {
    const { data } = await api.ask<{ node: { auditVerification: object } }, object>(
      `query ($id: ID!) { node(id: $id) { ... on Organization { auditVerification {
         isIntact checkedEntries lastPosition lastHash firstFlaw { kind position organizationId entry { action } } } } } }`,
      { id: shop.organizationId },
    );
    return data!.node.auditVerification;
  };
  const atTheCommandLine = async () => {
    const { environment: settings, dataDir } = world;
    const command = ['admin', 'verify-audit'];
    const posthouse = RunningPosthouse.spawn({ command, dataDir, settings });
    return { status: await posthouse.ended(), text: posthouse.text };
  };

  it('is verified by its owner and on the command line, until somebody edits it', async () => {
    await world.services.auditChain.run();
    expect(await verification(owner)).toMatchObject({ isIntact: true, firstFlaw: null });
    const lines: string[] = [];
    expect(await verifyAudit(world, (line) => lines.push(line))).toBe(true);
    expect(lines.at(-1)).toMatch(/ 0 logs were tampered with$/);

    const chain = BigInt(decodeGlobalId(shop.organizationId).id);
    await world.database.query(
      "UPDATE audit_entries SET ip_address = '192.0.2.1' WHERE chain = ? AND position = 2",
      [chain],
    );
    expect(await verification(owner)).toMatchObject({
      isIntact: false,
      checkedEntries: 1,
      firstFlaw: {
        kind: 'CHANGED',
        position: '2',
        organizationId: shop.organizationId,
        entry: { action: 'mailServer.created' },
      },
    });
    const { status, text } = await atTheCommandLine();
    expect(status).toBe(1);
    expect(text).toMatch(new RegExp(`organization ${chain}: entry 2 \\(id \\d+\\) was changed`));
  });
});

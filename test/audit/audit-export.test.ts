/**
 * The audit log as NDJSON over HTTP: the whole chain of one organization in its order, to whom may read it, as fast as
 * the reader takes it, and only as long as the permission holds.
 *
 * Controls: a reader who takes everything gets everything; one whose token holds is not cut off.
 */
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { decodeGlobalId, encodeGlobalId } from '../../src/api/global-ids.js';
import { LIMITS } from '../../src/config/limits.js';
import type { ApiClient } from '../support/api-client.js';
import { signedInMember } from '../support/planted-people.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

/** More than the buffers between two processes hold. */
const MANY = 20_000;

describe('the export of the audit log', () => {
  let world: World;
  let shop: Tenant;
  let other: Tenant;
  let owner: ApiClient;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    [shop, other] = [await world.aServer(), await world.aServer()];
    owner = await signedInMember(world, shop.organizationId, 'OWNER');
    await world.services.auditChain.run();
  });
  afterAll(() => world.stop());

  const get = async (api: ApiClient, query: Record<string, string>, method = 'GET') => {
    const url = new URL('/audit/export', api.url);
    url.search = new URLSearchParams(query).toString();
    const response = await fetch(url, { method, headers: api.headers });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), text };
  };
  const linesOf = (text: string) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('is the whole chain of the organization, in order, without a gap', async () => {
    const { status, type, text } = await get(owner, { organizationId: shop.organizationId });
    expect([status, type]).toEqual([200, 'application/x-ndjson']);
    const lines = linesOf(text);
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => `${index + 1}`));
    expect(lines[0]).toMatchObject({
      action: 'organization.created',
      actor: { kind: 'USER' },
      organizationId: shop.organizationId,
      ipAddress: '127.0.0.1',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });

    const rest = await get(owner, { organizationId: shop.organizationId, after: '1' });
    expect(linesOf(rest.text)).toEqual(lines.slice(1));
  });

  it('is written down itself', async () => {
    const { data } = await owner.ask<
      { node: { auditLog: { nodes: { action: string }[] } } },
      object
    >(
      'query ($id: ID!) { node(id: $id) { ... on Organization { auditLog(last: 1) { nodes { action } } } } }',
      { id: shop.organizationId },
    );
    expect(data?.node.auditLog.nodes).toEqual([{ action: 'auditLog.exported' }]);
  });

  it('is of the installation for its administrators alone', async () => {
    const { status, text } = await get(world.admin, {});
    expect(status).toBe(200);
    expect(new Set(linesOf(text).map(({ organizationId }) => organizationId))).toEqual(
      new Set([null]),
    );
    expect(linesOf(text).length).toBeGreaterThan(0);
    expect((await get(owner, {})).status).toBe(404);
  });

  it('tells nobody else, and nothing about what is not theirs', async () => {
    const query = { organizationId: shop.organizationId };
    const viewer = await signedInMember(world, shop.organizationId, 'VIEWER');
    expect((await get(world.anonymous, query)).status).toBe(401);
    expect((await get(world.anonymous.bearer('pht_wrong_token'), query)).status).toBe(401);
    expect((await get(viewer, query)).status).toBe(403);
    expect((await get(shop.api, query)).status).toBe(403);
    const foreign = await get(owner, { organizationId: other.organizationId });
    const unknown = await get(owner, { organizationId: encodeGlobalId('Organization', 7n) });
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(unknown);
    expect((await get(owner, { ...query, after: 'x' })).status).toBe(400);
    expect((await get(owner, query, 'POST')).status).toBe(405);
  });

  describe('of a long log', () => {
    let token: { id: string; secret: string };
    beforeAll(async () => {
      const chain = decodeGlobalId(shop.organizationId).id;
      await world.database.query(
        `INSERT INTO audit_entries (id, organization_id, action, actor_kind, subject_type, after_values, created_at, seal, position, hash)
         SELECT 1000 + seq, ?, 'member.removed', 'USER', 'Member', CONCAT('{"role":"', REPEAT('x', 200), '"}'), NOW(3), REPEAT('s', 32), 100 + seq, REPEAT('h', 32)
         FROM seq_1_to_${MANY}`,
        [chain],
      );
      await world.database.query('UPDATE audit_chains SET position = ? WHERE chain = ?', [
        100 + MANY,
        chain,
      ]);
    });
    beforeEach(async () => {
      const { data } = await owner.ask<
        { createAccessToken: { secret: string; accessToken: { id: string } } },
        object
      >(
        'mutation { createAccessToken(input: { name: "Reader", scopes: [AUDIT_READ] }) { ... on CreateAccessTokenSuccess { secret accessToken { id } } } }',
        {},
      );
      const { secret, accessToken } = data!.createAccessToken;
      token = { id: accessToken.id, secret };
    });

    const open = async () => {
      const url = new URL('/audit/export', world.admin.url);
      url.search = new URLSearchParams({ organizationId: shop.organizationId }).toString();
      const asking = request(url, { headers: { authorization: `Bearer ${token.secret}` } }).end();
      const [response] = (await once(asking, 'response')) as [IncomingMessage];
      return response;
    };
    const readAll = async (response: IncomingMessage) => {
      let lines = 0;
      for await (const chunk of response)
        lines += (chunk as Buffer).toString().split('\n').length - 1;
      return lines;
    };

    it('comes whole to a reader who takes a while', async () => {
      const response = await open();
      expect(await readAll(response)).toBeGreaterThanOrEqual(MANY);
    });

    it('waits for its reader, and ends broken when the permission is withdrawn meanwhile', async () => {
      const response = await open();
      await owner.ask(
        'mutation ($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { __typename } }',
        { id: token.id },
      );
      await expect(readAll(response)).rejects.toThrow('aborted');
    });

    it('is for a few at a time', async () => {
      const responses = [];
      for (let count = 0; count < LIMITS.auditExports; count += 1) responses.push(await open());
      const refused = await open();
      expect(refused.statusCode).toBe(503);
      refused.resume();
      for (const response of responses) response.destroy();
    });
  });
});

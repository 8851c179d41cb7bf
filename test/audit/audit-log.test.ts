/**
 * C: what somebody changed is written down with the change: who, with what, from where, and what was
 * different before.
 */
import { startWorld, type World } from '../support/world.js';

describe('the audit log', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
  });
  afterAll(() => world.stop());

  it('says who suspended an organization, from where, and what was before', async () => {
    const created = await world.admin.ask<
      { createOrganization: { organization: { id: string } } },
      object
    >(
      `mutation { createOrganization(input: { name: "Shop" }) { ... on CreateOrganizationSuccess { organization { id } } } }`,
      {},
    );
    const { id } = created.data!.createOrganization.organization;
    await world.admin.ask(
      `mutation ($id: ID!) { suspendOrganization(input: { organizationId: $id, reason: "unpaid" }) { __typename } }`,
      { id },
    );

    const rows = await world.database.query<Record<string, unknown>[]>(
      'SELECT action, actor_kind, ip_address, user_agent, session_id, before_values, after_values FROM audit_entries ORDER BY id',
    );
    expect(rows.slice(-2)).toMatchObject([
      { action: 'organization.created', actor_kind: 'USER', before_values: null },
      {
        action: 'organization.suspended',
        ip_address: '127.0.0.1',
        before_values: '{"suspendedAt":null,"suspensionReason":null}',
        after_values: expect.stringContaining('"suspensionReason":"unpaid"') as string,
      },
    ]);
    expect(rows.at(-1)?.['session_id']).not.toBeNull();
  });
});

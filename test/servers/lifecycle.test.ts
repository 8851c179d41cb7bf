/**
 * Deletion: it needs the name, holds at every door at once, can be taken back as it was, and ends in a
 * purge that leaves no row. Controls: a neighbour loses nothing; before the grace is over nothing is purged.
 */
import { graphql } from '../gql/index.js';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { TenantPurge } from '../../src/features/delivery/tenant-purge.js';
import { BulkPool } from '../../src/platform/database/bulk-pool.js';
import { eventually } from '../support/eventually.js';
import { socketClient, watchSocket } from '../support/live-client.js';
import { aPerson, join } from '../support/people.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const DELETE_SERVER = graphql(`
  mutation DeleteMailServer($input: DeleteMailServerInput!) {
    deleteMailServer(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const RESTORE_SERVER = graphql(`
  mutation RestoreMailServer($input: RestoreMailServerInput!) {
    restoreMailServer(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const DELETE_ORGANIZATION = graphql(`
  mutation DeleteOrganization($input: DeleteOrganizationInput!) {
    deleteOrganization(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const RESTORE_ORGANIZATION = graphql(`
  mutation RestoreOrganization($input: RestoreOrganizationInput!) {
    restoreOrganization(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const KNOWN = graphql(`
  query KnownObjects($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
    }
  }
`);
const LIMIT_DELETED = graphql(`
  mutation LimitDeletedServer($input: LimitMailServerInput!) {
    limitMailServer(input: $input) {
      __typename
    }
  }
`);
const CREATE_AGAIN = graphql(`
  mutation CreateServerAgain($input: CreateMailServerInput!) {
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
const WAITING_FOR_A_ROW =
  "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE '%mail_servers%FOR UPDATE' AND id <> CONNECTION_ID()";
const LISTED = graphql(`
  query ListedServers {
    mailServers(first: 100) {
      nodes {
        id
      }
    }
  }
`);
const DAY_MS = 86_400_000;

describe('deletion', () => {
  let world: World;
  let pool: BulkPool;
  beforeAll(async () => {
    world = await startWorld({
      settings: { SWEEP_INTERVAL: '200ms', DELETION_GRACE: '10d', SESSION_IDLE_TIMEOUT: '14d' },
    });
    pool = new BulkPool({ url: world.database.url, connections: 1 });
  });
  afterAll(async () => {
    await pool.close();
    await world.stop();
  });

  const purge = () => new TenantPurge({ pool, clock: world.clock, graceMs: 10 * DAY_MS }).run();

  async function deleteServer({ serverId }: Tenant, name = 'Production', as = world.admin) {
    const input = { mailServerId: serverId, name };
    const { deleteMailServer } = await as.run(DELETE_SERVER, { input });
    return 'code' in deleteMailServer ? deleteMailServer.code : deleteMailServer.__typename;
  }

  async function restoreServer({ serverId }: Tenant, as = world.admin) {
    const input = { mailServerId: serverId };
    const { restoreMailServer } = await as.run(RESTORE_SERVER, { input });
    return 'code' in restoreMailServer ? restoreMailServer.code : restoreMailServer.__typename;
  }

  async function deleteOrganization(shop: Tenant, as = world.admin) {
    const input = { organizationId: shop.organizationId, name: `Organization ${shop.number}` };
    const { deleteOrganization: result } = await as.run(DELETE_ORGANIZATION, { input });
    return 'code' in result ? result.code : result.__typename;
  }

  async function restoreOrganization({ organizationId }: Tenant) {
    const { restoreOrganization: result } = await world.admin.run(RESTORE_ORGANIZATION, {
      input: { organizationId },
    });
    return 'code' in result ? result.code : result.__typename;
  }

  async function rowsOf(shop: Tenant): Promise<Record<string, number>> {
    const id = numberOf(shop.serverId);
    const tables = [
      ...['messages', 'message_contents', 'deliveries', 'queue', 'attempts', 'events'],
      ...['event_clocks', 'credentials', 'domains', 'mail_servers'],
    ];
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const column = table === 'mail_servers' ? 'id' : 'server_id';
      const [row] = await world.database.query<{ n: number | bigint }[]>(
        `SELECT COUNT(*) AS n FROM ${table} WHERE ${column} = ?`,
        [id],
      );
      if (Number(row?.n) > 0) counts[table] = Number(row?.n);
    }
    return counts;
  }

  it('comes before a change that waits for it: then there is nothing to change', async () => {
    const shop = await world.aServer();
    let changing: Promise<string> | undefined;
    await pool.transaction(async (sql) => {
      const row = [numberOf(shop.serverId)];
      await sql.query('SELECT id FROM mail_servers WHERE id = ? FOR UPDATE', row);
      changing = limit(shop);
      await eventually(
        () => world.database.query<unknown[]>(WAITING_FOR_A_ROW),
        (waiting) => waiting.length > 0,
      );
      await sql.query('UPDATE mail_servers SET deleted_at = NOW(3) WHERE id = ?', row);
    });
    expect(await changing).toBe('NotFound');
  });

  it('is not undone by repeating what made it', async () => {
    const { organizationId } = await world.aServer();
    const input = { organizationId, name: 'Short-lived', idempotencyKey: 'short-lived' };
    const create = async () => (await world.admin.run(CREATE_AGAIN, { input })).createMailServer;
    const made = await create();
    const serverId = made.__typename === 'CreateMailServerSuccess' ? made.mailServer.id : '';
    const { deleteMailServer } = await world.admin.run(DELETE_SERVER, {
      input: { mailServerId: serverId, name: 'Short-lived' },
    });
    expect(deleteMailServer.__typename).toBe('DeleteMailServerSuccess');
    expect((await create()).__typename).toBe('NotFound');
  });

  async function limit({ serverId }: Tenant): Promise<string> {
    const input = { mailServerId: serverId, sendLimit: 7 };
    return (await world.admin.run(LIMIT_DELETED, { input })).limitMailServer.__typename;
  }

  it('needs the exact name, and the right in this organization', async () => {
    const shop = await world.aServer();
    const developer = await aPerson(world.admin, 'developer@example.test');
    await join(world.admin, developer, { ...place(shop), role: 'DEVELOPER' });
    const stranger = await aPerson(world.admin, 'far@example.test');
    await join(world.admin, stranger, { ...place(await world.aServer()), role: 'OWNER' });

    expect(await deleteServer(shop, 'production')).toBe('NameMismatch');
    expect(await deleteServer(shop, 'Production', stranger.api)).toBe('NotFound');
    const input = { mailServerId: shop.serverId, name: 'Production' };
    const { errors } = await developer.api.ask(DELETE_SERVER, { input });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await deleteOrganization(shop, stranger.api)).toBe('NotFound');
  });

  it('of a mail server holds at every door at once, and is taken back as it was', async () => {
    const shop = await world.aServer({ verifiedDomain: 'gone.test' });
    const neighbour = await world.aServer({ verifiedDomain: 'stays.test' });
    const { username, password } = await shop.smtpLogin();
    const open = await SmtpPeer.connect({ ...world.address('SUBMISSIONS_LISTEN'), isTls: true });
    await open.greets();
    await open.logsIn(username, password);
    const client = socketClient(shop.api.url, shop.api.headers['authorization'] ?? '');
    const live = watchSocket(client, { serverId: shop.serverId });
    world.sink.scripts.forever('busy@example.test', { at: 'rcpt', reply: '450 4.2.1 Busy' });
    const waiting = await shop.send({ to: ['busy@example.test'] });
    await shop.tried(waiting, 1);

    expect(await deleteServer(shop)).toBe('DeleteMailServerSuccess');

    await open.asks('MAIL FROM:<a@gone.test>', 535);
    const fresh = await SmtpPeer.connect({ ...world.address('SUBMISSIONS_LISTEN'), isTls: true });
    await fresh.greets();
    await expect(fresh.logsIn(username, password)).rejects.toThrow(/535/);
    open.close();
    fresh.close();
    expect((await shop.api.ask(LISTED)).status).toBe(401);
    const { nodes } = await world.admin.run(KNOWN, {
      ids: [shop.serverId, shop.domainId!, neighbour.serverId, neighbour.domainId!],
    });
    expect(nodes.map((node) => node?.__typename)).toEqual([
      undefined,
      undefined,
      'MailServer',
      'Domain',
    ]);
    const { mailServers } = await world.admin.run(LISTED);
    const ids = mailServers.nodes.map(({ id }) => id);
    expect(ids).not.toContain(shop.serverId);
    expect(ids).toContain(neighbour.serverId);
    await live.ends();
    await client.dispose();

    world.clock.advance(2 * 3_600_000);
    const held = async () =>
      world.database.query<{ status: string }[]>(
        'SELECT status FROM deliveries WHERE server_id = ?',
        [numberOf(shop.serverId)],
      );
    await eventually(held, ([row]) => row?.status === 'HELD');
    await neighbour.settles(await neighbour.send(), 'DELIVERED');

    expect(await restoreServer(shop)).toBe('RestoreMailServerSuccess');
    expect(await shop.message(waiting)).toMatchObject({
      deliveries: { nodes: [{ status: 'HELD', heldBecause: 'The mail server no longer exists' }] },
    });
    await shop.settles(await shop.send(), 'DELIVERED');
  });

  it('of an organization locks its members out, and brings back what went with it', async () => {
    const shop = await world.aServer();
    const owner = await aPerson(world.admin, 'owner@example.test');
    await join(world.admin, owner, { ...place(shop), role: 'OWNER' });

    expect(await deleteOrganization(shop, owner.api)).toBe('DeleteOrganizationSuccess');
    expect((await owner.api.ask(LISTED)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await shop.api.ask(LISTED)).status).toBe(401);
    expect(await restoreServer(shop)).toBe('NotFound');

    expect(await restoreOrganization(shop)).toBe('RestoreOrganizationSuccess');
    const { mailServers } = await owner.api.run(LISTED);
    expect(mailServers.nodes).toEqual([{ id: shop.serverId }]);
    expect(await restoreOrganization(shop)).toBe('NotFound');
  });

  it('ends in a purge after the grace, which takes all rows and only those', async () => {
    const shop = await world.aServer({ verifiedDomain: 'purged.test' });
    const neighbour = await world.aServer({ verifiedDomain: 'kept.test' });
    for (const tenant of [shop, neighbour]) {
      await tenant.settles(await tenant.send(), 'DELIVERED');
    }
    const before = await rowsOf(neighbour);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['messages', 'events', 'domains']));

    await deleteOrganization(shop);
    await purge();
    expect(await rowsOf(shop)).toMatchObject({ messages: 1, mail_servers: 1 });
    world.clock.advance(11 * DAY_MS);
    expect(await restoreOrganization(shop)).toBe('NotFound');
    await purge();
    await purge();

    expect(await rowsOf(shop)).toEqual({});
    expect(await rowsOf(neighbour)).toEqual(before);
    const id = numberOf(shop.organizationId);
    for (const table of ['members', 'domains', 'mail_servers']) {
      const sql = `SELECT 1 FROM ${table} WHERE organization_id = ?`;
      expect(await world.database.query(sql, [id])).toEqual([]);
    }
    expect(await world.database.query('SELECT 1 FROM organizations WHERE id = ?', [id])).toEqual(
      [],
    );
  });
});

function place({ organizationId }: Tenant): { organizationId: string } {
  return { organizationId };
}

function numberOf(globalId: string): string {
  return decodeGlobalId(globalId).id;
}

import { graphql } from '../gql/index.js';
import { addDomain, addVerifiedDomain, checkDomain, publishRecords } from '../support/tenant.js';
import { eventually } from '../support/eventually.js';
import { succeeded } from '../support/succeeded.js';
import { startWorld, type World } from '../support/world.js';

const HOUR_MS = 3_600_000;
const EVENTS = graphql(`
  query DomainEvents($id: ID!) {
    node(id: $id) {
      ... on MailServer {
        events(first: 100) {
          nodes {
            kind
            check
          }
        }
      }
    }
  }
`);

describe('a domain', () => {
  let world: World;
  beforeEach(async () => (world = await startWorld({ roles: ['api'] })));
  afterEach(() => world.stop());

  /** Domain events of the server, as `KIND check`. */
  async function eventsOf(serverId: string): Promise<string[]> {
    const { node } = await world.admin.run(EVENTS, { id: serverId });
    const events = node && 'events' in node ? node.events.nodes : [];
    return events
      .filter(({ kind }) => kind.startsWith('DOMAIN_'))
      .map(({ kind, check }) => `${kind} ${check ?? ''}`.trim());
  }

  async function recheck(): Promise<number> {
    world.clock.advance(HOUR_MS * 1.2);
    return world.services.domainChecks.recheckDue(100);
  }

  it('is announced once as verified, then only when a check changes', async () => {
    const tenant = await world.aServer({ verifiedDomain: 'shop.test' });
    expect(await eventsOf(tenant.serverId)).toEqual(['DOMAIN_VERIFIED']);

    expect(await recheck()).toBe(1);
    expect(await eventsOf(tenant.serverId)).toEqual(['DOMAIN_VERIFIED']);

    world.dns.set('psrp.shop.test', 'CNAME');
    await recheck();
    await recheck();
    expect(await eventsOf(tenant.serverId)).toEqual([
      'DOMAIN_VERIFIED',
      'DOMAIN_CHECK_FAILED RETURN_PATH',
    ]);

    await publishRecords(world, tenant.domainId!, 'shop.test');
    await recheck();
    expect((await eventsOf(tenant.serverId)).at(-1)).toBe('DOMAIN_CHECK_RECOVERED RETURN_PATH');
  });

  it('is not announced as failing while DNS is silent, even when it then fails for good', async () => {
    const tenant = await world.aServer({ verifiedDomain: 'quiet.test' });
    world.dns.fail('psrp.quiet.test', 'SERVFAIL');
    await recheck();
    expect(await eventsOf(tenant.serverId)).toEqual(['DOMAIN_VERIFIED']);

    world.dns.heal('psrp.quiet.test').set('psrp.quiet.test', 'CNAME', 'elsewhere.test');
    await recheck();
    expect(await eventsOf(tenant.serverId)).toEqual([
      'DOMAIN_VERIFIED',
      'DOMAIN_CHECK_FAILED RETURN_PATH',
    ]);
  });

  it('stays verified and may still send when its proof vanishes, which is announced', async () => {
    const tenant = await world.aServer({ verifiedDomain: 'proof.test' });
    world.dns.set('proof.test', 'TXT', 'v=spf1 include:spf.posthouse.localhost ~all');
    await recheck();

    expect(await eventsOf(tenant.serverId)).toEqual([
      'DOMAIN_VERIFIED',
      'DOMAIN_CHECK_FAILED OWNERSHIP',
    ]);
    expect((await tenant.sendMessage()).__typename).toBe('SendMessageSuccess');
  });

  it('is announced to every server that may use it', async () => {
    const tenant = await world.aServer();
    const { createMailServer } = await world.admin.run(
      graphql(`
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
      `),
      { input: { organizationId: tenant.organizationId, name: 'Second' } },
    );
    const second = succeeded(createMailServer, 'CreateMailServerSuccess').mailServer.id;
    const stranger = await world.aServer();
    const id = await addDomain(world.admin, {
      organizationId: tenant.organizationId,
      name: 'all.test',
    });
    await publishRecords(world, id, 'all.test');
    await checkDomain(world.admin, id);

    expect(await eventsOf(tenant.serverId)).toEqual(['DOMAIN_VERIFIED']);
    expect(await eventsOf(second)).toEqual(['DOMAIN_VERIFIED']);
    expect(await eventsOf(stranger.serverId)).toEqual([]);
  });

  it('is verified by itself once its records are there', async () => {
    const tenant = await world.aServer();
    const id = await addDomain(world.admin, { mailServerId: tenant.serverId, name: 'later.test' });
    await publishRecords(world, id, 'later.test');
    await recheck();
    expect(await eventsOf(tenant.serverId)).toEqual(['DOMAIN_VERIFIED']);
  });

  it('that nobody verifies is left alone after two weeks', async () => {
    const tenant = await world.aServer();
    await addDomain(world.admin, { mailServerId: tenant.serverId, name: 'left.test' });
    expect(await recheck()).toBe(1);
    world.clock.advance(15 * 24 * HOUR_MS);
    expect(await recheck()).toBe(1);
    expect(await recheck()).toBe(0);
  });

  it('is checked by one of several workers', async () => {
    for (const name of ['a.test', 'b.test', 'c.test'])
      await world.aServer({ verifiedDomain: name });
    world.clock.advance(HOUR_MS * 1.2);
    const done = await Promise.all(
      [1, 2, 3, 4].map(() => world.services.domainChecks.recheckDue(100)),
    );
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it('is checked again by the worker role', async () => {
    await world.stop();
    world = await startWorld({ settings: { DOMAIN_RECHECK_INTERVAL: '1s' } });
    const tenant = await world.aServer({ verifiedDomain: 'worker.test' });
    world.dns.set('psrp.worker.test', 'CNAME');
    await eventually(
      () => eventsOf(tenant.serverId),
      (events) => events.includes('DOMAIN_CHECK_FAILED RETURN_PATH'),
    );
  });
});

describe('a name', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  it('is verified for one tenant only, and free again when that one deletes it', async () => {
    const first = await world.aServer({ verifiedDomain: 'one.test' });
    const second = await world.aServer();
    const id = await addDomain(world.admin, { mailServerId: second.serverId, name: 'one.test' });
    await publishRecords(world, id, 'one.test');

    const refused = await checkDomain(world.admin, id);
    expect(refused.verifiedAt).toBeNull();
    expect(refused.checks[0]).toMatchObject({
      kind: 'OWNERSHIP',
      status: 'INVALID',
      fix: expect.stringContaining('verified elsewhere') as string,
    });
    const from = 'app@one.test';
    expect((await second.sendMessage({ from })).__typename).toBe('DomainNotVerified');

    await world.admin.run(
      graphql(`
        mutation DeleteDomain($input: DeleteDomainInput!) {
          deleteDomain(input: $input) {
            __typename
          }
        }
      `),
      { input: { domainId: first.domainId! } },
    );
    expect((await first.sendMessage({ from })).__typename).toBe('DomainNotVerified');
    expect((await checkDomain(world.admin, id)).verifiedAt).not.toBeNull();
    expect((await second.sendMessage({ from })).__typename).toBe('SendMessageSuccess');
  });

  it('goes to one of two tenants that prove it at the same time', async () => {
    const tenants = [await world.aServer(), await world.aServer()];
    const ids = await Promise.all(
      tenants.map(({ serverId }) =>
        addDomain(world.admin, { mailServerId: serverId, name: 'both.test' }),
      ),
    );
    const proofs = await Promise.all(
      ids.map(async (id) => {
        const { node } = await world.admin.run(
          graphql(`
            query Proof($id: ID!) {
              node(id: $id) {
                ... on Domain {
                  records {
                    value
                  }
                }
              }
            }
          `),
          { id },
        );
        return node && 'records' in node ? (node.records[0]?.value ?? '') : '';
      }),
    );
    world.dns.zone('both.test').set('both.test', 'TXT', ...proofs);
    const checked = await Promise.all(ids.map((id) => checkDomain(world.admin, id)));
    expect(checked.filter(({ verifiedAt }) => verifiedAt !== null)).toHaveLength(1);
  });

  it('authenticates mail from exactly itself, for its server or organization', async () => {
    const tenant = await world.aServer();
    const stranger = await world.aServer();
    const id = await addDomain(world.admin, {
      organizationId: tenant.organizationId,
      name: 'Füller.test',
    });
    await publishRecords(world, id, 'xn--fller-kva.test');
    await checkDomain(world.admin, id);
    await addVerifiedDomain(world, stranger.serverId, 'stranger.test');

    const answerTo = async (from: string, as = tenant) =>
      (await as.sendMessage({ from })).__typename;
    expect(await answerTo('a@xn--fller-kva.test')).toBe('SendMessageSuccess');
    expect(await answerTo('a@XN--FLLER-KVA.test')).toBe('SendMessageSuccess');
    expect(await answerTo('a@sub.xn--fller-kva.test')).toBe('DomainNotVerified');
    expect(await answerTo('a@stranger.test')).toBe('DomainNotVerified');
    expect(await answerTo('a@xn--fller-kva.test', stranger)).toBe('DomainNotVerified');
  });
});

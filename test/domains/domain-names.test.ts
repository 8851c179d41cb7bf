import { graphql } from '../gql/index.js';
import type { CreateDomainInput } from '../gql/graphql.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = graphql(`
  mutation CreateDomain($input: CreateDomainInput!) {
    createDomain(input: $input) {
      __typename
      ... on CreateDomainSuccess {
        domain {
          id
          name
          unicodeName
          verifiedAt
          checks {
            kind
          }
          records {
            purpose
            type
            name
            value
            isRequired
          }
          dkimKeys {
            algorithm
            selector
            seenPublishedAt
          }
        }
      }
      ... on Refusal {
        code
        path
      }
    }
  }
`);

describe('adding a domain', () => {
  let world: World;
  let tenant: Tenant;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    tenant = await world.aServer();
  });
  afterAll(() => world.stop());

  async function create(
    name: string,
    owner: Partial<CreateDomainInput> = { mailServerId: tenant.serverId },
  ) {
    const { createDomain } = await world.admin.run(CREATE, { input: { name, ...owner } });
    return createDomain;
  }

  it('tells exactly what to publish', async () => {
    const created = await create('records.test');
    const token = expect.stringMatching(/^posthouse-verification=[0-9a-f]{32}$/) as string;
    expect(created).toMatchObject({
      domain: {
        verifiedAt: null,
        checks: [],
        records: [
          {
            purpose: 'OWNERSHIP',
            type: 'TXT',
            name: 'records.test',
            value: token,
            isRequired: true,
          },
          {
            purpose: 'SPF',
            type: 'TXT',
            name: 'records.test',
            value: 'v=spf1 include:spf.posthouse.localhost ~all',
            isRequired: true,
          },
          {
            purpose: 'DKIM_RSA',
            type: 'TXT',
            name: expect.stringMatching(
              /^posthouse-[a-z0-9]{6}r\._domainkey\.records\.test$/,
            ) as string,
            value: expect.stringMatching(
              /^v=DKIM1; k=rsa; p=MIIBIjAN[A-Za-z0-9+/]+={0,2}$/,
            ) as string,
            isRequired: true,
          },
          {
            purpose: 'DKIM_ED25519',
            type: 'TXT',
            name: expect.stringMatching(
              /^posthouse-[a-z0-9]{6}e\._domainkey\.records\.test$/,
            ) as string,
            value: expect.stringMatching(/^v=DKIM1; k=ed25519; p=[A-Za-z0-9+/]{43}=$/) as string,
            isRequired: true,
          },
          {
            purpose: 'RETURN_PATH',
            type: 'CNAME',
            name: 'psrp.records.test',
            value: 'rp.posthouse.localhost',
            isRequired: false,
          },
          {
            purpose: 'MX',
            type: 'MX',
            name: 'records.test',
            value: '10 mx.posthouse.localhost',
            isRequired: false,
          },
          {
            purpose: 'DMARC',
            type: 'TXT',
            name: '_dmarc.records.test',
            value: 'v=DMARC1; p=none',
            isRequired: false,
          },
        ],
        dkimKeys: [
          { algorithm: 'RSA_SHA256', seenPublishedAt: null },
          { algorithm: 'ED25519_SHA256', seenPublishedAt: null },
        ],
      },
    });
  });

  it('stores private keys encrypted only', async () => {
    await create('sealed.test');
    const rows = await world.database.query<{ private_key_encrypted: Buffer }[]>(
      'SELECT private_key_encrypted FROM dkim_keys',
    );
    for (const { private_key_encrypted: sealed } of rows) {
      // DER of PKCS #8: the algorithm's object identifier stands near its beginning.
      expect(sealed.includes(Buffer.from('2a864886f70d010101', 'hex'))).toBe(false);
      expect(sealed.includes(Buffer.from('06032b6570', 'hex'))).toBe(false);
    }
  });

  it.each([
    ['Shop.Test', 'shop.test', 'shop.test'],
    ['dot.test.', 'dot.test', 'dot.test'],
    ['Bücher.test', 'xn--bcher-kva.test', 'bücher.test'],
    ['xn--mnchen-3ya.test', 'xn--mnchen-3ya.test', 'münchen.test'],
    ['a.b.co.uk', 'a.b.co.uk', 'a.b.co.uk'],
  ])('writes %s as %s', async (name, ascii, unicode) => {
    expect(await create(name)).toMatchObject({ domain: { name: ascii, unicodeName: unicode } });
  });

  it.each([
    'com',
    'co.uk',
    'github.io',
    'localhost',
    '192.0.2.1',
    '[192.0.2.1]',
    'rp.posthouse.localhost',
    'x.rp.posthouse.localhost',
    'two words.test',
    '-dash.test',
    'dots..test',
    'under_score.test',
    'line\r\nend.test',
    'user@shop.test',
    'full．width.test',
    `${'x'.repeat(64)}.test`,
    `${'long.'.repeat(45)}test`,
  ])('refuses %j', async (name) => {
    expect(await create(name)).toEqual({
      __typename: 'InvalidDomainName',
      code: 'InvalidDomainName',
      path: ['input', 'name'],
    });
  });

  it('refuses a name that its owner has, in whatever spelling, and lets others add it', async () => {
    const other = await world.aServer();
    expect((await create('twice.test')).__typename).toBe('CreateDomainSuccess');
    expect((await create('TWICE.test.')).__typename).toBe('DomainExists');
    for (const owner of [
      { organizationId: tenant.organizationId },
      { mailServerId: other.serverId },
    ]) {
      expect((await create('twice.test', owner)).__typename).toBe('CreateDomainSuccess');
    }
  });

  it('lets one of many requests at the same time through', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => create('race.test')));
    const names = results.map(({ __typename }) => __typename).sort();
    expect(names).toEqual(['CreateDomainSuccess', ...Array<string>(4).fill('DomainExists')]);
  });

  it('gives the same domain when the request is repeated', async () => {
    const owner = { mailServerId: tenant.serverId, idempotencyKey: 'domain-once' };
    const first = await create('once.test', owner);
    expect(await create('once.test', owner)).toEqual(first);
    expect((await create('other.test', owner)).__typename).toBe('IdempotencyConflict');
  });

  it.each([{}, { organizationId: 'a', mailServerId: 'b' }])(
    'needs exactly one owner, not %j',
    async (owner) => {
      const { errors } = await world.admin.ask(CREATE, { input: { name: 'owner.test', ...owner } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );
});

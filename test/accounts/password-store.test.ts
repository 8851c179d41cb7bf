/**
 * D-04: what is kept of passwords is argon2id of at least 19 MiB and two passes with a salt of its own, renewed at sign-in
 * when less was spent on it (accounts/sign-in); what is kept of tokens, keys and sessions of at least 160 bits is a keyed
 * hash. No table has one of them in clear, in hexadecimal or in Base64. J-01 looks into the files of the database.
 *
 * Control: an address and the hint of a key, which people see in lists, are found by the same search.
 */
import { ADMIN_PASSWORD } from '../support/administrator.js';
import { withToken } from '../support/access-tokens.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { tablesOf } from '../walker/rows.js';
import { aPerson, PASSWORD } from '../walker/tenants.js';

/** Bits of one character of 62. */
const BITS = Math.log2(62);

describe('D-04 what is kept of secrets', () => {
  let world: World;
  let shop: Tenant;
  let secrets: Record<string, string>;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer();
    const person = await aPerson(world, shop.organizationId, 'OWNER');
    await setPassword(person.email);
    const bearer = (headers: Readonly<Record<string, string>>) =>
      headers['authorization']!.replace('Bearer ', '');
    secrets = {
      session: /=(\w+)/.exec(person.client.headers['cookie'] ?? '')![1]!,
      accessToken: bearer((await withToken(world.admin)).headers),
      organizationToken: await anOrganizationToken(),
      apiKey: (await createCredential(world.admin, shop.serverId, 'API')).secret,
      smtpPassword: (await createCredential(world.admin, shop.serverId, 'SMTP')).secret,
    };
  });
  afterAll(() => world.stop());

  async function anOrganizationToken(): Promise<string> {
    const { data } = await world.admin.ask<{ createOrganizationToken: { secret: string } }, object>(
      `mutation ($input: CreateOrganizationTokenInput!) {
        createOrganizationToken(input: $input) { ... on CreateOrganizationTokenSuccess { secret } }
      }`,
      { input: { organizationId: shop.organizationId, name: 'Kept', scopes: ['SERVERS_READ'] } },
    );
    return data!.createOrganizationToken.secret;
  }

  /** The same password as the administrator's, through the door. */
  async function setPassword(email: string): Promise<void> {
    const { headers } = await world.anonymous.ask(
      'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { input: { email, password: PASSWORD } },
    );
    const person = world.anonymous.cookie(headers.get('set-cookie')?.split(';', 1)[0] ?? '');
    await person.ask(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }',
      {
        input: { currentPassword: PASSWORD, newPassword: ADMIN_PASSWORD },
      },
    );
  }

  /** Everything that every table has, binary columns as they are. */
  async function everything(): Promise<string> {
    const tables = await tablesOf(world.database);
    const rows = await Promise.all(
      tables.map((table) =>
        world.database.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`),
      ),
    );
    return rows
      .flat()
      .flatMap((row) => Object.values(row))
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
      .join('\n');
  }

  it('is argon2id with effort enough, and a salt for each', async () => {
    const users = await world.database.query<{ password_hash: string }[]>(
      'SELECT password_hash FROM users WHERE password_hash IS NOT NULL',
    );
    const parts = users.map(({ password_hash: hash }) =>
      /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/.exec(hash)!.slice(1),
    );
    expect(parts.length).toBeGreaterThanOrEqual(2);
    for (const [memory, passes, salt = ''] of parts) {
      expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
      expect(Number(passes)).toBeGreaterThanOrEqual(2);
      expect(Buffer.from(salt, 'base64').length).toBeGreaterThanOrEqual(16);
    }
    expect(new Set(parts.map(([, , salt]) => salt)).size).toBe(parts.length);
    expect(new Set(parts.map(([, , , hash]) => hash)).size).toBe(parts.length); // of equal passwords
  });

  it('is no secret of any kind, in any table and encoding', async () => {
    const kept = await everything();
    const forms = Object.entries({ ...secrets, password: ADMIN_PASSWORD }).flatMap(
      ([kind, secret]) => {
        const bytes = Buffer.from(secret);
        const all = [secret, bytes.toString('hex'), bytes.toString('base64').replaceAll('=', '')];
        return all.map((form) => ({ kind, form }));
      },
    );
    expect(forms.filter(({ form }) => kept.includes(form))).toEqual([]);
    for (const word of ['person-1@people.test', secrets['apiKey']!.slice(-4)]) {
      expect([word, kept.includes(word)]).toEqual([word, true]); // control
    }
  });

  it('comes of secrets that nobody guesses', () => {
    for (const [kind, secret] of Object.entries(secrets)) {
      const [, random = ''] = /^ph[a-z]_([0-9A-Za-z]+)$/.exec(secret) ?? [];
      expect([kind, random.length * BITS >= 160]).toEqual([kind, true]);
    }
  });
});

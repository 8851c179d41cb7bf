/** The examples of the client's README, word by word: they compile, and do what they say to a running Posthouse. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';
import { ProjectWithClient } from './packed-client.js';
import { publish, type Published } from './publish.js';

const README = readFileSync(resolve(__dirname, '../../client/README.md'), 'utf8');
const EXAMPLES = [...README.matchAll(/```ts\n\/\/ ([\w-]+)\.ts\n([^]*?)```/g)].map(
  ([, name = '', code = '']) => ({ name, code }),
);

/** Compiling takes its time on a busy machine. */
jest.setTimeout(240_000);

describe('the examples of the README', () => {
  let world: World;
  let shop: Tenant;
  let project: ProjectWithClient;
  beforeAll(async () => {
    world = await startWorld();
    shop = await world.aServer({ verifiedDomain: 'readme.test' });
    project = (await ProjectWithClient.make()).withTypesOfNode();
    for (const { name, code } of EXAMPLES) project.write(`${name}.ts`, code);
  });
  afterAll(async () => {
    project.remove();
    await world.stop();
  });

  const env = (more: Readonly<Record<string, string>> = {}) => ({
    POSTHOUSE_URL: world.admin.url,
    POSTHOUSE_TOKEN: (shop.api.headers['authorization'] ?? '').replace('Bearer ', ''),
    POSTHOUSE_SERVER: shop.serverId,
    POSTHOUSE_FROM: 'Shop <shop@readme.test>',
    ...more,
  });

  it('compile', async () => {
    expect(EXAMPLES.map(({ name }) => name)).toEqual([
      'send-a-message',
      'follow-a-message',
      'build-a-tenant',
    ]);
    expect(await project.compile()).toEqual({ status: 0, output: '' });
  });

  it('send a message, and say what is wrong', async () => {
    const accepted = await project.node(['send-a-message.js'], env());
    expect(accepted.output).toMatch(/^accepted as \S+\n$/);
    expect(accepted.status).toBe(0);
    const mail = await world.mailbox('ann@example.test').receives();
    expect(mail.parsed.subject).toBe('Your order');

    const from = { POSTHOUSE_FROM: 'a@elsewhere.test' };
    const refused = await project.node(['send-a-message.js'], env(from));
    expect(refused.output).toBe('first prove that elsewhere.test is yours\n');
  });

  it('follow a message to its delivery', async () => {
    const { status, output } = await project.node(['follow-a-message.js'], env());
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toMatch(/^DELIVERED ben@example\.test \S/m);
  });

  it('build a tenant, with an access token of the administrator', async () => {
    let said = '';
    const hear = (piece: string) => {
      said += piece;
      publish(world.dns, 'tenant.test', recordsIn(said));
    };
    const admin = { POSTHOUSE_ADMIN_TOKEN: await adminToken(), POSTHOUSE_DOMAIN: 'tenant.test' };
    const building = project.node(['build-a-tenant.js'], env(admin), hear);
    const { status, output } = await building;
    expect({ status, output }).toMatchObject({ status: 0 });
    const [, mailServerId, secret] = /^Ready: (\S+) (phk_\S+)$/m.exec(output) ?? [];
    const { data } = await world.admin
      .bearer(secret ?? '')
      .ask<{ viewer: { mailServer: { id: string } } }, object>('{ viewer { mailServer { id } } }');
    expect(data?.viewer.mailServer.id).toBe(mailServerId);
  });

  async function adminToken(): Promise<string> {
    const { data } = await world.admin.ask<{ createAccessToken: { secret: string } }, object>(
      `mutation($input: CreateAccessTokenInput!) {
        createAccessToken(input: $input) { ... on CreateAccessTokenSuccess { secret } }
      }`,
      {
        input: {
          name: 'README',
          scopes: [
            'ORGANIZATIONS_CREATE',
            'SERVERS_CREATE',
            'SERVERS_READ',
            'DOMAINS_MANAGE',
            'DOMAINS_READ',
            'CREDENTIALS_MANAGE',
            'CREDENTIALS_READ',
            'ORGANIZATIONS_READ',
          ],
        },
      },
    );
    return data?.createAccessToken.secret ?? '';
  }
});

/** The lines of the example that are whole. */
function recordsIn(said: string): Published[] {
  return [...said.matchAll(/^(\S+) (TXT|CNAME|MX) "(.*)"\n/gm)].map(
    ([, name = '', type = '', value = '']) => ({ name, type, value }),
  );
}

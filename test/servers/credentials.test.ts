import { graphql } from '../gql/index.js';
import type { CreateCredentialInput } from '../gql/graphql.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = graphql(`
  mutation AnyCredential($input: CreateCredentialInput!) {
    createCredential(input: $input) {
      __typename
      ... on CreateCredentialSuccess {
        secret
        credential {
          id
          type
          username
          network
          hint
          hold
        }
      }
      ... on Refusal {
        code
        path
      }
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeCredential($input: RevokeCredentialInput!) {
    revokeCredential(input: $input) {
      __typename
      ... on RevokeCredentialSuccess {
        credential {
          revokedAt
        }
      }
    }
  }
`);
const HOLD = graphql(`
  mutation HoldCredential($input: UpdateCredentialInput!) {
    updateCredential(input: $input) {
      __typename
    }
  }
`);
const OWN_SERVER = graphql(`
  query OwnServer {
    viewer {
      permissions
      user {
        id
      }
      mailServer {
        id
      }
    }
  }
`);

describe('a credential', () => {
  let world: World;
  let tenant: Tenant;
  beforeAll(async () => {
    world = await startWorld();
    tenant = await world.aServer({ verifiedDomain: 'credentials.test' });
  });
  afterAll(() => world.stop());

  async function create(input: Partial<CreateCredentialInput>) {
    const { createCredential: result } = await world.admin.run(CREATE, {
      input: { mailServerId: tenant.serverId, type: 'API', name: 'Test', ...input },
    });
    return result;
  }

  async function authenticates(username: string, password: string): Promise<boolean> {
    const peer = await SmtpPeer.connect({ ...world.address('SUBMISSIONS_LISTEN'), isTls: true });
    await peer.greets();
    await peer.say(`AUTH PLAIN ${Buffer.from(`\0${username}\0${password}`).toString('base64')}`);
    const reply = await peer.next();
    peer.close();
    return reply?.code === 235;
  }

  /** Whether a client that says nothing of itself may submit from this address. */
  async function submitsFrom(localAddress: string): Promise<boolean> {
    const peer = await SmtpPeer.connect({ ...world.address('SMTP_LISTEN'), localAddress });
    await peer.greets();
    await peer.say('MAIL FROM:<app@credentials.test>');
    await peer.next();
    await peer.say('RCPT TO:<ann@example.test>');
    const reply = await peer.next();
    peer.close();
    return reply?.code === 250;
  }

  describe('of type API', () => {
    it('speaks for its mail server and nothing else', async () => {
      const { viewer } = await tenant.api.run(OWN_SERVER);
      expect(viewer).toEqual({
        permissions: [
          'SERVERS_READ',
          'DOMAINS_READ',
          'MESSAGES_READ',
          'MESSAGES_SEND',
          'DELIVERIES_MANAGE',
          'EVENTS_READ',
        ],
        user: null,
        mailServer: { id: tenant.serverId },
      });
      const { errors } = await tenant.api.ask(REVOKE, { input: { credentialId: 'any' } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('shows its secret once and is stored as a hash', async () => {
      const input = { idempotencyKey: 'api-once' };
      const first = await create(input);
      const again = await create(input);
      const secret = 'secret' in first ? (first.secret ?? '') : '';

      expect(secret).toMatch(/^phk_[A-Za-z0-9]{32}$/);
      expect(again).toEqual({ ...first, secret: null });
      const rows = await world.database.query<{ row: string }[]>(
        "SELECT CONCAT_WS(' ', name, hint, secret_hash, HEX(secret_hash)) AS row FROM credentials",
      );
      expect(rows.map(({ row }) => row).join()).not.toContain(secret.slice(4, 20));
    });

    it('does not work any more at once when it is revoked', async () => {
      const { id, secret } = await createCredential(world.admin, tenant.serverId, 'API');
      const client = world.anonymous.bearer(secret);
      await client.run(OWN_SERVER);
      await world.admin.run(REVOKE, { input: { credentialId: id } });
      expect((await client.ask(OWN_SERVER)).status).toBe(401);
    });
  });

  describe('of type SMTP', () => {
    it('takes its own user name with its own password only', async () => {
      const one = await createCredential(world.admin, tenant.serverId, 'SMTP');
      const two = await createCredential(world.admin, tenant.serverId, 'SMTP');
      const api = await createCredential(world.admin, tenant.serverId, 'API');

      expect(one.username).toMatch(/^production-[a-z0-9]{6}$/);
      expect(await authenticates(one.username ?? '', one.secret)).toBe(true);
      expect(await authenticates(two.username ?? '', one.secret)).toBe(false);
      expect(await authenticates(one.username ?? '', `${one.secret}x`)).toBe(false);
      expect(await authenticates(one.username ?? '', api.secret)).toBe(false);
      expect((await world.anonymous.bearer(one.secret).ask(OWN_SERVER)).status).toBe(401);
    });

    it('does not work any more at once when it is revoked', async () => {
      const { id, username, secret } = await createCredential(world.admin, tenant.serverId, 'SMTP');
      expect(await authenticates(username ?? '', secret)).toBe(true);
      await world.admin.run(REVOKE, { input: { credentialId: id } });
      expect(await authenticates(username ?? '', secret)).toBe(false);
    });

    it('notes when it was last used', async () => {
      const { id, username, secret } = await createCredential(world.admin, tenant.serverId, 'SMTP');
      const lastUsedAt = async () => {
        const { node } = await world.admin.run(
          graphql(`
            query CredentialUse($id: ID!) {
              node(id: $id) {
                ... on Credential {
                  lastUsedAt
                }
              }
            }
          `),
          { id },
        );
        return node && 'lastUsedAt' in node ? node.lastUsedAt : undefined;
      };
      expect(await lastUsedAt()).toBeNull();
      await authenticates(username ?? '', secret);
      expect(await lastUsedAt()).not.toBeNull();
    });
  });

  describe('of type SMTP_IP', () => {
    it('lets its network in until it is revoked, and nobody else', async () => {
      const { id } = await createCredential(world.admin, tenant.serverId, 'SMTP_IP', {
        network: '127.77.1.0/24',
      });
      expect(await submitsFrom('127.77.1.9')).toBe(true);
      expect(await submitsFrom('127.77.2.9')).toBe(false);
      await world.admin.run(REVOKE, { input: { credentialId: id } });
      expect(await submitsFrom('127.77.1.9')).toBe(false);
    });

    it('gives way to a longer prefix, and to an older credential with the same one', async () => {
      const other = await world.aServer();
      await createCredential(world.admin, other.serverId, 'SMTP_IP', { network: '127.78.0.0/16' });
      await createCredential(world.admin, tenant.serverId, 'SMTP_IP', { network: '127.78.1.0/24' });
      await createCredential(world.admin, other.serverId, 'SMTP_IP', { network: '127.78.1.0/24' });

      const { credentials } = world.services;
      const idOf = (serverId: string) =>
        Buffer.from(serverId, 'base64url').toString().split(':')[1];
      expect(String((await credentials.authenticateIp('127.78.1.5'))?.server.id)).toBe(
        idOf(tenant.serverId),
      );
      expect(String((await credentials.authenticateIp('127.78.2.5'))?.server.id)).toBe(
        idOf(other.serverId),
      );
      expect(String((await credentials.authenticateIp('::ffff:127.78.1.5'))?.server.id)).toBe(
        idOf(tenant.serverId),
      );
    });

    it.each([
      ['192.0.2.77', '192.0.2.77/32'],
      ['192.0.2.77/24', '192.0.2.0/24'],
      ['::ffff:192.0.2.77', '192.0.2.77/32'],
      ['::ffff:192.0.2.77/120', '192.0.2.0/24'],
      ['2001:DB8::1', '2001:db8::1/128'],
      ['2001:db8:ffff::/33', '2001:db8:8000::/33'],
    ])('writes %s as %s', async (network, canonical) => {
      expect(await create({ type: 'SMTP_IP', network })).toMatchObject({
        secret: null,
        credential: { network: canonical, username: null, hint: null },
      });
    });

    it.each([
      null,
      '',
      '0.0.0.0/0',
      '10.0.0.0/7',
      '::/0',
      '10.0.0.0/33',
      '10.1',
      '1.2.3.4/',
      'fe80::1%eth0',
      'host.test',
    ])('refuses the network %p', async (network) => {
      expect(await create({ type: 'SMTP_IP', network })).toMatchObject({
        code: 'InvalidNetwork',
        path: ['input', 'network'],
      });
    });

    it('is the only type with a network', async () => {
      expect(await create({ type: 'SMTP', network: '192.0.2.1' })).toMatchObject({
        code: 'InvalidNetwork',
      });
    });
  });

  it('holds the mail that it submits where that is wanted', async () => {
    const { id, secret } = await createCredential(world.admin, tenant.serverId, 'API');
    await world.admin.run(HOLD, { input: { credentialId: id, hold: true } });
    const { sendMessage } = await world.anonymous.bearer(secret).run(
      graphql(`
        mutation SendHeld($input: SendMessageInput!) {
          sendMessage(input: $input) {
            __typename
            ... on SendMessageSuccess {
              message {
                id
              }
            }
          }
        }
      `),
      {
        input: {
          mailServerId: tenant.serverId,
          from: 'app@credentials.test',
          to: ['held@example.test'],
          subject: 'Held',
          text: 'Held.',
        },
      },
    );
    const message = 'message' in sendMessage ? await tenant.message(sendMessage.message.id) : null;
    expect(message?.deliveries.nodes).toMatchObject([{ status: 'HELD' }]);
  });
});

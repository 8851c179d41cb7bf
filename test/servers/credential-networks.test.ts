/**
 * D-18 for credentials of mail servers: an API key or SMTP password is worth nothing outside its networks,
 * and nobody is told why; a change holds for what is open. Who owns the credential reads of it in the audit log.
 *
 * Controls: the same credential is taken at home, and one without networks anywhere.
 */
import WebSocket from 'ws';
import { LIMITS } from '../../src/config/limits.js';
import { graphql } from '../gql/index.js';
import type { UpdateCredentialInput } from '../gql/graphql.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { Visitor } from '../support/visitor.js';
import { startWorld, type World } from '../support/world.js';

const UPDATE = graphql(`
  mutation LimitCredential($input: UpdateCredentialInput!) {
    updateCredential(input: $input) {
      __typename
      ... on UpdateCredentialSuccess {
        credential {
          hold
          allowedNetworks
        }
      }
      ... on Refusal {
        code
        path
      }
    }
  }
`);
const CREATE = graphql(`
  mutation CreateLimitedCredential($input: CreateCredentialInput!) {
    createCredential(input: $input) {
      __typename
      ... on CreateCredentialSuccess {
        credential {
          allowedNetworks
        }
      }
      ... on Refusal {
        code
        path
      }
    }
  }
`);
const WHO = graphql(`
  query LimitedWho {
    viewer {
      mailServer {
        id
      }
    }
  }
`);
const REFUSED = graphql(`
  query RefusedCredentials($id: ID!) {
    node(id: $id) {
      ... on Organization {
        auditLog(first: 100, filter: { actions: ["credential.refused"] }) {
          nodes {
            ipAddress
            subjectId
          }
        }
      }
    }
  }
`);

const HOME = '127.11.0.1';
const AWAY = '127.11.1.1';
const HOME_NETWORK = '127.11.0.0/24';

describe('D-18 the networks of a credential', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api', 'smtp'] });
    shop = await world.aServer({ verifiedDomain: 'networks.test' });
  });
  afterAll(() => world.stop());

  async function update(input: UpdateCredentialInput) {
    return (await world.admin.run(UPDATE, { input })).updateCredential;
  }

  async function atHome(type: 'API' | 'SMTP') {
    const credential = await createCredential(world.admin, shop.serverId, type);
    await update({ credentialId: credential.id, allowedNetworks: [HOME_NETWORK] });
    return { ...credential, username: credential.username ?? '' };
  }

  const http = (secret: string, from: string) =>
    new Visitor(world.admin.url, from).with({ authorization: `Bearer ${secret}` }).ask(WHO);

  /** A socket that says who it is, and then what it hears, one after the other. */
  async function socket(secret: string, from: string) {
    const url = world.admin.url.replace(/^http/, 'ws');
    const peer = new WebSocket(url, 'graphql-transport-ws', { localAddress: from });
    const heard: string[] = [];
    let wake: (() => void) | undefined;
    const note = (what: string) => {
      heard.push(what);
      wake?.();
    };
    peer.on('close', (code) => note(String(code)));
    peer.on('message', (data: Buffer) => note((JSON.parse(data.toString()) as Heard).type));
    await new Promise((resolve, reject) => peer.once('open', resolve).once('error', reject));
    const payload = { authorization: `Bearer ${secret}` };
    peer.send(JSON.stringify({ type: 'connection_init', payload }));
    return {
      next: async () => {
        if (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        return heard.shift();
      },
      ask: (id: string) =>
        peer.send(
          JSON.stringify({
            id,
            type: 'subscribe',
            payload: { query: '{ viewer { __typename } }' },
          }),
        ),
      close: () => peer.close(),
    };
  }

  async function session(from: string): Promise<SmtpPeer> {
    const peer = await SmtpPeer.connect({
      ...world.address('SUBMISSION_LISTEN'),
      localAddress: from,
    });
    await peer.greets();
    return peer;
  }

  async function auth(peer: SmtpPeer, username: string, secret: string) {
    await peer.say(`AUTH PLAIN ${Buffer.from(`\0${username}\0${secret}`).toString('base64')}`);
    return peer.next();
  }

  async function login(username: string, secret: string, from: string) {
    const peer = await session(from);
    const reply = await auth(peer, username, secret);
    peer.close();
    return reply;
  }

  async function refusals() {
    const { node } = await world.admin.run(REFUSED, { id: shop.organizationId });
    return node && 'auditLog' in node ? node.auditLog.nodes : [];
  }

  it('hold for an API key over HTTP and WebSocket, and the refusal says nothing', async () => {
    const { id, secret } = await atHome('API');
    const anywhere = await createCredential(world.admin, shop.serverId, 'API');
    const unknown = `phk_${'x'.repeat(32)}`;

    expect((await http(secret, HOME)).data?.viewer?.mailServer?.id).toBe(shop.serverId);
    expect((await http(anywhere.secret, AWAY)).status).toBe(200);
    const [away, wrong] = [await http(secret, AWAY), await http(unknown, AWAY)];
    expect(away.status).toBe(401);
    expect([away.status, away.text]).toEqual([wrong.status, wrong.text]);

    const sockets = await Promise.all([
      socket(secret, HOME),
      socket(secret, AWAY),
      socket(unknown, AWAY),
    ]);
    const first = await Promise.all(sockets.map((each) => each.next()));
    expect(first).toEqual(['connection_ack', '4403', '4403']);

    const [open] = sockets;
    open.ask('1');
    expect(await open.next()).toBe('next');
    expect(await open.next()).toBe('complete');
    await update({ credentialId: id, allowedNetworks: ['192.0.2.0/24'] });
    open.ask('2');
    expect(await open.next()).toBe('4403');
    expect((await http(secret, HOME)).status).toBe(401);
    await update({ credentialId: id, allowedNetworks: null });
    expect((await http(secret, AWAY)).status).toBe(200);
    for (const each of sockets) each.close();
  });

  it('hold for an SMTP password and for the sessions that are open', async () => {
    const { id, username, secret } = await atHome('SMTP');

    expect(await login(username, secret, HOME)).toMatchObject({ code: 235 });
    const away = await login(username, secret, AWAY);
    expect(away).toMatchObject({ code: 535 });
    expect(away).toEqual(await login(username, `${secret}x`, HOME));

    const open = await session(HOME);
    await auth(open, username, secret);
    await open.say('MAIL FROM:<app@networks.test>');
    expect(await open.next()).toMatchObject({ code: 250 });
    await update({ credentialId: id, allowedNetworks: ['192.0.2.0/24'] });
    await open.say('RCPT TO:<ann@example.test>');
    expect(await open.next()).toMatchObject({ code: 535 });
    open.close();
  });

  it('are written as those of tokens, and not for SMTP_IP', async () => {
    const networks = ['192.0.2.7', HOME_NETWORK, '127.11.0.9/24', '2001:db8::/32'];
    const input = { mailServerId: shop.serverId, name: 'Limited', type: 'API' as const };
    const create = async (more: object) =>
      (await world.admin.run(CREATE, { input: { ...input, ...more } })).createCredential;

    expect(await create({ allowedNetworks: networks })).toMatchObject({
      credential: { allowedNetworks: ['192.0.2.7/32', HOME_NETWORK, '2001:db8::/32'] },
    });
    expect(await create({ allowedNetworks: ['192.0.2.0/24', 'nowhere'] })).toMatchObject({
      code: 'InvalidAllowedNetwork',
      path: ['input', 'allowedNetworks', '1'],
    });
    const ofNetwork = { type: 'SMTP_IP', network: '127.12.0.0/24', allowedNetworks: networks };
    expect(await create(ofNetwork)).toMatchObject({
      code: 'InvalidAllowedNetwork',
      path: ['input', 'allowedNetworks'],
    });
    const { errors } = await world.admin.ask(CREATE, {
      input: { ...input, allowedNetworks: Array<string>(LIMITS.allowedNetworks + 1).fill(HOME) },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('stay when something else is changed', async () => {
    const { id } = await atHome('API');
    const held = { hold: true, allowedNetworks: [HOME_NETWORK] };
    expect(await update({ credentialId: id, hold: true })).toMatchObject({ credential: held });
    expect(await update({ credentialId: id })).toMatchObject({ credential: held });
  });

  it('and wrong passwords are told to its tenant, once an hour for each address', async () => {
    const { id, username, secret } = await atHome('SMTP');
    const key = await atHome('API');
    const before = (await refusals()).length;

    await login('production-nobody', secret, '127.11.3.1');
    await login(username, 'wrong', '127.11.3.1');
    await login(username, 'wrong again', '127.11.3.1');
    await login(username, secret, '127.11.3.2');
    await http(key.secret, '127.11.3.2');
    const news = async () =>
      (await refusals())
        .slice(before)
        .map(({ subjectId, ipAddress }) => `${subjectId} ${ipAddress}`);
    expect((await news()).sort()).toEqual(
      [`${id} 127.11.3.1`, `${id} 127.11.3.2`, `${key.id} 127.11.3.2`].sort(),
    );

    world.clock.advance(LIMITS.addressWindowMs + 60_000);
    await login(username, 'wrong', '127.11.3.1');
    expect(await news()).toHaveLength(4);
    await Promise.all(
      Array.from({ length: LIMITS.auditedRefusalsPerCredential + 5 }, (_, n) =>
        http(key.secret, `127.11.4.${n}`),
      ),
    );
    expect(await news()).toHaveLength(4 + LIMITS.auditedRefusalsPerCredential);
  });
});

interface Heard {
  readonly type: string;
}

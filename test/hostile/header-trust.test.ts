/**
 * D-19: what a request says of itself in headers that only a proxy could know is believed by nobody: not by the
 * ledger of guesses, the networks of tokens, the audit log, sessions, messages and budgets (all take the address of the
 * connection), not by links in mails and the Secure of cookies (both take PUBLIC_URL), and not by the check of a cookie's
 * origin. There is no setting that would trust a proxy.
 *
 * Controls: a real other address is another; a real other PUBLIC_URL makes cookies Secure.
 */
import WebSocket from 'ws';
import { graphql } from '../gql/index.js';
import { withToken } from '../support/access-tokens.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import type { Tenant } from '../support/tenant.js';
import { Visitor } from '../support/visitor.js';
import { startWorld, type World } from '../support/world.js';

const ADMIN = 'admin@example.test';
const HOME = '127.33.0.1';
const AWAY = '127.33.9.9';

/** Everything by which proxies tell an address, a host or a scheme. */
function forged(address: string, host = 'evil.test', proto = 'https'): Record<string, string> {
  return {
    ...{ 'x-forwarded-for': `${address}, ${address}`, 'x-real-ip': address, via: '1.1 evil.test' },
    ...{ 'x-client-ip': address, 'true-client-ip': address, 'cf-connecting-ip': address },
    ...{ 'x-cluster-client-ip': address, 'fastly-client-ip': address, 'x-forwarded': address },
    forwarded: `for=${address};host=${host};proto=${proto};by=${address}`,
    ...{ 'x-forwarded-host': host, 'x-forwarded-server': host, 'x-original-host': host },
    ...{ 'x-forwarded-proto': proto, 'x-forwarded-scheme': proto, 'x-forwarded-ssl': 'on' },
    ...{ 'x-forwarded-port': '443', 'front-end-https': 'on', 'x-url-scheme': proto, host },
    ...{ 'x-original-url': '/audit/export', 'x-rewrite-url': '/', 'x-forwarded-prefix': '/evil' },
  };
}

const SIGN_IN = graphql(`
  mutation TrustingSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
    }
  }
`);
const WHO = graphql(`
  query TrustingWho {
    viewer {
      user {
        email
      }
    }
  }
`);
const COSTLY = graphql(`
  query TrustingMuch {
    mailServers(first: 50) {
      nodes {
        messages(first: 20) {
          nodes {
            id
          }
        }
      }
    }
  }
`);
const INVITE = graphql(`
  mutation TrustingInvite($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
    }
  }
`);
const RESET = graphql(`
  mutation TrustingReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      __typename
    }
  }
`);
const SEND = graphql(`
  mutation TrustingSend($input: SendMessageInput!) {
    sendMessage(input: $input) {
      __typename
    }
  }
`);

describe('D-19 headers that a proxy would write', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    const settings = { ADMIN_EMAIL: ADMIN, PUBLIC_URL: 'http://posthouse.test/mail' };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  });
  afterAll(() => world.stop());

  const from = (address: string, url = world.admin.url) => new Visitor(url, address);
  const signIn = (visitor: Visitor) =>
    visitor.ask(SIGN_IN, { input: { email: ADMIN, password: ADMIN_PASSWORD } });

  it('do not move a guess to another address, nor bar that address', async () => {
    const guess = (n: number, headers = {}) =>
      from(HOME)
        .with({ authorization: `Bearer pht_${String(n).padStart(32, 'x')}`, ...headers })
        .ask(WHO);
    const heard: number[] = [];
    for (let n = 0; n < 101; n += 1) {
      heard.push((await guess(n, forged(`127.33.1.${n}`))).status);
    }
    expect(heard).toEqual([...Array<number>(100).fill(401), 429]);
    expect((await guess(200)).status).toBe(429);
    const victim = from('127.33.1.1').with({ authorization: `Bearer pht_${'y'.repeat(32)}` });
    expect((await victim.ask(WHO)).status).toBe(401);
    world.clock.advance(3_601_000);
  });

  it('do not bring a token into its network, over HTTP or WebSocket', async () => {
    const { headers } = await withToken(world.admin, { allowedNetworks: [`${HOME}/32`] });
    const status = async (address: string, more = {}) =>
      (
        await from(address)
          .with({ ...headers, ...more })
          .ask(WHO)
      ).status;
    expect(await status(AWAY, forged(HOME))).toBe(401);
    expect(await status(HOME, forged(AWAY))).toBe(200);
    expect(await socket(headers, AWAY, forged(HOME))).toBe('4403');
    expect(await socket(headers, HOME, forged(AWAY))).toBe('connection_ack');
  });

  it('do not stand in the audit log, in sessions or in messages', async () => {
    const { cookie } = await signIn(from(HOME).with(forged(AWAY)));
    const apiKey = { ...shop.api.headers, ...forged(AWAY) };
    const input = { from: 'app@shop.test', to: ['ann@example.test'], subject: 'Hi', text: 'Hi.' };
    const { data } = await from(HOME).with(apiKey).ask(SEND, { input });
    expect([cookie !== null, data?.sendMessage.__typename]).toEqual([true, 'SendMessageSuccess']);
    const seen = async (column: string, table: string) => {
      const rows = await world.database.query<{ ip: string | null }[]>(
        `SELECT DISTINCT ${column} AS ip FROM ${table} WHERE ${column} IS NOT NULL`,
      );
      return rows.map(({ ip }) => String(ip));
    };
    for (const [column, table] of ADDRESSES) {
      const all = await seen(column, table);
      expect([table, all]).toEqual([table, expect.arrayContaining([HOME])]);
      expect(all.filter((ip) => !['127.0.0.1', HOME].includes(ip))).toEqual([]);
    }
  });

  it('do not open a budget of their own', async () => {
    const poor = await world.anotherApi({ API_POINTS: '5000', API_POINTS_PER_SECOND: '1' });
    const isServed = async (address: string, headers: Record<string, string>) => {
      const { errors } = await from(address, poor).with(headers).ask(COSTLY);
      return errors?.[0]?.extensions?.['code'] !== 'RATE_LIMITED';
    };
    const tries = Array.from({ length: 40 }, (_, n) => isServed(HOME, forged(`127.33.2.${n}`)));
    expect(await Promise.all(tries)).toContain(false);
    expect(await isServed(AWAY, {})).toBe(true); // control
  });

  it('do not get into the links of mails', async () => {
    const invited = 'invited@example.test';
    const asAdmin = { ...world.admin.headers, ...forged(AWAY) };
    const input = { organizationId: shop.organizationId, email: invited, role: 'VIEWER' as const };
    const { data } = await from(HOME).with(asAdmin).ask(INVITE, { input });
    expect(data?.inviteMember.__typename).toBe('InviteMemberSuccess');
    await from(HOME)
      .with(forged(AWAY))
      .ask(RESET, { input: { email: ADMIN } });
    for (const address of [invited, ADMIN]) {
      const { raw, parsed } = await world.mailbox(address).receives();
      expect(raw.toString()).not.toContain('evil.test');
      expect(parsed.text).toContain('http://posthouse.test/mail/');
    }
  });

  it('do not decide whether a cookie is Secure', async () => {
    const secureUrl = await world.anotherApi({ PUBLIC_URL: 'https://posthouse.test' });
    const setCookie = async (url: string, headers: Record<string, string>) => {
      const input = { email: ADMIN, password: ADMIN_PASSWORD };
      return (await from(HOME, url).with(headers).ask(SIGN_IN, { input })).setCookie ?? '';
    };
    expect(await setCookie(world.admin.url, forged(AWAY))).toMatch(/SameSite=Strict; Max-Age=\d+$/);
    const other = await setCookie(secureUrl, forged(AWAY, 'evil.test', 'http'));
    expect(other).toMatch(/; Secure$/); // control
  });

  it('do not make another origin one’s own', async () => {
    const asked = async (origin: string, headers: Record<string, string> = {}) => {
      const { cookie = '' } = world.admin.headers;
      return (
        await from(HOME)
          .with({ cookie, ...headers, origin })
          .ask(WHO)
      ).status;
    };
    expect(await asked('http://posthouse.test')).toBe(200); // control
    for (const host of ['evil.test', 'evil.test:443']) {
      for (const origin of [`http://${host}`, `https://${host}`, 'null']) {
        expect([origin, await asked(origin, forged(AWAY, host))]).toEqual([origin, 401]);
        expect([origin, await asked(origin, { host })]).toEqual([origin, 401]);
      }
    }
  });

  it('do not lead to another route or method', async () => {
    const response = await fetch(`${world.admin.url}?query=${encodeURIComponent(CHANGE)}`, {
      headers: {
        ...world.admin.headers,
        ...{
          accept: 'application/json',
          'x-http-method-override': 'POST',
          'x-method-override': 'POST',
        },
        'x-original-url': '/audit/export',
      },
    });
    expect(response.status).toBe(405);
  });

  /** `connection_ack`, or the code with which the socket was closed. */
  function socket(
    payload: Readonly<Record<string, string>>,
    localAddress: string,
    headers: Record<string, string>,
  ): Promise<string> {
    const url = world.admin.url.replace(/^http/, 'ws');
    const peer = new WebSocket(url, 'graphql-transport-ws', { localAddress, headers });
    return new Promise((resolve, reject) => {
      peer.on('open', () => peer.send(JSON.stringify({ type: 'connection_init', payload })));
      peer.on('close', (code) => resolve(String(code)));
      peer.on('error', reject);
      peer.on('message', (data: Buffer) => {
        resolve((JSON.parse(data.toString()) as { type: string }).type);
        peer.close();
      });
    });
  }
});

const CHANGE = 'mutation { signOut { __typename } }';
/** Where the address of a client is written down. */
const ADDRESSES = [
  ['ip_address', 'audit_entries'],
  ['ip_address', 'sessions'],
  ['client_ip', 'messages'],
  ['last_used_ip', 'access_tokens'],
] as const;

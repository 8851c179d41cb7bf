import { LIMITS } from '../../src/config/limits.js';
import { graphql } from '../gql/index.js';
import { eventually } from '../support/eventually.js';
import type { SmtpPeer } from '../support/smtp-peer.js';
import { createCredential } from '../support/tenant.js';
import { base64, beginData, plainToken, RECIPIENT, SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start({ SMTP_AUTH_WITHOUT_TLS: 'never' });
});
afterAll(() => house.stop());

describe('AUTH', () => {
  it('is offered and taken on TLS only', async () => {
    const peer = await house.connect('SUBMISSION_LISTEN');
    expect((await peer.greets()).lines).not.toContain('AUTH PLAIN LOGIN');
    await peer.asks(`AUTH PLAIN ${house.plain}`, 538, '5.7.11');
    await peer.startsTls();
    const { lines } = await peer.asks('EHLO peer.test', 250);
    expect(lines).toContain('AUTH PLAIN LOGIN');
    expect(lines).not.toContain('STARTTLS');
    await peer.asks(`AUTH PLAIN ${house.plain}`, 235);
    expect((await peer.asks('EHLO peer.test', 250)).lines.join()).not.toContain('AUTH');
    peer.close();
  });

  it('refuses a wrong password slowly, and ends the session when that goes on', async () => {
    const wrong = plainToken(house.login.username, 'wrong');
    const peer = await house.greeted('SUBMISSIONS_LISTEN');
    const start = performance.now();
    for (let attempt = 1; attempt < LIMITS.authFailuresPerSession; attempt++)
      await peer.asks(`AUTH PLAIN ${wrong}`, 535, '5.7.8');
    await peer.asks(`AUTH PLAIN ${wrong}`, 421, '4.7.0');
    const waitedMs = performance.now() - start;
    expect(waitedMs).toBeGreaterThan(
      LIMITS.authFailuresPerSession * LIMITS.authFailureDelayMs * 0.9,
    );
    await peer.hearsTheEnd();
  });

  it.each([
    ['another user', () => ['nobody', house.login.password]],
    ['no user', () => ['', house.login.password]],
    ['a user that no credential can name', () => ['wörker 📮', house.login.password]],
    ['no password', () => [house.login.username, '']],
    ['user and password exchanged', () => [house.login.password, house.login.username]],
  ])('refuses %s', async (_, login) => {
    const [username = '', password = ''] = login();
    const peer = await house.greeted('SUBMISSIONS_LISTEN');
    await peer.asks(`AUTH PLAIN ${plainToken(username, password)}`, 535, '5.7.8');
    await peer.asks('MAIL FROM:<app@shop.test>', 530, '5.7.0');
    peer.close();
  });

  it('lets nobody act for somebody else', async () => {
    const { username, password } = house.login;
    const peer = await house.greeted('SUBMISSIONS_LISTEN');
    await peer.asks(`AUTH PLAIN ${base64(`other\0${username}\0${password}`)}`, 535, '5.7.8');
    await peer.asks(`AUTH PLAIN ${base64(`${username}\0${username}\0${password}`)}`, 235, '2.7.0');
    peer.close();
  });

  it('says that it cannot tell while the database is out of order', async () => {
    const { database } = house.world;
    const peer = await house.greeted('SUBMISSIONS_LISTEN');
    await database.query('RENAME TABLE credentials TO credentials_away');
    const reply = await peer.asks(`AUTH PLAIN ${plainToken('a', 'not seen before')}`, 454, '4.7.0');
    await database.query('RENAME TABLE credentials_away TO credentials');
    expect(reply.lines.join()).not.toContain('credentials');
    await peer.asks(`AUTH PLAIN ${house.plain}`, 235, '2.7.0');
    peer.close();
  });
});

describe('D-07 a credential that changes while its session is open', () => {
  it('ends the session at the next MAIL once it is revoked', async () => {
    const { id, peer } = await loggedInAnew();
    await peer.asks('MAIL FROM:<app@shop.test>', 250);
    await peer.asks('RSET', 250);
    await house.world.admin.run(REVOKE, { input: { credentialId: id } });
    await peer.asks('MAIL FROM:<app@shop.test>', 535, '5.7.8');
    await peer.hearsTheEnd();
  });

  it('does so within a second or two when another process revoked it', async () => {
    const { username, peer } = await loggedInAnew();
    await peer.asks('MAIL FROM:<app@shop.test>', 250);
    await house.world.database.query(
      'UPDATE credentials SET revoked_at = UTC_TIMESTAMP() WHERE username = ?',
      [username],
    );
    const start = performance.now();
    // the next MAIL hears it, or the session is ended before
    const isRefused = async () => {
      await peer.say('RSET');
      if ((await peer.next())?.enhanced === '4.7.0') return true;
      await peer.say('MAIL FROM:<app@shop.test>');
      const reply = await peer.next();
      return reply?.code === 535 || reply?.enhanced === '4.7.0';
    };
    await eventually(isRefused, (refused) => refused);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('holds the mail of the session once it is put on hold', async () => {
    const { id, peer } = await loggedInAnew();
    await house.world.admin.run(HOLD, { input: { credentialId: id, hold: true } });
    await beginData(peer);
    await peer.asks('From: app@shop.test\r\n\r\nheld\r\n.', 250);
    peer.close();
    const [delivery] = await house.world.database.query<{ status: string }[]>(
      'SELECT status FROM deliveries ORDER BY id DESC LIMIT 1',
    );
    expect(delivery?.status).toBe('HELD');
  });

  const REVOKE = graphql(`
    mutation RevokeOfOpenSession($input: RevokeCredentialInput!) {
      revokeCredential(input: $input) {
        __typename
      }
    }
  `);
  const HOLD = graphql(`
    mutation HoldOfOpenSession($input: UpdateCredentialInput!) {
      updateCredential(input: $input) {
        __typename
      }
    }
  `);

  async function loggedInAnew(): Promise<{ id: string; username: string; peer: SmtpPeer }> {
    const { admin } = house.world;
    const { id, username, secret } = await createCredential(admin, house.shop.serverId, 'SMTP');
    const peer = await house.greeted('SUBMISSIONS_LISTEN');
    await peer.logsIn(username ?? '', secret);
    return { id, username: username ?? '', peer };
  }
});

describe('SMTP_IP (M-02)', () => {
  beforeAll(async () => {
    const network = '127.3.3.0/24';
    await createCredential(house.world.admin, house.shop.serverId, 'SMTP_IP', { network });
  });

  it('lets a peer of that network send without AUTH on the listener for mail servers', async () => {
    const peer = await house.greeted('SMTP_LISTEN', { localAddress: '127.3.3.3' });
    await beginData(peer);
    await peer.asks('From: app@shop.test\r\n\r\nby address\r\n.', 250, '2.0.0');
    peer.close();
    const other = await house.greeted('SUBMISSION_LISTEN', { localAddress: '127.3.3.3' });
    await other.asks('MAIL FROM:<app@shop.test>', 530, '5.7.0');
    other.close();
  });

  it.each([
    'PROXY TCP4 127.3.3.3 127.0.0.1 40000 25',
    'PROXY TCP6 ::ffff:127.3.3.3 ::1 40000 25',
    '\r\n\r\n\0\r\nQUIT\n',
    'XCLIENT ADDR=127.3.3.3',
    'XCLIENT ADDR=IPV6:::ffff:127.3.3.3 NAME=good.test',
    'XFORWARD ADDR=127.3.3.3',
    'EHLO 127.3.3.3',
    'EHLO [127.3.3.3]',
    'HELO [IPv6:::ffff:127.3.3.3]',
  ])('believes the connection alone, not %j', async (claim) => {
    const peer = await house.connect('SMTP_LISTEN', { localAddress: '127.3.4.3' });
    await peer.say(claim);
    await peer.say('EHLO peer.test');
    await peer.say('MAIL FROM:<app@shop.test>');
    await peer.say(`RCPT TO:<${RECIPIENT}>`);
    await peer.say('QUIT');
    const codes = (await peer.rest()).map(({ code }) => code);
    expect(codes.slice(-4)).toEqual([250, 250, 550, 221]);
  });
});

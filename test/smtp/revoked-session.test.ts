import { graphql } from '../gql/index.js';
import type { SmtpPeer } from '../support/smtp-peer.js';
import { createCredential } from '../support/tenant.js';
import { SmtpHouse, RECIPIENT } from './smtp-house.js';

/** Revocation holds at the next command, and at the latest when a session was idle for some seconds. */
describe('D-07 a session whose credential is revoked', () => {
  let house: SmtpHouse;
  beforeAll(async () => (house = await SmtpHouse.start()));
  afterAll(() => house.stop());

  const STEPS: readonly [string, string[], string][] = [
    ['MAIL', [], 'MAIL FROM:<app@shop.test>'],
    ['RCPT', ['MAIL FROM:<app@shop.test>'], `RCPT TO:<${RECIPIENT}>`],
    ['DATA', ['MAIL FROM:<app@shop.test>', `RCPT TO:<${RECIPIENT}>`], 'DATA'],
  ];

  it.each(STEPS)('is refused and ended at its next command: %s', async (_name, before, next) => {
    const { peer, id } = await loggedIn();
    for (const line of before) await peer.asks(line, 250);
    await revoke(id);
    await peer.asks(next, 535, '5.7.8');
    await peer.hearsTheEnd();
  });

  it('hands in nothing whose end comes after it', async () => {
    const { peer, id } = await loggedIn();
    for (const line of [...STEPS[2]![1]]) await peer.asks(line, 250);
    await peer.asks('DATA', 354);
    await peer.say('From: app@shop.test\r\n\r\nrevoked on the way');
    const before = await house.countMessages();
    await revoke(id);
    await peer.asks('.', 535, '5.7.8');
    await peer.hearsTheEnd();
    expect(await house.countMessages()).toBe(before);
  });

  it('is told so and ended while it does nothing, and others are not', async () => {
    const other = await loggedIn();
    const idle = await loggedIn();
    const inMail = await loggedIn();
    await inMail.peer.asks('MAIL FROM:<app@shop.test>', 250);
    await Promise.all([revoke(idle.id), revoke(inMail.id)]);
    for (const { peer } of [idle, inMail]) {
      await peer.hears(421, '4.7.0');
      await peer.hearsTheEnd();
    }
    await other.peer.asks('MAIL FROM:<app@shop.test>', 250);
    other.peer.close();
  });

  it('ends as well when its address is no longer trusted', async () => {
    const { id } = await createCredential(house.world.admin, house.shop.serverId, 'SMTP_IP', {
      network: '127.3.3.0/24',
    });
    const peer = await house.greeted('SMTP_LISTEN', { localAddress: '127.3.3.3' });
    await peer.asks('MAIL FROM:<app@shop.test>', 250);
    await peer.asks(`RCPT TO:<${RECIPIENT}>`, 250);
    await revoke(id);
    await peer.hears(421, '4.7.0');
    await peer.hearsTheEnd();
  });

  it('ends with its mail server', async () => {
    const shop = await house.world.aServer();
    const { username, secret } = await createCredential(house.world.admin, shop.serverId, 'SMTP');
    const peer = await house.greeted('SUBMISSIONS_LISTEN');
    await peer.logsIn(username ?? '', secret);
    const { node } = await house.world.admin.run(NAME, { id: shop.serverId });
    const name = node?.__typename === 'MailServer' ? node.name : '';
    const { deleteMailServer } = await house.world.admin.run(DELETE, {
      input: { mailServerId: shop.serverId, name },
    });
    expect(deleteMailServer.__typename).toBe('DeleteMailServerSuccess');
    await peer.hears(421, '4.7.0');
    await peer.hearsTheEnd();
  });

  const REVOKE = graphql(`
    mutation RevokeOfIdleSession($input: RevokeCredentialInput!) {
      revokeCredential(input: $input) {
        __typename
      }
    }
  `);
  const NAME = graphql(`
    query NameUnderSession($id: ID!) {
      node(id: $id) {
        __typename
        ... on MailServer {
          name
        }
      }
    }
  `);
  const DELETE = graphql(`
    mutation DeleteUnderSession($input: DeleteMailServerInput!) {
      deleteMailServer(input: $input) {
        __typename
      }
    }
  `);

  async function revoke(credentialId: string): Promise<void> {
    const { revokeCredential } = await house.world.admin.run(REVOKE, { input: { credentialId } });
    expect(revokeCredential.__typename).toBe('RevokeCredentialSuccess');
  }

  async function loggedIn(): Promise<{ readonly id: string; readonly peer: SmtpPeer }> {
    const { admin } = house.world;
    const { id, username, secret } = await createCredential(admin, house.shop.serverId, 'SMTP');
    const peer = await house.greeted('SUBMISSIONS_LISTEN');
    await peer.logsIn(username ?? '', secret);
    return { id, peer };
  }
});

import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { eventually } from '../support/eventually.js';

let world: World;
let shop: Tenant;
let returnPath: string;
beforeAll(async () => {
  world = await startWorld();
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
  await shop.send({ to: ['ann@example.test'] });
  await world.mailbox('ann@example.test').receives();
  returnPath = world.mailbox('ann@example.test').mails[0]?.mailFrom ?? '';
});
afterAll(() => world.stop());

describe('the return path of a delivery', () => {
  it.each(['<>', '<mailer-daemon@receiver.test>'])('takes a bounce from %s', async (sender) => {
    const before = await bounces();
    const peer = await stranger();
    await peer.asks(`MAIL FROM:${sender}`, 250);
    await peer.asks(`RCPT TO:<${returnPath}>`, 250, '2.1.5');
    await peer.asks('DATA', 354);
    await peer.asks(
      'From: mailer-daemon@receiver.test\r\nSubject: Undelivered\r\n\r\nno\r\n.',
      250,
    );
    peer.close();
    const events = await eventually(bounces, (found) => found.length === before.length + 1);
    expect(events.at(-1)).toMatchObject({ recipient: 'ann@example.test' });
    const [stored] = await world.database.query<Record<string, unknown>[]>(
      `SELECT direction, subject FROM messages ORDER BY id DESC LIMIT 1`,
    );
    expect(stored).toMatchObject({ direction: 'INCOMING', subject: 'Undelivered' });
  });

  it.each([
    ['altered', () => returnPath.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))],
    ['altered at its end', () => returnPath.replace(/.@/, (last) => (last === 'q@' ? 'a@' : 'q@'))],
    ['at another domain', () => returnPath.replace(/@.*/, '@shop.test')],
    ['longer', () => `a${returnPath}`],
    ['with a tag', () => returnPath.replace('@', '+x@')],
  ])('is nobody when it is %s', async (_, alter) => {
    const peer = await stranger();
    await peer.asks('MAIL FROM:<>', 250);
    await peer.asks(`RCPT TO:<${alter()}>`, 550, '5.7.1');
    peer.close();
  });

  it('stands in any case of letters', async () => {
    const peer = await stranger();
    await peer.asks('MAIL FROM:<>', 250);
    await peer.asks(`RCPT TO:<${returnPath.toUpperCase()}>`, 250);
    peer.close();
  });

  it('is gone with its delivery', async () => {
    await world.database.query('DELETE FROM deliveries');
    const peer = await stranger();
    await peer.asks('MAIL FROM:<>', 250);
    await peer.asks(`RCPT TO:<${returnPath}>`, 250);
    await peer.asks('DATA', 354);
    await peer.asks('Subject: late\r\n\r\n.', 550, '5.1.1');
    peer.close();
  });
});

async function stranger(): Promise<SmtpPeer> {
  const peer = await SmtpPeer.connect(world.address('SMTP_LISTEN'));
  await peer.greets('mx.receiver.test');
  return peer;
}

/** What was announced about bounces of that delivery. */
async function bounces(): Promise<Record<string, unknown>[]> {
  const rows = await world.database.query<{ data: Record<string, unknown> | string }[]>(
    "SELECT data FROM events WHERE kind = 'BOUNCE_RECEIVED' ORDER BY position",
  );
  return rows.map(({ data }) =>
    typeof data === 'string' ? (JSON.parse(data) as Record<string, unknown>) : data,
  );
}

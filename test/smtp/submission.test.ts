import { beginData, RECIPIENT, SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start();
});
afterAll(() => house.stop());

describe('an accepted message', () => {
  it('is named by the id that the API knows', async () => {
    const peer = await house.submitter();
    await beginData(peer);
    const reply = await peer.asks('From: app@shop.test\r\nSubject: By SMTP\r\n\r\nhi\r\n.', 250);
    const id = /^Ok: queued as (\S+)$/.exec(reply.lines[0] ?? '')?.[1] ?? '';
    expect((await house.shop.message(id))?.subject).toBe('By SMTP');
    peer.close();
  });

  it('carries its envelope: DSN wishes, SMTPUTF8, each recipient once', async () => {
    const peer = await house.submitter();
    await peer.asks('MAIL FROM:<app@shop.test> RET=HDRS ENVID=order+2B17 SMTPUTF8', 250);
    await peer.asks(
      'RCPT TO:<one@example.test> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;o+2Bne@x.test',
      250,
    );
    await peer.asks('RCPT TO:<one@EXAMPLE.test>', 250);
    await peer.asks('RCPT TO:<zwei@bücher.test>', 250);
    await peer.asks('DATA', 354);
    await peer.asks('From: app@shop.test\r\n\r\nhi\r\n.', 250);
    peer.close();
    const { database } = house.world;
    const [message] = await database.query<Record<string, unknown>[]>(
      'SELECT id, mail_from, dsn_ret, dsn_envid FROM messages ORDER BY id DESC LIMIT 1',
    );
    const deliveries = await database.query<Record<string, unknown>[]>(
      'SELECT recipient, dsn_notify, dsn_orcpt FROM deliveries WHERE message_id = ? ORDER BY id',
      [message?.['id']],
    );
    expect(message).toMatchObject({
      mail_from: 'app@shop.test',
      dsn_ret: 'HDRS',
      dsn_envid: 'order+17',
    });
    expect(deliveries.map((row) => ({ ...row }))).toEqual([
      {
        recipient: 'one@example.test',
        dsn_notify: ['SUCCESS', 'DELAY'],
        dsn_orcpt: 'rfc822;o+ne@x.test',
      },
      { recipient: 'zwei@xn--bcher-kva.test', dsn_notify: null, dsn_orcpt: null },
    ]);
  });

  it('gets a trace field on top', async () => {
    const peer = await house.greeted('SUBMISSION_LISTEN');
    await peer.startsTls();
    await peer.asks('EHLO app.shop.test', 250);
    await peer.asks(`AUTH PLAIN ${house.plain}`, 235);
    await beginData(peer);
    await peer.asks('From: app@shop.test\r\n\r\nhi\r\n.', 250);
    const [field = ''] = (await house.lastContent()).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
    expect(field).toMatch(
      /^Received: from app\.shop\.test \(\[127\.0\.0\.1\]\) \(using TLSv1\.3 \S+\) by mail\.posthouse\.test with ESMTPSA id \S+ for <ann@example\.test>; /,
    );
    peer.close();
  });
});

describe('a refused message', () => {
  it.each([
    ['a From that nobody verified', 'From: app@stranger.test\r\n\r\n.', 550, '5.7.1'],
    ['no From', 'Subject: x\r\n\r\n.', 550, '5.6.0'],
    ['two From fields', 'From: app@shop.test\r\nFrom: b@shop.test\r\n\r\n.', 550, '5.6.0'],
    ['a header that is none', 'From: app@shop.test\r\nnonsense\r\n\r\n.', 550, '5.6.0'],
    [
      'too many trace fields',
      `From: app@shop.test\r\n${'Received: x\r\n'.repeat(51)}\r\n.`,
      554,
      '5.4.6',
    ],
    [
      'an endless header',
      `From: app@shop.test\r\n${`X: ${'y'.repeat(900)}\r\n`.repeat(300)}\r\n.`,
      552,
      '5.3.4',
    ],
  ])('with %s is told why', async (_, content, code, enhanced) => {
    const before = await house.countMessages();
    const peer = await house.submitter();
    await beginData(peer);
    await peer.asks(content, code, enhanced);
    await peer.asks('RCPT TO:<x@y.test>', 503, '5.5.1'); // the transaction is over
    peer.close();
    expect(await house.countMessages()).toBe(before);
  });

  it('of a suspended server says the reason', async () => {
    const { admin } = house.world;
    const peer = await house.submitter();
    const mailServerId = house.shop.serverId;
    await admin.ask(
      'mutation ($input: SuspendMailServerInput!) { suspendMailServer(input: $input) { __typename } }',
      { input: { mailServerId, reason: 'unpaid' } },
    );
    const { lines } = await peer.asks('MAIL FROM:<app@shop.test>', 550, '5.7.1');
    await admin.ask(
      'mutation ($input: UnsuspendMailServerInput!) { unsuspendMailServer(input: $input) { __typename } }',
      { input: { mailServerId } },
    );
    expect(lines).toEqual(['Mail server is suspended: unpaid']);
    await peer.asks('MAIL FROM:<app@shop.test>', 250);
    peer.close();
  });
});

describe('X-Idempotency-Key', () => {
  it('gives the first message again, and is not passed on', async () => {
    const before = await house.countMessages();
    const first = await submit('order 17', 'first try');
    const second = await submit('order 17', 'second try');
    expect(second.lines).toEqual(first.lines);
    expect(await house.countMessages()).toBe(before + 1);
    expect(await house.lastContent()).not.toContain('order 17');
  });

  it('refuses another envelope under the same key', async () => {
    await submit('order 18', 'x');
    const peer = await house.submitter();
    await beginData(peer, 'other@shop.test');
    await peer.asks('From: app@shop.test\r\nX-Idempotency-Key: order 18\r\n\r\n.', 550, '5.5.0');
    peer.close();
  });

  it.each([
    ['is empty', 'X-Idempotency-Key: \r\n'],
    ['comes twice', 'X-Idempotency-Key: a\r\nx-idempotency-key: a\r\n'],
    ['is too long', `X-Idempotency-Key: ${'k'.repeat(256)}\r\n`],
    ['is not ASCII', 'X-Idempotency-Key: schlüssel\r\n'],
  ])('is refused when it %s', async (_, field) => {
    const peer = await house.submitter();
    await beginData(peer);
    await peer.asks(`From: app@shop.test\r\n${field}\r\n.`, 550, '5.6.0');
    peer.close();
  });

  async function submit(key: string, text: string) {
    const peer = await house.submitter();
    await beginData(peer);
    const content = `From: app@shop.test\r\nX-Idempotency-Key: ${key}\r\n\r\n${text}\r\n.`;
    const reply = await peer.asks(content, 250, '2.0.0');
    await peer.asks('QUIT', 221);
    return reply;
  }
});

it('never mixes two tenants that share one listener', async () => {
  const other = await house.world.aServer({ verifiedDomain: 'other.test' });
  const { username, password } = await other.smtpLogin();
  const peer = await house.greeted('SUBMISSION_LISTEN');
  await peer.logsIn(username, password);
  await peer.asks('MAIL FROM:<app@other.test>', 250);
  await peer.asks(`RCPT TO:<${RECIPIENT}>`, 250);
  await peer.asks('DATA', 354);
  await peer.asks('From: app@shop.test\r\n\r\n.', 550, '5.7.1');
  peer.close();
});

import type { SmtpPeer } from '../support/smtp-peer.js';
import { SmtpHouse } from './smtp-house.js';

/** M-01: a stranger reaches nobody through us, however the recipient is written. */

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start();
});
afterAll(() => house.stop());

const SENDERS = [
  '<>',
  '<victim@target.test>',
  '<app@shop.test>',
  '<postmaster@mail.posthouse.test>',
  '<root@localhost>',
  '<a@[127.0.0.1]>',
];
const OURS = [
  'mail.posthouse.test',
  'shop.test',
  'localhost',
  '[127.0.0.1]',
  'rp.posthouse.localhost',
  'psrp.shop.test',
];
const TARGET = 'victim@target.test';

/** Ways to write "victim at target.test, by way of you", some of them nonsense. */
function forms(): string[] {
  const viaUs = OURS.flatMap((host) => [
    `<victim%target.test@${host}>`,
    `<${TARGET}@${host}>`,
    `<@${host}:${TARGET}>`,
    `<@${host},@relay.test:${TARGET}>`,
    `<target.test!victim@${host}>`,
    `<${host}!target.test!victim>`,
    `<"${TARGET}"@${host}>`,
    `<"victim%target.test"@${host}>`,
    `<"victim\\@target.test"@${host}>`,
    `<victim\\@target.test@${host}>`,
    `<"\\"${TARGET}\\""@${host}>`,
    `<victim%target.test%${host}@${host}>`,
    `<victim@target.test.${host}>`,
    `<victim@${host}@target.test>`,
    `<victim@${host}.target.test>`,
    `<victim=target.test@${host}>`,
    `<victim+target.test@${host}>`,
    `<${TARGET}(@${host})>`,
    `<(${host})${TARGET}>`,
    `<postmaster@${host}>`,
    `<abuse@${host}>`,
    `<aaaaaaaaaaaaaaaaaaaaaaaaaa@${host}>`,
    `<AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA@${host}>`,
    `<victim @${host}>`,
    `<:${TARGET}@${host}>`,
    `<@${host}:@target.test:victim@${host}>`,
  ]);
  const plain = [
    `<${TARGET}>`,
    `<${TARGET.toUpperCase()}>`,
    `<${TARGET}.>`,
    `<"victim"@target.test>`,
    `<victim@[192.0.2.1]>`,
    `<victim@[IPv6:2001:db8::1]>`,
    `<victim@xn--trget-gra.test>`,
    `<@target.test:victim>`,
    `<victim>`,
    `<postmaster>`,
    `<Postmaster>`,
    '<>',
    TARGET,
    `<${TARGET}> NOTIFY=NEVER`,
    `<<${TARGET}>>`,
    `<${TARGET}`,
    `${TARGET}>`,
    `< ${TARGET} >`,
    `<${TARGET},other@target.test>`,
    `<${TARGET};other@target.test>`,
    `<vic"tim@target.test>`,
    `<vic\\tim@target.test>`,
    `<victim@target.test\\>`,
    `<victim@target..test>`,
    `<victim@.target.test>`,
    `<.victim@target.test>`,
    `<victim@-target.test>`,
    `<victim@target_.test>`,
    `<victim@192.0.2.1>`,
    `<victim@0x7f000001>`,
    `<victim@2130706433>`,
    `<"victim@target.test">`,
    `<""@target.test>`,
    `<@>`,
    `<@@target.test>`,
    `<victim@>`,
    `<|/bin/sh@target.test>`,
    `</etc/passwd@target.test>`,
    `<-oQ/tmp@target.test>`,
    `<$\{run\}@target.test>`,
    `<victím@target.test>`,
    `<victim@tаrget.test>`,
    `<victim@target。test>`,
    `<victim\u200b@target.test>`,
    `<vic\ttim@target.test>`,
    `<${'v'.repeat(65)}@target.test>`,
    `<victim@${'t'.repeat(64)}.test>`,
    `<victim@${'t.'.repeat(130)}test>`,
  ];
  return [...viaUs, ...plain];
}

it('has enough forms', () => {
  expect(forms().length).toBeGreaterThanOrEqual(200);
});

it.each(SENDERS)('relays nothing from %s on the listener for mail servers', async (sender) => {
  for (const smtputf8 of ['', ' SMTPUTF8']) {
    let peer = await begin(sender + smtputf8);
    for (const form of forms()) {
      await peer.say(`RCPT TO:${form}`);
      const reply = await peer.next();
      expect([500, 501, 550, 553]).toContain(reply?.code);
      await peer.asks('DATA', 554, '5.5.1');
      await peer.asks('RSET', 250);
      peer.close();
      peer = await begin(sender + smtputf8);
    }
    peer.close();
  }
  expect(await house.countMessages()).toBe(0);
});

it.each(['SUBMISSION_LISTEN', 'SUBMISSIONS_LISTEN'] as const)(
  'asks strangers to log in on %s',
  async (listener) => {
    const peer = await house.greeted(listener);
    for (const sender of SENDERS) await peer.asks(`MAIL FROM:${sender}`, 530, '5.7.0');
    peer.close();
    for (const form of forms()) {
      const other = await house.greeted(listener);
      await other.say(`RCPT TO:${form}`);
      expect((await other.next())?.code).toBeGreaterThanOrEqual(500);
      other.close();
    }
    expect(await house.countMessages()).toBe(0);
  },
);

async function begin(sender: string): Promise<SmtpPeer> {
  const peer = await house.greeted('SMTP_LISTEN');
  await peer.asks(`MAIL FROM:${sender}`, 250);
  return peer;
}

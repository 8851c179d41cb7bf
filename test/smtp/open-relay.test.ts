/**
 * M-01: nobody who has not logged in gets mail through us to somebody else, on any of the three ports,
 * however sender and recipient are written; nmap, which knows nothing of us, agrees.
 *
 * Control: where strangers are taken for a tenant, our forms and nmap's tell so.
 */
import { run } from '../interop/program.js';
import { itLong } from '../support/figures.js';
import type { SmtpPeer } from '../support/smtp-peer.js';
import { SmtpHouse } from './smtp-house.js';

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

describe('M-01 a stranger reaches nobody through us', () => {
  it('however the recipient is written, on the listener for mail servers', async () => {
    expect(forms().length).toBeGreaterThanOrEqual(200);
    for (const sender of SENDERS)
      for (const smtputf8 of ['', ' SMTPUTF8'])
        expect(await relayed(sender + smtputf8, forms())).toEqual([]);
    expect(await house.countMessages()).toBe(0);
  });

  it.each(['SUBMISSION_LISTEN', 'SUBMISSIONS_LISTEN'] as const)(
    'nor on %s, where nobody goes on without a login',
    async (listener) => {
      for (const form of forms()) {
        const peer = await house.greeted(listener);
        for (const sender of SENDERS) await peer.asks(`MAIL FROM:${sender}`, 530, '5.7.0');
        await peer.say(`RCPT TO:${form}`);
        expect((await peer.next())?.code).toBeGreaterThanOrEqual(500);
        await peer.asks('DATA', 503);
        peer.close();
      }
      expect(await house.countMessages()).toBe(0);
    },
  );

  itLong('as nmap sees it, on every port', async () => {
    for (const listener of ['SMTP_LISTEN', 'SUBMISSION_LISTEN', 'SUBMISSIONS_LISTEN'] as const)
      expect(await nmapSays(listener)).toMatch(
        /Server doesn't seem to be an open relay|Server isn't an open relay/,
      );
    expect(await house.countMessages()).toBe(0);
  });

  it('control: is seen where strangers are taken for a tenant', async () => {
    const open = await takeStrangersForATenant();
    try {
      expect((await relayed('<>', forms())).length).toBeGreaterThan(50);
    } finally {
      open.mockRestore();
    }
  });

  itLong('control: is seen by nmap, too', async () => {
    const open = await takeStrangersForATenant();
    try {
      expect(await nmapSays('SMTP_LISTEN')).toMatch(/Server is an open relay/);
    } finally {
      open.mockRestore();
    }
  });
});

async function takeStrangersForATenant() {
  const { credentials } = house.world.services;
  const { username, password } = house.login;
  const login = await credentials.authenticateSmtp(username, password, '127.0.0.1');
  return jest.spyOn(credentials, 'authenticateIp').mockResolvedValue(login);
}

/** What nmap's set of tries comes to. */
async function nmapSays(listener: Parameters<SmtpHouse['greeted']>[0]): Promise<string> {
  const { host, port } = house.world.address(listener);
  const target = `smtp-open-relay.domain=${TARGET.split('@')[1] ?? ''}`;
  const how = ['-n', '-Pn', '-sT', '--unprivileged', '-p', String(port)];
  const script = ['--script', '+smtp-open-relay', '--script-args', target];
  const { stdout } = await run('nmap', [...how, ...script, host]);
  return stdout;
}

/** Those recipients that were taken, or that DATA would have gone to. */
async function relayed(sender: string, recipients: readonly string[]): Promise<string[]> {
  const taken: string[] = [];
  let peer = await begin(sender);
  for (const recipient of recipients) {
    await peer.say(`RCPT TO:${recipient}`);
    const isRefused = [500, 501, 550, 553].includes((await peer.next())?.code ?? 0);
    await peer.say('DATA');
    const hasNobody = (await peer.next())?.code === 554;
    if (!isRefused || !hasNobody) taken.push(recipient);
    peer.close();
    peer = await begin(sender);
  }
  peer.close();
  return taken;
}

async function begin(sender: string): Promise<SmtpPeer> {
  const peer = await house.greeted('SMTP_LISTEN');
  await peer.asks(`MAIL FROM:${sender}`, 250);
  return peer;
}

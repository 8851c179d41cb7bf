import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginData, SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start({ SMTP_GREETING_DELAY: '200ms' });
});
afterAll(() => house.stop());

const MESSAGE = 'From: app@shop.test\r\nSubject: session\r\n\r\nbody\r\n.';

describe('order (C-10)', () => {
  it('turns away who speaks before the greeting', async () => {
    const peer = await house.connect('SMTP_LISTEN');
    await peer.send('EHLO early.test\r\nMAIL FROM:<a@b.test>\r\n');
    await peer.hears(421, '4.7.0');
    await peer.hearsTheEnd();
  });

  it('lets other mail servers wait for the greeting, but no app', async () => {
    const start = performance.now();
    const server = await house.connect('SMTP_LISTEN');
    await server.hears(220);
    expect(performance.now() - start).toBeGreaterThan(190);
    const later = performance.now();
    const app = await house.connect('SUBMISSION_LISTEN');
    await app.hears(220);
    expect(performance.now() - later).toBeLessThan(190);
    for (const peer of [server, app]) peer.close();
  });

  it('executes nothing behind QUIT', async () => {
    const peer = await house.submitter();
    await peer.send('QUIT\r\nMAIL FROM:<app@shop.test>\r\nNOOP\r\n');
    await peer.hears(221);
    await peer.hearsTheEnd();
  });

  it('executes nothing of a message that was sent along with a refused DATA', async () => {
    const before = await house.countMessages();
    const peer = await house.submitter();
    const smuggled = `RSET\r\nMAIL FROM:<app@shop.test>\r\nRCPT TO:<x@y.test>\r\nDATA\r\n${MESSAGE}\r\n`;
    await peer.send(`MAIL FROM:<app@shop.test>\r\nRCPT TO:<nonsense>\r\nDATA\r\n${smuggled}`);
    await peer.hears(250);
    await peer.hears(501);
    await peer.hears(554, '5.5.1');
    await peer.hears(421, '4.7.0');
    await peer.hearsTheEnd();
    expect(await house.countMessages()).toBe(before);
  });

  it('ends the session when a message follows a refused DATA later', async () => {
    const peer = await house.submitter();
    await peer.asks('DATA', 503);
    await peer.asks('From: app@shop.test', 421, '4.7.0');
    await peer.hearsTheEnd();
  });

  it('goes on after a refused DATA with a peer that waited', async () => {
    const peer = await house.submitter();
    await peer.asks('DATA', 503);
    await beginData(peer);
    await peer.asks(MESSAGE, 250);
    peer.close();
  });

  it('answers a long group of commands one by one and in order', async () => {
    const peer = await house.submitter();
    const group = Array.from({ length: 900 }, (_, index) => GROUP[index % GROUP.length]!);
    await peer.send(group.map(([line]) => `${line}\r\n`).join(''));
    for (const [, code] of group) await peer.hears(code);
    peer.close();
  });

  it('answers the last commands of a peer that has closed its side', async () => {
    const peer = await house.submitter();
    await peer.send(
      `MAIL FROM:<app@shop.test>\r\nRCPT TO:<x@y.test>\r\nDATA\r\n${MESSAGE}\r\nNOOP\r\n`,
    );
    peer.stopsTalking();
    for (const code of [250, 250, 354, 250, 250]) await peer.hears(code);
    await peer.hearsTheEnd();
  });

  it('executes no line that was cut off by the end of the connection', async () => {
    const peer = await house.submitter();
    await peer.send('NOOP\r\nNOOP');
    peer.stopsTalking();
    await peer.hears(250);
    await peer.hearsTheEnd();
  });
});

const GROUP = [
  ['NOOP', 250],
  ['VRFY x', 252],
  ['HELP', 214],
] as const;

describe('faults', () => {
  it('says 451 and no word more while nothing can be committed, then goes on', async () => {
    const { database } = house.world;
    const peer = await house.submitter();
    await beginData(peer);
    await database.query('RENAME TABLE messages TO messages_away');
    const reply = await peer.asks(MESSAGE, 451, '4.3.0');
    await database.query('RENAME TABLE messages_away TO messages');
    expect(reply.lines).toEqual(['Local error, please try again later']);
    await beginData(peer);
    await peer.asks(MESSAGE, 250, '2.0.0');
    peer.close();
  });

  it('stores nothing of a message whose connection broke', async () => {
    const before = await house.countMessages();
    const peer = await house.submitter();
    await beginData(peer);
    await peer.send('From: app@shop.test\r\n\r\nhalf');
    peer.close();
    await sleep(100);
    expect(await house.countMessages()).toBe(before);
  });

  it('survives connections that are reset at any moment', async () => {
    for (let attempt = 0; attempt < 150; attempt++) await resetAt(attempt);
    const peer = await house.submitter();
    await peer.asks('QUIT', 221);
  });
});

/** Cuts a connection hard: on either submission listener, before, in or after the handshake. */
async function resetAt(attempt: number): Promise<void> {
  const listener = attempt % 3 === 0 ? 'SUBMISSIONS_LISTEN' : 'SUBMISSION_LISTEN';
  const socket = connect({ ...house.world.address(listener), noDelay: true });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  if (listener === 'SUBMISSION_LISTEN') socket.write('EHLO x\r\nSTARTTLS\r\n');
  if (attempt % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
  if (attempt % 4 === 0) await sleep(attempt % 5);
  if (attempt % 5 === 0) socket.write('\x16\x03\x01');
  socket.resetAndDestroy();
}

import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '../../src/config/limits.js';
import { REPLIES } from '../../src/smtp/reply.js';
import { Wire } from '../../src/smtp/wire.js';
import { beginData, plainToken, SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start({ SMTP_GREETING_DELAY: '200ms' });
});
afterAll(() => house.stop());
afterEach(() => jest.restoreAllMocks());

const MESSAGE = 'From: app@shop.test\r\nSubject: session\r\n\r\nbody\r\n.';

const TRANSACTION = `MAIL FROM:<app@shop.test>\r\nRCPT TO:<x@y.test>\r\nDATA\r\n${MESSAGE}\r\n`;

describe('C-10 order', () => {
  it('turns away who speaks before the greeting', async () => {
    const peer = await house.connect('SMTP_LISTEN');
    await peer.send(`EHLO early.test\r\nAUTH PLAIN ${house.plain}\r\n${TRANSACTION}`);
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

  const ENDS: readonly (readonly [what: string, bytes: string])[] = [
    ['QUIT', 'QUIT\r\n'],
    ['too many errors', 'XYZZY\r\n'.repeat(LIMITS.smtpErrorsPerSession)],
    ['an HTTP request', 'POST / HTTP/1.1\r\n'],
    ['DATA without MAIL', 'DATA\r\n'],
    ['DATA without recipients', 'MAIL FROM:<app@shop.test>\r\nRCPT TO:<nonsense>\r\nDATA\r\n'],
    ['DATA with an argument', 'DATA now\r\n'],
    ['a line without end', `${'x'.repeat(LIMITS.endlessLineBytes + 100_000)}\r\n`],
  ];

  it.each(ENDS)('executes nothing that was sent along behind %s', async (_, bytes) => {
    const before = await house.countMessages();
    const peer = await house.submitter();
    await peer.send(`${bytes}RSET\r\n${TRANSACTION}`);
    const replies = await peer.rest();
    expect([221, 421]).toContain(replies.at(-1)?.code);
    expect(replies.filter(({ code }) => code === 354)).toEqual([]);
    expect(await house.countMessages()).toBe(before);
  });

  it('executes nothing behind the last failed login', async () => {
    jest.replaceProperty(LIMITS, 'authFailureDelayMs', 10 as never);
    const before = await house.countMessages();
    const peer = await house.greeted('SUBMISSIONS_LISTEN');
    const wrong = `AUTH PLAIN ${plainToken('nobody', 'wrong')}\r\n`;
    const right = `AUTH PLAIN ${house.plain}\r\n`;
    await peer.send(wrong.repeat(LIMITS.authFailuresPerSession) + right + TRANSACTION);
    const codes = (await peer.rest()).map(({ code }) => code);
    expect(codes).toEqual([...Array<number>(LIMITS.authFailuresPerSession - 1).fill(535), 421]);
    expect(await house.countMessages()).toBe(before);
  });

  it('control: sees what is executed where DATA is not the last of its group', async () => {
    const before = await house.countMessages();
    jest.spyOn(Wire.prototype, 'hasInput', 'get').mockReturnValue(false);
    const peer = await house.submitter();
    await peer.send(`DATA\r\nRSET\r\n${TRANSACTION}`);
    for (const code of [503, 250, 250, 250, 354, 250]) await peer.hears(code);
    peer.close();
    expect(await house.countMessages()).toBe(before + 1);
  });

  it('control: sees what is executed behind a 421 that ends nothing', async () => {
    const before = await house.countMessages();
    const lasting = { ...REPLIES.notHttp, closes: false };
    jest.replaceProperty(REPLIES, 'notHttp', lasting);
    const peer = await house.submitter();
    await peer.send(`GET / HTTP/1.1\r\n${TRANSACTION}`);
    for (const code of [421, 250, 250, 354, 250]) await peer.hears(code);
    peer.close();
    expect(await house.countMessages()).toBe(before + 1);
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

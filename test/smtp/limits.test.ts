import { LIMITS } from '../../src/config/limits.js';
import { CommandReader } from '../../src/smtp/command-reader.js';
import type { SmtpPeer } from '../support/smtp-peer.js';
import { beginData, SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
let mostKeptBytes = 0;
beforeAll(async () => {
  const push = Reflect.get(CommandReader.prototype, 'push');
  jest.spyOn(CommandReader.prototype, 'push').mockImplementation(function (
    this: CommandReader,
    chunk,
  ) {
    push.call(this, chunk);
    mostKeptBytes = Math.max(mostKeptBytes, this.pendingBytes);
  });
  house = await SmtpHouse.start({ MAX_MESSAGE_BYTES: String(MAX), MAX_RECIPIENTS: '3' });
});
afterAll(async () => {
  await house.stop();
  jest.restoreAllMocks();
});

const MAX = 300_000;
const MEBIBYTE = 1_048_576;
/** The most that Node reads at a time. */
const ONE_READ = 65_536;

// The first, because nobody else is there yet.
it('lets only so many connections in', async () => {
  const open = await house.greeted('SMTP_LISTEN');
  const limit = jest.replaceProperty(LIMITS, 'smtpConnections', 3 as never);
  const peers = [await house.greeted('SUBMISSION_LISTEN'), await house.greeted('SMTP_LISTEN')];
  const surplus = await house.connect('SUBMISSION_LISTEN');
  await surplus.hears(421, '4.3.2');
  await surplus.hearsTheEnd();
  limit.restore();
  for (const peer of [open, ...peers]) peer.close();
});

describe('C-08 a command line', () => {
  it.each([
    [510, 250],
    [511, 250],
    [512, 250],
    [513, 500],
    [514, 500],
    [4_096, 500],
    [12_289, 500],
    [12_290, 500],
    [1_000_000, 500],
  ])('of %d bytes is answered %d', async (bytes, code) => {
    const peer = await house.greeted('SMTP_LISTEN');
    await peer.asks(`NOOP ${'x'.repeat(bytes - 5)}`, code, code === 250 ? '2.0.0' : '5.5.2');
    await peer.asks('NOOP', 250);
    peer.close();
  });

  it('control: a limit that is off by one is seen', async () => {
    const limit = jest.replaceProperty(LIMITS, 'commandLineBytes', 513 as never);
    const peer = await house.greeted('SMTP_LISTEN');
    await peer.asks(`NOOP ${'x'.repeat(513 - 5)}`, 250);
    await peer.asks(`NOOP ${'x'.repeat(514 - 5)}`, 500, '5.5.2');
    peer.close();
    limit.restore();
  });

  it('may be longer where extensions add to it', async () => {
    const peer = await house.greeted('SMTP_LISTEN');
    await peer.asks(line('MAIL FROM:<a@b.test> AUTH=', LIMITS.mailLineBytes), 250);
    await peer.asks('RSET', 250);
    await peer.asks(line('MAIL FROM:<a@b.test> AUTH=', LIMITS.mailLineBytes + 1), 500, '5.5.2');
    await peer.asks('MAIL FROM:<a@b.test>', 250);
    await peer.asks(line('RCPT TO:<a@b.test> ORCPT=rfc822;', LIMITS.rcptLineBytes), 501, '5.5.4');
    await peer.asks(
      line('RCPT TO:<a@b.test> ORCPT=rfc822;', LIMITS.rcptLineBytes + 1),
      500,
      '5.5.2',
    );
    peer.close();
  });

  it.each([
    [LIMITS.authLineBytes, 501, '5.5.2'],
    [LIMITS.authLineBytes + 1, 500, '5.5.6'],
  ])('of AUTH may have %d bytes or is answered %d %s', async (bytes, code, enhanced) => {
    const peer = await house.greeted('SMTP_LISTEN');
    await peer.asks(line('AUTH PLAIN ', bytes), code, enhanced);
    await peer.asks('AUTH PLAIN', 334);
    await peer.asks(line('', bytes), code, enhanced);
    await peer.asks('NOOP', 250);
    peer.close();
  });

  it.each([LIMITS.endlessLineBytes + 70_000, 10 * MEBIBYTE])(
    'that goes on for %d bytes closes the session',
    async (bytes) => {
      const peer = await house.greeted('SMTP_LISTEN');
      await peer.send('x'.repeat(bytes));
      await peer.hears(421, '4.7.0');
      await peer.hearsTheEnd();
      const inExchange = await house.greeted('SMTP_LISTEN');
      await inExchange.asks('AUTH PLAIN', 334);
      await inExchange.send('x'.repeat(bytes));
      await inExchange.hears(421, '4.7.0');
      await inExchange.hearsTheEnd();
    },
  );

  it.each([
    ['NOOP\n', 'ends in bare LF'],
    ['NO\rOP\r\n', 'holds a bare CR'],
    ['NOOP\r\r\n', 'ends in CR CR LF'],
    ['NO\0OP\r\n', 'holds NUL'],
    ['N\xff\r\n', 'is not UTF-8'],
  ])('%j is refused: it %s', async (text) => {
    const peer = await house.greeted('SMTP_LISTEN');
    await peer.send(Buffer.from(text, 'latin1'));
    await peer.hears(500, '5.5.2');
    await peer.asks('NOOP', 250);
    peer.close();
  });
});

describe('C-08 a line of a message', () => {
  it.each([
    ['header', 997, 250],
    ['header', 998, 250],
    ['header', 999, 550],
    ['body', 998, 250],
    ['body', 999, 550],
    ['body', 1_000, 550],
    ['body', 4_096, 550],
    ['body', 200_000, 550],
    ['body', MEBIBYTE, 552],
    ['header', 200_000, 550],
    ['header', MEBIBYTE, 552],
    ['stuffed', 997, 250],
    ['stuffed', 998, 250],
    ['stuffed', 999, 550],
  ])('in the %s of %d bytes is answered %d', async (where, bytes, code) => {
    const peer = await house.submitter();
    await beginData(peer);
    const text = where === 'header' ? line('X-Long: ', bytes) : 'b'.repeat(bytes);
    if (where === 'header') await peer.send(`From: app@shop.test\r\n${text}\r\n\r\nbody\r\n.\r\n`);
    if (where === 'body') await peer.send(`From: app@shop.test\r\n\r\n${text}\r\n.\r\n`);
    if (where === 'stuffed')
      await peer.send(`From: app@shop.test\r\n\r\n..${text.slice(1)}\r\n.\r\n`);
    await peer.hears(code, { 250: '2.0.0', 550: '5.6.0', 552: '5.3.4' }[code]);
    await peer.asks('NOOP', 250);
    peer.close();
  });

  it.each(['header', 'body'])('in the %s of 10 MiB closes the session', async (where) => {
    const peer = await house.submitter();
    await beginData(peer);
    const start = where === 'header' ? 'X-Long: ' : 'From: app@shop.test\r\n\r\n';
    await peer.send(start + 'x'.repeat(10 * MEBIBYTE));
    await peer.hears(552, '5.3.4');
    await peer.hearsTheEnd();
  });
});

describe('C-08 a header', () => {
  const tag = (characters: number) => `X-Posthouse-Tag: ${'t'.repeat(characters)}\r\n`;
  const key = (characters: number) =>
    `X-Idempotency-Key: ${'k'.repeat(characters)}\r\n`.replace('kkkk', () => String(++keys));
  let keys = 1_000;

  it.each([
    ['in all, of so many bytes', LIMITS.headerBytes, headerOf, '552 5.3.4'],
    ['with a tag of so many characters', LIMITS.tagCharacters, tag, '550 5.6.0'],
    ['with a key of so many characters', LIMITS.idempotencyKeyCharacters, key, '550 5.6.0'],
    [
      'with so many trace fields',
      LIMITS.receivedFields,
      (n: number) => 'Received: x\r\n'.repeat(n),
      '554 5.4.6',
    ],
  ])('%s is taken, and not one more', async (_, limit, fields, refusal) => {
    const [code, enhanced] = refusal.split(' ');
    const peer = await house.submitter();
    await beginData(peer);
    await peer.asks(`${fields(limit)}From: app@shop.test\r\n\r\n.`, 250);
    await beginData(peer);
    await peer.asks(`${fields(limit + 1)}From: app@shop.test\r\n\r\n.`, Number(code), enhanced);
    peer.close();
  });
});

describe('B-09 a message', () => {
  it.each([
    [MAX - 1, 250],
    [MAX, 250],
    [MAX + 1, 552],
    [MAX + 100_000, 552],
  ])('of %d bytes is answered %d', async (bytes, code) => {
    const peer = await house.submitter();
    await beginData(peer);
    await peer.send(`${contentOf(bytes)}.\r\n`);
    await peer.hears(code, code === 250 ? '2.0.0' : '5.3.4');
    await peer.asks('NOOP', 250);
    peer.close();
  });

  it('is measured without the dots that were stuffed', async () => {
    const peer = await house.submitter();
    await beginData(peer);
    const dotted = `From: app@shop.test\r\n\r\n${'.\r\n'.repeat(20_000)}`;
    const content = `${dotted}${'x'.repeat(MAX - dotted.length - 2)}\r\n`.replace(
      /x{900}/g,
      (run) => `${run.slice(2)}\r\n`,
    );
    await peer.send(`${content.replace(/^\./gm, '..')}.\r\n`);
    await peer.hears(250);
    const stored = await house.lastContent();
    expect(stored.slice(stored.indexOf('From:'))).toHaveLength(MAX);
    peer.close();
  });

  it('that lies about its size is refused all the same, and one that never ends is cut off', async () => {
    const peer = await house.submitter();
    await peer.asks('MAIL FROM:<app@shop.test> SIZE=10', 250);
    await peer.asks('RCPT TO:<a@receiver.test>', 250);
    await peer.asks('DATA', 354);
    let sent = 0;
    const block = 'x'.repeat(998) + '\r\n';
    const flood = (async () => {
      for (; sent < 300 * MAX && !(await closed(peer)); sent += block.length * 50)
        await peer.send(block.repeat(50));
    })();
    await peer.hears(552, '5.3.4');
    await peer.hearsTheEnd();
    await flood;
    expect(sent).toBeLessThan(MAX + LIMITS.oversizeBytes + 8_000_000); // kernel buffers on both sides
  });
});

it('takes no more recipients than it may', async () => {
  const peer = await house.submitter();
  await peer.asks('MAIL FROM:<app@shop.test>', 250);
  for (const name of ['a', 'b', 'c']) await peer.asks(`RCPT TO:<${name}@receiver.test>`, 250);
  await peer.asks('RCPT TO:<d@receiver.test>', 452, '4.5.3');
  await peer.asks('DATA', 354);
  await peer.send('From: app@shop.test\r\n\r\n.\r\n');
  await peer.hears(250);
  peer.close();
});

it('ends a session of nothing but errors', async () => {
  const peer = await house.greeted('SMTP_LISTEN');
  for (let error = 1; error < LIMITS.smtpErrorsPerSession; error++) await peer.asks('XYZZY', 500);
  await peer.asks('XYZZY', 500);
  await peer.hears(421, '4.7.0');
  await peer.hearsTheEnd();
});

it('lets one address open only so many connections', async () => {
  const peers: SmtpPeer[] = [];
  for (let count = 0; count < LIMITS.smtpConnectionsPerAddress; count++) {
    const peer = await house.connect('SMTP_LISTEN', { localAddress: '127.9.9.9' });
    await peer.hears(220);
    peers.push(peer);
  }
  const surplus = await house.connect('SMTP_LISTEN', { localAddress: '127.9.9.9' });
  await surplus.hears(421, '4.7.0');
  await surplus.hearsTheEnd();
  const other = await house.connect('SMTP_LISTEN', { localAddress: '127.9.9.10' });
  await other.hears(220);
  for (const peer of [...peers, other]) peer.close();
});

it('C-08 keeps little of what is sent while it works', async () => {
  const { database } = house.world;
  const peer = await house.submitter();
  await beginData(peer);
  await database.query('LOCK TABLES messages WRITE');
  await peer.send('From: app@shop.test\r\n\r\n.\r\n');
  const flood = peer.send('NOOP\r\n'.repeat(MEBIBYTE));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await database.query('UNLOCK TABLES');
  await peer.hears(250);
  await peer.hears(250);
  peer.close();
  await flood;
  expect(mostKeptBytes).toBeLessThanOrEqual(LIMITS.pendingInputBytes + ONE_READ);
});

async function closed(peer: SmtpPeer): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve));
  return peer.hasEnded;
}

function line(start: string, bytes: number): string {
  return start + 'x'.repeat(bytes - start.length);
}

/** Fields that make a header of so many bytes, with From and the blank line. */
function headerOf(bytes: number): string {
  const rest = bytes - 'From: app@shop.test\r\n\r\n'.length;
  const field = `X: ${'x'.repeat(95)}\r\n`;
  const last = rest % field.length;
  const count = Math.floor(rest / field.length) - 1;
  return field.repeat(count) + `X: ${'x'.repeat(95 + last)}\r\n`;
}

function contentOf(bytes: number): string {
  const head = 'From: app@shop.test\r\n\r\n';
  const lines = 'x'.repeat(98) + '\r\n';
  const body = lines.repeat(Math.ceil(bytes / 100)).slice(0, bytes - head.length - 2);
  return `${head}${body.replace(/\r$|\r?\n?$/, (end) => 'x'.repeat(end.length))}\r\n`;
}

import { DataReader } from '../../src/smtp/data-reader.js';
import { figure } from '../support/figures.js';
import type { SmtpPeer } from '../support/smtp-peer.js';
import { beginData, SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start();
});
afterAll(() => house.stop());

const SYMBOLS = ['\r', '\n', '.', '\0', ' '];
const END = '\r\n.\r\n';
/** Of the 19,531 strings of up to six symbols, every so many-th. */
const STEP = figure({ t0: 9, long: 1 });
const SESSIONS = 8;
/** A session may err fifty times. */
const MAILS_PER_SESSION = 39;

describe('C-01 a second mail behind any six characters', () => {
  it.each([
    ['whole', Infinity],
    ['in two-byte pieces', 2],
    ['byte by byte', 1],
  ])('stays inside the first, sent %s', async (_, pieceBytes) => {
    const harmless = all().filter(
      (text, index) => index % STEP === 0 && !contentWith(text).includes(END),
    );
    expect(harmless.length).toBeGreaterThan(19_000 / STEP);
    const before = await house.countMessages();

    expect(await splits(harmless, pieceBytes)).toEqual([]);

    const accepted = harmless.filter((text) => isClean(contentWith(text)));
    expect((await house.countMessages()) - before).toBe(accepted.length);
  });

  it('control: is seen outside where a lone LF counts as a line end', async () => {
    const lenient = takeLoneLineFeeds();
    const before = await house.countMessages();
    try {
      const texts = ['\n.\n', '\r\n.\n', '\n.\r\n', ' \n.\n', 'harmless'];
      expect(await splits(texts, Infinity)).toHaveLength(4);
    } finally {
      lenient.mockRestore();
    }
    expect((await house.countMessages()) - before).toBeGreaterThan(5);
  });

  it('is read as commands behind a real end of data', async () => {
    const ending = all().filter((text) => contentWith(text).includes(END));
    for (const text of ending) {
      const before = await house.countMessages();
      const peer = await house.submitter();
      await beginData(peer);
      await peer.send(contentWith(text));
      await peer.next();
      peer.close();
      const [first = ''] = contentWith(text).split(END);
      expect((await house.countMessages()) - before).toBe(isClean(first) ? 1 : 0);
    }
    expect(ending.length).toBeGreaterThan(0);
  });
});

it('removes a stuffed dot behind CRLF only, and passes everything else on byte for byte', async () => {
  const peer = await house.submitter({ pieceBytes: 1 });
  await beginData(peer);
  const head = 'From: app@shop.test\r\n\r\n';
  await peer.send(`${head}..\r\n.a\r\n...\r\na.\r\n .\r\n..\r\n.\r\n`);
  await peer.hears(250);
  const content = await house.lastContent();
  expect(content.slice(content.indexOf(head))).toBe(`${head}.\r\na\r\n..\r\na.\r\n .\r\n.\r\n`);
  peer.close();
});

/** Those texts that did not get the one reply that a single message gets, and what happened instead. */
async function splits(texts: readonly string[], pieceBytes: number): Promise<string[]> {
  const groups: string[][] = [];
  for (let start = 0; start < texts.length; start += MAILS_PER_SESSION)
    groups.push(texts.slice(start, start + MAILS_PER_SESSION));
  const found: string[] = [];
  const session = async () => {
    for (let group = groups.shift(); group; group = groups.shift())
      found.push(...(await splitsOf(group, pieceBytes)));
  };
  await Promise.all(Array.from({ length: SESSIONS }, session));
  return found;
}

async function splitsOf(texts: readonly string[], pieceBytes: number): Promise<string[]> {
  const found: string[] = [];
  let peer = await house.submitter();
  for (const text of texts) {
    try {
      await submit(peer, text, pieceBytes);
    } catch (error) {
      found.push(`${JSON.stringify(text)}: ${String(error)}`);
      peer.close();
      peer = await house.submitter();
    }
  }
  await peer.asks('QUIT', 221);
  await peer.hearsTheEnd();
  return found;
}

async function submit(peer: SmtpPeer, text: string, pieceBytes: number): Promise<void> {
  await beginData(peer);
  await sendCut(peer, `${contentWith(text)}${END}`, pieceBytes);
  if (isClean(contentWith(text))) await peer.hears(250, '2.0.0');
  else expect((await peer.hears(550, '5.6.0')).lines[0]).toMatch(/^Line \d+ of the message has/);
  await peer.asks('NOOP', 250); // and not one reply too many
}

/** In pieces where it matters: around the characters, and at the end. */
async function sendCut(peer: SmtpPeer, content: string, pieceBytes: number): Promise<void> {
  if (pieceBytes === Infinity) return peer.send(content);
  const [before = '', after = ''] = content.split(SMUGGLED);
  await peer.send(before, pieceBytes);
  await peer.send(SMUGGLED);
  await peer.send(after, pieceBytes);
}

/** Reads content as servers did that could be tricked: LF alone ends a line, too. */
function takeLoneLineFeeds() {
  const strictly = Reflect.get(DataReader.prototype, 'push');
  const last = new WeakMap<DataReader, number>();
  const push = jest.spyOn(DataReader.prototype, 'push');
  return push.mockImplementation(function (this: DataReader, chunk) {
    for (const [index, byte] of chunk.entries()) {
      if (byte === LF && last.get(this) !== CR) strictly.call(this, Buffer.of(CR));
      last.set(this, byte);
      if (strictly.call(this, Buffer.of(byte)) !== -1) return index + 1;
    }
    return -1;
  });
}

const CR = 13;
const LF = 10;

function contentWith(text: string): string {
  return `From: app@shop.test\r\n\r\nfirst${text}MAIL${SMUGGLED}\r\n\r\nsecond`;
}

/** What follows MAIL. */
const SMUGGLED =
  ' FROM:<evil@shop.test>\r\nRCPT TO:<b@receiver.test>\r\nDATA\r\nFrom: evil@shop.test';

/** No bare CR, no bare LF, no NUL. */
function isClean(text: string): boolean {
  return !/\0|\r(?!\n)|(?<!\r)\n/.test(text);
}

/** Every string of up to six symbols. */
function all(): string[] {
  let longest = [''];
  const texts = [''];
  for (let length = 1; length <= 6; length++) {
    longest = longest.flatMap((text) => SYMBOLS.map((symbol) => text + symbol));
    texts.push(...longest);
  }
  return texts;
}

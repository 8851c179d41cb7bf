import type { SmtpPeer } from '../support/smtp-peer.js';
import { beginData, SmtpHouse } from './smtp-house.js';

/** C-01: whatever stands around a pipelined second mail, only CRLF "." CRLF ends the first. */

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start();
});
afterAll(() => house.stop());

const SYMBOLS = ['\r', '\n', '.', '\0', ' '];
const END = '\r\n.\r\n';
const SAMPLE = 2_000;

it.each([
  ['whole', Infinity],
  ['in two-byte pieces', 2],
  ['byte by byte', 1],
])('keeps one message one, sent %s', async (_, pieceBytes) => {
  const harmless = sample().filter((text) => !contentWith(text).includes(END));
  const before = await house.countMessages();
  let accepted = 0;
  let peer = await house.submitter({ pieceBytes });
  for (const [index, text] of harmless.entries()) {
    if (index % 40 === 39) peer = await renew(peer, pieceBytes); // a session may err fifty times
    await beginData(peer);
    await peer.send(`${contentWith(text)}${END}`);
    if (isClean(contentWith(text))) {
      await peer.hears(250, '2.0.0');
      accepted += 1;
      continue;
    }
    const { lines } = await peer.hears(550, '5.6.0');
    expect(lines[0]).toMatch(/^Line \d+ of the message has/);
  }
  await peer.asks('QUIT', 221); // and not one reply too many
  expect((await house.countMessages()) - before).toBe(accepted);
  expect(harmless.length).toBeGreaterThan(1_900);
});

it('reads what stands behind a real end of data as commands', async () => {
  const ending = all().filter((text) => contentWith(text).includes(END));
  for (const text of ending.slice(0, 40)) {
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

async function renew(peer: SmtpPeer, pieceBytes: number): Promise<SmtpPeer> {
  await peer.asks('QUIT', 221);
  await peer.hearsTheEnd();
  return house.submitter({ pieceBytes });
}

function contentWith(text: string): string {
  const smuggled =
    'MAIL FROM:<evil@shop.test>\r\nRCPT TO:<b@receiver.test>\r\nDATA\r\nFrom: evil@shop.test';
  return `From: app@shop.test\r\n\r\nfirst${text}${smuggled}\r\n\r\nsecond`;
}

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

function sample(): string[] {
  const texts = all();
  const step = Math.floor(texts.length / SAMPLE);
  return texts.filter((_, index) => index % step === 0);
}

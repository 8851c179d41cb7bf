import { LIMITS } from '../../src/config/limits.js';
import { CommandReader } from '../../src/smtp/command-reader.js';
import { REPLIES } from '../../src/smtp/reply.js';
import { DIALOGUES, type Dialogue } from './dialogue-table/dialogues.js';
import type { HeardReply } from '../support/smtp-peer.js';
import { base64, SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  jest.replaceProperty(LIMITS, 'authFailureDelayMs', 10 as never); // rows with a wrong password
  house = await SmtpHouse.start();
});
beforeEach(() => house.world.clock.advance(LIMITS.addressWindowMs)); // failed logins are counted
afterAll(async () => {
  await house.stop();
  jest.restoreAllMocks();
});

const LF = 10;
const LIMIT = 26_214_400;
const AT_ONCE = 12;

it('C-07 has enough rows, each of its own', () => {
  expect(DIALOGUES.length).toBeGreaterThanOrEqual(250);
  expect(new Set(DIALOGUES.map(({ name }) => name)).size).toBe(DIALOGUES.length);
});

describe('C-07 and C-09 every dialogue goes as the RFCs say', () => {
  it.each([1, 2, 3, 17, 1_460])('in pieces of %d bytes', async (pieceBytes) => {
    expect(await deviations((dialogue) => inPieces(dialogue, pieceBytes))).toEqual([]);
  });

  it('in one write', async () => {
    expect(await deviations(inOneWrite)).toEqual([]);
  });

  it('control: one reply that is another is seen', async () => {
    const other = { ...REPLIES.notHttp, enhanced: '4.7.1' };
    const replaced = jest.replaceProperty(REPLIES, 'notHttp', other);
    const found = await deviations(inOneWrite);
    replaced.restore();
    expect(found).toContainEqual(expect.objectContaining({ name: 'an HTTP request' }));
    expect(found.length).toBeLessThan(20);
  });

  it('control: a door that takes every packet for a line is seen', async () => {
    const push = Reflect.get(CommandReader.prototype, 'push');
    const hasty = jest.spyOn(CommandReader.prototype, 'push');
    hasty.mockImplementation(function (this: CommandReader, chunk) {
      push.call(this, chunk.at(-1) === LF ? chunk : Buffer.concat([chunk, Buffer.from('\r\n')]));
    });
    const some = DIALOGUES.filter(({ name }) => name.startsWith('MAIL '));
    const found = await deviations((dialogue) => inPieces(dialogue, 3), some);
    hasty.mockRestore();
    expect(found.length).toBeGreaterThan(some.length / 2);
  });
});

/** Said line by line, each after the reply to the one before. */
async function inPieces({ on, lines }: Dialogue, pieceBytes: number): Promise<string[]> {
  const peer = await house.connect(on, { pieceBytes });
  const heard = [replyText(await peer.next())];
  for (const [line] of lines) {
    await peer.say(fill(line));
    heard.push(replyText(await peer.next()));
  }
  peer.close();
  return heard;
}

/** Said at once. */
async function inOneWrite({ on, lines }: Dialogue): Promise<string[]> {
  const peer = await house.connect(on);
  await peer.send(lines.map(([line]) => `${fill(line)}\r\n`).join(''));
  peer.stopsTalking();
  const heard = (await peer.rest()).map(replyText);
  return heard.slice(0, lines.length + 1); // a farewell may follow
}

/** Dialogues that were answered otherwise. */
async function deviations(
  hold: (dialogue: Dialogue) => Promise<string[]>,
  among: readonly Dialogue[] = DIALOGUES,
): Promise<object[]> {
  const waiting = [...among];
  const found: object[] = [];
  const lane = async () => {
    for (let dialogue = waiting.shift(); dialogue; dialogue = waiting.shift()) {
      const expected = ['220', ...dialogue.lines.map(([, reply]) => reply)];
      const heard = await hold(dialogue);
      if (heard.join() !== expected.join()) found.push({ name: dialogue.name, expected, heard });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return found;
}

function replyText(reply: HeardReply | null): string {
  if (!reply) return 'the end';
  return reply.enhanced === null ? `${reply.code}` : `${reply.code} ${reply.enhanced}`;
}

/** A line with the values that it leaves open. */
function fill(line: string): string {
  const values: Readonly<Record<string, string>> = {
    plain: house.plain,
    user: base64(house.login.username),
    password: base64(house.login.password),
    limit: String(LIMIT),
    overLimit: String(LIMIT + 1),
  };
  return line.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

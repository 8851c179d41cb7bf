import { DIALOGUES, type Dialogue } from './dialogues.js';
import { base64, SmtpHouse } from './smtp-house.js';

/** C-07 and C-09: the table of dialogues, however the bytes are cut. */

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start();
});
afterAll(() => house.stop());

const TABLE = DIALOGUES.map((dialogue) => [dialogue.name, dialogue] as const);
const LIMIT = 26_214_400;

describe.each([1, 2, 3, 17, 1_460])('in pieces of %d bytes', (pieceBytes) => {
  it.each(TABLE)('%s', async (_, dialogue) => {
    const peer = await house.connect(dialogue.on, { pieceBytes });
    await peer.hears(220);
    for (const [line, expected] of dialogue.lines) {
      const [code, enhanced] = expected.split(' ');
      await peer.asks(fill(line), Number(code), enhanced);
    }
    peer.close();
  });
});

describe('in one write', () => {
  it.each(TABLE)('%s', async (_, dialogue) => {
    const peer = await house.connect(dialogue.on);
    await peer.send(dialogue.lines.map(([line]) => `${fill(line)}\r\n`).join(''));
    peer.stopsTalking();
    const heard = (await peer.rest()).map(replyText);
    expect(heard.slice(0, dialogue.lines.length + 1)).toEqual([
      '220',
      ...dialogue.lines.map(([, reply]) => reply),
    ]);
  });
});

function replyText({ code, enhanced }: { code: number; enhanced: string | null }): string {
  return enhanced === null ? `${code}` : `${code} ${enhanced}`;
}

/** The listener of a dialogue and the values that its lines leave open. */
function fill(line: Dialogue['lines'][number][0]): string {
  const values: Readonly<Record<string, string>> = {
    plain: house.plain,
    user: base64(house.login.username),
    password: base64(house.login.password),
    limit: String(LIMIT),
    overLimit: String(LIMIT + 1),
  };
  return line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

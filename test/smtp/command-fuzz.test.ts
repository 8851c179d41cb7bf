import { LIMITS } from '../../src/config/limits.js';
import { Conversation } from '../../src/smtp/conversation.js';
import { figure } from '../support/figures.js';
import { Random } from '../support/random.js';
import { FuzzSession, Misconduct } from './fuzz/fuzz-session.js';
import { COMMANDS, mutated } from './fuzz/mutate.js';
import { SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start();
  jest.replaceProperty(LIMITS, 'authFailureDelayMs', 1 as never);
});
afterAll(async () => {
  await house.stop();
  jest.restoreAllMocks();
});

const LINES = figure({ t0: 20_000, long: 1_000_000 });
const LINES_PER_SESSION = 40;
const SESSIONS = 8;
const SEED = Number(process.env['TEST_SEED'] ?? 20_261_123);
const PATIENCE_MS = 20_000;

/** How far a session has come before the fuzzing begins. */
const PRELUDES = [
  [],
  ['EHLO peer.test'],
  ['EHLO peer.test', 'AUTH PLAIN {plain}'],
  ['EHLO peer.test', 'AUTH PLAIN {plain}', 'MAIL FROM:<app@shop.test>'],
  [
    'EHLO peer.test',
    'AUTH PLAIN {plain}',
    'MAIL FROM:<app@shop.test> SMTPUTF8',
    'RCPT TO:<ann@example.test>',
  ],
];
const LISTENERS = ['SMTP_LISTEN', 'SUBMISSION_LISTEN'] as const;

describe('C-05 a session of broken commands', () => {
  it('gets one reply for each line, or a clean 421', async () => {
    expect(await misconduct({ lines: LINES, patienceMs: PATIENCE_MS })).toEqual([]);
    const peer = await house.submitter();
    await peer.asks('QUIT', 221, '2.0.0');
  });

  it.each<[what: string, answer: () => Promise<unknown>]>([
    ['keeps silent', () => Promise.resolve(null)],
    ['answers something else', () => Promise.resolve({ ...BABBLE, text: 'x'.repeat(9) })],
    ['throws', () => Promise.reject(new Error('of all things'))],
  ])('control: is seen to fail where HELP %s', async (_, answer) => {
    type Answering = { answer(line: { text: string }): Promise<unknown> };
    const prototype = Conversation.prototype as unknown as Answering; // private
    const shipped = Reflect.get(prototype, 'answer');
    const broken = jest.spyOn(prototype, 'answer').mockImplementation(function (
      this: Answering,
      line,
    ) {
      return line.text.startsWith('HELP') ? answer() : shipped.call(this, line);
    });
    expect((await misconduct({ lines: 400, patienceMs: 1_000 })).length).toBeGreaterThan(0);
    broken.mockRestore();
  });
});

const BABBLE = { code: 999, enhanced: null, closes: false };

interface Fuzzing {
  readonly lines: number;
  readonly patienceMs: number;
}

/** What happened that must not, with the seed of its session. */
async function misconduct({ lines, patienceMs }: Fuzzing): Promise<string[]> {
  const found: string[] = [];
  let left = lines;
  let seed = SEED;
  const lane = async () => {
    while (left > 0) {
      const own = seed++;
      const session = await fuzz(own, patienceMs);
      left -= session.lines;
      if (session.problem !== null) found.push(`seed ${own}: ${session.problem}`);
    }
  };
  await Promise.all(Array.from({ length: SESSIONS }, lane));
  return found;
}

async function fuzz(seed: number, patienceMs: number): Promise<FuzzedSession> {
  const random = new Random(seed);
  const session = await FuzzSession.open(house.world.address(random.pick(LISTENERS)), patienceMs);
  let lines = 0;
  try {
    for (const line of random.pick(PRELUDES))
      await session.exchange(Buffer.from(`${fill(line)}\r\n`));
    while (lines < LINES_PER_SESSION) {
      lines += 1;
      const goesOn = await session.exchange(mutated(fill(random.pick(COMMANDS)), random));
      if (!goesOn) return { lines, problem: null };
    }
    await session.quits();
    return { lines, problem: null };
  } catch (error) {
    if (error instanceof Misconduct) return { lines, problem: error.message };
    throw error;
  } finally {
    session.close();
  }
}

interface FuzzedSession {
  readonly lines: number;
  readonly problem: string | null;
}

function fill(command: string): string {
  return command.replace('{plain}', house.plain);
}

/**
 * D-02: whoever fails to get in learns nothing from how long it took: an unknown user, a wrong password and a
 * user without one; a secret that begins right and one that is wrong altogether; an unknown SMTP user and a wrong key; a
 * reset for somebody and for nobody. In every run the work is compared: the same answer, the same statements to the database,
 * one computation of argon2; at the SMTP door the same wait from the question on. The long run compares the times of 2,000 interleaved tries each.
 *
 * Controls: a right password is told from a wrong one by the statements; two milliseconds are told by the statistics.
 */
import type * as Argon2 from '@node-rs/argon2';
import { isLong, itLong, report } from '../support/figures.js';
import { compared, median } from '../support/mann-whitney.js';
import { Random } from '../support/random.js';
import { StatementTape } from '../support/statement-tape.js';
import { startWorld, type World } from '../support/world.js';
import { questionsAt, signsInRight, type Question, type Way } from './wrong-ways-in.js';

const SAMPLES = 2_000;
const QUESTIONS = ['sign-in', 'access token', 'API key', 'session', 'SMTP AUTH', 'password reset'];
/** What an answer may depend on; others write leases meanwhile. */
const TABLES =
  /\b(access_tokens|audit_\w+|credentials|guesses|members|sessions|sign_in_challenges|users)\b/;

describe('D-02 failing to get in', () => {
  const database = process.env['TEST_DATABASE_URL'] ?? '';
  let tape: StatementTape | null = null;
  let world: World;
  let questions: Question[];

  beforeAll(async () => {
    if (!isLong) {
      tape = await StatementTape.start(database);
      process.env['TEST_DATABASE_URL'] = tape.url;
    }
    world = await startWorld({ roles: ['api', 'smtp'] });
    questions = await questionsAt(world);
  });
  afterAll(async () => {
    await world.stop();
    tape?.stop();
    process.env['TEST_DATABASE_URL'] = database;
  });

  function question(name: string): Question {
    return questions.find((each) => each.name === name)!;
  }

  /** What was said to the database, and how often a password was hashed, until the answer came. */
  async function workOf(way: Way, n: number) {
    const verify = jest.spyOn(jest.requireActual<typeof Argon2>('@node-rs/argon2'), 'verify');
    const before = tape!.statements.length;
    const { answer, ms } = await way(n);
    const hashes = verify.mock.calls.length;
    verify.mockRestore();
    const statements = tape!.statements.slice(before).map(shapeOf);
    const work = { answer, hashes, statements: statements.filter((each) => TABLES.test(each)) };
    return { work, ms };
  }

  if (!isLong) {
    it.each(QUESTIONS)('is the same work, whatever was wrong: %s', async (name) => {
      const { ways, isFollowedUp, leastMs = 0 } = question(name);
      await Promise.all(Object.values(ways).map((way) => way(0)));
      const works = [];
      for (const way of Object.values(ways)) {
        const { work, ms } = await workOf(way, 1);
        expect(ms).toBeGreaterThan(leastMs - 5); // as timers are
        works.push(work);
      }
      const [first, ...others] = works.map((work) =>
        isFollowedUp ? { ...work, statements: [] } : work,
      );
      expect(others).toEqual(others.map(() => first));
      expect(first!.hashes).toBe(name === 'sign-in' ? 1 : 0);
      if (!isFollowedUp) expect(first!.statements.length).toBeGreaterThan(0);
    });

    it('is other work than getting in (control)', async () => {
      const wrong = await workOf(question('sign-in').ways['wrong password']!, 2);
      const right = await workOf(() => signsInRight(world), 2);
      expect(right.work.statements).not.toEqual(wrong.work.statements);
    });
  }

  for (const name of QUESTIONS) {
    itLong(`takes as long, whatever was wrong: ${name}`, async () => {
      const told = await toldApart(question(name));
      const toldAgain = told.length > 0 ? await toldApart(question(name)) : []; // chance does not come twice
      expect(told.filter((way) => toldAgain.includes(way))).toEqual([]);
    });
  }

  /** The ways that take another time than the first. */
  async function toldApart(asked: Question): Promise<string[]> {
    const [[first, base] = ['', []], ...others] = [...(await samplesOf(asked))];
    const say = (text: string) => report(`D-02 ${asked.name}: ${text}`);
    say(`median of ${first} ${median(base).toFixed(2)} ms, of ${base.length}`);
    return others.flatMap(([way, took]) => {
      const { p, medianDifference } = compared(base, took);
      say(`${way} differs by ${medianDifference.toFixed(3)} ms, p = ${p.toFixed(4)}`);
      return p > 0.01 || medianDifference <= 1 ? [] : [way];
    });
  }

  /** Every way so often, one after the other in an order that changes, or some at once. */
  async function samplesOf({ ways, lanes }: Question): Promise<Map<string, number[]>> {
    const random = new Random(2);
    const names = Object.keys(ways);
    const times = new Map<string, number[]>(names.map((way) => [way, []]));
    let n = 0;
    const lane = async () => {
      for (let mine = n++; mine < SAMPLES; mine = n++) {
        if (mine % 15 === 0) world.clock.advance(61_000); // all of them are written down
        const first = random.below(names.length);
        for (const way of [...names.slice(first), ...names.slice(0, first)]) {
          times.get(way)!.push((await ways[way]!(mine)).ms);
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return times;
  }

  it('is told apart when it takes two milliseconds more, and not when it does not (control)', () => {
    const random = new Random(7);
    const noisy = (ms: number) => ms + random.below(10_000) / 1_000;
    const sample = (ms: number) => Array.from({ length: SAMPLES }, () => noisy(ms));
    const same = compared(sample(40), sample(40));
    const later = compared(sample(40), sample(42));
    expect(same.p).toBeGreaterThan(0.01);
    expect(later.p).toBeLessThan(1e-6);
    expect(later.medianDifference).toBeGreaterThan(1);
  });
});

/** A statement without its values. */
function shapeOf(statement: string): string {
  return statement
    .replaceAll(/x?'(?:[^'\\]|\\.|'')*'/gis, '?')
    .replaceAll(/\b(?:null|\d+)\b/gi, '?');
}

/**
 * Values made of line ends, marks of headers and long text, in every input field of the two mutations that send. Each is
 * refused with its field named, or encoded. Controls: planted bytes, and a build that lets line ends into header fields.
 */
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { figure, itLong } from '../support/figures.js';
import type { Mailbox } from '../support/mailbox.js';
import { Mutant } from '../support/mutant.js';
import { RunningWorld } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { inPortions } from './in-portions.js';
import { PIECES, PLACES, RAW_PLACES } from './injection-places.js';
import { putIntoMessage, putIntoRawMessage, type Answer, type Case } from './put-into-message.js';
import { lineProblemsOf, problemsOf } from './structure.js';
import { storedContents } from './submitted-content.js';

/** Values in all; the delivered ones are few because each costs a signature. */
const VALUES = figure({ t0: 5_000, long: 100_000 });
const DELIVERED = figure({ t0: 300, long: 5_000 });
const AT_ONCE = 50;
/** The same values every time, until somebody asks for more. */
const SEED = figure({ t0: 3, long: Date.now() });
const PATIENCE_MS = 180_000;

let cases = 0;

describe('C-03 whatever an input field holds', () => {
  let world: World;
  let shop: Tenant;
  let sandbox: Tenant;
  beforeAll(async () => {
    world = await startWorld();
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    sandbox = await world.aServer({ verifiedDomain: 'box.test', mode: 'SANDBOX' });
  });
  afterAll(() => world.stop());

  it('control: a field or a line of its own is seen', () => {
    const injected = Buffer.from('From: a@shop.test\r\nInjected: yes\r\n\r\nOne\nTwo\r\n');
    expect(problemsOf(injected)).toEqual(['a lone CR or LF', '1 fields injected']);
  });

  it('never becomes a header field or a line, as it arrives', async () => {
    const answers = await inPortions(
      casesFor(PLACES, DELIVERED),
      (one) => delivered(world, shop, one),
      AT_ONCE,
    );
    expect(bad(answers)).toEqual([]);
  });

  it('never becomes a header field or a line, as it is stored', async () => {
    const answers = await inPortions(
      casesFor(PLACES, (VALUES - DELIVERED) / 2),
      (one) => putIntoMessage(sandbox, one, 'held@example.test'),
      AT_ONCE,
    );
    expect(bad(answers)).toEqual([]);
    expect(await badlyStored(answers, (raw, one) => problemsOf(raw, ownField(one)))).toEqual([]);
  });

  it('never becomes a line of a message that is written already', async () => {
    const answers = await inPortions(
      casesFor(RAW_PLACES, (VALUES - DELIVERED) / 2),
      (one) => putIntoRawMessage(sandbox, one),
      AT_ONCE,
    );
    expect(bad(answers)).toEqual([]);
    expect(await badlyStored(answers, lineProblemsOf)).toEqual([]);
  });

  /** What lies in the store of the messages that were accepted. */
  async function badlyStored(
    answers: readonly Answer[],
    judge: (raw: Buffer, one: Case) => string[],
  ): Promise<Answer[]> {
    const accepted = answers.filter(({ messageId }) => messageId !== null);
    expect(accepted.length).toBeGreaterThan(answers.length / 10);
    const judged: Answer[] = [];
    for (let start = 0; start < accepted.length; start += AT_ONCE) {
      const portion = accepted.slice(start, start + AT_ONCE);
      const ids = portion.map(({ messageId }) => messageId ?? '');
      const raws = await storedContents(world.services.contents, ids);
      judged.push(...portion.map((one, at) => ({ ...one, problems: judge(raws[at]!, one) })));
    }
    return bad(judged);
  }
});

describe('C-03 a build that lets line ends into header fields', () => {
  itLong(
    'is found out (control)',
    async () => {
      const mutant = Mutant.make({
        file: 'mail/header-field.js',
        from: 'LINE_BREAKS.test(value)',
        to: 'false',
      });
      const world = await RunningWorld.start({ main: mutant.main });
      try {
        const shop = await world.aServer({ verifiedDomain: 'shop.test' });
        const value = 'a\nInjected: yes';
        const answers = await Promise.all(
          ['subject', 'headers.value'].map((place) => delivered(world, shop, { place, value })),
        );
        const seen = ['1 fields injected', 'a reader sees an injected field'];
        expect(answers.map(({ problems }) => problems)).toEqual([seen, seen]);
      } finally {
        await world.stop();
        mutant.remove();
      }
    },
    PATIENCE_MS,
  );
});

/** Values for these places, each of one to five pieces. */
function casesFor(places: Readonly<Record<string, unknown>>, count: number): Case[] {
  const aCase = fc.record({
    place: fc.constantFrom(...Object.keys(places)),
    value: fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength: 5 }),
  });
  return fc.sample(aCase, { numRuns: Math.ceil(count), seed: SEED });
}

function bad(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ problems }) => problems.length > 0);
}

interface Receiving {
  mailbox(address: string): Mailbox;
}

/** Sent and, unless it was refused, received. */
async function delivered(world: Receiving, tenant: Tenant, one: Case): Promise<Answer> {
  cases += 1;
  const to = `case-${cases}@example.test`;
  const answer = await putIntoMessage(tenant, one, to);
  if (answer.messageId === null) return answer;
  const { raw } = await world.mailbox(to).receives();
  const problems = [...problemsOf(raw, ownField(one)), ...(await misread(raw, one.place))];
  return { ...answer, problems };
}

/** The field that a value may make. */
function ownField({ place, value }: Case): string {
  return place === 'headers.name' ? value : 'X-Own';
}

/** What a reader would see that nobody wrote. */
async function misread(raw: Buffer, place: string): Promise<string[]> {
  const { headers, attachments } = await simpleParser(raw);
  const wanted = place.startsWith('attachments.') ? 1 : 0;
  return [
    ...(headers.has('injected') || headers.has('bcc') ? ['a reader sees an injected field'] : []),
    ...(attachments.length === wanted ? [] : [`a reader sees ${attachments.length} attachments`]),
  ];
}

import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { graphql } from '../gql/index.js';
import { figure } from '../support/figures.js';
import { sendRaw } from '../support/raw-submission.js';
import type { ApiResponse } from '../support/api-client.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { PIECES, PLACES, RAW_PLACES } from './injection-places.js';
import { lineProblemsOf, problemsOf } from './structure.js';
import { storedContents } from './submitted-content.js';

/** Values in all; the delivered ones are few because each costs a signature. */
const VALUES = figure({ t0: 5_000, long: 100_000 });
const DELIVERED = figure({ t0: 300, long: 5_000 });
const VALUES_AT_ONCE = 50;
/** The same values every time, until somebody asks for more. */
const SEED = figure({ t0: 3, long: Date.now() });

let world: World;
let shop: Tenant;
let sandbox: Tenant;
let cases = 0;
beforeAll(async () => {
  world = await startWorld();
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
  sandbox = await world.aServer({ verifiedDomain: 'box.test', mode: 'SANDBOX' });
});
afterAll(() => world.stop());

interface Case {
  readonly place: string;
  readonly value: string;
}
type Try = (cases: readonly Case[]) => Promise<readonly { readonly problems: readonly string[] }[]>;

describe('C-03 whatever an input field holds', () => {
  it('control: a field or a line of its own is seen', () => {
    const injected = Buffer.from('From: a@shop.test\r\nInjected: yes\r\n\r\nOne\nTwo\r\n');
    expect(problemsOf(injected)).toEqual(['a lone CR or LF', '1 fields injected']);
  });

  it('control: one of its own is seen where line ends may stand in a field', async () => {
    const test = Reflect.get(RegExp.prototype, 'test');
    const blind = jest.spyOn(RegExp.prototype, 'test').mockImplementation(function (
      this: RegExp,
      text,
    ) {
      return this.source !== LINE_BREAKS && test.call(this, text);
    });
    const cases = [
      { place: 'subject', value: 'a\nInjected: yes' },
      { place: 'headers.value', value: 'a\nInjected: yes' },
    ];
    const found = await tryStored(cases);
    blind.mockRestore();
    expect(found.filter(({ problems }) => problems.length > 0)).toHaveLength(2);
  });

  it('never becomes a header field or a line, as it arrives', async () => {
    const count = DELIVERED / VALUES_AT_ONCE;
    await assertNone(Object.keys(PLACES), count, (all) => Promise.all(all.map(tryDelivered)));
  });

  it('never becomes a header field or a line, as it is stored', async () => {
    const half = (VALUES - DELIVERED) / 2 / VALUES_AT_ONCE;
    await assertNone(Object.keys(PLACES), half, tryStored);
    await assertNone(Object.keys(RAW_PLACES), half, tryRaw);
  });
});

async function assertNone(places: readonly string[], rounds: number, tryAll: Try): Promise<void> {
  const aCase = fc.record({
    place: fc.constantFrom(...places),
    value: fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength: 5 }),
  });
  const portion = fc.array(aCase, { minLength: VALUES_AT_ONCE, maxLength: VALUES_AT_ONCE });
  await fc.assert(
    fc.asyncProperty(portion, async (all) => {
      const found = await tryAll(all);
      expect(found.filter(({ problems }) => problems.length > 0)).toEqual([]);
    }),
    { numRuns: Math.ceil(rounds), seed: SEED },
  );
}

it.each(['Grüße 漢字 😀', 'a  b', 'a\u2028b\u0085c', '"a" <b>', '=?utf-8?Q?=0D=0AInjected:_yes?='])(
  'gives back what it encodes: %j',
  async (subject) => {
    const to = nextRecipient();
    const name = subject.startsWith('=?') ? 'Ann' : subject; // a name may come encoded already
    await shop.send({ to: [to], subject, from: `"${quoted(name)}" <app@shop.test>` });

    const { parsed } = await world.mailbox(to).receives();
    expect(parsed.subject).toBe(subject);
    expect(parsed.from?.value).toEqual([{ name, address: 'app@shop.test' }]);
  },
);

describe('sendRawMessage', () => {
  const header = 'From: app@shop.test\r\nSubject: Hello\r\n';

  it.each([
    ['bare LF', 'From: app@shop.test\nSubject: Hello\n\nOne\nTwo\n.\nThree'],
    ['bare CR', 'From: app@shop.test\rSubject: Hello\r\rOne\rTwo\r.\rThree'],
    ['a mixture', 'From: app@shop.test\nSubject: Hello\r\n\nOne\r\nTwo\r.\r\nThree\n'],
  ])('makes CR LF of %s', async (_what, raw) => {
    const to = nextRecipient();

    await sendRaw(shop, { from: 'app@shop.test', to, raw: Buffer.from(raw) });

    const { raw: received, parsed } = await world.mailbox(to).receives();
    expect(problemsOf(received)).toEqual([]);
    expect(received.toString()).toMatch(/\r\n\r\nOne\r\nTwo\r\n\.\r\nThree\r\n$/);
    expect(parsed.subject).toBe('Hello');
  });

  it.each([
    ['NUL', `${header}\r\nOne\0Two\r\n`, 'InvalidMessage', ['input', 'raw']],
    [
      'a line of 999 octets',
      `${header}\r\n${'x'.repeat(999)}\r\n`,
      'InvalidMessage',
      ['input', 'raw'],
    ],
    ['a header line without a colon', `${header}Injected\r\n\r\n`, 'MalformedHeader', null],
    [
      'a header line with a space in its name',
      `${header}In jected: yes\r\n\r\n`,
      'MalformedHeader',
      null,
    ],
    ['a fold in the first line', ` folded\r\n${header}\r\n`, 'MalformedHeader', null],
    ['no header', `\r\n${header}\r\nOne\r\n`, 'InvalidSender', null],
  ])('refuses %s', async (_what, raw, code, path) => {
    const mail = { from: 'app@shop.test', to: 'nobody@example.test', raw: Buffer.from(raw) };

    expect(await sendRaw(shop, mail)).toMatchObject({ code, ...(path ? { path } : {}) });
  });
});

it('takes overlong UTF-8 for what it is: no line end, in any field', async () => {
  const to = nextRecipient();
  const document = `mutation { sendMessage(input: {from: "app@shop.test", to: ["${to}"], subject: "a@b", text: "a@b"}) { __typename } }`;
  const overlong = Buffer.from([0xc0, 0x8d, 0xc0, 0x8a, 0xe0, 0x80, 0x8a]); // CR LF LF
  const [before = '', between = '', after = ''] = JSON.stringify({ query: document }).split('a@b');
  const body = [before, overlong, between, overlong, after].map((part) => Buffer.from(part));

  const response = await fetch(shop.api.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...shop.api.headers },
    body: Buffer.concat(body),
  });

  if (response.status !== 200) return expect(response.status).toBe(400);
  expect(problemsOf((await world.mailbox(to).receives()).raw)).toEqual([]);
});

/** How the door of the line ends knows them. */
const LINE_BREAKS = '[\\r\\n]';

interface Tried extends Case {
  /** Null when it was refused. */
  readonly messageId: string | null;
  readonly problems: readonly string[];
}

/** Sent and received. */
async function tryDelivered(one: Case): Promise<Tried> {
  const to = nextRecipient();
  const tried = await trySend(shop, one, to);
  if (tried.messageId === null) return tried;
  const { raw } = await world.mailbox(to).receives();
  const problems = [...problemsOf(raw, ownField(one)), ...(await misread(raw, one.place))];
  return { ...tried, problems };
}

/** Accepted for a server that delivers nothing, and looked at where it lies. */
async function tryStored(cases: readonly Case[]): Promise<Tried[]> {
  const all = await Promise.all(cases.map((one) => trySend(sandbox, one, 'held@example.test')));
  return judgeStored(all, (one, raw) => problemsOf(raw, ownField(one)));
}

/** The application writes the fields of a raw message itself, but not its lines as it likes. */
async function tryRaw(cases: readonly Case[]): Promise<Tried[]> {
  const all = await Promise.all(cases.map(trySendRaw));
  return judgeStored(all, (_, raw) => lineProblemsOf(raw));
}

async function judgeStored(
  all: readonly Tried[],
  judge: (one: Case, raw: Buffer) => string[],
): Promise<Tried[]> {
  const accepted = all.filter(({ messageId }) => messageId !== null);
  const ids = accepted.map(({ messageId }) => messageId ?? '');
  const raws = await storedContents(world.services.contents, ids);
  const judged = accepted.map((one, index) => ({ ...one, problems: judge(one, raws[index]!) }));
  return [...all.filter(({ messageId }) => messageId === null), ...judged];
}

async function trySend(tenant: Tenant, { place, value }: Case, to: string): Promise<Tried> {
  const from = `app@${tenant.domain ?? ''}`;
  const base = { from, to: [to], bcc: [to], subject: 'Hello', text: 'Hello.' };
  const { data, errors } = await tenant.api.ask(
    graphql(`
      mutation TryValue($input: SendMessageInput!) {
        sendMessage(input: $input) {
          __typename
          ... on SendMessageSuccess {
            message {
              id
            }
          }
          ... on Refusal {
            path
          }
        }
      }
    `),
    { input: { ...base, ...PLACES[place]!(value, tenant.domain ?? '') } },
  );
  const result = data?.sendMessage;
  if (result?.__typename === 'SendMessageSuccess')
    return { place, value, messageId: result.message.id, problems: [] };
  return refused({ place, value }, result ?? null, errors);
}

async function trySendRaw({ place, value }: Case): Promise<Tried> {
  const raw = Buffer.from('From: app@box.test\r\n\r\nHello.\r\n').toString('base64');
  const base = { mailFrom: 'app@box.test', recipients: ['held@example.test'], raw };
  const { data, errors } = await sandbox.api.ask(
    graphql(`
      mutation TryRawValue($input: SendRawMessageInput!) {
        sendRawMessage(input: $input) {
          __typename
          ... on SendRawMessageSuccess {
            message {
              id
            }
          }
          ... on Refusal {
            path
          }
        }
      }
    `),
    { input: { ...base, ...RAW_PLACES[place]!(value, 'box.test') } },
  );
  const result = data?.sendRawMessage;
  if (result?.__typename === 'SendRawMessageSuccess')
    return { place, value, messageId: result.message.id, problems: [] };
  const isAboutContent = place.endsWith('of raw') && result !== undefined;
  if (isAboutContent) return { place, value, messageId: null, problems: [] };
  return refused({ place, value }, result ?? null, errors);
}

/** A refusal names the field that was wrong. */
function refused(one: Case, result: object | null, errors: ApiResponse<unknown>['errors']): Tried {
  const named = JSON.stringify(result ?? errors?.map(({ extensions }) => extensions));
  const steps = one.place.trim().split('.');
  const isNamed = steps.every((step) => named.includes(`"${step}"`));
  const isAboutInput = result !== null || named.includes('"BAD_USER_INPUT"');
  const problems = isNamed && isAboutInput ? [] : [`refused with ${named}`];
  return { ...one, messageId: null, problems };
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

function nextRecipient(): string {
  cases += 1;
  return `case-${cases}@example.test`;
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

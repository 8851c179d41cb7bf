import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { graphql } from '../gql/index.js';
import type { SendMessageInput } from '../gql/graphql.js';
import { sendRaw } from '../support/raw-submission.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { problemsOf } from './structure.js';

/** C-03: whatever an input field holds, it never becomes a header field or a line of its own. */

const VALUES_AT_ONCE = 30;
const ROUNDS = 10;

let world: World;
let shop: Tenant;
let cases = 0;
beforeAll(async () => {
  world = await startWorld();
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
});
afterAll(() => world.stop());

const PIECES = [
  ...['\r', '\n', '\r\n', '\r\n\r\n', '\r\n.\r\n', '\n\n', '\0', '\v', '\f', '\x1b', '\x7f'],
  ...['\u0085', '\u2028', '\u2029', '\u00a0', '\u200b', '\u202e', '\ufeff', '\ufffe'],
  ...['\ud800', '\udc00', '\udc00\ud800', '😀', 'ü', '漢', 'e\u0301'],
  ...[
    'Injected: yes',
    'Bcc: eve@example.test',
    'eve@example.test',
    '--',
    '.',
    'a',
    'word',
    ' ',
    '\t',
  ],
  ...['"', '\\', '<', '>', ',', ';', ':', '(', ')', '=', '?', "'", '%0d%0a', '&#10;', '\\r\\n'],
  ...['=?utf-8?Q?=0D=0AInjected:_yes?=', '=?utf-8?B?DQpJbmplY3RlZDogeWVz?=', '=0D=0AInjected: yes'],
  ...['x'.repeat(80), 'x'.repeat(998), 'ü'.repeat(400), 'word '.repeat(300)],
];

/** Where a value is put, and what the field is called in refusals. */
const PLACES: Readonly<Record<string, (value: string) => Partial<SendMessageInput>>> = {
  subject: (value) => ({ subject: value }),
  text: (value) => ({ text: value }),
  html: (value) => ({ html: `<p>${value}</p>` }),
  from: (value) => ({ from: `${value} <app@shop.test>` }),
  sender: (value) => ({ sender: `"${value}" <app@shop.test>` }),
  replyTo: (value) => ({ replyTo: [`"${value}" <app@shop.test>`] }),
  cc: (value) => ({ cc: [`${value} <cc@example.test>`] }),
  bcc: (value) => ({ bcc: [`"${value}"@example.test`] }),
  'headers.name': (value) => ({ headers: [{ name: value, value: 'mine' }] }),
  'headers.value': (value) => ({ headers: [{ name: 'X-Own', value }] }),
  'attachments.filename': (value) => anAttachment({ filename: value }),
  'attachments.contentType': (value) => anAttachment({ contentType: `text/${value}` }),
  'attachments.contentId': (value) => anAttachment({ filename: 'a.png', contentId: value }),
  tag: (value) => ({ tag: value }),
  metadata: (value) => ({ metadata: { [value]: value } }),
  'dsn.envid': (value) => ({ dsn: { notify: ['FAILURE'], envid: value } }),
};

interface Case {
  readonly place: string;
  readonly value: string;
}

it('would see an injected field, or line', () => {
  const injected = Buffer.from('From: a@shop.test\r\nInjected: yes\r\n\r\nOne\nTwo\r\n');
  expect(problemsOf(injected)).toEqual(['a lone CR or LF', '1 fields injected']);
});

it('never makes a header field or a line of a value', async () => {
  const aCase = fc.record({
    place: fc.constantFrom(...Object.keys(PLACES)),
    value: fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength: 5 }),
  });
  const portion = fc.array(aCase, { minLength: VALUES_AT_ONCE, maxLength: VALUES_AT_ONCE });
  await fc.assert(
    fc.asyncProperty(portion, async (cases) => {
      const found = await Promise.all(cases.map(tryCase));
      expect(found.filter(({ problems }) => problems.length > 0)).toEqual([]);
    }),
    { numRuns: ROUNDS },
  );
});

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

/** What went wrong with one value: nothing, if it was refused by name or arrived as a value. */
async function tryCase({ place, value }: Case) {
  const to = nextRecipient();
  const base = { from: 'app@shop.test', to: [to], subject: 'Hello', text: 'Hello.' };
  const { data, errors } = await shop.api.ask(
    graphql(`
      mutation TryValue($input: SendMessageInput!) {
        sendMessage(input: $input) {
          __typename
          ... on Refusal {
            path
          }
        }
      }
    `),
    { input: { ...base, ...PLACES[place]!(value) } },
  );
  const result = data?.sendMessage;
  if (result?.__typename !== 'SendMessageSuccess') {
    const named = JSON.stringify(result ?? errors?.map(({ extensions }) => extensions));
    const isNamed = place.split('.').every((step) => named.includes(`"${step}"`));
    const isAboutInput = result !== undefined || named.includes('"BAD_USER_INPUT"');
    return { place, value, problems: isNamed && isAboutInput ? [] : [`refused with ${named}`] };
  }
  const { raw } = await world.mailbox(to).receives();
  const own = place === 'headers.name' ? value : 'X-Own';
  return { place, value, problems: [...problemsOf(raw, own), ...(await misread(raw, place))] };
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

function anAttachment(changes: Partial<NonNullable<SendMessageInput['attachments']>[number]>) {
  const content = Buffer.from('Hello').toString('base64');
  return { attachments: [{ filename: 'a.txt', content, ...changes }] };
}

function nextRecipient(): string {
  cases += 1;
  return `case-${cases}@example.test`;
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

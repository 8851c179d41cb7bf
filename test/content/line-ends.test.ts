import { sendRaw } from '../support/raw-submission.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { problemsOf } from './structure.js';

let world: World;
let shop: Tenant;
let cases = 0;
beforeAll(async () => {
  world = await startWorld();
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
});
afterAll(() => world.stop());

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

function nextRecipient(): string {
  cases += 1;
  return `case-${cases}@example.test`;
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

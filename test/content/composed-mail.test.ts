import { randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { graphql } from '../gql/index.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let shop: Tenant;
beforeAll(async () => {
  world = await startWorld();
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
});
afterAll(() => world.stop());

describe('recipients', () => {
  it('each get their own copy, with a return path of its own and no word of Bcc', async () => {
    const id = await shop.send({
      to: ['Ann <ann@example.test>', 'bob@example.test'],
      cc: ['"Cy, the third" <cy@example.test>', 'ann@EXAMPLE.test'],
      bcc: ['dan@example.test', 'Eve <eve@example.test>'],
    });

    const everyone = ['ann', 'bob', 'cy', 'dan', 'eve'].map((name) => `${name}@example.test`);
    const mails = await Promise.all(everyone.map((to) => world.mailbox(to).receives()));
    const message = await shop.settles(id, 'DELIVERED');

    const recipients = message.deliveries.nodes.map(({ recipient }) => recipient);
    expect(recipients.sort()).toEqual(everyone);
    expect(new Set(mails.map(({ mailFrom }) => mailFrom)).size).toBe(everyone.length);
    for (const { parsed, raw, mailFrom } of mails) {
      expect(parsed.to).toMatchObject({
        value: [
          { name: 'Ann', address: 'ann@example.test' },
          { name: '', address: 'bob@example.test' },
        ],
      });
      expect(parsed.cc).toMatchObject({
        value: [
          { name: 'Cy, the third', address: 'cy@example.test' },
          { name: '', address: 'ann@example.test' },
        ],
      });
      expect(raw.toString()).not.toMatch(/^bcc:|dan@|eve@/im);
      expect(mailFrom).toMatch(/^[a-z2-7]{26}@psrp\.shop\.test$/);
    }
  });

  it('may have names beyond ASCII, where the receiving server takes them', async () => {
    world.receiver('xn--bcher-kva.test');

    await shop.send({ to: ['grüße@example.test', 'ann@bücher.test'], text: 'Hello.' });

    const utf8 = await world.mailbox('grüße@example.test').receives();
    const idn = await world.mailbox('ann@xn--bcher-kva.test').receives();
    expect(utf8.mailParameters).toContain('SMTPUTF8');
    expect(utf8.parsed.to).toMatchObject({ value: [{ address: 'grüße@example.test' }, {}] });
    expect(idn.raw.toString()).toContain('grüße@example.test, ann@xn--bcher-kva.test');
  });

  it('are asked about reports as the application wishes', async () => {
    const dsn = { notify: ['SUCCESS', 'DELAY'], ret: 'HDRS', envid: 'order 7+8=15' } as const;
    await shop.send({ to: ['dsn@example.test'], dsn: { ...dsn, notify: [...dsn.notify] } });

    const mail = await world.mailbox('dsn@example.test').receives();
    expect(mail.mailParameters).toMatch(/\bRET=HDRS\b.*\bENVID=order\+207\+2B8\+3D15\b/);
    expect(mail.recipientParameters).toMatch(/\bNOTIFY=SUCCESS,DELAY\b/);
  });

  it('are asked about reports as an SMTP client wishes', async () => {
    const transport = await shop.transport();
    await transport.sendMail({
      from: 'app@shop.test',
      to: 'dsn-smtp@example.test',
      text: 'Hello.',
      dsn: { id: 'x+y', return: 'full', notify: ['failure'], recipient: 'old+ann@example.test' },
    });
    transport.close();

    const mail = await world.mailbox('dsn-smtp@example.test').receives();
    expect(mail.mailParameters).toMatch(/\bRET=FULL\b.*\bENVID=x\+2By\b/);
    expect(mail.recipientParameters).toMatch(
      /\bNOTIFY=FAILURE\b.*\bORCPT=rfc822;old\+2Bann@example\.test\b/,
    );
  });
});

describe('content', () => {
  it('arrives as it was given', async () => {
    const binary = Buffer.concat([
      Buffer.from(Array.from({ length: 256 }, (_, n) => n)),
      randomBytes(70_000),
    ]);
    const picture = randomBytes(3_000);
    const text = 'Grüße\n.\n..dots\n\n  indented\ttab\nlong '.concat(
      'word '.repeat(300),
      '\nFrom here',
    );
    const html = `<p>Grüße <img src="cid:logo@shop"></p>${'<b>x</b>'.repeat(400)}`;
    await shop.send({
      from: 'Café Zoë <app@shop.test>',
      to: ['mime@example.test'],
      replyTo: ['Help <help@shop.test>', 'more@elsewhere.test'],
      sender: 'Robot <robot@shop.test>',
      subject: `Überlang: ${'sehr '.repeat(60)}lang`,
      text,
      html,
      headers: [
        { name: 'X-Campaign', value: 'spring "sale"; 1=2' },
        { name: 'List-Unsubscribe', value: '<https://shop.test/u?a=b>, <mailto:u@shop.test>' },
        { name: 'In-Reply-To', value: '<1@example.test>' },
      ],
      attachments: [
        { filename: 'Rechnung Nº 7 – „März“.bin', content: binary.toString('base64') },
        { filename: 'leer.txt', contentType: 'text/plain', content: '' },
        { filename: 'lines.txt', content: Buffer.from('a\nb\rc\r\n.\r\n\0').toString('base64') },
        { filename: 'logo.png', content: picture.toString('base64'), contentId: 'logo@shop' },
      ],
    });

    const { raw } = await world.mailbox('mime@example.test').receives();
    const parsed = await simpleParser(raw, { keepCidLinks: true });
    expect(parsed.from?.value).toEqual([{ name: 'Café Zoë', address: 'app@shop.test' }]);
    expect(parsed.subject).toBe(`Überlang: ${'sehr '.repeat(60)}lang`);
    expect(parsed.text?.trimEnd()).toBe(text);
    expect(parsed.html).toBe(html);
    expect(parsed.replyTo?.text).toBe('"Help" <help@shop.test>, more@elsewhere.test');
    expect(parsed.headers.get('sender')).toMatchObject({ text: '"Robot" <robot@shop.test>' });
    expect(parsed.headers.get('x-campaign')).toBe('spring "sale"; 1=2');
    expect(parsed.headers.get('list')).toMatchObject({
      unsubscribe: { url: 'https://shop.test/u?a=b', mail: 'u@shop.test' },
    });
    expect(parsed.inReplyTo).toBe('<1@example.test>');
    expect(parsed.messageId).toMatch(/^<[^@\s]+@shop\.test>$/);
    expect(parsed.date).toBeInstanceOf(Date);
    const files = parsed.attachments.map(({ filename, contentType, contentDisposition, cid }) => ({
      filename,
      contentType,
      contentDisposition,
      cid,
    }));
    expect(files).toEqual(
      expect.arrayContaining([
        file('Rechnung Nº 7 – „März“.bin', 'application/octet-stream'),
        file('leer.txt', 'text/plain'),
        file('lines.txt', 'text/plain'),
        { ...file('logo.png', 'image/png'), contentDisposition: 'inline', cid: 'logo@shop' },
      ]),
    );
    const contentOf = (name: string) =>
      parsed.attachments.find(({ filename }) => filename === name)?.content;
    expect(contentOf('Rechnung Nº 7 – „März“.bin')?.equals(binary)).toBe(true);
    expect(contentOf('leer.txt')?.length).toBe(0);
    expect(contentOf('lines.txt')?.toString()).toBe('a\nb\rc\r\n.\r\n\0');
    expect(contentOf('logo.png')?.equals(picture)).toBe(true);
  });

  it('keeps tag and metadata for us, and out of the mail', async () => {
    const metadata = { order: 7, lines: [{ sku: 'ä"\\\n😀' }], none: null };
    const id = await shop.send({ to: ['labels@example.test'], tag: 'Bestellung Nº 7', metadata });

    const { raw } = await world.mailbox('labels@example.test').receives();
    const { node } = await shop.api.run(
      graphql(`
        query LabelsOf($id: ID!) {
          node(id: $id) {
            ... on Message {
              tag
              metadata
            }
          }
        }
      `),
      { id },
    );
    expect(node).toEqual({ tag: 'Bestellung Nº 7', metadata });
    expect(raw.toString()).not.toMatch(/Bestellung|order|sku/);
  });

  it.each<[string, unknown]>([
    ['half a character', { a: ['\ud800'] }],
    ['half a character in a name', { '\udc00': 1 }],
    ['too many levels', { a: nested(40) }],
    ['no object', ['a']],
  ])('is refused with metadata of %s', async (_what, metadata) => {
    const { errors } = await shop.api.ask(
      graphql(`
        mutation SendWrongMetadata($input: SendMessageInput!) {
          sendMessage(input: $input) {
            __typename
          }
        }
      `),
      { input: { from: 'app@shop.test', to: ['nobody@example.test'], metadata } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['input', 'metadata'] }],
    });
  });
});

function file(filename: string, contentType: string) {
  return { filename, contentType, contentDisposition: 'attachment', cid: undefined };
}

function nested(depth: number): unknown {
  return depth === 0 ? 'end' : [nested(depth - 1)];
}

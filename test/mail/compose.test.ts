import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { parseAddress } from '../../src/mail/addresses.js';
import { compose } from '../../src/mail/compose.js';
import type { Attachment, Draft } from '../../src/mail/draft.js';
import { HeaderValueError } from '../../src/mail/header-field.js';
import { scanHeader } from '../../src/mail/header.js';
import { LineEndGate } from '../../src/mail/line-ends.js';

const mailbox = (address: string, name: string | null = null) => ({
  name,
  address: parseAddress(address)!,
});

const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  from: mailbox('ann@shop.test', 'Ann Bee'),
  to: [mailbox('bob@example.test')],
  cc: [],
  replyTo: [],
  subject: 'Hello',
  text: 'Hi Bob\n',
  html: null,
  headers: [],
  attachments: [],
  messageId: '123@shop.test',
  date: new Date('2026-11-23T04:05:06Z'),
  ...changes,
});

const anAttachment = (changes: Partial<Attachment> = {}): Attachment => ({
  filename: 'a.bin',
  contentType: 'application/octet-stream',
  content: Buffer.from([0, 13, 10, 10, 255]),
  ...changes,
});

const fieldsOf = (raw: Buffer) =>
  scanHeader(raw).fields.map(({ name, value }) => `${name}: ${value}`);

describe('compose', () => {
  it('writes a plain message', async () => {
    const { raw, needsSmtputf8 } = await compose(
      aDraft({ headers: [{ name: 'X-Order', value: '7' }] }),
    );
    expect(fieldsOf(raw)).toEqual([
      'Date: Mon, 23 Nov 2026 04:05:06 +0000',
      'From: Ann Bee <ann@shop.test>',
      'To: bob@example.test',
      'Subject: Hello',
      'Message-ID: <123@shop.test>',
      'X-Order: 7',
      'Content-Transfer-Encoding: 7bit',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
    ]);
    expect(raw.toString()).toMatch(/\r\n\r\nHi Bob\r\n$/);
    expect(needsSmtputf8).toBe(false);
  });

  it.each<[string, string, Partial<Draft>, string]>([
    ['7bit', 'plain', { text: 'one\r\n\ttwo\nthree' }, 'one\r\n\ttwo\r\nthree\r\n'],
    ['7bit', 'html', { text: null, html: '<p>Hi</p>\n' }, '<p>Hi</p>\r\n'],
    ['7bit', 'plain', { text: `${'a'.repeat(76)}\n.\n` }, `${'a'.repeat(76)}\r\n.\r\n`],
    ['quoted-printable', 'plain', { text: 'a'.repeat(77) }, `${'a'.repeat(75)}=\r\naa\r\n`],
    ['quoted-printable', 'html', { text: '', html: 'Café au lait\n' }, 'Caf=C3=A9 au lait\r\n'],
  ])('writes a text by itself in %s (text/%s, %#)', async (encoding, type, changes, body) => {
    const { raw } = await compose(aDraft(changes));
    expect(fieldsOf(raw)).toEqual(
      expect.arrayContaining([
        `Content-Transfer-Encoding: ${encoding}`,
        'MIME-Version: 1.0',
        `Content-Type: text/${type}; charset=utf-8`,
      ]),
    );
    expect(raw.toString().split('\r\n\r\n').slice(1).join('\r\n\r\n')).toBe(body);
  });

  it('carries text, HTML, an embedded image and attachments to the reader', async () => {
    const { raw } = await compose(
      aDraft({
        subject: 'Grüße 漢字',
        text: 'Grüße\n.\nFrom here\n',
        html: '<p>Grüße <img src="cid:logo"></p>',
        cc: [mailbox('cy@münchen.test', 'Cÿ, the "first"')],
        attachments: [
          anAttachment({ filename: 'Größe.bin' }),
          anAttachment({
            filename: 'logo.png',
            contentType: 'image/png',
            contentId: 'logo',
            disposition: 'inline',
          }),
          anAttachment({
            filename: 'old.eml',
            contentType: 'message/rfc822',
            content: Buffer.from('A: b\n\nc\n'),
          }),
          anAttachment({ filename: 'bad.dat', contentType: 'message/rfc822' }),
        ],
      }),
    );
    const mail = await simpleParser(raw);
    expect(mail.subject).toBe('Grüße 漢字');
    expect(mail.text?.startsWith('Grüße\n.\nFrom here\n')).toBe(true);
    expect(mail.html).toContain('Grüße');
    expect(mail.cc).toMatchObject({
      value: [{ name: 'Cÿ, the "first"', address: 'cy@münchen.test' }],
    });
    const binary = Buffer.from([0, 13, 10, 10, 255]);
    const found = mail.attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content,
    }));
    expect(found).toContainEqual({
      filename: 'Größe.bin',
      contentType: 'application/octet-stream',
      content: binary,
    });
    expect(found).toContainEqual({
      filename: 'logo.png',
      contentType: 'image/png',
      content: binary,
    });
    expect(found).toContainEqual({
      filename: 'bad.dat',
      contentType: 'application/octet-stream',
      content: binary,
    });
    expect(found).toContainEqual(
      expect.objectContaining({ filename: 'old.eml', contentType: 'message/rfc822' }),
    );
  });

  it('says when an address needs SMTPUTF8, and writes it as it is', async () => {
    const { raw, needsSmtputf8 } = await compose(aDraft({ to: [mailbox('bøb@example.test')] }));
    expect(needsSmtputf8).toBe(true);
    expect(fieldsOf(raw)).toContain('To: bøb@example.test');
  });

  it.each<[string, Partial<Draft>]>([
    ['subject', { subject: 'a\r\nBcc: x@evil.test' }],
    ['subject', { subject: 'a\0' }],
    ['subject', { subject: '\ud800' }],
    ['subject', { subject: 'a'.repeat(1_000) }],
    ['text', { text: 'a\0b' }],
    ['html', { html: '\udc00' }],
    ['from', { from: mailbox('ann@shop.test', 'A\nB') }],
    ['replyTo', { replyTo: [mailbox('ann@shop.test', 'A\rB')] }],
    ['messageId', { messageId: 'a>\r\nX: <b' }],
    ['headers.0.value', { headers: [{ name: 'X-A', value: 'a\nb' }] }],
    ['headers.0.name', { headers: [{ name: 'X A', value: 'b' }] }],
    ...[
      'Bcc',
      'FROM',
      'received',
      'Return-Path',
      'DKIM-Signature',
      'Content-Type',
      'Message-ID',
      'X-Posthouse-Id',
    ].map((name): [string, Partial<Draft>] => [
      'headers.0.name',
      { headers: [{ name, value: 'x' }] },
    ]),
    ['attachments.0.filename', { attachments: [anAttachment({ filename: 'a\r\nb' })] }],
    ...[
      'multipart/mixed',
      'text',
      'text/plain\r\nX: y',
      'text/plain; a="\r\n"',
      'text/plain; boundary',
      '',
    ].map((contentType): [string, Partial<Draft>] => [
      'attachments.0.contentType',
      { attachments: [anAttachment({ contentType })] },
    ]),
    ['attachments.0.contentId', { attachments: [anAttachment({ contentId: 'a>\r\nX: y' })] }],
  ])('refuses and names %s (%#)', async (path, changes) => {
    const error: unknown = await compose(aDraft(changes)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HeaderValueError);
    expect(error instanceof HeaderValueError && error.path.join('.')).toBe(path);
  });

  // C-03: whatever an input field holds, it makes no new header field and no line that is not canonical.
  it('never lets a value become structure', async () => {
    const piece = fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\0',
      '\u2028',
      '\u0085',
      '\ud800',
      'Bcc: x@evil.test',
      ' ',
      '"',
      '\\',
      ';',
      'é',
      'a',
      '=?utf-8?q?=0d=0a?=',
      '\r\n\r\n',
      '--',
    );
    const value = fc.string({ unit: piece, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        value,
        fc.constantFrom('subject', 'text', 'html', 'name', 'header', 'filename'),
        async (text, where) => {
          const draft = aDraft({
            ...(where === 'subject' || where === 'text' || where === 'html'
              ? { [where]: text }
              : {}),
            ...(where === 'name' ? { from: mailbox('ann@shop.test', text) } : {}),
            ...(where === 'header' ? { headers: [{ name: 'X-A', value: text }] } : {}),
            ...(where === 'filename' ? { attachments: [anAttachment({ filename: text })] } : {}),
          });
          const composed = await compose(draft).catch((error: unknown) => {
            expect(error).toBeInstanceOf(HeaderValueError);
            return null;
          });
          if (composed === null) return;
          const gate = new LineEndGate({ isDotStuffed: false });
          gate.feed(composed.raw);
          expect(gate.end()).toBeNull();
          const header = scanHeader(composed.raw);
          expect(header.problems).toEqual([]);
          expect(header.first('bcc')).toBeNull();
          expect(header.fields.length).toBeLessThanOrEqual(9);
        },
      ),
      { numRuns: 300 },
    );
  });
});

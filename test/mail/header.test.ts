import fc from 'fast-check';
import { parseAddressList } from '../../src/mail/address-list.js';
import { parseAddress } from '../../src/mail/addresses.js';
import { decodeWords } from '../../src/mail/encoded-words.js';
import {
  formatAddressField,
  formatHeaderField,
  HeaderValueError,
  type HeaderValueReason,
} from '../../src/mail/header-field.js';
import { scanHeader } from '../../src/mail/header.js';

const scan = (text: string) => scanHeader(Buffer.from(text));

describe('scanHeader', () => {
  it('finds names, offsets and unfolded values', () => {
    const text = 'From: a@b.test\r\nSUBJECT:  Hello\r\n\t wörld \r\nX-Empty:\r\n\r\nbody: no\r\n';
    const header = scan(text);
    expect(header.fields.map((field) => [field.name, field.lowerName, field.value])).toEqual([
      ['From', 'from', 'a@b.test'],
      ['SUBJECT', 'subject', 'Hello\t wörld'],
      ['X-Empty', 'x-empty', ''],
    ]);
    expect(Buffer.from(text).toString('utf8', header.end)).toBe('body: no\r\n');
    const subject = header.first('subject')!;
    expect(Buffer.from(text).toString('utf8', subject.start, subject.end)).toBe(
      'SUBJECT:  Hello\r\n\t wörld \r\n',
    );
    expect(header.problems).toEqual([]);
  });

  it.each([
    ['From user@x 10:00\r\nA: b\r\n\r\n', 'bad-name', 1],
    ['A: b\r\nnonsense\r\n\r\n', 'no-colon', 2],
    ['A: b\r\nA : b\r\n\r\n', 'bad-name', 2],
    [': b\r\n\r\n', 'bad-name', 1],
    [' A: b\r\n\r\n', 'leading-fold', 1],
    ['Ä: b\r\n\r\n', 'bad-name', 1],
  ])('reports %j', (text, kind, line) => {
    expect(scan(text).problems).toEqual([{ kind, line }]);
  });

  it('is whole without a blank line, empty with nothing else, and unmoved by names of the language', () => {
    expect(scan('A: b\r\n').end).toBe(6);
    expect(scan('').fields).toEqual([]);
    expect(scan('\r\nA: b\r\n').fields).toEqual([]);
    const header = scan('__proto__: x\r\nconstructor: y\r\n\r\n');
    expect(header.all('toString')).toEqual([]);
    expect(header.first('__PROTO__')?.value).toBe('x');
  });

  it('takes linear time', () => {
    const startedAt = performance.now();
    scan('A: b\r\n'.repeat(100_000))
      .all('a')
      .forEach((field) => field.value);
    scan('nonsense\r\n'.repeat(100_000));
    scan(`A: x${' '.repeat(300_000)}y\r\n${' z\r\n'.repeat(100_000)}`)
      .first('a')
      ?.value.trim();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('decodeWords', () => {
  it.each([
    ['=?utf-8?Q?a_b=C3=A9?=', 'a bé'],
    ['=?UTF-8?B?w6k=?= =?utf-8?b?w6k=?=', 'éé'],
    ['=?utf-8?B?w6k=?= and =?iso-8859-1?Q?=E9?=', 'é and é'],
    ['=?utf-8?B?ww==?= =?utf-8?B?qQ==?=', 'é'],
    ['=?utf-8*en?Q?x?=', 'x'],
    ['=?no-such-charset?Q?x?=', '=?no-such-charset?Q?x?='],
    ['=?utf-8?Q?x=0D=0ABcc:_y=00?=', 'x  Bcc: y '],
    ['=?utf-8?X?x?= =?broken', '=?utf-8?X?x?= =?broken'],
    ['plain  text', 'plain  text'],
  ])('%s', (value, expected) => {
    expect(decodeWords(value)).toBe(expected);
  });

  it('takes linear time', () => {
    const startedAt = performance.now();
    ['=?', '=?a?b?', '=?utf-8?q??= ', '=?a?q?x', '?='].forEach((part) =>
      decodeWords(part.repeat(50_000)),
    );
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('formatHeaderField', () => {
  const lineOf = (value: string) => formatHeaderField('Subject', value);

  it('writes any well-formed line so that it reads back the same', () => {
    const unit = fc.constantFrom(
      'a',
      'B',
      '9',
      ' ',
      '  ',
      '\t',
      'é',
      '漢',
      '😀',
      '\u0085',
      '\u2028',
      ',',
      '"',
      'word ',
      'x'.repeat(60),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 120 }), (text) => {
        const value = text.replace(/^[ \t]+|[ \t]+$/g, '');
        fc.pre(!/[^ \t]{900}/.test(value));
        const field = lineOf(value);
        expect(Buffer.from(field).every((octet) => octet < 0x80)).toBe(true);
        const header = scan(`${field}\r\n`);
        expect(header.fields).toHaveLength(1);
        expect(header.problems).toEqual([]);
        expect(decodeWords(header.fields[0]!.value)).toBe(value);
        expect(field.split('\r\n').every((line) => line.length <= 998)).toBe(true);
      }),
    );
  });

  it('folds at 76 columns', () => {
    const lines = lineOf('word '.repeat(60)).split('\r\n');
    expect(lines.length).toBeGreaterThan(4);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(lines.slice(1).every((line) => line === '' || line.trim() !== '')).toBe(true);
  });

  it.each<[string, string, HeaderValueReason]>([
    ['X-A', 'a\r\nBcc: b', 'line-break'],
    ['X-A', 'a\nb', 'line-break'],
    ['X-A', 'a\rb', 'line-break'],
    ['X-A', 'a\0b', 'control'],
    ['X-A', 'a\x7fb', 'control'],
    ['X-A', 'a\ud800b', 'surrogate'],
    ['X-A', 'a'.repeat(1_000), 'too-long'],
    ['X A', 'b', 'name'],
    ['X-A:', 'b', 'name'],
    ['', 'b', 'name'],
    ['X-A\r\nB', 'b', 'name'],
    ['Ä', 'b', 'name'],
  ])('refuses %j: %j', (name, value, reason) => {
    expect(() => formatHeaderField(name, value)).toThrow(new HeaderValueError(name, reason));
  });
});

describe('formatAddressField', () => {
  it('writes any display name so that the one parser reads it back', () => {
    const unit = fc.constantFrom(
      'a',
      ' b',
      '"',
      '\\',
      ',',
      '<',
      '>',
      '@',
      '(',
      ';',
      ':',
      'é',
      '=?utf-8?q?x?=',
      '漢字',
      '.',
    );
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit, minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 }),
        (names) => {
          const mailboxes = names.map((text) => {
            const name = text.trim();
            return { name: name === '' ? null : name, address: parseAddress('ann@shop.test')! };
          });
          const header = scan(`${formatAddressField('To', mailboxes)}\r\n`);
          expect(header.fields).toHaveLength(1);
          expect(parseAddressList(header.fields[0]!.value)).toEqual(mailboxes);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { parseAddressList } from '../../src/mail/address-list.js';
import { domainOf, parseAddress } from '../../src/mail/addresses.js';
import { toAsciiDomain } from '../../src/mail/domain-name.js';

describe('parseAddress', () => {
  it.each([
    ['ann@example.test', 'ann@example.test', 'example.test'],
    ['Ann.B+tag@EXAMPLE.Test', 'Ann.B+tag@example.test', 'example.test'],
    ["o'neil/x=1@example.test", "o'neil/x=1@example.test", 'example.test'],
    ['"ann"@example.test', 'ann@example.test', 'example.test'],
    ['"ann b"@example.test', '"ann b"@example.test', 'example.test'],
    [String.raw`"a\"b@c"@example.test`, String.raw`"a\"b@c"@example.test`, 'example.test'],
    ['ann@münchen.test', 'ann@xn--mnchen-3ya.test', 'xn--mnchen-3ya.test'],
    ['ann@MÜNCHEN.test', 'ann@xn--mnchen-3ya.test', 'xn--mnchen-3ya.test'],
    ['añn@example.test', 'añn@example.test', 'example.test'],
    ['postmaster@[192.0.2.1]', 'postmaster@[192.0.2.1]', null],
    ['postmaster@[IPv6:2001:db8::1]', 'postmaster@[ipv6:2001:db8::1]', null],
    [`${'a'.repeat(64)}@example.test`, `${'a'.repeat(64)}@example.test`, 'example.test'],
  ])('reads %s', (text, address, domain) => {
    expect(parseAddress(text)).toMatchObject({ address, asciiDomain: domain });
    expect(domainOf(text)).toBe(domain);
  });

  it.each([
    '',
    '@',
    'ann',
    'ann@',
    '@example.test',
    'ann@@example.test',
    'ann@b@example.test',
    '.ann@example.test',
    'ann.@example.test',
    'a..b@example.test',
    'ann @example.test',
    'ann@ example.test',
    ' ann@example.test',
    'ann@example.test ',
    'ann@example.test.',
    'ann@example..test',
    'ann@-example.test',
    'ann@example-.test',
    'ann@exa_mple.test',
    'ann@1.2.3.4',
    'ann@example.1',
    'ann@[1.2.3]',
    'ann@[evil.test]',
    'ann@[192.0.2.1',
    '<ann@example.test>',
    'ann(x)@example.test',
    'ann@example.test(x)',
    '@a.test:ann@example.test',
    'ann,bob@example.test',
    'ann;@example.test',
    'a:b@example.test',
    'ann\r\n@example.test',
    'ann\0@example.test',
    '"ann\n"@example.test',
    '"ann@example.test',
    'ann"@example.test',
    '"a"b"@example.test',
    '""@example.test',
    '"a\\"@example.test',
    'ann\u0085@example.test',
    'ann\u2028@example.test',
    'ann\u202e@example.test',
    'ann\ud800@example.test',
    'ann\ufffd@example.test',
    'ann@exam\u00adple.test',
    'ann@ｅxample.test',
    'ann@example。test',
    'ann\u00a0@example.test',
    '=?utf-8?q?ann?=@example.test',
    'ann@=?utf-8?q?example?=.test',
    `${'a'.repeat(65)}@example.test`,
    `${'ä'.repeat(33)}@example.test`,
    `ann@${'a'.repeat(64)}.test`,
    `ann@${'abcdefg.'.repeat(32)}test`,
    `${'a'.repeat(64)}@${'abcdefg.'.repeat(24)}test`,
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('reads its own output again to the same address', () => {
    const character = fc.constantFrom(...Array.from('aZ0.+"\\ @<>(),:;é漢'));
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 30 }), fc.boolean(), (text, isQuoted) => {
        const escaped = text.replace(/["\\]/g, '\\$&');
        const first = parseAddress(isQuoted ? `"${escaped}"@example.test` : `${text}@example.test`);
        fc.pre(first !== null);
        expect(parseAddress(first.address)).toEqual(first);
        expect(isQuoted ? first.localPart : text).toBe(text);
      }),
    );
  });

  it('takes linear time', () => {
    const hostile = ['"', '\\', '.', 'a.', '@', '=?', '<', '"a",'].map((s) => s.repeat(200_000));
    const startedAt = performance.now();
    for (const text of hostile) {
      parseAddress(text);
      parseAddressList(text);
    }
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

it('writes one mailbox in one way, and keeps the case of its local part', () => {
  const ann = 'Ann@example.test';
  expect(parseAddress('Ann@EXAMPLE.test')?.address).toBe(ann);
  expect(parseAddress('"Ann"@example.test')?.address).toBe(ann);
  expect(parseAddress('ann@example.test')?.address).not.toBe(ann);
});

it.each(['constructor', '__proto__', 'a.b-c.test', 'xn--mnchen-3ya.de'])('%s', (name) => {
  expect(toAsciiDomain(name)).toBe(name === '__proto__' ? null : name);
});

describe('parseAddressList', () => {
  it.each([
    ['ann@shop.test', [[null, 'ann@shop.test']]],
    ['<ann@shop.test>', [[null, 'ann@shop.test']]],
    ['Ann <ann@shop.test>', [['Ann', 'ann@shop.test']]],
    ['Ann  B. Cee <ann@shop.test>', [['Ann B. Cee', 'ann@shop.test']]],
    [
      '"Bee, Ann" <ann@shop.test>, bob@shop.test',
      [
        ['Bee, Ann', 'ann@shop.test'],
        [null, 'bob@shop.test'],
      ],
    ],
    [
      String.raw`"say \"hi\" <x@evil.test>" <ann@shop.test>`,
      [['say "hi" <x@evil.test>', 'ann@shop.test']],
    ],
    ['=?utf-8?Q?Andr=C3=A9?= <ann@shop.test>', [['André', 'ann@shop.test']]],
    ['André <ann@shop.test>', [['André', 'ann@shop.test']]],
    ['"ann b"@shop.test', [[null, '"ann b"@shop.test']]],
    ['=?utf-8?q?x=40evil.test?= <ann@shop.test>', [['x@evil.test', 'ann@shop.test']]],
  ])('reads %s', (value, expected) => {
    const found = parseAddressList(value)?.map(({ name, address }) => [name, address.address]);
    expect(found).toEqual(expected);
  });

  it.each([
    '',
    ' ',
    ',',
    'ann@shop.test,',
    ',ann@shop.test',
    'ann',
    'Ann',
    'Ann <>',
    '<ann@shop.test',
    'ann@shop.test>',
    'ann@shop.test evil@evil.test',
    'ann@shop.test <evil@evil.test>',
    'Ann <ann@shop.test> evil',
    '<ann@shop.test> <evil@evil.test>',
    '<ann@shop.test><evil@evil.test>',
    'Ann <<ann@shop.test>>',
    'ann@shop.test(evil)',
    '(evil) ann@shop.test',
    'Ann (x) <ann@shop.test>',
    'user@shop.test(x)evil.test',
    'Team: ann@shop.test;',
    'undisclosed-recipients:;',
    'Team:<ann@shop.test>',
    '<@evil.test:ann@shop.test>',
    '<@a.test,@b.test:ann@shop.test>',
    'ann@shop.test@evil.test',
    '<ann@shop.test@evil.test>',
    '"ann@shop.test',
    'Ann" <ann@shop.test>',
    'Ann <ann@shop.test>\u00a0',
    'ann@shop.test\u2028',
    'Ann\r\nBcc: x@evil.test <ann@shop.test>',
    'Ann\0 <ann@shop.test>',
    'ann @shop.test',
    'ann@ shop.test',
    '< ann@shop.test>',
    '<ann@shop.test >',
    '=?utf-8?q?ann=40shop.test?=',
    '=?utf-8?q?a?=@shop.test',
    'ann@shop.test;',
    'a;b@shop.test',
    'Bee, Ann <ann@shop.test>',
    '[x] <ann@shop.test>',
    'ann\\@x@shop.test',
  ])('refuses %j', (value) => {
    expect(parseAddressList(value)).toBeNull();
  });
});

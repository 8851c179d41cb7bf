import fc from 'fast-check';
import { decodeBase32, encodeBase32 } from '../../src/mail/base32.js';
import { scanHeader } from '../../src/mail/header.js';
import { protocolName, receivedField, type Arrival } from '../../src/mail/received.js';
import { decodeVerp, encodeVerp } from '../../src/mail/verp.js';
import { decodeXtext, encodeXtext, parseOrcpt } from '../../src/mail/xtext.js';

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('writes %j as %j (RFC 4648 §10)', (text, encoded) => {
    expect(encodeBase32(Buffer.from(text))).toBe(encoded);
    expect(decodeBase32(encoded.toUpperCase())?.toString()).toBe(text);
  });

  it.each(['m', 'mz1q', 'mzx', 'mz', 'my=', 'my '])('refuses %j', (text) => {
    expect(decodeBase32(text)).toBeNull();
  });
});

describe('VERP', () => {
  it('brings id and MAC back, in any case, within a local part', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        (deliveryId, mac) => {
          const localPart = encodeVerp(deliveryId, Buffer.from(mac));
          expect(localPart).toMatch(/^[a-z2-7]{26}$/);
          expect(decodeVerp(localPart.toUpperCase())).toEqual({
            deliveryId,
            mac: Buffer.from(mac),
          });
        },
      ),
    );
  });

  it.each(['', 'ann', 'a'.repeat(25), 'a'.repeat(27), `${'a'.repeat(25)}b`, `${'a'.repeat(25)}é`])(
    'is not %j',
    (localPart) => {
      expect(decodeVerp(localPart)).toBeNull();
    },
  );
});

describe('xtext', () => {
  it('reads back any printable text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const encoded = encodeXtext(text);
        expect(encoded).toMatch(/^[!-~]*$/);
        const decoded = decodeXtext(encoded);
        expect(decoded === text || /[\p{C}\u2028\u2029\ufffd]/u.test(text)).toBe(true);
      }),
    );
  });

  it.each(['a=b', 'a b', 'a+', 'a+2', 'a+2b', 'a+ZZ', 'ä', 'a+0D+0A', 'a+00', 'a+FF', 'a\r\n'])(
    'refuses %j',
    (xtext) => {
      expect(decodeXtext(xtext)).toBeNull();
    },
  );

  it.each([
    ['rfc822;ann+2Bx@y.test', { addressType: 'rfc822', address: 'ann+x@y.test' }],
    ['RFC822;ann@y.test', { addressType: 'rfc822', address: 'ann@y.test' }],
    ['x400;/C=us', null],
    ['rfc822;', null],
    ['rfc822', null],
    [';ann@y.test', null],
    ['rfc 822;ann@y.test', null],
    [`rfc822;${'a'.repeat(500)}`, null],
  ])('ORCPT=%s', (value, expected) => {
    expect(parseOrcpt(value)).toEqual(expected);
  });
});

describe('receivedField', () => {
  const arrival: Arrival = {
    heloName: 'laptop.shop.test',
    clientIp: '192.0.2.7',
    byHostname: 'mx.post.test',
    protocol: 'ESMTPSA',
    tls: 'TLSv1.3 TLS_AES_256_GCM_SHA384',
    id: '123456789',
    date: new Date('2026-11-23T04:05:06Z'),
    forRecipient: 'ann@example.test',
    privacy: false,
  };
  const valueOf = (field: string) =>
    scanHeader(Buffer.from(`${field}\r\n\r\n`)).first('received')?.value;

  it('says from where, by whom, how, for whom and when', () => {
    const field = receivedField(arrival);
    expect(valueOf(field)).toBe(
      'from laptop.shop.test ([192.0.2.7]) (using TLSv1.3 TLS_AES_256_GCM_SHA384) by mx.post.test with ESMTPSA id 123456789 for <ann@example.test>; Mon, 23 Nov 2026 04:05:06 +0000',
    );
    expect(field.split('\r\n').every((line) => line.length <= 76)).toBe(true);
    expect(field.endsWith('\n')).toBe(false);
  });

  it('keeps the client to itself where the tenant wants privacy', () => {
    const value = valueOf(
      receivedField({ ...arrival, privacy: true, tls: null, forRecipient: null }),
    );
    expect(value).toBe(
      'by mx.post.test with ESMTPSA id 123456789; Mon, 23 Nov 2026 04:05:06 +0000',
    );
  });

  it.each([
    ['[192.0.2.7]', '[192.0.2.7]'],
    ['my_laptop', 'my_laptop'],
    ['x) by evil.test (', 'unknown'],
    ['a\r\nBcc: b@evil.test', 'unknown'],
    ['a\0', 'unknown'],
    ['', 'unknown'],
    ['é.test', 'unknown'],
    ['a'.repeat(300), 'unknown'],
  ])('writes the HELO name %j as %s', (heloName, written) => {
    const value = valueOf(receivedField({ ...arrival, heloName, clientIp: '2001:db8::1' }));
    expect(value?.startsWith(`from ${written} ([IPv6:2001:db8::1]) (using`)).toBe(true);
  });

  it.each([
    [[false, false, false, false], 'SMTP'],
    [[true, false, false, false], 'ESMTP'],
    [[true, true, true, false], 'ESMTPSA'],
    [[true, false, true, false], 'ESMTPA'],
    [[true, true, false, true], 'UTF8SMTPS'],
  ])('%j is %s', ([isExtended, isEncrypted, isAuthenticated, isSmtputf8], name) => {
    const session = {
      isExtended: !!isExtended,
      isEncrypted: !!isEncrypted,
      isAuthenticated: !!isAuthenticated,
    };
    expect(protocolName({ ...session, isSmtputf8: !!isSmtputf8 })).toBe(name);
  });
});

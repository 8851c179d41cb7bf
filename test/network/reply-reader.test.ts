import { ReplyReader } from '../../src/platform/smtp-client/reply-reader.js';

describe('ReplyReader', () => {
  it('reads one line, several lines and several replies, whole and in pieces', () => {
    const wire =
      '220 mx.test ESMTP\r\n250-mx.test\r\n250-SIZE 1000\r\n250 DSN\r\n550 5.1.1 No such user\r\n';
    for (const size of [1, 2, 3, 7, 1_460]) {
      const reader = new ReplyReader(65_536);
      const replies = cut(wire, size).flatMap((piece) => reader.push(piece));

      expect(replies).toMatchObject([
        { code: 220, enhancedCode: null, text: 'mx.test ESMTP' },
        {
          code: 250,
          text: 'mx.test\nSIZE 1000\nDSN',
          lines: ['250-mx.test', '250-SIZE 1000', '250 DSN'],
        },
        { code: 550, enhancedCode: '5.1.1', text: 'No such user' },
      ]);
      expect(reader.isEmpty).toBe(true);
    }
  });

  it.each([
    ['250 2.0.0 Ok\n', 250, '2.0.0', 'Ok'],
    ['250\r\n', 250, null, ''],
    ['250 \r\n', 250, null, ''],
    ['354 go on\r\n', 354, null, 'go on'],
    ['550 2.1.1 another class\r\n', 550, null, '2.1.1 another class'],
    ['550 5.7.1\r\n', 550, '5.7.1', ''],
    ['550 5.7.1text\r\n', 550, null, '5.7.1text'],
    ['550 5.7.1234 x\r\n', 550, null, '5.7.1234 x'],
    ['550-5.7.1 one\r\n550 5.7.1 two\r\n', 550, '5.7.1', 'one\ntwo'],
    ['550-one\r\n550 5.7.26 two\r\n', 550, '5.7.26', 'one\ntwo'],
    ['550 bell\x07 and\x1b[31m colour\r\n', 550, null, 'bell  and [31m colour'],
    ['450 grüß\r\n', 450, null, 'grüß'],
  ])('understands %j', (wire, code, enhancedCode, text) => {
    const [reply] = new ReplyReader(65_536).push(Buffer.from(wire));

    expect(reply).toMatchObject({ code, enhancedCode, text });
  });

  it.each([
    'HTTP/1.1 400 Bad Request\r\n',
    '\r\n',
    '25 x\r\n',
    '2500 x\r\n',
    '150 x\r\n',
    '650 x\r\n',
    '250_x\r\n',
    '250-a\r\n550 b\r\n',
    ` 250 ok\r\n`,
    `250 ${'x'.repeat(5_000)}\r\n`,
    'x'.repeat(5_000),
  ])('stops at %.30j', (wire) => {
    const reader = new ReplyReader(65_536);

    expect(reader.push(Buffer.from(wire))).toEqual([]);
    expect(reader.fault).not.toBeNull();
    expect(reader.push(Buffer.from('250 ok\r\n'))).toEqual([]);
  });

  it('ends a reply that does not end itself, and holds little of it', () => {
    const reader = new ReplyReader(65_536);
    const piece = Buffer.from(`250-${'x'.repeat(100)}\r\n`.repeat(100));
    let pieces = 0;
    while (reader.fault === null && pieces < 10_000) {
      reader.push(piece);
      pieces += 1;
    }

    expect(reader.fault).toBe('the reply is too long');
    expect(pieces * piece.length).toBeLessThan(65_536 + 2 * piece.length);
  });

  it('keeps the replies before a fault', () => {
    const reader = new ReplyReader(65_536);

    expect(reader.push(Buffer.from('250 ok\r\nnonsense\r\n250 ok\r\n'))).toHaveLength(1);
    expect(reader.fault).not.toBeNull();
  });
});

function cut(text: string, size: number): Buffer[] {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

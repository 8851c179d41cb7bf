import fc from 'fast-check';
import { contentBlocks } from '../../src/platform/smtp-client/content-blocks.js';
import { dotStuffed } from '../../src/platform/smtp-client/dot-stuffing.js';

describe('dotStuffed', () => {
  it.each([
    ['a\r\n', 'a\r\n.\r\n'],
    ['a', 'a\r\n.\r\n'],
    ['', '.\r\n'],
    ['.', '..\r\n.\r\n'],
    ['.\r\n', '..\r\n.\r\n'],
    ['..\r\n', '...\r\n.\r\n'],
    ['a\r\n.\r\nb\r\n', 'a\r\n..\r\nb\r\n.\r\n'],
    ['a\r\n.b\r\n.c\r\n', 'a\r\n..b\r\n..c\r\n.\r\n'],
    ['a.\r\n', 'a.\r\n.\r\n'],
    ['a\r', 'a\r\r\n.\r\n'],
    ['\r\n', '\r\n.\r\n'],
  ])('sends %j as %j, wherever it is cut', (content, wire) => {
    for (let at = 0; at <= content.length; at += 1) {
      expect(sent([content.slice(0, at), content.slice(at)])).toBe(wire);
    }
    expect(sent(content.split(''))).toBe(wire);
  });

  it('does not copy content without a dot at the beginning of a line', () => {
    const piece = Buffer.from('a.b\r\nc.\r\n');

    const { pieces } = dotStuffed([piece]);

    expect(pieces).toHaveLength(1);
    expect(pieces[0]?.buffer).toBe(piece.buffer);
  });

  it('makes few pieces of many dots', () => {
    const content = '.\r\n'.repeat(100_000);

    expect(dotStuffed([Buffer.from(content)]).pieces).toHaveLength(1);
    expect(sent([content])).toBe(`${'..\r\n'.repeat(100_000)}.\r\n`);
  });

  it('is what RFC 5321 §4.5.2 says, for any content in any pieces', () => {
    const part = fc.string({ unit: fc.constantFrom('\r\n', '.', 'a', '\r', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const whole = parts.join('');
        const lines = whole.split('\r\n');
        const stuffed = lines.map((line) => line.replace(/^\./, '..')).join('\r\n');
        const end = whole === '' || whole.endsWith('\r\n') ? '.\r\n' : '\r\n.\r\n';
        expect(sent(parts)).toBe(stuffed + end);
      }),
      { numRuns: 500 },
    );
  });
});

describe('contentBlocks', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('loses nothing of %d bytes', (size) => {
    const content = Buffer.alloc(size, 'abcdefg');
    const { blocks, rest } = contentBlocks([content.subarray(0, 100), content.subarray(100)]);

    expect(Buffer.concat([...blocks.flat(), ...rest]).equals(content)).toBe(true);
    for (const block of [...blocks, rest]) {
      expect(Buffer.concat([...block]).length).toBeLessThanOrEqual(65_536);
    }
  });
});

function sent(parts: readonly string[]): string {
  const { pieces, end } = dotStuffed(parts.map((part) => Buffer.from(part, 'latin1')));
  return Buffer.concat([...pieces]).toString('latin1') + end;
}

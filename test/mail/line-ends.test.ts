import fc from 'fast-check';
import { canonicalize, LineEndGate } from '../../src/mail/line-ends.js';

const watch = (text: string, isDotStuffed: boolean, cut = Infinity) => {
  const gate = new LineEndGate({ isDotStuffed });
  const raw = Buffer.from(text, 'latin1');
  for (let at = 0; at < raw.length; at += cut) gate.feed(raw.subarray(at, at + cut));
  return gate.end();
};

describe('LineEndGate', () => {
  it.each([
    ['', null],
    ['a\r\nb\r\n', null],
    ['no line end', null],
    ['a\r\nb\n', { kind: 'lone-lf', line: 2 }],
    ['\n', { kind: 'lone-lf', line: 1 }],
    ['a\rb', { kind: 'lone-cr', line: 1 }],
    ['a\r\r\n', { kind: 'lone-cr', line: 1 }],
    ['a\r', { kind: 'lone-cr', line: 1 }],
    ['a\r\n\r\nb\0', { kind: 'nul', line: 3 }],
    [`${'a'.repeat(998)}\r\n`, null],
    [`${'a'.repeat(999)}\r\n`, { kind: 'line-too-long', line: 1 }],
  ])('on %j finds %j', (text, problem) => {
    expect(watch(text, false)).toEqual(problem);
    expect(watch(text, true)).toEqual(problem);
  });

  it.each([
    ['a\r\n.\r\nQUIT\nmore\0', true, null],
    ['.\r\nQUIT\n', true, null],
    ['a\r\n.\r\nb\n', false, { kind: 'lone-lf', line: 3 }],
    ['a\r\n..\r\nb\n', true, { kind: 'lone-lf', line: 3 }],
    ['a\r\n.\n', true, { kind: 'lone-lf', line: 2 }],
    ['a\n.\r\n', true, { kind: 'lone-lf', line: 1 }],
    ['a\r\n.\r.\r\n', true, { kind: 'lone-cr', line: 2 }],
    [`.${'a'.repeat(998)}\r\n`, true, null],
    [`.${'a'.repeat(998)}\r\n`, false, { kind: 'line-too-long', line: 1 }],
    [`.${'a'.repeat(999)}\r\n`, true, { kind: 'line-too-long', line: 1 }],
  ])('on %j, dot-stuffed %s, finds %j', (text, isDotStuffed, problem) => {
    expect(watch(text, isDotStuffed)).toEqual(problem);
  });

  it('sees the same however the octets are cut', () => {
    const unit = fc.constantFrom('\r', '\n', '\r\n', '.', 'a', '\0', '\r\n.\r\n', 'x'.repeat(998));
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        (text, cut) => {
          expect(watch(text, true, cut)).toEqual(watch(text, true));
        },
      ),
    );
  });
});

describe('canonicalize', () => {
  it.each([
    ['a\nb\rc\r\nd', 'a\r\nb\r\nc\r\nd\r\n'],
    ['\n.\n', '\r\n.\r\n'],
    ['a\r\r\nb', 'a\r\n\r\nb\r\n'],
    ['', '\r\n'],
    ['wörld\n', 'wörld\r\n'],
  ])('makes %j %j', (text, expected) => {
    const result = canonicalize(text);
    expect('raw' in result && result.raw.toString()).toBe(expected);
  });

  it('keeps canonical content, and every octet but line ends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        const content = Buffer.from(octets);
        const result = canonicalize(content);
        if (!('raw' in result)) return expect(octets).toContain(0);
        const words = (raw: Buffer) =>
          raw
            .toString('latin1')
            .split(/[\r\n]+/)
            .join('\n');
        expect(words(result.raw).trimEnd()).toBe(words(content).trimEnd());
        expect(canonicalize(result.raw)).toEqual(result);
        expect(
          'raw' in canonicalize(result.raw) && watch(result.raw.toString('latin1'), false),
        ).toBeNull();
      }),
    );
  });

  it.each([
    ['a\n\0', 'nul', 2],
    ['a\n' + 'b'.repeat(999), 'line-too-long', 2],
  ])('refuses %j', (text, kind, line) => {
    expect(canonicalize(text)).toEqual({ problem: { kind, line } });
  });
});

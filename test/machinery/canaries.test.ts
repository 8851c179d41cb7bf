/** The search for secrets finds what it must, as every store may write it, and nothing else. */
import { Canaries } from '../support/canaries.js';

const TEXT = `a 'secret' with "all" \\ /+? and more`;
const LONG = Buffer.from(Array.from({ length: 256 }, (_, index) => (index * 37 + 11) % 256));
const base64Behind = (bytes: number) => (value: Buffer) =>
  Buffer.concat([Buffer.alloc(bytes, 'x'), value, Buffer.from('xx')]).toString('base64');

const ENCODINGS: Readonly<Record<string, (value: Buffer) => string | Buffer>> = {
  'as it is': (value) => value,
  'in hexadecimal': (value) => value.toString('hex'),
  'in upper case': (value) => value.toString('hex').toUpperCase(),
  'in base64': base64Behind(0),
  'in base64 behind one byte': base64Behind(1),
  'in base64 behind two bytes': base64Behind(2),
  'in base64 for URLs': (value) => value.toString('base64url'),
  'in PEM': (value) => base64Behind(0)(value).replace(/.{1,64}/g, '$&\n'),
  'in a mail': (value) => base64Behind(1)(value).replace(/.{1,76}/g, '$&\r\n'),
  'in a URL': (value) => [...value].map((byte) => encoded(String.fromCharCode(byte))).join(''),
  'in SQL': (value) =>
    Buffer.from(
      value
        .toString('latin1')
        .replace(/['"\\]/g, '\\$&')
        .replace(/\0/g, '\\0'),
      'latin1',
    ),
};

describe('a canary', () => {
  it.each(Object.entries(ENCODINGS))('is found %s', (_, encode) => {
    const canaries = new Canaries();
    canaries.plant('text', TEXT);
    canaries.plantBytes('bytes', LONG);

    expect(canaries.foundIn(around(encode(Buffer.from(TEXT))))).toEqual(['text']);
    expect(canaries.foundIn(around(encode(LONG)))).toEqual(['bytes']);
    expect(
      canaries.foundIn(around(encode(Buffer.from('somebody else, who is not planted')))),
    ).toEqual([]);
  });

  it('is found in JSON', () => {
    const canaries = new Canaries();
    canaries.plant('text', TEXT);
    expect(canaries.foundIn(JSON.stringify({ TEXT }))).toEqual(['text']);
  });

  it('is long enough not to be found by chance', () => {
    expect(() => new Canaries().plant('short', 'secret')).toThrow('too short');
  });
});

function around(store: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from('before '), Buffer.from(store), Buffer.from(' behind')]);
}

/** As a URL writes a byte. */
function encoded(character: string): string {
  if (/[\w.~-]/.test(character)) return character;
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

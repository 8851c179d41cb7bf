import { randomBytes } from 'node:crypto';

/** Base64 of a piece fits into one line of PEM or mail, wherever the line ends. */
const PIECE_BYTES = 16;
const SHORTEST_BYTES = 16;

/** Something that may be in no store, in no encoding; every one is different. */
export class Canaries {
  private readonly places = new Set<string>();
  private readonly byStart = new Map<number, Needle[]>();
  /** Whether a needle begins with these two bytes: most of a store is passed over with this alone. */
  private readonly pairs = new Uint8Array(65_536);

  /** A value for the place, which is told when it turns up. */
  plant(place: string, value = `canary-${randomBytes(18).toString('base64url')}`): string {
    this.plantBytes(place, Buffer.from(value));
    return value;
  }

  /** A long value is looked for piece by piece, because encodings break it into lines. */
  plantBytes(place: string, value: Buffer): void {
    if (value.length < SHORTEST_BYTES) throw new Error(`too short to be looked for: ${place}`);
    this.places.add(place);
    const forms = value.length < 2 * PIECE_BYTES ? [value] : piecesOf(value);
    for (const bytes of forms.flatMap(encodingsOf)) this.add({ bytes, place });
  }

  get size(): number {
    return this.places.size;
  }

  /** The places whose values are in it. */
  foundIn(store: string | Buffer): string[] {
    const bytes = typeof store === 'string' ? Buffer.from(store) : store;
    const found = new Set<string>();
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (this.pairs[bytes[at]! | (bytes[at + 1]! << 8)] === 0) continue;
      for (const needle of this.byStart.get(bytes.readUInt32LE(at)) ?? []) {
        if (needle.bytes.equals(bytes.subarray(at, at + needle.bytes.length)))
          found.add(needle.place);
      }
    }
    return [...found];
  }

  private add(needle: Needle): void {
    const start = needle.bytes.readUInt32LE();
    this.byStart.set(start, [...(this.byStart.get(start) ?? []), needle]);
    this.pairs[needle.bytes.readUInt16LE()] = 1;
  }
}

interface Needle {
  readonly bytes: Buffer;
  readonly place: string;
}

function piecesOf(value: Buffer): Buffer[] {
  const count = Math.floor(value.length / PIECE_BYTES);
  return Array.from({ length: count }, (_, index) =>
    value.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES),
  );
}

/** Base64 depends on where a value begins; its middle is the same for each of three beginnings. */
function encodingsOf(value: Buffer): Buffer[] {
  const base64 = ['', 'x', 'xx'].map((before) =>
    Buffer.concat([Buffer.from(before), value])
      .toString('base64')
      .slice(4, -4),
  );
  const hex = value.toString('hex');
  const text = value.toString();
  const isText = Buffer.from(text).equals(value);
  const texts = [
    ...base64,
    ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
    ...[hex, hex.toUpperCase(), percentEncoded(value)],
    ...(isText ? [encodeURIComponent(text), JSON.stringify(text).slice(1, -1)] : []),
  ];
  const escaped = value.toString('latin1').replace(/[\0'"\\\n\r\x1a]/g, (found) => ESCAPES[found]!);
  const forms = [value, Buffer.from(escaped, 'latin1'), ...texts.map((form) => Buffer.from(form))];
  return [...new Map(forms.map((form) => [form.toString('latin1'), form])).values()];
}

/** As a statement of SQL writes it. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\x1a': '\\Z',
};

/** As a URL writes bytes. */
function percentEncoded(value: Buffer): string {
  return [...value]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[\w.~-]/.test(character)) return character;
      return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

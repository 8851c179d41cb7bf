import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 32 characters of base 62 are 190 bits. */
const SECRET_CHARACTERS = 32;
const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Everything that the master key protects; each purpose has its own key, derived from it. */
export class Secrets {
  private readonly hashKey: Buffer;
  private readonly sealKey: Buffer;
  private readonly macKey: Buffer;

  constructor(masterKey: Buffer) {
    this.hashKey = derive(masterKey, 'hash');
    this.sealKey = derive(masterKey, 'seal');
    this.macKey = derive(masterKey, 'mac');
  }

  /** A new random secret of 190 bits, `<prefix>_` and 32 characters, to be shown once. */
  newSecret(prefix: string): string {
    return `${prefix}_${randomText(SECRET_CHARACTERS)}`;
  }

  /** What is stored of a random secret: a keyed hash of 32 bytes, useless without the master key. */
  hash(secret: string): Buffer {
    return createHmac('sha256', this.hashKey).update(secret).digest();
  }

  /** Encrypts (AES-256-GCM) for one place; `open` with another context fails. */
  seal(plain: Buffer, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.sealKey, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), nonce, body, cipher.getAuthTag()]);
  }

  open(sealed: Buffer, context: string): Buffer {
    if (sealed[0] !== VERSION || sealed.length < 1 + NONCE_BYTES + TAG_BYTES)
      throw new Error(`Not a sealed value: ${context}`);
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const body = sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, this.sealKey, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(body), decipher.final()]);
  }

  /** A MAC of 32 bytes over data that leaves the house and comes back. */
  mac(purpose: string, data: Buffer): Buffer {
    const name = Buffer.from(purpose);
    return createHmac('sha256', this.macKey)
      .update(Buffer.from([name.length]))
      .update(name)
      .update(data)
      .digest();
  }
}

function derive(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `posthouse ${purpose}`, 32));
}

function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % 62); // 248 = 4 * 62: no bias
    }
  }
  return text;
}

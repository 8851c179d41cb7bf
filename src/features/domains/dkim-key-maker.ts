import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { DkimAlgorithm } from './dkim-key.entity.js';

const generate = promisify(generateKeyPair);
const RSA_BITS = 2_048;
const ED25519_BYTES = 32;

export interface KeyPair {
  readonly algorithm: DkimAlgorithm;
  /** As in the `p=` tag. */
  readonly publicKey: string;
  /** PKCS #8, to be sealed. */
  readonly privateKey: Buffer;
}

/** The two keys of a new domain: RSA for everyone, Ed25519 (RFC 8463) for those who know it. */
export async function newKeyPairs(): Promise<KeyPair[]> {
  const [rsa, ed25519] = await Promise.all([
    generate('rsa', { modulusLength: RSA_BITS }),
    generate('ed25519'),
  ]);
  return [
    { algorithm: 'RSA_SHA256', publicKey: base64(spki(rsa.publicKey)), privateKey: pkcs8(rsa) },
    {
      algorithm: 'ED25519_SHA256',
      publicKey: base64(spki(ed25519.publicKey).subarray(-ED25519_BYTES)), // RFC 8463 §4: the key alone
      privateKey: pkcs8(ed25519),
    },
  ];
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

function pkcs8({ privateKey }: { privateKey: KeyObject }): Buffer {
  return privateKey.export({ type: 'pkcs8', format: 'der' });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64');
}

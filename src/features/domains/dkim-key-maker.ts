import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { DkimAlgorithm } from './dkim-key.entity.js';

const generate = promisify(generateKeyPair);
const RSA_BITS = 2_048;

export interface NewKey {
  readonly algorithm: DkimAlgorithm;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  /** PKCS #8, to be sealed. */
  readonly privateKey: Buffer;
}

/** The two keys of a new domain: RSA for everyone, Ed25519 (RFC 8463) for those who know it. */
export async function newDkimKeys(): Promise<NewKey[]> {
  const [rsa, ed25519] = await Promise.all([
    generate('rsa', { modulusLength: RSA_BITS }),
    generate('ed25519'),
  ]);
  return [exported('RSA_SHA256', rsa), exported('ED25519_SHA256', ed25519)];
}

function exported(
  algorithm: DkimAlgorithm,
  pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
): NewKey {
  return {
    algorithm,
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

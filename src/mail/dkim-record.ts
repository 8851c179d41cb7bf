import { createPublicKey, type KeyObject } from 'node:crypto';

/** A DKIM key record in DNS (RFC 6376 §3.6.1, RFC 8463 §4). */
export interface DkimRecord {
  readonly keyType: string;
  /** Base64 without white space; empty when the key was revoked. */
  readonly publicKey: string;
}

/** The TXT value to publish for an RSA or Ed25519 key; a private key gives its public half's. */
export function dkimRecord(key: KeyObject | string): string {
  const publicKey = typeof key === 'string' || key.type === 'private' ? createPublicKey(key) : key;
  if (publicKey.asymmetricKeyType === 'ed25519') {
    const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    return `v=DKIM1; k=ed25519; p=${raw.toString('base64')}`;
  }
  const info = publicKey.export({ format: 'der', type: 'spki' });
  return `v=DKIM1; k=rsa; p=${info.toString('base64')}`;
}

/** Reads a TXT value whose strings are joined; null when it is no DKIM key record. */
export function parseDkimRecord(text: string): DkimRecord | null {
  const tags = new Map<string, string>();
  for (const [index, part] of text.split(';').entries()) {
    const equals = part.indexOf('=');
    if (equals === -1) {
      if (part.trim() !== '') return null;
      continue;
    }
    const name = part.slice(0, equals).trim();
    if (tags.has(name) || (name === 'v' && index > 0)) return null;
    tags.set(name, part.slice(equals + 1).replace(/\s+/g, ''));
  }
  const publicKey = tags.get('p');
  if (publicKey === undefined || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') return null;
  return { keyType: (tags.get('k') ?? 'rsa').toLowerCase(), publicKey };
}

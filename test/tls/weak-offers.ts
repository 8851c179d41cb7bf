import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { shakeHands, type TlsEntrance } from '../support/handshake.js';

/** What a client may not get, and what it says to get just that. */
export const WEAK_OFFERS: Readonly<Record<string, ConnectionOptions>> = {
  'TLS 1.0': { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' },
  'TLS 1.1': { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
  'RSA key exchange': tls12('AES128-GCM-SHA256:AES256-GCM-SHA384'),
  'finite-field Diffie-Hellman': tls12('DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384'),
  CBC: tls12('ECDHE-RSA-AES128-SHA256:ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES256-SHA384'),
  'CBC without forward secrecy': tls12('AES128-SHA:AES256-SHA256'),
  Camellia: tls12('ECDHE-RSA-CAMELLIA128-SHA256:CAMELLIA128-SHA'),
  'no certificate': tls12('AECDH-AES128-SHA:ADH-AES128-GCM-SHA256'),
  'no encryption': tls12('ECDHE-RSA-NULL-SHA:NULL-SHA256'),
};

/** Names of the weak offers that were taken. */
export async function takenOffers(entrance: TlsEntrance): Promise<string[]> {
  const taken: string[] = [];
  for (const [name, options] of Object.entries(WEAK_OFFERS)) {
    const secure = await shakeHands(entrance, options).catch(() => null);
    if (secure) taken.push(name);
    secure?.destroy();
  }
  return taken;
}

/** Whether a client of TLS 1.2 may begin a new handshake within the old one. */
export async function renegotiates(entrance: TlsEntrance): Promise<boolean> {
  const secure = await shakeHands(entrance, { maxVersion: 'TLSv1.2' });
  try {
    return await beginsAnew(secure);
  } finally {
    secure.destroy();
  }
}

function beginsAnew(secure: TLSSocket): Promise<boolean> {
  return new Promise((resolve) => {
    secure.once('error', () => resolve(false)).once('close', () => resolve(false));
    secure.renegotiate({ rejectUnauthorized: false }, (error) => resolve(error === null));
    secure.resume();
  });
}

function tls12(ciphers: string): ConnectionOptions {
  return { maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` };
}

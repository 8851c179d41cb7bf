/**
 * Handshakes that ask for one weak thing each, at every SMTP listener, whichever kind of key its certificate has. The
 * control is a server that speaks all of it: each offer is taken there, so the refusals are ours and not the client's.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shakeHands, type TlsEntrance } from '../support/handshake.js';
import { startWorld, type World } from '../support/world.js';
import { signedCertificate } from './signed-certificate.js';
import { renegotiates, takenOffers, WEAK_OFFERS } from './weak-offers.js';
import { startWeakServer } from './weak-server.js';

const LISTENERS = [
  ['SMTP_LISTEN', 'starttls'],
  ['SUBMISSION_LISTEN', 'starttls'],
  ['SUBMISSIONS_LISTEN', 'implicit'],
] as const;

let pem: string;
let folder: string;
let world: World;
beforeAll(async () => {
  ({ pem } = await signedCertificate('rsa', 'mail.posthouse.test'));
  folder = mkdtempSync(join(tmpdir(), 'posthouse-tls-'));
  const file = join(folder, 'rsa.pem');
  writeFileSync(file, pem);
  world = await startWorld({
    roles: ['smtp'],
    settings: { TLS_CERT_FILE: file, TLS_KEY_FILE: file },
  });
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true });
});

describe.each(LISTENERS)('I-01 the TLS of %s', (listener, begins) => {
  const entrance = (): TlsEntrance => ({ ...world.address(listener), begins });

  it('is TLS 1.2 or 1.3 with forward secrecy and authenticated encryption', async () => {
    const spoken: string[] = [];
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const secure = await shakeHands(entrance(), { minVersion: version, maxVersion: version });
      spoken.push(`${String(secure.getProtocol())} ${secure.getCipher().name}`);
      secure.destroy();
    }
    expect(spoken[0]).toMatch(/^TLSv1\.2 ECDHE-RSA-(?:AES128-GCM|AES256-GCM|CHACHA20)/);
    expect(spoken[1]).toMatch(/^TLSv1\.3 TLS_(?:AES_128_GCM|AES_256_GCM|CHACHA20)/);
  });

  it('has an order of its own, with ChaCha20 for whom it suits better', async () => {
    const [fast, strong, chacha] = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305'];
    const chosen = async (...suites: string[]) => {
      const ciphers = suites.map((suite) => `ECDHE-RSA-${suite}`).join(':');
      const secure = await shakeHands(entrance(), { maxVersion: 'TLSv1.2', ciphers });
      const { name } = secure.getCipher();
      secure.destroy();
      return name;
    };
    expect(await chosen(strong, fast, chacha)).toBe(`ECDHE-RSA-${fast}`);
    expect(await chosen(chacha, strong, fast)).toBe(`ECDHE-RSA-${chacha}`);
  });

  it('is nothing weaker, and begins once', async () => {
    expect(await takenOffers(entrance())).toEqual([]);
    expect(await renegotiates(entrance())).toBe(false);
  });
});

it('I-01 a server with weak TLS is found out in every way (control)', async () => {
  const weak = await startWeakServer(pem);
  expect(await takenOffers(weak.entrance)).toEqual(Object.keys(WEAK_OFFERS));
  expect(await renegotiates(weak.entrance)).toBe(true);
  await weak.stop();
});

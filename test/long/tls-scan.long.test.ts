/**
 * Two scanners that know nothing of us look at the TLS of every SMTP listener. The certificate is signed by an authority
 * that the scanner is told to trust. The control is a server with weak TLS, which both of them must find.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsEntrance } from '../support/handshake.js';
import { startWorld, type World } from '../support/world.js';
import { sslscan, testssl } from '../tls/scanners.js';
import { signedCertificate, type SignedCertificate } from '../tls/signed-certificate.js';
import { startWeakServer } from '../tls/weak-server.js';

const NAME = 'mail.posthouse.test';
const LISTENERS = [
  ['SMTP_LISTEN', 'starttls'],
  ['SUBMISSION_LISTEN', 'starttls'],
  ['SUBMISSIONS_LISTEN', 'implicit'],
] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'posthouse-scan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['rsa', 'ecdsa'] as const)('I-01 TLS with a certificate of kind %s', (kind) => {
  let world: World;
  let authority: string;
  beforeAll(async () => {
    const made = await certificate(kind);
    authority = made.authority;
    const { file } = made;
    world = await startWorld({
      roles: ['smtp'],
      settings: { SMTP_HOSTNAME: NAME, TLS_CERT_FILE: file, TLS_KEY_FILE: file },
    });
  });
  afterAll(() => world.stop());

  it.each(LISTENERS)('sslscan finds nothing at %s', async (listener, begins) => {
    expect(await sslscan({ ...world.address(listener), begins })).toEqual([]);
  });

  it.each(LISTENERS)('testssl finds nothing of weight at %s', async (listener, begins) => {
    const entrance: TlsEntrance = { ...world.address(listener), begins };
    expect(await testssl(entrance, { name: NAME, authority, folder })).toEqual([]);
  });
});

describe('I-01 a server with weak TLS', () => {
  it('is found out by both scanners (control)', async () => {
    const { pem, authority } = await certificate('rsa');
    const weak = await startWeakServer(pem);
    const bySslscan = await sslscan(weak.entrance);
    expect(bySslscan).toEqual(expect.arrayContaining(['TLSv1.0 is spoken', 'TLSv1.1 is spoken']));
    expect(bySslscan.some((line) => line.includes('AES128-SHA'))).toBe(true);
    const parts = ['-p', '-s'];
    const byTestssl = await testssl(weak.entrance, { name: NAME, authority, folder, parts });
    expect(byTestssl.map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['cipherlist_NULL', 'cipherlist_aNULL']),
    );
    await weak.stop();
  });
});

async function certificate(
  kind: 'rsa' | 'ecdsa',
): Promise<{ file: string; pem: string; authority: string }> {
  const { pem, authority }: SignedCertificate = await signedCertificate(kind, NAME);
  const [file, authorityFile] = [join(folder, `${kind}.pem`), join(folder, `${kind}-ca.pem`)];
  writeFileSync(file, pem);
  writeFileSync(authorityFile, authority);
  return { file, pem, authority: authorityFile };
}

import 'reflect-metadata'; // the certificate library stands on it
import { randomBytes, X509Certificate as ParsedCertificate } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const DAY_MS = 86_400_000;
const LIFETIME_MS = 397 * DAY_MS;
const RENEW_MS = 30 * DAY_MS;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * Makes sure that `file` holds a self-signed certificate for this host and its key, with some life
 * left; true when it was made now. Of several processes that start together one wins, all use the same.
 */
export async function ensureSelfSigned(file: string, hostname: string): Promise<boolean> {
  const existing = await readFile(file, 'utf8').catch(() => null);
  if (existing !== null && isGood(existing, hostname)) return false;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, await makePem(hostname), { mode: 0o600, flag: 'wx', flush: true });
  if (existing !== null) {
    await rename(draft, file);
    return true;
  }
  try {
    await link(draft, file); // unlike rename, fails when another process was first
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // fs rejects with these
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

function isGood(pem: string, hostname: string): boolean {
  try {
    const certificate = new ParsedCertificate(pem);
    const isLasting = Date.parse(certificate.validTo) - Date.now() > RENEW_MS;
    return isLasting && certificate.checkHost(hostname) !== undefined;
  } catch {
    return false;
  }
}

async function makePem(hostname: string): Promise<string> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: `00${randomBytes(15).toString('hex')}`,
      name: `CN=${hostname}`,
      notBefore: new Date(Date.now() - DAY_MS), // clocks differ
      notAfter: new Date(Date.now() + LIFETIME_MS),
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([{ type: 'dns', value: hostname }]),
      ],
    },
    crypto,
  );
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const body = key.toString('base64').replace(/.{1,64}/g, '$&\n');
  return `${certificate.toString('pem')}\n-----BEGIN PRIVATE KEY-----\n${body}-----END PRIVATE KEY-----\n`;
}

import { randomBytes, X509Certificate as ParsedCertificate } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const DAY_MS = 86_400_000;
const RENEW_MS = 30 * DAY_MS;

/**
 * Makes sure that `file` holds a self-signed certificate for this host and its key, with some life
 * left; true when it was made now. Of several processes that start together one wins, all use the same.
 */
export async function ensureSelfSigned(file: string, hostname: string): Promise<boolean> {
  const existing = await readFile(file, 'utf8').catch(() => null);
  if (existing !== null && isGood(existing, hostname)) return false;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // It is made once a year, and the library for it is large.
  const { makePem } = await import('./self-signed-pem.js');
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

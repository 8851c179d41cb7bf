import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FirstSignIn } from '../features/accounts/accounts.service.js';
import type { Posthouse } from './posthouse.js';

type Administered = Pick<Posthouse, 'config' | 'services'>;

const FILE = 'first-sign-in.txt';

/**
 * Sees to it that there is an administrator. While nobody has signed in with it, the secret stands in
 * a 0600 file under DATA_DIR; it reaches terminals, never a log.
 */
export async function ensureFirstSignIn({
  config,
  services,
}: Administered): Promise<FirstSignIn | null> {
  const fresh = await services.accounts.ensureAdministrator();
  if (fresh) return keep(fresh, config.DATA_DIR);
  if (!(await services.accounts.isSetUp())) return readFirstSignIn(config.DATA_DIR);
  await forgetFirstSignIn(config.DATA_DIR); // used while this folder was elsewhere
  return null;
}

/** Removes the secret that has been used. One that cannot be removed now goes at the next start. */
export async function forgetFirstSignIn(dataDir: string): Promise<void> {
  await rm(firstSignInFile(dataDir), { force: true }).catch(() => undefined);
}

/** The administrator starts over; the old password and sessions are void. */
export async function resetFirstSignIn({
  config,
  services,
}: Administered): Promise<FirstSignIn | null> {
  const fresh = await services.accounts.resetSignIn();
  return fresh && keep(fresh, config.DATA_DIR);
}

export function firstSignInFile(dataDir: string): string {
  return join(dataDir, FILE);
}

async function keep(fresh: FirstSignIn, dataDir: string): Promise<FirstSignIn> {
  const file = firstSignInFile(dataDir);
  await rm(file, { force: true }); // an older file may have a wider mode, which writing would keep
  await writeFile(file, textOf(fresh), { mode: 0o600, flag: 'wx' });
  return fresh;
}

async function readFirstSignIn(dataDir: string): Promise<FirstSignIn | null> {
  const text = await readFile(firstSignInFile(dataDir), 'utf8').catch(() => '');
  const [, email] = /^email: (.+)$/m.exec(text) ?? [];
  const [, setupSecret] = /^setup secret: (.+)$/m.exec(text) ?? [];
  return email && setupSecret ? { email, setupSecret } : null;
}

function textOf({ email, setupSecret }: FirstSignIn): string {
  return `email: ${email}\nsetup secret: ${setupSecret}\n\nIt can be used once, within 24 hours.\n`;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { encodeBase32 } from '../../mail/base32.js';

/** Time-based one-time passwords (RFC 6238) as every authenticator app knows them: SHA-1, 6 digits, 30 seconds. */
const STEP_MS = 30_000;
const DIGITS = 6;
/** Clocks differ, and people type slowly: one step before and one after. */
const WINDOW = [0, -1, 1];

/** The step whose code this is, within the window around now; null when it is none. */
export function stepOfCode(key: Buffer, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / STEP_MS);
  const given = Buffer.from(code);
  const matching = WINDOW.map((distance) => current + distance).filter((step) => {
    if (step < 0) return false;
    const right = Buffer.from(codeOfStep(key, step));
    return given.length === right.length && timingSafeEqual(given, right);
  });
  return matching[0] ?? null;
}

/** HOTP of RFC 4226 over the number of the step. */
function codeOfStep(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** What an authenticator app reads, mostly as a QR code. */
export function otpauthUrl(key: Buffer, issuer: string, account: string): string {
  const label = encodeURIComponent(`${issuer}:${account}`);
  const query = new URLSearchParams({ secret: secretText(key), issuer });
  return `otpauth://totp/${label}?${query.toString()}`;
}

/** The key as people type it into an app that cannot read the URL. */
export function secretText(key: Buffer): string {
  return encodeBase32(key).toUpperCase();
}

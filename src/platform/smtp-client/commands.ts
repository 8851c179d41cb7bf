import type { Extensions } from './extensions.js';
import type { Transaction, Unsuitable } from './transaction.js';

const CONTROL = /[\0-\x1f\x7f]/;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const PARAMETER = /^[\x21-\x7e]+$/;
const ASCII = /^[\0-\x7f]*$/;

/**
 * MAIL FROM with the parameters that the server understands: SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8
 * (RFC 6531), RET and ENVID (RFC 3461).
 */
export function mailCommand(transaction: Transaction, extensions: Extensions): string {
  const { from, sizeBytes, eightBit, dsn } = transaction;
  return [
    `MAIL FROM:<${from}>`,
    extensions.size ? `SIZE=${sizeBytes}` : '',
    eightBit && extensions.eightBitMime ? 'BODY=8BITMIME' : '',
    needsSmtpUtf8(transaction) ? 'SMTPUTF8' : '',
    ...(extensions.dsn ? [parameter('RET', dsn?.ret), parameter('ENVID', dsn?.envid)] : []),
  ]
    .filter(Boolean)
    .join(' ');
}

/** RCPT TO with NOTIFY and ORCPT (RFC 3461) where the server understands them. */
export function rcptCommand({ to, dsn }: Transaction, extensions: Extensions): string {
  const parameters = extensions.dsn
    ? [parameter('NOTIFY', dsn?.notify), parameter('ORCPT', dsn?.orcpt)]
    : [];
  return [`RCPT TO:<${to}>`, ...parameters].filter(Boolean).join(' ');
}

/**
 * Why this server cannot be asked to take the message. Content with 8-bit bytes goes as it is to a server
 * without 8BITMIME: converting would break its signatures, and such servers have become rare.
 */
export function unsuitable(transaction: Transaction, extensions: Extensions): Unsuitable | null {
  const { from, to, sizeBytes } = transaction;
  const { sizeLimit } = extensions;
  if (!isSafe(from) || !isSafe(to)) {
    return no('bad-address', '5.1.3', 'an address would not stay within its command');
  }
  if (needsSmtpUtf8(transaction) && !extensions.smtpUtf8) {
    return no('smtputf8-unsupported', '5.6.7', 'the receiving server does not support SMTPUTF8');
  }
  if (sizeLimit !== null && sizeBytes > sizeLimit) {
    const reason = `the message has ${sizeBytes} bytes, the receiving server takes ${sizeLimit}`;
    return no('too-large', '5.3.4', reason);
  }
  return null;
}

function no(
  problem: Unsuitable['problem'],
  enhancedCode: Unsuitable['enhancedCode'],
  reason: string,
): Unsuitable {
  return { kind: 'unsuitable', stage: 'local', problem, enhancedCode, reason };
}

function needsSmtpUtf8({ from, to, smtpUtf8 }: Transaction): boolean {
  return smtpUtf8 || !ASCII.test(from + to);
}

/** Outside quotes neither brackets nor spaces, which would end the path and begin a parameter. */
function isSafe(address: string): boolean {
  return !CONTROL.test(address) && !/[<> "]/.test(address.replace(QUOTED, ''));
}

/** A parameter that would end the line or add another is left out. */
function parameter(name: string, value: string | undefined): string {
  return value !== undefined && PARAMETER.test(value) ? `${name}=${value}` : '';
}

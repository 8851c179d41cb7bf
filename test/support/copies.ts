import { createHash } from 'node:crypto';
import type { ReceivedMail } from '../../src/demo/mail-sink/mail-sink.js';

/** A mail that a receiver took, as far as it counts for a verdict. */
export interface Copy {
  readonly recipient: string;
  /** Which connection of the sink it came over. */
  readonly connection: number;
  /** What the worker that sent it calls itself, and when it came. */
  readonly helo: string;
  readonly at: number;
  readonly bodySha256: string;
  /** `pass`, or how the signature failed; null where nobody asked. */
  readonly dkim: string | null;
}

const END_OF_HEADER = Buffer.from('\r\n\r\n');

export function copyOf(mail: ReceivedMail, dkim: string | null): Copy {
  const { recipient, connection, helo, at, raw } = mail;
  const end = raw.indexOf(END_OF_HEADER);
  const body = raw.subarray(end < 0 ? raw.length : end + END_OF_HEADER.length);
  return { recipient, connection, helo, at: at.getTime(), bodySha256: hashOfBody(body), dkim };
}

/** Empty lines at the end do not count, as in RFC 6376 §3.4.3. */
export function hashOfBody(body: string | Buffer): string {
  const text = body.toString('latin1').replace(/(\r\n)*$/, '\r\n');
  return createHash('sha256').update(text, 'latin1').digest('hex');
}

import { createHash } from 'node:crypto';
import { LIMITS } from '../config/limits.js';
import { scanHeader } from '../mail/header.js';
import type { Submission } from '../features/messages/submission.js';

const FIELD = 'X-Idempotency-Key';

type Idempotency = NonNullable<Submission['idempotency']>;

/**
 * Reads the X-Idempotency-Key field, which the intake removes; `bad` when it cannot be a key. The
 * fingerprint is the envelope, because a client that sends again changes Date and boundaries.
 */
export function readIdempotencyKey(raw: Buffer, envelope: Envelope): Idempotency | null | 'bad' {
  const [field, ...others] = scanHeader(raw).all(FIELD);
  if (!field) return null;
  if (others.length > 0 || !KEY.test(field.value)) return 'bad';
  return { key: field.value, fingerprint: fingerprintOf(envelope) };
}

interface Envelope {
  readonly mailFrom: string;
  readonly recipients: readonly { readonly address: string }[];
}

const KEY = new RegExp(`^[\\x20-\\x7e]{1,${LIMITS.idempotencyKeyCharacters}}$`);

function fingerprintOf(envelope: Envelope): Buffer {
  const recipients = envelope.recipients.map(({ address }) => address).sort();
  return createHash('sha256')
    .update([envelope.mailFrom, ...new Set(recipients)].join('\n'))
    .digest();
}

import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import { LIMITS } from '../../config/limits.js';
import { IdempotencyConflict } from '../refusal.js';
import type { Tx } from './database.js';

/** A `create…` request that may come again, for instance after a lost answer. */
export interface Repeatable {
  /** Who asks, such as `user:17`: keys of different callers never meet. */
  readonly scope: string;
  readonly key: string;
  /** What was asked for; the same key with another input is refused. */
  readonly input: unknown;
}

export interface Once {
  readonly id: bigint;
  readonly isReplay: boolean;
}

/**
 * Binds an idempotency key to `id` in the transaction that makes the object, or finds the object that
 * an earlier request made. A concurrent request with the same key waits here until the first commits.
 */
export async function once(
  tx: Tx,
  request: Repeatable | null,
  made: { readonly type: string; readonly id: bigint },
  clock: Clock,
): Promise<Once> {
  if (!request) return { id: made.id, isReplay: false };
  const key = sha256(request.key);
  const fingerprint = sha256(JSON.stringify([made.type, request.input], plain));
  const now = clock.now();
  const forgottenBefore = new Date(now.getTime() - LIMITS.idempotencyKeyHours * 3_600_000);

  await tx.manager.query(
    'DELETE FROM idempotency_keys WHERE scope = ? AND key_hash = ? AND created_at < ?',
    [request.scope, key, forgottenBefore],
  );
  await tx.manager.query(
    `INSERT INTO idempotency_keys (scope, key_hash, fingerprint, result_type, result_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE scope = scope`,
    [request.scope, key, fingerprint, made.type, made.id.toString(), now],
  );
  const [row] = await tx.manager.query<{ fingerprint: Buffer; result_id: string | number }[]>(
    'SELECT fingerprint, result_id FROM idempotency_keys WHERE scope = ? AND key_hash = ?',
    [request.scope, key],
  );
  if (!row?.fingerprint.equals(fingerprint)) throw new IdempotencyConflict();
  const id = BigInt(row.result_id);
  return { id, isReplay: id !== made.id };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function plain(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

import { createHash } from 'node:crypto';
import { LIMITS } from '../../config/limits.js';
import type { Sql } from '../../platform/database/sql.js';

/** A submission that may come again: the same key must mean the same input and gives the same message. */
export interface KeyClaim {
  readonly scope: string;
  readonly keyHash: Buffer;
  readonly fingerprint: Buffer;
  readonly messageId: bigint;
}

/** `owned`: this claim makes the message; `taken`: another one did, `conflict`: with another input. */
export type KeyAnswer =
  | { readonly kind: 'owned' }
  | { readonly kind: 'taken'; readonly messageId: bigint }
  | { readonly kind: 'conflict' };

export function keyClaim(
  serverId: bigint,
  key: string,
  fingerprint: Buffer,
  messageId: bigint,
): KeyClaim {
  const keyHash = createHash('sha256').update(key).digest();
  return { scope: `server:${serverId}`, keyHash, fingerprint, messageId };
}

/**
 * Binds each key to the message of its first claim, unless an earlier one holds it; keys past their
 * lifetime begin anew. Sorted, so that concurrent groups wait for each other instead of deadlocking;
 * a claim whose key is being written elsewhere waits for that transaction to end.
 */
export async function claimKeys(
  sql: Sql,
  claims: readonly KeyClaim[],
  now: Date,
): Promise<ReadonlyMap<KeyClaim, KeyAnswer>> {
  if (claims.length === 0) return new Map();
  const firsts = new Map<string, KeyClaim>();
  for (const claim of claims) if (!firsts.has(nameOf(claim))) firsts.set(nameOf(claim), claim);
  const sorted = [...firsts].sort(([one], [other]) => (one < other ? -1 : 1));
  const distinct = sorted.map(([, claim]) => claim);
  await bind(sql, distinct, now);
  const holders = await readHolders(sql, distinct);
  return new Map(claims.map((claim) => [claim, answer(claim, holders.get(nameOf(claim)))]));
}

const RESULT_TYPE = 'Message';

interface Holder {
  readonly scope: string;
  readonly key_hash: Buffer;
  readonly fingerprint: Buffer;
  readonly result_type: string;
  readonly result_id: bigint | string;
}

/** An expired row takes the new values; `created_at` goes last, because the others look at it. */
async function bind(sql: Sql, claims: readonly KeyClaim[], now: Date): Promise<void> {
  const rows = claims.map(() => '(?,?,?,?,?,?)').join(',');
  const expired = forgottenBefore(now);
  await sql.query(
    `INSERT INTO idempotency_keys (scope, key_hash, fingerprint, result_type, result_id, created_at)
     VALUES ${rows}
     ON DUPLICATE KEY UPDATE
       fingerprint = IF(created_at < ?, VALUES(fingerprint), fingerprint),
       result_type = IF(created_at < ?, VALUES(result_type), result_type),
       result_id = IF(created_at < ?, VALUES(result_id), result_id),
       created_at = IF(created_at < ?, VALUES(created_at), created_at)`,
    [
      ...claims.flatMap((claim) => [
        claim.scope,
        claim.keyHash,
        claim.fingerprint,
        RESULT_TYPE,
        claim.messageId,
        now,
      ]),
      ...[expired, expired, expired, expired],
    ],
  );
}

async function readHolders(
  sql: Sql,
  claims: readonly KeyClaim[],
): Promise<ReadonlyMap<string, Holder>> {
  const byScope = Map.groupBy(claims, ({ scope }) => scope);
  const conditions = [...byScope.values()].map(
    (ofScope) => `(scope = ? AND key_hash IN (${ofScope.map(() => '?').join(',')}))`,
  );
  const parameters = [...byScope].flatMap(([scope, ofScope]) => [
    scope,
    ...ofScope.map(({ keyHash }) => keyHash),
  ]);
  const rows = await sql.query<Holder[]>(
    `SELECT scope, key_hash, fingerprint, result_type, result_id FROM idempotency_keys WHERE ${conditions.join(' OR ')}`,
    parameters,
  );
  return new Map(rows.map((row) => [nameOf({ scope: row.scope, keyHash: row.key_hash }), row]));
}

function answer(claim: KeyClaim, holder: Holder | undefined): KeyAnswer {
  if (holder === undefined) throw new Error('an idempotency key vanished within its transaction');
  const isSame = holder.result_type === RESULT_TYPE && holder.fingerprint.equals(claim.fingerprint);
  if (!isSame) return { kind: 'conflict' };
  const messageId = BigInt(holder.result_id);
  return messageId === claim.messageId ? { kind: 'owned' } : { kind: 'taken', messageId };
}

function nameOf({ scope, keyHash }: Pick<KeyClaim, 'scope' | 'keyHash'>): string {
  return `${scope} ${keyHash.toString('hex')}`;
}

function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - LIMITS.idempotencyKeyHours * 3_600_000);
}

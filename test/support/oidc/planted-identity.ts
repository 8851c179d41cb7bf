import { randomBytes } from 'node:crypto';
import { encodeGlobalId } from '../../../src/api/global-ids.js';
import type { TestDatabase } from '../test-database.js';

/** An identity that a user has, as if a provider had signed them in; its global id. */
export async function plantIdentity(
  database: Pick<TestDatabase, 'query'>,
  userId: bigint | string,
): Promise<string> {
  const id = String(8_500_000_000_000_000_000n + BigInt(randomBytes(6).readUIntBE(0, 6)));
  await database.query(
    `INSERT INTO oidc_identities (id, user_id, issuer, subject, identity_hash, created_at, last_used_at)
     VALUES (?, ?, 'https://login.example.test', ?, ?, NOW(3), NOW(3))`,
    [id, userId, `subject-${id}`, randomBytes(32)],
  );
  return encodeGlobalId('OidcIdentity', id);
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { booleanColumn, ID } from '../../platform/database/columns.js';
import type { Secrets } from '../../platform/secrets.js';
import type { Permission } from './policy.js';

/**
 * Lets a program act for a user, within scopes and perhaps in one organization only; or, without a user,
 * for an organization.
 */
@Entity({ name: 'access_tokens' })
export class AccessToken {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  /** Null for a token that belongs to its organization. */
  @Column({ ...ID, name: 'user_id', nullable: true })
  readonly userId!: bigint | null;

  /** The only organization in which the token holds; null for all of its user's. */
  @Column({ ...ID, name: 'organization_id', nullable: true })
  readonly organizationId!: bigint | null;

  @Column({ type: 'varchar', length: 120 })
  readonly name!: string;

  /** The last characters of the secret, to tell tokens apart. */
  @Column({ type: 'char', length: 8 })
  readonly hint!: string;

  @Column({ name: 'secret_hash', type: 'binary', length: 32 })
  readonly secretHash!: Buffer;

  @Column({ type: 'json' })
  readonly scopes!: readonly Permission[];

  /** Whether it may run only documents that its organizations keep. */
  @Column({ name: 'documents_only', type: 'tinyint', transformer: booleanColumn })
  readonly documentsOnly!: boolean;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3, nullable: true })
  readonly expiresAt!: Date | null;

  @Column({ name: 'last_used_at', type: 'datetime', precision: 3, nullable: true })
  readonly lastUsedAt!: Date | null;

  @Column({ name: 'last_used_ip', type: 'varchar', length: 45, nullable: true })
  readonly lastUsedIp!: string | null;

  /** From where alone it may be used, as CIDRs; null for anywhere. */
  @Column({ name: 'allowed_networks', type: 'json', nullable: true })
  readonly allowedNetworks!: readonly string[] | null;

  @Column({ name: 'revoked_at', type: 'datetime', precision: 3, nullable: true })
  readonly revokedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;

  isLive(now: Date): boolean {
    return this.revokedAt === null && (this.expiresAt === null || this.expiresAt > now);
  }
}

const HINT_CHARACTERS = 4;

/** The secret, to be shown once, and what is kept of it. */
export function newTokenSecret(secrets: Secrets) {
  const secret = secrets.newSecret('pht');
  return { secret, secretHash: secrets.hash(secret), hint: secret.slice(-HINT_CHARACTERS) };
}

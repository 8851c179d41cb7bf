import { createHash } from 'node:crypto';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** Whom a user is for an OpenID Connect provider; a user has at most one identity of each. */
@Entity({ name: 'oidc_identities' })
@Index('oidc_identities_of_user', ['userId', 'issuer'], { unique: true })
export class OidcIdentity {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  @Column({ type: 'varchar', length: 500 })
  readonly issuer!: string;

  /** The provider's name for the person, which never passes to another. */
  @Column({ type: 'varchar', length: 255 })
  readonly subject!: string;

  /** Of issuer and subject: no collation of the database takes one for another. */
  @Index('oidc_identities_by_hash', { unique: true })
  @Column({ name: 'identity_hash', type: 'binary', length: 32 })
  readonly identityHash!: Buffer;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'datetime', precision: 3 })
  readonly lastUsedAt!: Date;

  static hashOf({ issuer, subject }: Pick<OidcIdentity, 'issuer' | 'subject'>): Buffer {
    return createHash('sha256')
      .update(JSON.stringify([issuer, subject]))
      .digest();
  }
}

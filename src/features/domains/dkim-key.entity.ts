import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

export const DKIM_ALGORITHMS = ['RSA_SHA256', 'ED25519_SHA256'] as const;
export type DkimAlgorithm = (typeof DKIM_ALGORITHMS)[number];

/** A signing key of a domain (RFC 6376, RFC 8463). The private half is sealed under the master key. */
@Entity({ name: 'dkim_keys' })
export class DkimKey {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'domain_id' })
  readonly domainId!: bigint;

  @Column({ type: 'enum', enum: DKIM_ALGORITHMS })
  readonly algorithm!: DkimAlgorithm;

  @Column({ type: 'varchar', length: 63 })
  readonly selector!: string;

  /** SubjectPublicKeyInfo, base64. */
  @Column({ name: 'public_key', type: 'text' })
  readonly publicKey!: string;

  @Column({ name: 'private_key_encrypted', type: 'varbinary', length: 4096 })
  readonly privateKeyEncrypted!: Buffer;

  /** When DNS last had this key; null while it has not, and then we do not sign with it. */
  @Column({ name: 'seen_published_at', type: 'datetime', precision: 3, nullable: true })
  seenPublishedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

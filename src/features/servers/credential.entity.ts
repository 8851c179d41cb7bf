import { Column, Entity, PrimaryColumn } from 'typeorm';
import { booleanColumn, ID } from '../../platform/database/columns.js';

export const CREDENTIAL_TYPES = ['API', 'SMTP', 'SMTP_IP'] as const;
export type CredentialType = (typeof CREDENTIAL_TYPES)[number];

/** How an app logs in to one mail server: an API key, an SMTP user and password, or an SMTP client network. */
@Entity({ name: 'credentials' })
export class Credential {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'server_id' })
  readonly serverId!: bigint;

  @Column({ type: 'enum', enum: CREDENTIAL_TYPES })
  readonly type!: CredentialType;

  @Column({ type: 'varchar', length: 120 })
  readonly name!: string;

  /** SMTP only. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  readonly username!: string | null;

  /** SMTP_IP only, as CIDR. */
  @Column({ type: 'varchar', length: 49, nullable: true })
  readonly network!: string | null;

  /** From where alone it may be used, as CIDRs; null for anywhere. Not of SMTP_IP. */
  @Column({ name: 'allowed_networks', type: 'json', nullable: true })
  allowedNetworks!: readonly string[] | null;

  /** The last characters of the secret, to tell credentials apart. */
  @Column({ type: 'char', length: 8, nullable: true })
  readonly hint!: string | null;

  @Column({ name: 'secret_hash', type: 'binary', length: 32, nullable: true })
  readonly secretHash!: Buffer | null;

  /** Mail that this credential submits waits for a release. */
  @Column({ type: 'tinyint', transformer: booleanColumn })
  hold!: boolean;

  @Column({ name: 'last_used_at', type: 'datetime', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'datetime', precision: 3, nullable: true })
  readonly revokedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

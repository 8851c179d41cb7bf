import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/**
 * A sender domain of an organization, or of one of its mail servers. Several may add a name; the one
 * that proves ownership has it, because `verified_name` is unique.
 */
@Entity({ name: 'domains' })
export class Domain {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'organization_id' })
  readonly organizationId!: bigint;

  /** Null when every server of the organization may use the domain. */
  @Column({ ...ID, name: 'server_id', nullable: true })
  readonly serverId!: bigint | null;

  /** Lower case, punycode. */
  @Column({ type: 'varchar', length: 253 })
  readonly name!: string;

  @Column({ name: 'verification_token', type: 'char', length: 32 })
  readonly verificationToken!: string;

  @Column({ name: 'verified_at', type: 'datetime', precision: 3, nullable: true })
  verifiedAt!: Date | null;

  @Column({ name: 'checked_at', type: 'datetime', precision: 3, nullable: true })
  checkedAt!: Date | null;

  /** When to check by itself; null for a name that was left unverified. */
  @Column({ name: 'check_due_at', type: 'datetime', precision: 3, nullable: true })
  checkDueAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';
import { ROLES, type Role } from './policy.js';

/** Somebody was asked to become a member and has not answered yet. An answer removes the row. */
@Entity({ name: 'invitations' })
export class Invitation {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'organization_id' })
  readonly organizationId!: bigint;

  /** Always lower case. */
  @Column({ type: 'varchar', length: 254 })
  readonly email!: string;

  @Column({ type: 'enum', enum: ROLES })
  readonly role!: Role;

  /** Ids of the only mail servers of the member to be, as text; null for all. */
  @Column({ name: 'server_ids', type: 'json', nullable: true })
  readonly serverIds!: readonly string[] | null;

  @Column({ name: 'secret_hash', type: 'binary', length: 32 })
  readonly secretHash!: Buffer;

  /** When the mail was accepted for delivery; null until then. */
  @Column({ name: 'sent_at', type: 'datetime', precision: 3, nullable: true })
  readonly sentAt!: Date | null;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  readonly expiresAt!: Date;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

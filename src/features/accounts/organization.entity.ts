import { Column, DeleteDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** Belongs to the installation and has no members: only administrators see it. Other ids are times, and far higher. */
export const SYSTEM_ORGANIZATION_ID = 1n;

/** Words that addresses of pages may need; no organization has one of them as its slug. */
export const RESERVED_ORGANIZATION_SLUGS: ReadonlySet<string> = new Set(
  'new edit remove delete destroy admin mail org server'.split(' '),
);

/** The customer: owns mail servers, domains and members. */
@Entity({ name: 'organizations' })
export class Organization {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ type: 'varchar', length: 120 })
  name!: string;

  /** Chosen or made from the name, unique in the installation. */
  @Column({ type: 'varchar', length: 64 })
  readonly slug!: string;

  @Column({ name: 'suspended_at', type: 'datetime', precision: 3, nullable: true })
  suspendedAt!: Date | null;

  @Column({ name: 'suspension_reason', type: 'varchar', length: 255, nullable: true })
  suspensionReason!: string | null;

  /** Since when it is deleted; rows that are, are left out of every `find` that does not ask for them. */
  @DeleteDateColumn({ name: 'deleted_at', type: 'datetime', precision: 3 })
  deletedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';
import { ROLES, type Role } from './policy.js';

/** A user in an organization. */
@Entity({ name: 'members' })
export class Member {
  @PrimaryColumn({ ...ID, name: 'organization_id' })
  readonly organizationId!: bigint;

  @PrimaryColumn({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  @Column({ type: 'enum', enum: ROLES })
  role!: Role;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

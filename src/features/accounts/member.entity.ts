import { Column, Entity, PrimaryColumn } from 'typeorm';
import { booleanColumn, ID } from '../../platform/database/columns.js';
import { ROLES, type Role } from './policy.js';

/** Primary key of a member. */
export interface MemberKey {
  readonly organizationId: bigint;
  readonly userId: bigint;
}

/** A user in an organization. */
@Entity({ name: 'members' })
export class Member {
  @PrimaryColumn({ ...ID, name: 'organization_id' })
  readonly organizationId!: bigint;

  @PrimaryColumn({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  @Column({ type: 'enum', enum: ROLES })
  role!: Role;

  /** Whether only listed mail servers are the member's; an owner or administrator is never limited. */
  @Column({ name: 'is_limited', type: 'tinyint', transformer: booleanColumn })
  isLimited!: boolean;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

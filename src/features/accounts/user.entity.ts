import { Column, Entity, PrimaryColumn } from 'typeorm';
import { booleanColumn, ID } from '../../platform/database/columns.js';

/** A person who signs in. What they may do comes from their memberships, or from being an installation administrator. */
@Entity({ name: 'users' })
export class User {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  /** Always lower case. */
  @Column({ type: 'varchar', length: 254 })
  readonly email!: string;

  @Column({ type: 'varchar', length: 120 })
  name!: string;

  /** Null until the first password is set with the setup secret. */
  @Column({ name: 'password_hash', type: 'varchar', length: 255, nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'is_admin', type: 'tinyint', transformer: booleanColumn })
  isAdmin!: boolean;

  @Column({ name: 'setup_hash', type: 'binary', length: 32, nullable: true })
  setupHash!: Buffer | null;

  @Column({ name: 'setup_until', type: 'datetime', precision: 3, nullable: true })
  setupUntil!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

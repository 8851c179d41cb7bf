import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** One sign-in of a person; its secret is the cookie. */
@Entity({ name: 'sessions' })
export class Session {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  @Column({ name: 'secret_hash', type: 'binary', length: 32 })
  readonly secretHash!: Buffer;

  @Column({ name: 'ip_address', type: 'varchar', length: 45, nullable: true })
  readonly ipAddress!: string | null;

  @Column({ name: 'user_agent', type: 'varchar', length: 255, nullable: true })
  readonly userAgent!: string | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;

  /** To the minute. */
  @Column({ name: 'last_used_at', type: 'datetime', precision: 3 })
  readonly lastUsedAt!: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  readonly expiresAt!: Date;
}

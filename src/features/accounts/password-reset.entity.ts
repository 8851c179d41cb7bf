import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** A mail was sent whose token lets the user set a new password, once. */
@Entity({ name: 'password_resets' })
export class PasswordReset {
  @PrimaryColumn({ name: 'token_hash', type: 'binary', length: 32 })
  readonly tokenHash!: Buffer;

  @Column({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  readonly expiresAt!: Date;
}

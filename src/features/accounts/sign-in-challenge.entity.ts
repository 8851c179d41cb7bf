import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** A sign-in whose password was right, and which waits for a code. */
@Entity({ name: 'sign_in_challenges' })
export class SignInChallenge {
  @PrimaryColumn({ name: 'secret_hash', type: 'binary', length: 32 })
  readonly secretHash!: Buffer;

  @Column({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  /** Codes that were tried with it. */
  @Column({ type: 'int', unsigned: true })
  readonly tries!: number;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  readonly expiresAt!: Date;
}

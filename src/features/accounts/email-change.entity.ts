import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** The address that a user wants to have. It is theirs once the token of a mail there has come back. */
@Entity({ name: 'email_changes' })
export class EmailChange {
  @PrimaryColumn({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  /** Always lower case. Perhaps somebody else's: then the token was never sent. */
  @Column({ type: 'varchar', length: 254 })
  readonly email!: string;

  @Column({ name: 'token_hash', type: 'binary', length: 32 })
  readonly tokenHash!: Buffer;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  readonly expiresAt!: Date;
}

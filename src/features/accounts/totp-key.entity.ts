import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** The second factor of a user: the key that an authenticator app has, too. */
@Entity({ name: 'totp_keys' })
export class TotpKey {
  @PrimaryColumn({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  @Column({ name: 'key_encrypted', type: 'varbinary', length: 128 })
  readonly keyEncrypted!: Buffer;

  /** The step of the code that was accepted last: no code is accepted twice, and none before it. */
  @Column({ ...ID, name: 'last_step' })
  readonly lastStep!: bigint;

  /** Null until a first code has shown that the app has the key; before that nobody is asked for codes. */
  @Column({ name: 'confirmed_at', type: 'datetime', precision: 3, nullable: true })
  readonly confirmedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

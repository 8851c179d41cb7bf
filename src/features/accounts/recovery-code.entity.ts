import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** Stands in for a code of the app once; a used one is no more. */
@Entity({ name: 'recovery_codes' })
export class RecoveryCode {
  @PrimaryColumn({ name: 'code_hash', type: 'binary', length: 32 })
  readonly codeHash!: Buffer;

  @Column({ ...ID, name: 'user_id' })
  readonly userId!: bigint;
}

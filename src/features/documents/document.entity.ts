import { createHash } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** A GraphQL document that an organization keeps for its programs, known by the hash of its text. */
@Entity({ name: 'documents' })
export class Document {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'organization_id' })
  readonly organizationId!: bigint;

  /** SHA-256 of the text in UTF-8. */
  @Column({ type: 'binary', length: 32 })
  readonly hash!: Buffer;

  @Column({ type: 'text' })
  readonly text!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;

  static hashOf(text: string): Buffer {
    return createHash('sha256').update(text).digest();
  }
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

const NULLABLE_ID = { ...ID, nullable: true } as const;

/** One change that somebody made: written with it, and never changed but to put it into its chain. */
@Entity({ name: 'audit_entries' })
export class AuditEntry {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  /** Null for what concerns the whole installation. */
  @Column({ ...NULLABLE_ID, name: 'organization_id' })
  readonly organizationId!: bigint | null;

  @Column({ ...NULLABLE_ID, name: 'server_id' })
  readonly serverId!: bigint | null;

  /** Kind of object and what happened to it, such as `member.removed`. */
  @Column({ type: 'varchar', length: 64 })
  readonly action!: string;

  @Column({ name: 'actor_kind', type: 'varchar', length: 16 })
  readonly actorKind!: string;

  @Column({ ...NULLABLE_ID, name: 'user_id' })
  readonly userId!: bigint | null;

  @Column({ ...NULLABLE_ID, name: 'token_id' })
  readonly tokenId!: bigint | null;

  @Column({ ...NULLABLE_ID, name: 'session_id' })
  readonly sessionId!: bigint | null;

  @Column({ ...NULLABLE_ID, name: 'credential_id' })
  readonly credentialId!: bigint | null;

  @Column({ name: 'ip_address', type: 'varchar', length: 45, nullable: true })
  readonly ipAddress!: string | null;

  @Column({ name: 'user_agent', type: 'varchar', length: 120, nullable: true })
  readonly userAgent!: string | null;

  @Column({ name: 'subject_type', type: 'varchar', length: 32 })
  readonly subjectType!: string;

  /** Null for many objects at once, and for somebody unknown. */
  @Column({ name: 'subject_id', type: 'varchar', length: 64, nullable: true })
  readonly subjectId!: string | null;

  /** JSON as it was written: the seal is over its letters. */
  @Column({ name: 'before_values', type: 'text', nullable: true })
  readonly beforeValues!: string | null;

  @Column({ name: 'after_values', type: 'text', nullable: true })
  readonly afterValues!: string | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;

  /** MAC of all of the above: nobody without the master key writes or changes an entry unnoticed. */
  @Column({ type: 'binary', length: 32 })
  readonly seal!: Buffer;

  /** Dense in the chain of the organization, or of the installation; null for the first second or so. */
  @Column({ ...NULLABLE_ID })
  readonly position!: bigint | null;

  /** MAC of the hash before it, the position and the entry; null like the position. */
  @Column({ type: 'binary', length: 32, nullable: true })
  readonly hash!: Buffer | null;
}

/** What the seal and the chain protect. */
export type AuditContent = Omit<AuditEntry, 'seal' | 'position' | 'hash'>;

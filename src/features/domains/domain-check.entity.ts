import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

export const CHECK_KINDS = [
  'OWNERSHIP',
  'SPF',
  'DKIM_RSA',
  'DKIM_ED25519',
  'RETURN_PATH',
  'MX',
  'DMARC',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** UNKNOWN: DNS gave no answer this time, which says nothing about the record. */
export const CHECK_STATUSES = ['OK', 'MISSING', 'INVALID', 'UNKNOWN'] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

export type RecordType = 'TXT' | 'CNAME' | 'MX';

/** The latest result of one check of a domain. */
@Entity({ name: 'domain_checks' })
export class DomainCheck {
  @PrimaryColumn({ ...ID, name: 'domain_id' })
  readonly domainId!: bigint;

  @PrimaryColumn({ type: 'enum', enum: CHECK_KINDS })
  readonly kind!: CheckKind;

  @Column({ type: 'enum', enum: CHECK_STATUSES })
  readonly status!: CheckStatus;

  /** The latest status that was not UNKNOWN: what we act on. */
  @Column({ name: 'last_known', type: 'enum', enum: CHECK_STATUSES, nullable: true })
  readonly lastKnown!: CheckStatus | null;

  @Column({ name: 'record_name', type: 'varchar', length: 320 })
  readonly recordName!: string;

  @Column({ name: 'record_type', type: 'varchar', length: 8 })
  readonly recordType!: RecordType;

  @Column({ type: 'text' })
  readonly expected!: string;

  /** What DNS has, a record a line; empty when it has none. */
  @Column({ type: 'text' })
  readonly found!: string;

  /** What to publish or change; null when the check is OK. */
  @Column({ type: 'text', nullable: true })
  readonly fix!: string | null;

  @Column({ name: 'checked_at', type: 'datetime', precision: 3 })
  readonly checkedAt!: Date;
}

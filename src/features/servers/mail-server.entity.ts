import { Column, DeleteDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { booleanColumn, ID } from '../../platform/database/columns.js';

export const MAIL_SERVER_MODES = ['LIVE', 'SANDBOX'] as const;
export type MailServerMode = (typeof MAIL_SERVER_MODES)[number];

/** The mail server from which Posthouse itself writes to people. */
export const SYSTEM_SERVER_ID = 1n;

/** Words that addresses of pages may need; no mail server has one of them as its slug. */
export const RESERVED_SERVER_SLUGS: ReadonlySet<string> = new Set(
  'new all search stats edit manage delete destroy remove'.split(' '),
);

/** The tenant unit: everything that belongs to mail belongs to exactly one mail server. */
@Entity({ name: 'mail_servers' })
export class MailServer {
  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'organization_id' })
  readonly organizationId!: bigint;

  @Column({ type: 'varchar', length: 120 })
  name!: string;

  /** Chosen or made from the name, unique in the organization. */
  @Column({ type: 'varchar', length: 64 })
  readonly slug!: string;

  /** Six lower-case alphanumerics, unique in the installation. */
  @Column({ type: 'char', length: 6 })
  readonly token!: string;

  @Column({ type: 'enum', enum: MAIL_SERVER_MODES })
  mode!: MailServerMode;

  /** Lets a verified `Sender` header authenticate a message whose `From` is not verified. */
  @Column({ name: 'allow_sender', type: 'tinyint', transformer: booleanColumn })
  allowSender!: boolean;

  /** Leaves the client's name and address out of the Received header. */
  @Column({ name: 'privacy_mode', type: 'tinyint', transformer: booleanColumn })
  privacyMode!: boolean;

  /** Attempts before a delivery expires; null follows the installation. */
  @Column({ name: 'retry_attempts', type: 'smallint', unsigned: true, nullable: true })
  retryAttempts!: number | null;

  /** Whom reports to senders name; null for the postmaster of the sender's domain. */
  @Column({ name: 'postmaster_address', type: 'varchar', length: 320, nullable: true })
  postmasterAddress!: string | null;

  /** Deliveries that may begin in any 60 minutes; null for as many as there are. */
  @Column({ name: 'send_limit', type: 'int', unsigned: true, nullable: true })
  sendLimit!: number | null;

  /** Days that new content is kept; null follows the installation. */
  @Column({ name: 'content_retention_days', type: 'smallint', unsigned: true, nullable: true })
  contentRetentionDays!: number | null;

  /** Days that messages, deliveries, attempts and events are kept; null for good. */
  @Column({ name: 'message_retention_days', type: 'smallint', unsigned: true, nullable: true })
  messageRetentionDays!: number | null;

  @Column({ name: 'suspended_at', type: 'datetime', precision: 3, nullable: true })
  suspendedAt!: Date | null;

  @Column({ name: 'suspension_reason', type: 'varchar', length: 255, nullable: true })
  suspensionReason!: string | null;

  /** Since when it is deleted; rows that are, are left out of every `find` that does not ask for them. */
  @DeleteDateColumn({ name: 'deleted_at', type: 'datetime', precision: 3 })
  deletedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

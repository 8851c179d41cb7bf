import { Column, Entity, PrimaryColumn } from 'typeorm';
import { booleanColumn, ID } from '../../platform/database/columns.js';

export const DELIVERY_STATUSES = [
  'QUEUED',
  'HELD',
  'DELIVERED',
  'BOUNCED',
  'EXPIRED',
  'CANCELLED',
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const DSN_NOTIFY = ['SUCCESS', 'FAILURE', 'DELAY', 'NEVER'] as const;
export type DsnNotify = (typeof DSN_NOTIFY)[number];

/**
 * One message on its way to one recipient. "Sending" is a live lease on its queue row, "deferred" is
 * QUEUED with attempts. Only QUEUED deliveries have a queue row.
 */
@Entity({ name: 'deliveries' })
export class Delivery {
  @PrimaryColumn({ ...ID, name: 'server_id' })
  readonly serverId!: bigint;

  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'message_id' })
  readonly messageId!: bigint;

  @Column({ type: 'varchar', length: 320 })
  readonly recipient!: string;

  /** Lower-case ASCII domain of the recipient: where the lane leads. */
  @Column({ type: 'varchar', length: 253 })
  readonly destination!: string;

  @Column({ type: 'enum', enum: DELIVERY_STATUSES })
  status!: DeliveryStatus;

  @Column({ name: 'held_because', type: 'varchar', length: 255, nullable: true })
  heldBecause!: string | null;

  @Column({ type: 'smallint', unsigned: true })
  attempts!: number;

  /** Attempts made before a person last asked for a retry: the retry schedule counts from here. */
  @Column({ name: 'schedule_base', type: 'smallint', unsigned: true, default: 0 })
  scheduleBase!: number;

  @Column({ name: 'next_attempt_at', type: 'datetime', precision: 3, nullable: true })
  nextAttemptAt!: Date | null;

  /** NOTIFY of RFC 3461; null when the submitter gave none, and then no report is ever sent. */
  @Column({ name: 'dsn_notify', type: 'set', enum: DSN_NOTIFY, nullable: true })
  readonly dsnNotify!: DsnNotify[] | null;

  /** ORCPT of RFC 3461 as `type;address`, decoded from xtext. */
  @Column({ name: 'dsn_orcpt', type: 'varchar', length: 500, nullable: true })
  readonly dsnOrcpt!: string | null;

  @Column({ name: 'delay_reported', type: 'tinyint', transformer: booleanColumn })
  delayReported!: boolean;

  @Column({ name: 'settled_at', type: 'datetime', precision: 3, nullable: true })
  settledAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  readonly createdAt!: Date;
}

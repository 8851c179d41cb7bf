import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

export const EVENT_KINDS = [
  'ACCEPTED',
  'HELD',
  'RELEASED',
  'DELIVERED',
  'DEFERRED',
  'WAITING',
  'BOUNCED',
  'EXPIRED',
  'CANCELLED',
  'RETRY_REQUESTED',
  'BOUNCE_RECEIVED',
  'SEND_LIMIT_REACHED',
  'DOMAIN_VERIFIED',
  'DOMAIN_CHECK_FAILED',
  'DOMAIN_CHECK_RECOVERED',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Small facts that a subscriber wants without asking again; never a secret, never content. */
export interface EventData {
  readonly recipient?: string;
  readonly reply?: string;
  readonly code?: number | null;
  readonly enhancedCode?: string | null;
  readonly reason?: string;
  readonly nextAttemptAt?: string;
  readonly domain?: string;
  readonly check?: string;
}

/** What a transaction announces. Its position is given by the server's event clock right before COMMIT. */
export interface NewEvent {
  readonly serverId: bigint;
  readonly kind: EventKind;
  readonly messageId?: bigint | null;
  readonly deliveryId?: bigint | null;
  readonly domainId?: bigint | null;
  readonly data: EventData;
  readonly at: Date;
}

/** Something that happened, appended in the transaction that made it happen. Positions are dense per server. */
@Entity({ name: 'events' })
export class Event {
  @PrimaryColumn({ ...ID, name: 'server_id' })
  readonly serverId!: bigint;

  @PrimaryColumn(ID)
  readonly position!: bigint;

  @Column({ type: 'varchar', length: 40 })
  readonly kind!: EventKind;

  @Column({ ...ID, name: 'message_id', nullable: true })
  readonly messageId!: bigint | null;

  @Column({ ...ID, name: 'delivery_id', nullable: true })
  readonly deliveryId!: bigint | null;

  @Column({ ...ID, name: 'domain_id', nullable: true })
  readonly domainId!: bigint | null;

  @Column({ type: 'json' })
  readonly data!: EventData;

  @Column({ type: 'datetime', precision: 3 })
  readonly at!: Date;
}

import type { DsnNotify } from '../messages/delivery.entity.js';
import type { Door } from '../messages/message.entity.js';
import type { Lease } from './lease.js';

/** A claimed delivery with all that an attempt needs, except the content. */
export interface Work {
  readonly lease: Lease;
  readonly serverId: bigint;
  readonly id: bigint;
  readonly messageId: bigint;
  readonly recipient: string;
  readonly destination: string;
  /** Attempts made so far, and how many of them were before the present schedule began. */
  readonly attempts: number;
  readonly scheduleBase: number;
  readonly notify: readonly DsnNotify[] | null;
  readonly orcpt: string | null;
  readonly delayReported: boolean;
  /** Leases of this row that ran out: see lapses.ts. */
  readonly lapses: number;
  readonly message: WorkMessage;
}

/** The part of the message that concerns its delivery. */
export interface WorkMessage {
  readonly door: Door;
  readonly domainId: bigint | null;
  readonly mailFrom: string;
  readonly subject: string;
  readonly sizeBytes: number;
  readonly smtputf8: boolean;
  readonly eightBit: boolean;
  readonly ret: 'FULL' | 'HDRS' | null;
  readonly envid: string | null;
  readonly expiresOn: string;
  readonly acceptedAt: Date;
}

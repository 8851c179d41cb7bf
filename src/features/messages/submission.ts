import type { MailServer } from '../servers/mail-server.entity.js';
import type { DsnNotify } from './delivery.entity.js';
import type { Door, Message } from './message.entity.js';

/** One envelope recipient. */
export interface Recipient {
  readonly address: string;
  readonly notify?: readonly DsnNotify[] | null;
  readonly orcpt?: string | null;
  /** Where it stands in the input of the message, such as `cc`, `0`: for refusals that name a place. */
  readonly place?: readonly string[];
}

/** What a door hands to the intake: an envelope, raw content, and who is responsible for them. */
export interface Submission {
  readonly server: MailServer;
  readonly credential: { readonly id: bigint; readonly hold: boolean } | null;
  readonly door: Door;
  /** Envelope sender; empty for the null sender. */
  readonly mailFrom: string;
  readonly recipients: readonly Recipient[];
  /** The message (RFC 5322) with canonical CRLF line ends; the intake adds what is missing. */
  readonly raw: Buffer;
  readonly clientIp: string | null;
  /** Trace header field of the door, without line end; put on top of the message. */
  readonly received: string | null;
  readonly tag?: string | null;
  readonly metadata?: Record<string, unknown> | null;
  readonly dsn?: { readonly ret?: 'FULL' | 'HDRS' | null; readonly envid?: string | null };
  /** The MAIL command named SMTPUTF8. */
  readonly smtputf8?: boolean;
  /** How long the content is kept; as long as the installation keeps it unless said otherwise. */
  readonly retentionDays?: number;
  /** The same key and fingerprint within 24 h give the first message again. */
  readonly idempotency?: { readonly key: string; readonly fingerprint: Buffer } | null;
}

/** The intake has taken responsibility: everything below is committed. */
export interface Accepted {
  readonly serverId: bigint;
  readonly messageId: bigint;
  /** True when an earlier submission with the same idempotency key made this message. */
  readonly replayed: boolean;
  /** The message as it was stored; null when it was replayed. */
  readonly message: Message | null;
}

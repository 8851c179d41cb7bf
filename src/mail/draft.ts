import type { Mailbox } from './address-list.js';

/** A message that an application describes and Posthouse writes. */
export interface Draft {
  readonly from: Mailbox;
  readonly sender?: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly headers: readonly DraftHeader[];
  readonly attachments: readonly Attachment[];
  /** Without angle brackets. */
  readonly messageId: string;
  readonly date: Date;
}

export interface DraftHeader {
  readonly name: string;
  readonly value: string;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  /** Without angle brackets; the HTML part refers to it as `cid:…`. */
  readonly contentId?: string | null;
  readonly disposition?: 'attachment' | 'inline' | null;
  readonly content: Buffer;
}

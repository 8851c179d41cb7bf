import type { Reply } from './reply.js';

/** Where in the dialogue something was decided. */
export type Stage =
  'connect' | 'greeting' | 'ehlo' | 'tls' | 'mail' | 'rcpt' | 'data' | 'content' | 'local';

/** DSN parameters as they stand on the wire, xtext where RFC 3461 wants it; dropped where DSN is not offered. */
export interface DsnParameters {
  readonly ret?: string;
  readonly envid?: string;
  readonly notify?: string;
  readonly orcpt?: string;
}

/** One message for one recipient. */
export interface Transaction {
  /** Without angle brackets; empty for the null sender. */
  readonly from: string;
  readonly to: string;
  readonly sizeBytes: number;
  readonly eightBit: boolean;
  /** Whether the addresses or the header need SMTPUTF8 (RFC 6531). */
  readonly smtpUtf8: boolean;
  readonly dsn?: DsnParameters;
  /** With CRLF line ends; the dots are ours. */
  readonly content: readonly Buffer[];
  /**
   * Asked right before the final dot is written, with nothing in between: false, and the connection ends
   * without it. It must not wait.
   */
  beforeFinalDot(): boolean;
}

/** `unbegun`: we ended the connection at the fence of another message, and nothing had been said of this one. */
export type FailureKind =
  'egress' | 'unreachable' | 'timeout' | 'closed' | 'tls' | 'protocol' | 'fenced' | 'unbegun';

/** The other side answered: accepted when `stage` is `content` and the code 2xx, refused otherwise. */
export interface Answered {
  readonly kind: 'reply';
  readonly stage: Stage;
  readonly reply: Reply;
}

/** The connection came to its end. Once `dotSent`, the message may have been accepted all the same. */
export interface Failed {
  readonly kind: 'failed';
  readonly stage: Stage;
  readonly failure: FailureKind;
  readonly reason: string;
  readonly dotSent: boolean;
}

/** The server cannot take this message, as its EHLO reply said; it was not asked. */
export interface Unsuitable {
  readonly kind: 'unsuitable';
  readonly stage: 'local';
  readonly problem: 'too-large' | 'smtputf8-unsupported' | 'bad-address';
  readonly enhancedCode: '5.3.4' | '5.6.7' | '5.1.3';
  readonly reason: string;
}

export type SendResult = (Answered | Failed | Unsuitable) & { readonly transcript: string };

export function isAccepted(result: SendResult): boolean {
  return result.kind === 'reply' && result.stage === 'content' && result.reply.code < 300;
}

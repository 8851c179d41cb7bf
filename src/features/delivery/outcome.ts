/** What one attempt led to. A remote refusal is a value, not an exception. */
export interface Outcome {
  readonly kind: 'DELIVERED' | 'DEFERRED' | 'BOUNCED' | 'EXPIRED' | 'HELD';
  /** SMTP reply code of the other side; null when it said nothing (DNS, connection, a gate of ours). */
  readonly code: number | null;
  /** Enhanced status code (RFC 3463), theirs or, where they gave none, the one that fits. */
  readonly enhancedCode: string | null;
  /** Their reply text, or our words for what went wrong; at most 1,000 characters. */
  readonly reply: string;
  /** Where in the dialogue it was decided. */
  readonly stage:
    | 'gate'
    | 'dns'
    | 'connect'
    | 'greeting'
    | 'ehlo'
    | 'tls'
    | 'mail'
    | 'rcpt'
    | 'data'
    | 'content'
    | 'local';
  /** Seconds that the other side asked us to wait, where it did. */
  readonly retryAfterSeconds?: number;
}

/** Why this host, address, TLS: the answer to "why did you do that?". */
export interface Decision {
  readonly host: string | null;
  readonly address: string | null;
  readonly port: number | null;
  readonly sourceAddress: string | null;
  readonly helo: string | null;
  /** Protocol and cipher, or null for a connection in clear. */
  readonly tls: string | null;
  readonly returnPath: string | null;
  readonly signatures: readonly {
    readonly domain: string;
    readonly selector: string;
    readonly algorithm: string;
  }[];
  readonly reasons: readonly { readonly rule: string; readonly because: string }[];
}

/** Nothing was chosen yet. */
export const NO_DECISION: Decision = {
  host: null,
  address: null,
  port: null,
  sourceAddress: null,
  helo: null,
  tls: null,
  returnPath: null,
  signatures: [],
  reasons: [],
};

import type { Reply } from './reply.js';

/** What a server offered in its reply to EHLO; nothing at all after HELO. */
export interface Extensions {
  readonly startTls: boolean;
  readonly pipelining: boolean;
  readonly eightBitMime: boolean;
  readonly smtpUtf8: boolean;
  readonly dsn: boolean;
  readonly enhancedStatusCodes: boolean;
  readonly requireTls: boolean;
  readonly size: boolean;
  /** Largest message in bytes (RFC 1870); null where the server sets no limit. */
  readonly sizeLimit: number | null;
}

/** RFC 5321 §4.1.1.1: the first line is the greeting, each further one a keyword with its parameters. */
export function extensionsOf(reply: Reply | null): Extensions {
  const keywords = new Map<string, string>();
  for (const line of reply?.lines.slice(1) ?? []) {
    const [keyword = '', ...parameters] = line.slice(4).trim().split(/\s+/);
    keywords.set(keyword.toUpperCase(), parameters.join(' '));
  }
  const limit = Number(/^\d{1,15}$/.exec(keywords.get('SIZE') ?? '')?.[0] ?? 0);
  return {
    startTls: keywords.has('STARTTLS'),
    pipelining: keywords.has('PIPELINING'),
    eightBitMime: keywords.has('8BITMIME'),
    smtpUtf8: keywords.has('SMTPUTF8'),
    dsn: keywords.has('DSN'),
    enhancedStatusCodes: keywords.has('ENHANCEDSTATUSCODES'),
    requireTls: keywords.has('REQUIRETLS'),
    size: keywords.has('SIZE'),
    sizeLimit: limit > 0 ? limit : null,
  };
}

import { EgressGuard } from '../../src/platform/egress/egress-guard.js';
import type { TlsUse } from '../../src/platform/smtp-client/handshake.js';
import { openConnection } from '../../src/platform/smtp-client/open-connection.js';
import type { SmtpConnection } from '../../src/platform/smtp-client/smtp-connection.js';
import type { Transaction } from '../../src/platform/smtp-client/transaction.js';

/** `SIZE=22`. */
export const BODY = 'Subject: hi\r\n\r\nhello\r\n';

/** Soon over, so that tests see what comes after them. */
const SOON = { connectMs: 400, commandMs: 400, contentMs: 2_000, dataMs: 500 };

/** For what is not about time-outs and takes a busy machine its time. */
export const PATIENT = { connectMs: 30_000, commandMs: 30_000, contentMs: 30_000, dataMs: 30_000 };

interface Options {
  readonly tls?: TlsUse;
  readonly timeouts?: typeof SOON;
}

export async function attempt(port: number, options: Options & { guard?: EgressGuard } = {}) {
  return openConnection({
    host: 'mx.test',
    address: '127.0.0.1',
    port,
    helo: 'me.test',
    tls: 'none',
    timeouts: SOON,
    guard: new EgressGuard(['127.0.0.0/8:*']),
    ...options,
  });
}

export async function connectTo(port: number, options: Options = {}): Promise<SmtpConnection> {
  const result = await attempt(port, options);
  if (!result.ok) throw new Error(result.transcript);
  return result.connection;
}

export function aMail(content = BODY): Transaction {
  return {
    from: 'a@x.test',
    to: 'b@y.test',
    sizeBytes: content.length,
    eightBit: false,
    smtpUtf8: false,
    content: [Buffer.from(content)],
    beforeFinalDot: () => true,
  };
}

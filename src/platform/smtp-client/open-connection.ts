import type { EgressGuard } from '../egress/egress-guard.js';
import { guardedConnect } from '../egress/guarded-connect.js';
import { Dialogue } from './dialogue.js';
import { Handshake, HandshakeFailed, type TlsUse } from './handshake.js';
import { SmtpConnection, type Timeouts } from './smtp-connection.js';
import type { Answered, Failed } from './transaction.js';
import { Transcript } from './transcript.js';

export interface OpenOptions {
  /** Name of the receiving host; it becomes the SNI. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly localAddress?: string;
  readonly helo: string;
  readonly tls: TlsUse;
  readonly timeouts: Timeouts;
  readonly guard: EgressGuard;
}

export type OpenResult =
  | { readonly ok: true; readonly connection: SmtpConnection }
  | {
      readonly ok: false;
      readonly problem: Answered | Failed;
      readonly transcript: string;
      /** TLS was a mere offer and failed: another connection with `tls: 'none'` may do. */
      readonly retryInClear: boolean;
    };

/** Connects, greets, and secures the connection where offered. Rejects only on a fault of ours. */
export async function openConnection(options: OpenOptions): Promise<OpenResult> {
  const { host, address, port, helo, timeouts } = options;
  const transcript = new Transcript();
  const connected = await guardedConnect(options.guard, {
    address,
    port,
    localAddress: options.localAddress,
    timeoutMs: timeouts.connectMs,
  });
  if (!connected.ok) {
    const { kind, reason } = connected;
    transcript.note(reason);
    return notOpened({ ...FAILED, stage: 'connect', failure: kind, reason }, transcript, false);
  }
  const { socket } = connected;
  const sourceAddress = socket.localAddress ?? null;
  transcript.note(`connected to ${address} port ${port}`);
  const dialogue = new Dialogue(socket);
  const { connectMs: greetingMs, commandMs } = timeouts;
  const settings = { host, helo, tls: options.tls, greetingMs, commandMs };
  try {
    const greeted = await new Handshake(dialogue, settings, transcript).run();
    const session = { host, address, port, sourceAddress, helo, ...greeted };
    return {
      ok: true,
      connection: new SmtpConnection(dialogue, session, timeouts, transcript.toString()),
    };
  } catch (error) {
    dialogue.fail('closed', 'the connection was not usable');
    if (error instanceof HandshakeFailed) return refused(error, options.tls, transcript);
    throw error;
  }
}

const FAILED = { kind: 'failed', dotSent: false } as const;

function refused(error: HandshakeFailed, tls: TlsUse, transcript: Transcript): OpenResult {
  const { stage, reply, failure, message: reason } = error;
  if (reply) return notOpened({ kind: 'reply', stage, reply }, transcript, false);
  const retryInClear = tls === 'opportunistic' && failure === 'tls';
  return notOpened(
    { ...FAILED, stage, failure: failure ?? 'closed', reason },
    transcript,
    retryInClear,
  );
}

function notOpened(
  problem: Answered | Failed,
  transcript: Transcript,
  retryInClear: boolean,
): OpenResult {
  return { ok: false, problem, transcript: transcript.toString(), retryInClear };
}

import { LIMITS } from '../config/limits.js';
import type { Conversation } from './conversation.js';
import type { Peer } from './peer.js';
import { greeting, REPLIES, type Reply } from './reply.js';

/** Counts the open connections of this process, over all listeners. */
export class ConnectionCount {
  private total = 0;
  private readonly byAddress = new Map<string, number>();

  /** Null when the peer may come in; then `leave` must follow when it has gone. */
  enter({ ip }: Peer): Reply | null {
    const own = this.byAddress.get(ip) ?? 0;
    if (this.total >= LIMITS.smtpConnections) return REPLIES.tooBusy;
    if (own >= LIMITS.smtpConnectionsPerAddress) return REPLIES.tooManyFromAddress;
    this.total += 1;
    this.byAddress.set(ip, own + 1);
    return null;
  }

  leave({ ip }: Peer): void {
    const own = this.byAddress.get(ip) ?? 0;
    this.total -= 1;
    if (own > 1) this.byAddress.set(ip, own - 1);
    else this.byAddress.delete(ip);
  }
}

/**
 * The greeting (RFC 5321 §3.1). Other mail servers may be made to wait for it: whoever speaks before is no
 * mail server. Submission never waits.
 */
export async function onConnect({ session, wire, door }: Conversation): Promise<Reply> {
  const waitMs = session.listener === 'smtp' ? door.config.SMTP_GREETING_DELAY : 0;
  if (waitMs > 0 && !(await wire.quietFor(waitMs))) return REPLIES.spokeTooSoon;
  return greeting(door.config.SMTP_HOSTNAME);
}

import type { Conversation } from './conversation.js';
import { REPLIES, type Reply } from './reply.js';

/** STARTTLS (RFC 3207): the session begins again, whatever was said or buffered in clear is forgotten. */
export async function onStartTls({ session, wire, door }: Conversation): Promise<Reply | null> {
  if (session.isSecure) return REPLIES.tlsActive;
  if (!session.isExtended) return REPLIES.helloFirst;
  try {
    await wire.upgrade(REPLIES.readyForTls, door.secure);
    session.becomeSecure(wire.tls ?? 'TLS');
  } catch (error) {
    door.log.debug({ err: error, session: session.id }, 'TLS handshake failed');
    wire.destroy();
  }
  return null;
}

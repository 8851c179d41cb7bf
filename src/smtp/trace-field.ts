import { protocolName, receivedField } from '../mail/received.js';
import type { Conversation } from './conversation.js';
import type { Transaction } from './session.js';

/** The Received field that this door puts on top of a message. */
export function traceField(
  { session, door }: Conversation,
  { smtputf8, recipients, login }: Transaction,
): string {
  const [only, ...others] = recipients;
  return receivedField({
    heloName: session.helloName ?? '',
    clientIp: session.peer.ip,
    byHostname: door.config.SMTP_HOSTNAME,
    protocol: protocolName({
      isExtended: session.isExtended,
      isEncrypted: session.isSecure,
      isAuthenticated: session.login !== null,
      isSmtputf8: smtputf8,
    }),
    tls: session.tls,
    id: session.id,
    date: door.clock.now(),
    forRecipient: others.length === 0 ? only?.address : null,
    privacy: login?.server.privacyMode ?? false,
  });
}

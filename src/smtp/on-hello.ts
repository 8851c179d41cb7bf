import type { Conversation } from './conversation.js';
import { mayLogIn } from './on-auth.js';
import { hello, REPLIES, type Reply } from './reply.js';

/** HELO (RFC 5321 §4.1.1.1). */
export function onHelo({ session, door }: Conversation, argument: string): Reply {
  if (!isHostName(argument)) return REPLIES.badHelloName;
  session.greet(argument, false);
  return hello(door.config.SMTP_HOSTNAME, []);
}

/** EHLO: names what this connection offers as it stands. */
export function onEhlo(conversation: Conversation, argument: string): Reply {
  const { session, door } = conversation;
  if (!isHostName(argument)) return REPLIES.badHelloName;
  session.greet(argument, true);
  return hello(door.config.SMTP_HOSTNAME, extensionsOf(conversation));
}

function extensionsOf(conversation: Conversation): string[] {
  const { session, door } = conversation;
  const extensions = [
    'PIPELINING',
    `SIZE ${door.config.MAX_MESSAGE_BYTES}`,
    '8BITMIME',
    'SMTPUTF8',
    'ENHANCEDSTATUSCODES',
    'DSN',
  ];
  if (!session.isSecure) extensions.push('STARTTLS');
  if (!session.login && mayLogIn(conversation)) extensions.push('AUTH PLAIN LOGIN');
  return extensions;
}

/** Clients give bare names, literals and worse; only what could harm a header field or a log is refused. */
function isHostName(text: string): boolean {
  return /^[\x21-\x27\x2a-\x3b\x3d\x3f-\x5b\x5d-\x7e]{1,255}$/.test(text);
}

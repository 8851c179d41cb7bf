import type { Conversation } from './conversation.js';
import { LIMITS } from '../config/limits.js';
import { onAuth } from './on-auth.js';
import { onData } from './on-data.js';
import { onEhlo, onHelo } from './on-hello.js';
import { onMailFrom } from './on-mail-from.js';
import { onRcptTo } from './on-rcpt-to.js';
import { onStartTls } from './on-starttls.js';
import { REPLIES, type Reply } from './reply.js';

/** Executes one command; null when it has answered by itself. */
export type Command = (
  conversation: Conversation,
  argument: string,
) => Promise<Reply | null> | Reply | null;

/** Every command that is known, by verb (RFC 5321 §4.1.1). */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['HELO', onHelo],
  ['EHLO', onEhlo],
  ['STARTTLS', withoutArgument(onStartTls)],
  ['AUTH', onAuth],
  ['MAIL', onMailFrom],
  ['RCPT', onRcptTo],
  ['DATA', onData],
  ['RSET', withoutArgument(reset)],
  ['NOOP', () => REPLIES.ok],
  ['HELP', () => REPLIES.help],
  ['VRFY', (_, argument) => (argument === '' ? REPLIES.argumentMissing : REPLIES.cannotVerify)],
  ['QUIT', withoutArgument(() => REPLIES.bye)],
  // A web page that makes a browser speak to us must not get further than this.
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'].map(
    (verb) => [verb, () => REPLIES.notHttp] as const,
  ),
  // Not offered, but commands all the same: RFC 5321 §4.2.4 wants 502 for them.
  ...['EXPN', 'BDAT', 'ETRN', 'TURN', 'SEND', 'SOML', 'SAML'].map(
    (verb) => [verb, () => REPLIES.notImplemented] as const,
  ),
]);

/** Longest line of a command, by verb. */
export function maxLineBytes(verb: string): number {
  return LINE_BYTES.get(verb) ?? LIMITS.commandLineBytes;
}

const LINE_BYTES: ReadonlyMap<string, number> = new Map([
  ['AUTH', LIMITS.authLineBytes],
  ['MAIL', LIMITS.mailLineBytes],
  ['RCPT', LIMITS.rcptLineBytes],
]);

function withoutArgument(command: (conversation: Conversation) => ReturnType<Command>): Command {
  return (conversation, argument) => (argument === '' ? command(conversation) : REPLIES.noArgument);
}

function reset({ session }: Conversation): Reply {
  session.transaction = null;
  return REPLIES.reset;
}

import { DOOR_POLICY } from '../features/accounts/policy.js';
import { DSN_NOTIFY, type DsnNotify } from '../features/messages/delivery.entity.js';
import type { SmtpLogin } from '../features/servers/smtp-login.js';
import { parseOrcpt, type Orcpt } from '../mail/xtext.js';
import type { Conversation } from './conversation.js';
import { barredLogin } from './login-check.js';
import { needsSmtputf8 } from './on-mail-from.js';
import { parsePathArgument, type Parameters, type PathArgument } from './path.js';
import { badParameter, REPLIES, unknownParameter, type Reply } from './reply.js';
import type { EnvelopeRecipient, Transaction } from './session.js';

/**
 * RCPT (RFC 5321 §4.1.1.3) with NOTIFY and ORCPT (RFC 3461). Whoever logged in, or sends from an
 * authorised address, may write to anyone; a stranger only to our own return paths, so that we are
 * never an open relay.
 */
export async function onRcptTo(conversation: Conversation, argument: string): Promise<Reply> {
  const { session, door } = conversation;
  const { transaction } = session;
  if (!transaction) return session.helloName === null ? REPLIES.helloFirst : REPLIES.mailFirst;
  const path = parsePathArgument('TO', argument);
  if (!path || (!path.address && !path.isPostmaster)) return REPLIES.badRecipient;
  if (!path.parameters) return REPLIES.badParameters;
  const recipient = readParameters(path.parameters);
  if ('code' in recipient) return recipient;
  if (needsSmtputf8(path) && !transaction.smtputf8) return REPLIES.needsSmtputf8;
  if (countOf(transaction) >= door.config.MAX_RECIPIENTS) return REPLIES.tooManyRecipients;
  return admit(conversation, transaction, path, recipient);
}

type Dsn = Omit<EnvelopeRecipient, 'address'>;

function countOf({ recipients, returnPaths }: Transaction): number {
  return recipients.length + returnPaths.length;
}

async function admit(
  { session, door }: Conversation,
  transaction: Transaction,
  { address }: PathArgument,
  dsn: Dsn,
): Promise<Reply> {
  if (!session.login && address && door.bounces.isReturnPath(address.address)) {
    if (transaction.recipients.length > 0) return REPLIES.mixedRecipients;
    transaction.returnPaths.push(address.address);
    return REPLIES.recipientOk;
  }
  transaction.login ??= session.cameFrom(await door.credentials.authenticateIp(session.peer.ip));
  const barred = await barredLogin({ session, door });
  if (barred) return barred;
  if (!transaction.login || !maySubmit(transaction.login)) return REPLIES.relayingDenied;
  if (!address) return REPLIES.noSuchMailbox; // <postmaster> alone is ours, and nobody reads it yet
  if (transaction.returnPaths.length > 0) return REPLIES.mixedRecipients;
  transaction.recipients.push({ address: address.address, ...dsn });
  return REPLIES.recipientOk;
}

function maySubmit({ caller, server }: SmtpLogin): boolean {
  const place = { organizationId: server.organizationId, serverId: server.id };
  return caller.canIn(DOOR_POLICY['SMTP submission'].permission, place);
}

function readParameters(parameters: Parameters): Dsn | Reply {
  const unknown = [...parameters.keys()].find((name) => name !== 'NOTIFY' && name !== 'ORCPT');
  if (unknown !== undefined) return unknownParameter(unknown);
  const notify = parameters.has('NOTIFY') ? parseNotify(parameters.get('NOTIFY') ?? '') : undefined;
  if (notify === null) return badParameter('NOTIFY');
  const orcpt = parameters.has('ORCPT') ? parseOrcpt(parameters.get('ORCPT') ?? '') : undefined;
  if (orcpt === null) return badParameter('ORCPT');
  return { notify: notify ?? null, orcpt: orcpt ? formatOrcpt(orcpt) : null };
}

function parseNotify(value: string): DsnNotify[] | null {
  const wanted = value.toUpperCase().split(',');
  const known = DSN_NOTIFY.filter((keyword) => wanted.includes(keyword));
  if (known.length !== wanted.length) return null; // unknown or repeated
  return known.includes('NEVER') && known.length > 1 ? null : known;
}

/** As it is stored: decoded. */
function formatOrcpt({ addressType, address }: Orcpt): string {
  return `${addressType};${address}`;
}

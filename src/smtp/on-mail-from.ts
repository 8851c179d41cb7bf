import { LIMITS } from '../config/limits.js';
import { decodeXtext } from '../mail/xtext.js';
import type { Conversation } from './conversation.js';
import { barredLogin } from './login-check.js';
import { parsePathArgument, type Parameters, type PathArgument } from './path.js';
import { badParameter, messageTooLarge, REPLIES, unknownParameter, type Reply } from './reply.js';
import type { Session, Transaction } from './session.js';

/**
 * MAIL (RFC 5321 §4.1.1.2) with SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531), RET and ENVID
 * (RFC 3461) and AUTH (RFC 4954 §5, read and ignored). Submission doors demand a login here (RFC 6409 §4.3).
 */
export async function onMailFrom(
  { session, door }: Conversation,
  argument: string,
): Promise<Reply> {
  const outOfTurn = turn(session);
  if (outOfTurn) return outOfTurn;
  const path = parsePathArgument('FROM', argument);
  if (!path || path.isPostmaster) return REPLIES.badSender;
  if (!path.parameters) return REPLIES.badParameters;
  const refused = refuseParameters(path.parameters, door.config.MAX_MESSAGE_BYTES);
  if (refused) return refused;
  if (needsSmtputf8(path) && !path.parameters.has('SMTPUTF8')) return REPLIES.needsSmtputf8;

  if (!door.admission.takesMail()) return REPLIES.tooBusyForMail;
  const barred = await barredLogin({ session, door });
  if (barred) return barred;
  await door.intake.requireRoom(Number(path.parameters.get('SIZE') ?? 0));
  session.transaction = begin(path, session);
  return REPLIES.senderOk;
}

/** Whether an address is written with characters that ASCII lacks, in either part. */
export function needsSmtputf8({ address }: PathArgument): boolean {
  return address !== null && (address.needsSmtputf8 || /[^\0-\x7f]/.test(address.domain));
}

function turn(session: Session): Reply | null {
  if (session.helloName === null) return REPLIES.helloFirst;
  if (session.transaction) return REPLIES.nestedMail;
  if (session.listener !== 'smtp' && !session.login) return REPLIES.loginRequired;
  return null;
}

type Check = (value: string | null, maxBytes: number) => Reply | null;

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['SIZE', checkSize],
  ['BODY', (value) => accept(/^(?:7BIT|8BITMIME)$/i.test(value ?? ''), 'BODY')],
  ['SMTPUTF8', (value) => accept(value === null, 'SMTPUTF8')],
  ['RET', (value) => accept(/^(?:FULL|HDRS)$/i.test(value ?? ''), 'RET')],
  ['ENVID', (value) => accept(isEnvid(value), 'ENVID')],
  ['AUTH', (value) => accept(value === '<>' || isXtext(value), 'AUTH')],
]);

function refuseParameters(parameters: Parameters, maxBytes: number): Reply | null {
  for (const [name, value] of parameters) {
    const check = CHECKS.get(name);
    const refused = check ? check(value, maxBytes) : unknownParameter(name);
    if (refused) return refused;
  }
  return null;
}

function checkSize(value: string | null, maxBytes: number): Reply | null {
  if (value === null || !/^\d{1,20}$/.test(value)) return badParameter('SIZE');
  return Number(value) > maxBytes ? messageTooLarge(maxBytes) : null;
}

function isEnvid(value: string | null): boolean {
  const envid = value === null ? null : decodeXtext(value);
  return envid !== null && envid.length <= LIMITS.envidCharacters;
}

function isXtext(value: string | null): boolean {
  return value !== null && decodeXtext(value) !== null;
}

function accept(isGood: boolean, name: string): Reply | null {
  return isGood ? null : badParameter(name);
}

function begin({ address, parameters }: PathArgument, session: Session): Transaction {
  const ret = parameters?.get('RET')?.toUpperCase();
  const envid = parameters?.get('ENVID');
  return {
    mailFrom: address?.address ?? '',
    smtputf8: parameters?.has('SMTPUTF8') ?? false,
    dsn: {
      ret: ret === 'FULL' || ret === 'HDRS' ? ret : null,
      envid: envid == null ? null : decodeXtext(envid),
    },
    recipients: [],
    returnPaths: [],
    login: session.login,
  };
}

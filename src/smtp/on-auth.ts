import { setTimeout as delay } from 'node:timers/promises';
import { LIMITS } from '../config/limits.js';
import { TooManySignIns } from '../platform/passwords.js';
import type { CommandLine } from './command-reader.js';
import type { Conversation } from './conversation.js';
import { farewell } from './farewell.js';
import { challenge, REPLIES, type Reply } from './reply.js';

/** AUTH PLAIN (RFC 4616) and LOGIN (RFC 4954): who logs in may submit. */
export async function onAuth(conversation: Conversation, argument: string): Promise<Reply> {
  const { session } = conversation;
  if (!session.isExtended) return REPLIES.helloFirst;
  if (!mayLogIn(conversation)) return REPLIES.loginNeedsTls;
  if (session.login) return REPLIES.alreadyLoggedIn;
  if (session.transaction) return REPLIES.loginInTransaction;
  const [mechanism = '', initial, ...rest] = argument.split(/ +/);
  if (mechanism === '' || rest.length > 0) return REPLIES.argumentMissing;
  const exchange = MECHANISMS.get(mechanism.toUpperCase());
  if (!exchange) return REPLIES.unknownMechanism;

  const credentials = await exchange(conversation, initial ?? null);
  return 'code' in credentials ? credentials : logIn(conversation, credentials);
}

/** Whether AUTH is offered and accepted on this connection as it stands. */
export function mayLogIn({ session, door }: Conversation): boolean {
  const policy = door.config.SMTP_AUTH_WITHOUT_TLS;
  return (
    session.isSecure || policy === 'always' || (policy === 'loopback' && session.peer.isLoopback)
  );
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}
type Exchange = (
  conversation: Conversation,
  initial: string | null,
) => Promise<Credentials | Reply>;

const MECHANISMS: ReadonlyMap<string, Exchange> = new Map([
  ['PLAIN', plain],
  ['LOGIN', login],
]);
const USERNAME_PROMPT = 'VXNlcm5hbWU6'; // "Username:"
const PASSWORD_PROMPT = 'UGFzc3dvcmQ6'; // "Password:"
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function plain(
  conversation: Conversation,
  initial: string | null,
): Promise<Credentials | Reply> {
  const answer = initial === null ? await ask(conversation, '') : decode(initial);
  if (typeof answer !== 'string') return answer;
  const [authorizeAs = '', username = '', password, ...rest] = answer.split('\0');
  if (password === undefined || rest.length > 0) return REPLIES.badLoginData;
  // Old clients put the name in the first field only; acting for someone else is not possible here.
  const name = username === '' ? authorizeAs : username;
  return authorizeAs === '' || authorizeAs === name
    ? { username: name, password }
    : REPLIES.badCredentials;
}

async function login(
  conversation: Conversation,
  initial: string | null,
): Promise<Credentials | Reply> {
  const username = initial === null ? await ask(conversation, USERNAME_PROMPT) : decode(initial);
  if (typeof username !== 'string') return username;
  const password = await ask(conversation, PASSWORD_PROMPT);
  return typeof password === 'string' ? { username, password } : password;
}

/** Sends a challenge and reads the answer; a reply when the exchange is over instead. */
async function ask({ wire }: Conversation, text: string): Promise<string | Reply> {
  wire.send(challenge(text));
  const line = await wire.nextLine();
  return typeof line === 'string' ? farewell(line) : decodeLine(line);
}

function decodeLine(line: CommandLine): string | Reply {
  if (line.bytes > LIMITS.authLineBytes) return REPLIES.loginLineTooLong;
  if (line.flaw) return line.flaw === 'line-end' ? REPLIES.badLineEnd : REPLIES.badLoginData;
  const text = line.text.trim();
  if (text === '*') return REPLIES.loginAborted;
  return decode(text);
}

/** Base64 of UTF-8; a lone `=` is the empty string (RFC 4954 §4). */
function decode(text: string): string | Reply {
  if (text === '=') return '';
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return REPLIES.badLoginData;
  try {
    return utf8.decode(Buffer.from(text, 'base64'));
  } catch {
    return REPLIES.badLoginData;
  }
}

/** A refusal comes so long after the question, whatever was looked up and written down for it. */
async function logIn(conversation: Conversation, credentials: Credentials): Promise<Reply> {
  const { session } = conversation;
  const askedAt = performance.now();
  const refused = await tryLogin(conversation, credentials);
  if (!refused) return REPLIES.loggedIn;
  session.failedLogins += 1;
  await delay(Math.max(0, askedAt + LIMITS.authFailureDelayMs - performance.now()));
  return session.failedLogins >= LIMITS.authFailuresPerSession
    ? REPLIES.tooManyFailedLogins
    : refused;
}

async function tryLogin(
  { session, door }: Conversation,
  { username, password }: Credentials,
): Promise<Reply | null> {
  const guesser = { account: `smtp ${username}`, ipAddress: session.peer.ip };
  try {
    const login = await door.guesses.tryRandom(guesser, () =>
      door.credentials.authenticateSmtp(username, password, session.peer.ip),
    );
    session.login = session.cameFrom(login);
  } catch (error) {
    if (error instanceof TooManySignIns) return REPLIES.loginBarred;
    throw error;
  }
  return session.login ? null : REPLIES.badCredentials;
}

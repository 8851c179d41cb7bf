import type { Conversation } from './conversation.js';
import { REPLIES, suspended, type Reply } from './reply.js';

type Checked = Pick<Conversation, 'session' | 'door'>;

/**
 * The session may be old: what it logged in with counts as it is today, for an open transaction as well.
 * Answers why nothing more may be submitted with it; null when something may, or nobody has logged in.
 */
export async function barredLogin({ session, door }: Checked): Promise<Reply | null> {
  const login = session.login ?? session.transaction?.login;
  if (!login) return null;
  const current = session.cameFrom(await door.credentials.renew(login, session.peer.ip));
  if (session.login) session.login = current;
  if (session.transaction) session.transaction.login = current;
  const state = current && (await door.servers.stateOf(current.server.id));
  if (!state) return REPLIES.loginRevoked;
  return state.suspension === null ? null : suspended(state.suspension);
}

/** Tells a session that does nothing that its credential does not let it in any more. */
export async function dismissRevoked({ session, door, wire }: Conversation): Promise<void> {
  const login = session.login ?? session.transaction?.login;
  if (login && !(await door.credentials.renew(login, session.peer.ip))) wire.dismiss('revoked');
}

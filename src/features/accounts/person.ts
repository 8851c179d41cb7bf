import { PersonRequired } from './accounts.refusals.js';
import type { Caller } from './caller.js';

/** Whose session it is; refuses tokens and keys, which are programs. */
export function sessionOf({ identity }: Caller): { userId: bigint; sessionId: bigint } {
  if (identity.kind !== 'user' || identity.sessionId === null) throw new PersonRequired();
  return { userId: identity.userId, sessionId: identity.sessionId };
}

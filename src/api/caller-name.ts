import type { Identity } from '../features/accounts/caller.js';

/** What tells callers apart where each has a share of its own: the token, the signed-in user or the key. */
export function nameOfCaller(identity: Identity): string | null {
  if (identity.kind === 'credential') return `credential:${identity.credentialId}`;
  if (identity.kind === 'organization') return `token:${identity.tokenId}`;
  if (identity.kind !== 'user') return null;
  const { userId, tokenId } = identity;
  return tokenId === null ? `session:${userId}` : `token:${tokenId}`;
}

import type { Secrets } from '../../platform/secrets.js';
import { placeBehind, sealOf, type Place } from './audit-seal.js';
import type { ChainedEntry } from './audit.queries.js';

export const AUDIT_FLAWS = ['MISSING', 'CHANGED', 'INSERTED', 'ANCHOR_CHANGED'] as const;

/** The first thing that is wrong in a chain. */
export interface AuditFlaw {
  readonly kind: (typeof AUDIT_FLAWS)[number];
  /** Where in the chain; null for what has no place in it. */
  readonly position: bigint | null;
  /** The entry there, if one is. */
  readonly entryId: bigint | null;
}

/** Goes on from a place through the entries that should follow it, as far as they do. */
export function walk(
  secrets: Secrets,
  from: Place,
  entries: readonly ChainedEntry[],
): { readonly reached: Place; readonly flaw: AuditFlaw | null } {
  let reached = from;
  for (const entry of entries) {
    const next = placeBehind(secrets, reached, entry.content);
    const kind = flawOf(secrets, entry, next);
    if (kind === 'MISSING')
      return { reached, flaw: { kind, position: next.position, entryId: null } };
    if (kind) {
      return { reached, flaw: { kind, position: entry.position, entryId: entry.content.id } };
    }
    reached = next;
  }
  return { reached, flaw: null };
}

function flawOf(secrets: Secrets, entry: ChainedEntry, place: Place): AuditFlaw['kind'] | null {
  if (entry.position > place.position) return 'MISSING';
  if (entry.position < place.position) return 'INSERTED';
  const isSame = entry.hash.equals(place.hash) && entry.seal.equals(sealOf(secrets, entry.content));
  return isSame ? null : 'CHANGED';
}

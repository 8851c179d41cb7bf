import type { Secrets } from '../../platform/secrets.js';
import type { AuditContent } from './audit-entry.entity.js';
import type { Anchor } from './audit.queries.js';

/** A place in a chain: what was there, all that is before it included. */
export interface Place {
  readonly position: bigint;
  readonly hash: Buffer;
}

/** Before the first entry of a chain. */
export const BEGINNING: Place = { position: 0n, hash: Buffer.alloc(32) };

/** The MAC of an entry by itself. */
export function sealOf(secrets: Secrets, content: AuditContent): Buffer {
  return secrets.mac('audit.entry', Buffer.from(canonical(content)));
}

/** The place of an entry that comes behind another. */
export function placeBehind(
  secrets: Secrets,
  { position, hash }: Place,
  content: AuditContent,
): Place {
  const next = position + 1n;
  const text = Buffer.from(`${next}\n${canonical(content)}`);
  return { position: next, hash: secrets.mac('audit.chain', Buffer.concat([hash, text])) };
}

/** The MAC of what is said of a whole chain. */
export function anchorSealOf(secrets: Secrets, anchor: Anchor): Buffer {
  const { chain, number, position, cutPosition } = anchor;
  const hashes = [anchor.hash, anchor.cutHash].map((hash) => hash.toString('hex'));
  const text = [chain, number, position, cutPosition, ...hashes].join(' ');
  return secrets.mac('audit.anchor', Buffer.from(text));
}

/** One spelling of an entry: its values in this order, as JSON. */
function canonical(content: AuditContent): string {
  const { createdAt, ...text } = content;
  const ids = [content.id, content.organizationId, content.serverId, content.userId];
  const means = [content.tokenId, content.sessionId, content.credentialId];
  return JSON.stringify([
    ...[...ids, ...means].map((id) => id?.toString() ?? null),
    ...[text.action, text.actorKind, text.ipAddress, text.userAgent],
    ...[text.subjectType, text.subjectId, text.beforeValues, text.afterValues],
    createdAt.getTime(),
  ]);
}

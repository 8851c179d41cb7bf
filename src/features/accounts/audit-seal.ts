import type { Secrets } from '../../platform/secrets.js';
import type { AuditContent } from './audit-entry.entity.js';

/** What comes before the first entry of a chain. */
export const NO_HASH: Buffer = Buffer.alloc(32);

/** The MAC of an entry by itself. */
export function sealOf(secrets: Secrets, content: AuditContent): Buffer {
  return secrets.mac('audit.entry', Buffer.from(canonical(content)));
}

/** The MAC of an entry at its place in the chain. */
export function hashOf(
  secrets: Secrets,
  previous: Buffer,
  position: bigint,
  content: AuditContent,
): Buffer {
  const place = Buffer.from(`${position}\n`);
  return secrets.mac(
    'audit.chain',
    Buffer.concat([previous, place, Buffer.from(canonical(content))]),
  );
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
    createdAt.toISOString(),
  ]);
}

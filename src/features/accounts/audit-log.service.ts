import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/database.js';
import type { IdSource } from '../../platform/ids.js';
import type { Secrets } from '../../platform/secrets.js';
import { AuditEntry, type AuditContent } from './audit-entry.entity.js';
import { auditedValues, changedValues, type AuditedKind } from './audit-fields.js';
import { sealOf } from './audit-seal.js';
import type { Caller, Identity } from './caller.js';

/** Something that was done, for the one entry that says so. */
export interface AuditedChange {
  /** Kind of object and what happened to it. */
  readonly action: `${string}.${string}`;
  /** Null for what concerns the whole installation. */
  readonly organizationId: bigint | null;
  readonly serverId?: bigint | null;
  /** The id is null for many objects at once. */
  readonly subject: { readonly type: AuditedKind; readonly id: bigint | string | null };
  /** States of the subject: what AUDITED_FIELDS does not list is left out. */
  readonly before?: object;
  readonly after?: object;
}

/** Writes down who changed what. The chain over the entries is the work of `AuditChain`. */
export class AuditLog {
  constructor(
    private readonly secrets: Secrets,
    private readonly ids: IdSource,
    private readonly clock: Clock,
  ) {}

  /** To be called in the transaction of the change: either both are kept or neither is. */
  async record({ manager }: Tx, caller: Caller, change: AuditedChange): Promise<void> {
    const content = this.contentOf(caller, change);
    await manager.insert(AuditEntry, { ...content, seal: sealOf(this.secrets, content) });
  }

  private contentOf(caller: Caller, { subject, ...change }: AuditedChange): AuditContent {
    const values = changedValues(
      auditedValues(subject.type, change.before),
      auditedValues(subject.type, change.after),
    );
    const { ipAddress, userAgent } = caller.origin;
    return {
      id: this.ids.next(),
      organizationId: change.organizationId,
      serverId: change.serverId ?? null,
      action: change.action,
      ...actorOf(caller.identity),
      ipAddress,
      userAgent: userAgent?.slice(0, LIMITS.auditUserAgentCharacters).toWellFormed() ?? null,
      subjectType: subject.type,
      subjectId: subject.id?.toString() ?? null,
      beforeValues: values.before && JSON.stringify(values.before),
      afterValues: values.after && JSON.stringify(values.after),
      createdAt: this.clock.now(),
    };
  }
}

function actorOf(
  identity: Identity,
): Pick<AuditContent, 'actorKind' | 'userId' | 'tokenId' | 'sessionId' | 'credentialId'> {
  const nobody = { userId: null, tokenId: null, sessionId: null, credentialId: null };
  const actorKind = identity.kind.toUpperCase();
  if (identity.kind === 'credential') {
    return { ...nobody, actorKind, credentialId: identity.credentialId };
  }
  if (identity.kind === 'organization') return { ...nobody, actorKind, tokenId: identity.tokenId };
  if (identity.kind !== 'user') return { ...nobody, actorKind };
  const { userId, tokenId, sessionId } = identity;
  return { ...nobody, actorKind, userId, tokenId, sessionId };
}

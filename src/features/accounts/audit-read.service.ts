import { In } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { Database } from '../../platform/database/database.js';
import { readIdPages } from '../../platform/database/id-pages.js';
import type { Belonging } from '../../platform/database/key-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { NotFound } from '../../platform/refusal.js';
import type { AuditCheck, ChainVerdict } from './audit-check.service.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditLog } from './audit-log.service.js';
import { INSTALLATION, readAnchors, readChained, type ChainedEntry } from './audit.queries.js';
import type { Caller } from './caller.js';

/** An entry that has its place. */
export type { ChainedEntry as ExportedEntry } from './audit.queries.js';

/** Which entries are meant; all given conditions hold. */
export interface AuditFilter {
  readonly actions?: readonly string[] | null;
  readonly actorKinds?: readonly string[] | null;
  readonly userId?: bigint | null;
  readonly subject?: { readonly type: string; readonly id: string } | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
}

export interface AuditReadParts {
  readonly db: Database;
  readonly pool: BulkPool;
  readonly audit: AuditLog;
  readonly check: AuditCheck;
}

/** Answers what the audit log says to those who may know: of organizations, and of everything to administrators. */
export class AuditReadService {
  constructor(private readonly parts: AuditReadParts) {}

  /** The entries that the caller may see, oldest first. */
  async list(caller: Caller, filter: AuditFilter, keyset: Keyset): Promise<AuditEntry[]> {
    const organizationIds = caller.organizationIds('audit:read');
    if (organizationIds?.length === 0) return [];
    const visible = organizationIds
      ? { sql: `t.chain IN (${marks(organizationIds)})`, parameters: organizationIds }
      : { sql: 'TRUE', parameters: [] };
    const list = { parent: 0n, ...narrowed(visible, filter) };
    const pages = await readIdPages(this.parts.db.reader, AuditEntry, [list], keyset);
    return pages.get('0') ?? [];
  }

  /** One page of the entries of each organization, oldest first, by organization id. */
  listOfOrganizations(
    caller: Caller,
    organizationIds: readonly bigint[],
    filter: AuditFilter,
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly AuditEntry[]>> {
    const lists = organizationIds
      .filter((organizationId) => caller.canIn('audit:read', { organizationId }))
      .map((parent) => ({
        parent,
        ...narrowed({ sql: 't.chain = ?', parameters: [parent] }, filter),
      }));
    return readIdPages(this.parts.db.reader, AuditEntry, lists, keyset);
  }

  /** The entries among `ids` that the caller may see; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<AuditEntry[]> {
    const entries = await this.parts.db.reader.findBy(AuditEntry, { id: In([...ids]) });
    return entries.filter(({ organizationId }) => mayRead(caller, organizationId));
  }

  /** Whether the log of an organization is as it was written; null when the caller may not see it. */
  async verify(caller: Caller, organizationId: bigint): Promise<ChainVerdict | null> {
    return mayRead(caller, organizationId) ? this.parts.check.check(organizationId) : null;
  }

  /** The same of every log that the caller may see. */
  async verifyAll(caller: Caller): Promise<readonly ChainVerdict[]> {
    const organizationIds = caller.organizationIds('audit:read');
    const verdicts: ChainVerdict[] = [];
    if (organizationIds === null) {
      for await (const verdict of this.parts.check.checkAll()) verdicts.push(verdict);
      return verdicts;
    }
    for (const id of organizationIds) verdicts.push(await this.parts.check.check(id));
    return verdicts;
  }

  /**
   * The whole chain of an organization, or with null that of the installation, behind a position, in portions.
   * Not found when the caller may not read it, which is asked again with `refresh` for every portion. That it was
   * taken out is written down.
   */
  async *export(
    caller: Caller,
    { organizationId, after }: { readonly organizationId: bigint | null; readonly after: bigint },
    refresh: () => Promise<Caller>,
  ): AsyncGenerator<readonly ChainedEntry[]> {
    requireReader(caller, organizationId);
    await this.noteExport(caller, organizationId);
    const chain = organizationId ?? INSTALLATION;
    const [anchor] = await readAnchors(this.parts.pool, chain, 1);
    if (anchor?.chain !== chain) return;
    const range = { upTo: anchor.position, limit: LIMITS.auditEntriesAtOnce };
    let last = { position: after + 1n, id: 0n };
    for (;;) {
      const entries = await readChained(this.parts.pool, chain, last, range);
      const final = entries.at(-1);
      if (!final) return;
      yield entries;
      requireReader(await refresh(), organizationId);
      last = { position: final.position, id: final.content.id };
    }
  }

  private async noteExport(caller: Caller, organizationId: bigint | null): Promise<void> {
    const subject = { type: 'Organization', id: organizationId } as const;
    await this.parts.db.transaction((tx) =>
      this.parts.audit.record(tx, caller, { action: 'auditLog.exported', organizationId, subject }),
    );
  }
}

function mayRead(caller: Caller, organizationId: bigint | null): boolean {
  if (organizationId !== null) return caller.canIn('audit:read', { organizationId });
  return caller.organizationIds('audit:read') === null;
}

function requireReader(caller: Caller, organizationId: bigint | null): void {
  if (!mayRead(caller, organizationId)) throw new NotFound('organization');
}

function narrowed(list: Belonging, filter: AuditFilter): Belonging {
  const { actions, actorKinds, userId, subject, since, until } = filter;
  const conditions = [
    list,
    ...(actions ? [{ sql: `t.action IN (${marks(actions)})`, parameters: actions }] : []),
    ...(actorKinds
      ? [{ sql: `t.actor_kind IN (${marks(actorKinds)})`, parameters: actorKinds }]
      : []),
    ...(userId == null ? [] : [{ sql: 't.user_id = ?', parameters: [userId] }]),
    ...(subject
      ? [{ sql: 't.subject_type = ? AND t.subject_id = ?', parameters: [subject.type, subject.id] }]
      : []),
    ...(since ? [{ sql: 't.created_at >= ?', parameters: [since] }] : []),
    ...(until ? [{ sql: 't.created_at < ?', parameters: [until] }] : []),
  ];
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** `?,?`; NULL for none, which is like nothing. */
function marks(values: readonly unknown[]): string {
  return values.length === 0 ? 'NULL' : values.map(() => '?').join(',');
}

import { In } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { readIdPages } from '../../platform/database/id-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import type { IdSource } from '../../platform/ids.js';
import { TtlCache } from '../../platform/ttl-cache.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import type { Caller } from '../accounts/caller.js';
import type { OrganizationService } from '../accounts/organizations.service.js';
import { Document } from './document.entity.js';
import { TooManyDocuments } from './documents.refusals.js';

/** How long another process may still run a document that was deleted. */
const TTL_MS = 1_000;
const REMEMBERED = 5_000;

/** Keeps the documents that programs name by their hash instead of sending them. */
export class DocumentService {
  private readonly known = new TtlCache<string>(TTL_MS, REMEMBERED);

  constructor(
    private readonly db: Database,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly organizations: OrganizationService,
    private readonly audit: AuditLog,
  ) {}

  /** Keeps the texts for an organization; those that it keeps already stay as they are. In order. */
  async register(
    caller: Caller,
    organizationId: bigint,
    texts: readonly string[],
  ): Promise<Document[]> {
    await this.organizations.require(caller, organizationId, 'documents:manage');
    const byHash = new Map(texts.map((text) => [nameOf(Document.hashOf(text)), text]));
    return this.db.transaction(async (tx) => {
      await lockOrganization(tx, organizationId);
      const earlier = await keptOf(tx, organizationId, [...byHash.keys()]);
      const fresh = [...byHash].flatMap(([name, text]) => (earlier.has(name) ? [] : [text]));
      if (fresh.length === 0) return [...byHash.keys()].flatMap((name) => earlier.get(name) ?? []);
      await this.insert(tx, organizationId, fresh);
      const documentIds = fresh.map((text) => nameOf(Document.hashOf(text)));
      await this.record(tx, caller, {
        organizationId,
        action: 'registered',
        after: { documentIds },
      });
      const kept = await keptOf(tx, organizationId, [...byHash.keys()]);
      return [...byHash.keys()].flatMap((name) => kept.get(name) ?? []);
    });
  }

  /** The hashes that were kept and are not any more: nobody runs them from now on. */
  async remove(
    caller: Caller,
    organizationId: bigint,
    hashes: readonly Buffer[],
  ): Promise<Buffer[]> {
    await this.organizations.require(caller, organizationId, 'documents:manage');
    const gone = { organizationId, hash: In([...hashes]) };
    const found = await this.db.transaction(async (tx) => {
      await lockOrganization(tx, organizationId);
      const kept = await tx.manager.findBy(Document, gone);
      if (kept.length === 0) return [];
      await tx.manager.delete(Document, gone);
      const before = { documentIds: kept.map(({ hash }) => nameOf(hash)) };
      await this.record(tx, caller, { organizationId, action: 'deleted', before });
      return kept;
    });
    this.known.clear();
    return found.map(({ hash }) => hash);
  }

  /** The text with this hash that an organization of the caller keeps; null when none does. */
  textOf(caller: Caller, hash: Buffer): Promise<string | null> {
    const homes = caller.homes();
    if (homes?.length === 0) return Promise.resolve(null);
    const key = `${homes?.join(' ') ?? 'all'} ${nameOf(hash)}`;
    return this.known.get(key, async () => {
      const where = homes === null ? { hash } : { hash, organizationId: In([...homes]) };
      const found = await this.db.reader.findOne(Document, { where, order: { id: 'ASC' } });
      return found?.text ?? null;
    });
  }

  /** The caller's documents among `ids`; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<Document[]> {
    const visible = caller.organizationIds('documents:manage');
    const within = visible === null ? {} : { organizationId: In([...visible]) };
    return this.db.reader.findBy(Document, { ...within, id: In([...ids]) });
  }

  /** One page of the documents of each organization, oldest first. */
  listOfOrganizations(
    caller: Caller,
    organizationIds: readonly bigint[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Document[]>> {
    const lists = organizationIds
      .filter((organizationId) => caller.canIn('documents:manage', { organizationId }))
      .map((parent) => ({ parent, sql: 't.organization_id = ?', parameters: [parent] }));
    return readIdPages(this.db.reader, Document, lists, keyset);
  }

  private async insert({ manager }: Tx, organizationId: bigint, texts: readonly string[]) {
    const rows = texts.map((text) => ({
      id: this.ids.next(),
      organizationId,
      hash: Document.hashOf(text),
      text,
      createdAt: this.clock.now(),
    }));
    await manager.insert(Document, rows);
    const count = await manager.countBy(Document, { organizationId });
    if (count > LIMITS.documentsPerOrganization) {
      throw new TooManyDocuments(LIMITS.documentsPerOrganization);
    }
  }

  private record(tx: Tx, caller: Caller, { organizationId, action, ...states }: Change) {
    const subject = { type: 'PersistedDocument', id: null } as const;
    return this.audit.record(tx, caller, {
      action: `document.${action}`,
      organizationId,
      subject,
      ...states,
    });
  }
}

interface Change {
  readonly organizationId: bigint;
  readonly action: 'registered' | 'deleted';
  readonly before?: object;
  readonly after?: object;
}

/** Requests of one organization wait for each other, so that its number stays within the limit. */
async function lockOrganization({ manager }: Tx, organizationId: bigint): Promise<void> {
  const id = organizationId.toString();
  await manager.query('SELECT id FROM organizations WHERE id = ? FOR UPDATE', [id]);
}

/** The documents with these hashes that the organization keeps, by hash. */
async function keptOf(
  { manager }: Tx,
  organizationId: bigint,
  names: readonly string[],
): Promise<ReadonlyMap<string, Document>> {
  const hash = In(names.map((name) => Buffer.from(name, 'hex')));
  const kept = await manager.findBy(Document, { organizationId, hash });
  return new Map(kept.map((one) => [nameOf(one.hash), one]));
}

function nameOf(hash: Buffer): string {
  return hash.toString('hex');
}

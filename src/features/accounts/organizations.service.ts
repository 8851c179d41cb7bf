import { In } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import { insertFirstFree, isDuplicateKey } from '../../platform/database/duplicate-key.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { once } from '../../platform/database/idempotency.js';
import { idWithin, inOrder, type Keyset } from '../../platform/database/keyset.js';
import { findLocked, findMade } from '../../platform/database/locked.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import { slugsFor } from '../../platform/slug.js';
import { OutOfScope, SlugTaken } from './accounts.refusals.js';
import type { AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import { Member } from './member.entity.js';
import { Organization, RESERVED_ORGANIZATION_SLUGS } from './organization.entity.js';
import type { Permission } from './policy.js';

type Change = 'created' | 'updated' | 'suspended' | 'unsuspended';

/** Creates and suspends organizations, and answers which of them a caller may see. */
export class OrganizationService {
  constructor(
    private readonly db: Database,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** The caller becomes the organization's first owner. */
  async create(
    caller: Caller,
    input: { readonly name: string; readonly slug?: string },
    idempotencyKey: string | null,
  ): Promise<Organization> {
    if (!caller.canEverywhere('organizations:create')) throw new OutOfScope();
    return this.db.transaction(async (tx) => {
      const made = { type: 'Organization', id: this.ids.next() };
      const { id, isReplay } = await once(
        tx,
        caller.repeatable(idempotencyKey, input),
        made,
        this.clock,
      );
      if (!isReplay) await this.insert(tx, caller, id, input);
      const organization = await findMade(tx.manager, Organization, { id }, 'organization');
      if (!isReplay) await this.note(tx, caller, 'created', { after: organization });
      return organization;
    });
  }

  async update(
    caller: Caller,
    id: bigint,
    change: { readonly name: string },
  ): Promise<Organization> {
    await this.require(caller, id, 'organizations:update');
    return this.change(caller, id, 'updated', change);
  }

  /** Mail of its servers stops until it is lifted. */
  suspend(caller: Caller, id: bigint, reason: string): Promise<Organization> {
    const state = { suspendedAt: this.clock.now(), suspensionReason: reason };
    return this.setSuspension(caller, id, 'suspended', state);
  }

  unsuspend(caller: Caller, id: bigint): Promise<Organization> {
    const state = { suspendedAt: null, suspensionReason: null };
    return this.setSuspension(caller, id, 'unsuspended', state);
  }

  /** The organizations that the caller may see, oldest first. */
  async list(caller: Caller, keyset: Keyset): Promise<Organization[]> {
    const visible = caller.organizationIds('organizations:read');
    if (visible?.length === 0) return [];
    const where = idWithin(keyset, visible);
    return this.db.reader.find(Organization, { where, ...inOrder(keyset) });
  }

  /** The caller's organizations among `ids`; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<Organization[]> {
    const visible = ids.filter((organizationId) =>
      caller.canIn('organizations:read', { organizationId }),
    );
    if (visible.length === 0) return [];
    return this.db.reader.findBy(Organization, { id: In(visible) });
  }

  /** Not found when the caller may not do this there. */
  async require(caller: Caller, id: bigint, permission: Permission): Promise<Organization> {
    const found = caller.canIn(permission, { organizationId: id })
      ? await this.db.reader.findOneBy(Organization, { id })
      : null;
    if (!found) throw new NotFound('organization');
    return found;
  }

  private async insert(
    { manager }: Tx,
    caller: Caller,
    id: bigint,
    { name, slug: chosen }: { readonly name: string; readonly slug?: string },
  ): Promise<void> {
    const createdAt = this.clock.now();
    const slugs = chosen === undefined ? slugsFor(name, RESERVED_ORGANIZATION_SLUGS) : [chosen];
    try {
      await insertFirstFree(slugs, (slug) =>
        manager.insert(Organization, { id, name, slug, createdAt }),
      );
    } catch (error) {
      throw chosen !== undefined && isDuplicateKey(error) ? new SlugTaken(chosen) : error;
    }
    if (caller.identity.kind !== 'user') return;
    const { userId } = caller.identity;
    const owner = { role: 'OWNER', isLimited: false } as const;
    await manager.insert(Member, { organizationId: id, userId, ...owner, createdAt });
  }

  private async setSuspension(
    caller: Caller,
    id: bigint,
    what: 'suspended' | 'unsuspended',
    state: Pick<Organization, 'suspendedAt' | 'suspensionReason'>,
  ): Promise<Organization> {
    await this.require(caller, id, 'organizations:suspend');
    return this.change(caller, id, what, state);
  }

  private change(
    caller: Caller,
    id: bigint,
    what: Change,
    state: Partial<Organization>,
  ): Promise<Organization> {
    return this.db.transaction(async (tx) => {
      const before = await findLocked(tx.manager, Organization, { id }, 'organization');
      await tx.manager.update(Organization, { id }, state);
      const after = Object.assign(new Organization(), before, state);
      await this.note(tx, caller, what, { before, after });
      return after;
    });
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: Change,
    states: { readonly before?: Organization; readonly after: Organization },
  ): Promise<void> {
    const { id } = states.after;
    const subject = { type: 'Organization', id } as const;
    const action = `organization.${what}` as const;
    return this.audit.record(tx, caller, { action, organizationId: id, subject, ...states });
  }
}

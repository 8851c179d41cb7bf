import { IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/database.js';
import { NotFound } from '../../platform/refusal.js';
import type { Caller } from '../accounts/caller.js';
import { Organization, SYSTEM_ORGANIZATION_ID } from '../accounts/organization.entity.js';
import type { OrganizationService } from '../accounts/organizations.service.js';
import { MailServer } from './mail-server.entity.js';
import { isRestorable, type LifecycleParts } from './server-lifecycle.service.js';
import { NameMismatch } from './servers.refusals.js';

export interface OrganizationLifecycleParts extends LifecycleParts {
  readonly organizations: OrganizationService;
}

/** Deletes organizations with their mail servers, and restores both as they were. */
export class OrganizationLifecycle {
  constructor(private readonly parts: OrganizationLifecycleParts) {}

  /** `name` is that of the organization, typed as a confirmation. */
  async delete(caller: Caller, id: bigint, name: string): Promise<Organization> {
    const { organizations, clock, db } = this.parts;
    const organization = await organizations.require(caller, id, 'organizations:delete');
    if (id === SYSTEM_ORGANIZATION_ID) throw new NotFound('organization');
    if (organization.name !== name.trim()) throw new NameMismatch();
    const deletedAt = clock.now();
    await this.withServersForgotten(id, () =>
      db.transaction(async (tx) => {
        const live = { deletedAt: IsNull() };
        const { affected } = await tx.manager.update(Organization, { id, ...live }, { deletedAt });
        if (affected !== 1) throw new NotFound('organization');
        await tx.manager.update(MailServer, { organizationId: id, ...live }, { deletedAt });
        await this.note(tx, caller, 'deleted', { before: organization });
      }),
    );
    return organization;
  }

  /** Mail servers that had been deleted before stay so. */
  restore(caller: Caller, id: bigint): Promise<Organization> {
    const { db } = this.parts;
    return this.withServersForgotten(id, () =>
      db.transaction(async (tx) => {
        const lock = { mode: 'pessimistic_write' } as const;
        const where = { id };
        const before = await tx.manager.findOne(Organization, { where, withDeleted: true, lock });
        const { deletedAt = null } = before ?? {};
        const isAllowed = caller.canIn('organizations:restore', { organizationId: id });
        if (!isAllowed || deletedAt === null || !isRestorable(deletedAt, this.parts)) {
          throw new NotFound('organization');
        }
        await tx.manager.update(Organization, { id }, { deletedAt: null });
        const together = { organizationId: id, deletedAt };
        await tx.manager.update(MailServer, together, { deletedAt: null });
        const after = await tx.manager.findOneByOrFail(Organization, { id });
        await this.note(tx, caller, 'restored', { after });
        return after;
      }),
    );
  }

  /** What this process remembers of the servers is looked up anew. */
  private async withServersForgotten<T>(id: bigint, work: () => Promise<T>): Promise<T> {
    const { servers } = this.parts;
    const before = await servers.listIdsOfOrganization(id);
    const result = await work();
    const after = await servers.listIdsOfOrganization(id);
    for (const serverId of [...before, ...after]) servers.forget(serverId);
    return result;
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: string,
    states: { readonly before?: Organization; readonly after?: Organization },
  ): Promise<void> {
    const { id = null } = states.after ?? states.before ?? {};
    const subject = { type: 'Organization', id } as const;
    const action = `organization.${what}` as const;
    return this.parts.audit.record(tx, caller, { action, organizationId: id, subject, ...states });
  }
}

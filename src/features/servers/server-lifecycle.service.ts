import { IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { NotFound } from '../../platform/refusal.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import type { Caller } from '../accounts/caller.js';
import { Organization } from '../accounts/organization.entity.js';
import { MailServer, SYSTEM_SERVER_ID } from './mail-server.entity.js';
import { NameMismatch } from './servers.refusals.js';
import type { ServerService } from './servers.service.js';

/** The ground of everything that deletes softly. */
export interface LifecycleParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly servers: ServerService;
  /** How long what was deleted can be restored; it is purged after that. */
  readonly graceMs: number;
}

/**
 * Deletes mail servers so that they can still be restored. What is deleted is unknown to every door from
 * the next look on: logins end, mail is refused, and what is queued is held.
 */
export class ServerLifecycle {
  constructor(private readonly parts: LifecycleParts) {}

  /** `name` is that of the mail server, typed as a confirmation. */
  async delete(caller: Caller, id: bigint, name: string): Promise<MailServer> {
    const { db, clock, servers } = this.parts;
    const server = await servers.requireUsable(caller, id, 'servers:delete');
    if (id === SYSTEM_SERVER_ID) throw new NotFound('mail server');
    if (server.name !== name.trim()) throw new NameMismatch();
    const deletedAt = clock.now();
    await db.transaction(async (tx) => {
      const live = { id, deletedAt: IsNull() };
      const { affected } = await tx.manager.update(MailServer, live, { deletedAt });
      if (affected !== 1) throw new NotFound('mail server');
      await this.note(tx, caller, 'deleted', { before: server });
    });
    servers.forget(id);
    return server;
  }

  /** Held mail waits for a release, like everything that was held. */
  async restore(caller: Caller, id: bigint): Promise<MailServer> {
    const { db, servers } = this.parts;
    const restored = await db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const where = { id };
      const server = await tx.manager.findOne(MailServer, { where, withDeleted: true, lock });
      if (!server || !this.mayRestore(caller, server)) throw new NotFound('mail server');
      const isLive = await tx.manager.existsBy(Organization, { id: server.organizationId });
      if (!isLive) throw new NotFound('mail server');
      await tx.manager.update(MailServer, { id }, { deletedAt: null });
      const after = await tx.manager.findOneByOrFail(MailServer, { id });
      await this.note(tx, caller, 'restored', { after });
      return after;
    });
    servers.forget(id);
    return restored;
  }

  private mayRestore(caller: Caller, { id, organizationId, deletedAt }: MailServer): boolean {
    const isAllowed = caller.canIn('servers:delete', { organizationId, serverId: id });
    return isAllowed && isRestorable(deletedAt, this.parts);
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: string,
    states: { readonly before?: MailServer; readonly after?: MailServer },
  ): Promise<void> {
    const { id = null, organizationId = null } = states.after ?? states.before ?? {};
    const subject = { type: 'MailServer', id } as const;
    const action = `mailServer.${what}` as const;
    const entry = { action, organizationId, serverId: id, subject, ...states };
    return this.parts.audit.record(tx, caller, entry);
  }
}

/** Whether it is deleted, and not so long that the purge may have begun. */
export function isRestorable(
  deletedAt: Date | null,
  { clock, graceMs }: Pick<LifecycleParts, 'clock' | 'graceMs'>,
): boolean {
  return deletedAt !== null && deletedAt.getTime() + graceMs > clock.now().getTime();
}

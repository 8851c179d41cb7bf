import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import type { Caller } from '../accounts/caller.js';
import type { Permission } from '../accounts/policy.js';
import { SYSTEM_SERVER_ID, type MailServer } from './mail-server.entity.js';

const HOUR_MS = 3_600_000;
const REMEMBERED = 10_000;

/** Reading what is of a tenant alone: its mail, and with what it logs in. */
const OF_THE_TENANT: ReadonlySet<Permission> = new Set([
  'messages:read',
  'events:read',
  'credentials:read',
]);

/**
 * Writes down that an administrator of the installation reads what is of a mail server without being a
 * member of its organization: its owners find it in their audit log. One entry in each hour for a session
 * or token and a mail server, and each process; nothing is read before it is written.
 */
export class StaffAccess {
  private readonly noted = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async note(
    caller: Caller,
    permission: Permission,
    servers: readonly MailServer[],
  ): Promise<void> {
    if (!OF_THE_TENANT.has(permission)) return;
    const read = servers.filter(
      ({ id, organizationId }) =>
        id !== SYSTEM_SERVER_ID && caller.isStaffIn(permission, { organizationId, serverId: id }),
    );
    const fresh = read.filter(({ id }) => !this.noted.has(this.keyOf(caller, id)));
    if (fresh.length === 0) return;
    await this.db.transaction(async (tx) => {
      for (const { id, organizationId } of fresh) {
        await this.audit.record(tx, caller, {
          action: 'mailServer.readByStaff',
          organizationId,
          serverId: id,
          subject: { type: 'MailServer', id },
        });
      }
    });
    for (const { id } of fresh) this.remember(this.keyOf(caller, id));
  }

  private keyOf({ identity }: Caller, serverId: bigint): string {
    const hour = Math.floor(this.clock.now().getTime() / HOUR_MS);
    const means =
      identity.kind === 'user'
        ? `${identity.userId}:${identity.sessionId ?? ''}:${identity.tokenId ?? ''}`
        : identity.kind;
    return `${hour} ${means} ${serverId}`;
  }

  private remember(key: string): void {
    this.noted.add(key);
    if (this.noted.size <= REMEMBERED) return;
    const [oldest] = this.noted;
    if (oldest !== undefined) this.noted.delete(oldest);
  }
}

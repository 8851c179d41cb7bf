import { isAscii } from 'node:buffer';
import { IsNull } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Database } from '../../platform/database/database.js';
import { networkOf } from '../../platform/network.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import { Caller } from '../accounts/caller.js';
import type { GuessLedger } from '../accounts/guess-ledger.service.js';
import { Credential } from './credential.entity.js';
import type { ServerService } from './servers.service.js';

export interface RefusedLoginParts {
  readonly db: Database;
  readonly audit: AuditLog;
  readonly guesses: Pick<GuessLedger, 'isAdmitted'>;
  readonly servers: ServerService;
}

/**
 * Tells a tenant in the audit log that somebody tried one of their credentials: with a wrong password, or from
 * where it may not be used. In an hour the first try from each address, and of each credential only so many,
 * so that no stranger fills the log; who names no credential leaves no trace there.
 */
export class RefusedLogins {
  constructor(private readonly parts: RefusedLoginParts) {}

  /** AUTH with this user name was refused. */
  async noteSmtp(username: string, ipAddress: string): Promise<void> {
    if (!isAscii(Buffer.from(username))) return; // ours are ASCII, and the column compares with nothing else
    const named = { type: 'SMTP' as const, username, revokedAt: IsNull() };
    const credential = await this.parts.db.reader.findOneBy(Credential, named);
    if (credential) await this.note(credential, ipAddress);
  }

  async note({ id, serverId }: Credential, ipAddress: string | null): Promise<void> {
    const { db, audit, servers } = this.parts;
    const state = await servers.stateOf(serverId);
    if (!state || !(await this.isNews(id, ipAddress))) return;
    const stranger = Caller.anonymous.from({ ipAddress, userAgent: null });
    await db.transaction((tx) =>
      audit.record(tx, stranger, {
        action: 'credential.refused',
        organizationId: state.server.organizationId,
        serverId,
        subject: { type: 'Credential', id },
      }),
    );
  }

  private async isNews(id: bigint, ipAddress: string | null): Promise<boolean> {
    const { guesses } = this.parts;
    const from = ipAddress === null ? '' : networkOf(ipAddress);
    if (!(await guesses.isAdmitted('refused login', `${id} ${from}`, 1))) return false;
    return guesses.isAdmitted('refused logins', String(id), LIMITS.auditedRefusalsPerCredential);
  }
}

import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import type { AuditLog } from './audit-log.service.js';
import { Caller, type Origin } from './caller.js';

const MINUTE_MS = 60_000;

/**
 * Writes failed sign-ins into the audit log, so many in a minute that nobody fills the disk with them; the
 * next entry after that says how many were only counted. What was typed is not written down: people type
 * passwords into the wrong field.
 */
export class FailedSignIns {
  private minuteEndsAt = 0;
  private written = 0;
  private notWrittenDown = 0;

  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** `userId` is null for an address or secret that nobody has. */
  async note(client: Origin, userId: bigint | null): Promise<void> {
    if (!this.mayWrite()) {
      this.notWrittenDown += 1;
      return;
    }
    const { notWrittenDown } = this;
    this.notWrittenDown = 0;
    await this.db.transaction((tx) =>
      this.audit.record(tx, Caller.anonymous.from(client), {
        action: 'session.refused',
        organizationId: null,
        subject: { type: 'User', id: userId },
        ...(notWrittenDown > 0 && { after: { notWrittenDown } }),
      }),
    );
  }

  private mayWrite(): boolean {
    const now = this.clock.now().getTime();
    if (now >= this.minuteEndsAt) {
      this.minuteEndsAt = now + MINUTE_MS;
      this.written = 0;
    }
    this.written += 1;
    return this.written <= LIMITS.auditedFailuresPerMinute;
  }
}

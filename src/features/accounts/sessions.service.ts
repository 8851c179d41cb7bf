import { In, LessThanOrEqual } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { idWithin, inOrder, type Keyset } from '../../platform/database/keyset.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import type { AuditedChange, AuditLog } from './audit-log.service.js';
import { Caller } from './caller.js';
import { sessionOf } from './person.js';
import { Session } from './session.entity.js';
import type { User } from './user.entity.js';

export interface SignedIn {
  readonly user: User;
  readonly session: Session;
  /** The cookie; shown nowhere else. */
  readonly sessionSecret: string;
  /** The user in the new session, without grants. */
  readonly caller: Caller;
}

export interface SessionParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly lifetimeMs: number;
}

/** The sign-ins of people. */
export class SessionService {
  constructor(private readonly parts: SessionParts) {}

  /**
   * A session with a new secret. The one in which somebody asked for it ends: a browser has one. The
   * entry of the audit log says which provider signed the person in, where one did.
   */
  async begin(tx: Tx, user: User, asking: Caller, provider?: string): Promise<SignedIn> {
    const { secrets, ids, clock, lifetimeMs } = this.parts;
    const { ipAddress, userAgent } = asking.origin;
    const now = clock.now();
    const sessionSecret = secrets.newSecret('phs');
    const session = Object.assign(new Session(), {
      id: ids.next(),
      userId: user.id,
      secretHash: secrets.hash(sessionSecret),
      ipAddress,
      userAgent: userAgent?.slice(0, 255) ?? null,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + lifetimeMs),
    });
    await tx.manager.delete(Session, { userId: user.id, expiresAt: LessThanOrEqual(now) });
    await this.endFormer(tx, asking);
    await tx.manager.insert(Session, session);
    const identity = { userId: user.id, sessionId: session.id, tokenId: null };
    const caller = new Caller({ kind: 'user', ...identity }, []).from(asking.origin);
    await this.parts.audit.record(tx, caller, {
      action: 'session.begun',
      organizationId: null,
      subject: { type: 'Session', id: session.id },
      ...(provider !== undefined && { after: { provider } }),
    });
    return { user, session, sessionSecret, caller };
  }

  /** Ends the caller's session. */
  async end(caller: Caller): Promise<void> {
    const { sessionId, userId } = sessionOf(caller);
    await this.parts.db.transaction(async (tx) => {
      await tx.manager.delete(Session, { id: sessionId, userId });
      await this.note(tx, caller, 'session.ended', sessionId);
    });
  }

  /** Ends one session of the caller, who may be asking in another; answers it as it was. */
  async revoke(caller: Caller, id: bigint): Promise<Session> {
    const { userId } = sessionOf(caller);
    return this.parts.db.transaction(async (tx) => {
      const session = await tx.manager.findOneBy(Session, { id, userId });
      const ended = await tx.manager.delete(Session, { id, userId });
      if (!session || ended.affected !== 1) throw new NotFound('session');
      await this.note(tx, caller, 'session.ended', id);
      return session;
    });
  }

  /** Ends all sessions of the caller, this one as well; answers how many. */
  async endAll(caller: Caller): Promise<number> {
    const { userId } = sessionOf(caller);
    return this.parts.db.transaction(async (tx) => {
      const { affected } = await tx.manager.delete(Session, { userId });
      await this.note(tx, caller, 'session.allEnded', null);
      return affected ?? 0;
    });
  }

  /** The caller's sessions, oldest first; none for a program. */
  async list(caller: Caller, keyset: Keyset): Promise<Session[]> {
    const { identity } = caller;
    if (identity.kind !== 'user' || identity.sessionId === null) return [];
    const where = { userId: identity.userId, ...idWithin(keyset) };
    return this.parts.db.reader.find(Session, { where, ...inOrder(keyset) });
  }

  /** The caller's own sessions among `ids`; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<Session[]> {
    const { identity } = caller;
    if (identity.kind !== 'user' || identity.sessionId === null) return [];
    return this.parts.db.reader.findBy(Session, { userId: identity.userId, id: In([...ids]) });
  }

  private async endFormer({ manager }: Tx, { identity }: Caller): Promise<void> {
    if (identity.kind !== 'user' || identity.sessionId === null) return;
    await manager.delete(Session, { id: identity.sessionId, userId: identity.userId });
  }

  private note(
    tx: Tx,
    caller: Caller,
    action: AuditedChange['action'],
    id: bigint | null,
  ): Promise<void> {
    const subject = { type: 'Session', id } as const;
    return this.parts.audit.record(tx, caller, { action, organizationId: null, subject });
  }
}

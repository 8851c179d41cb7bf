import { In, Not } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { isDuplicateKey } from '../../platform/database/duplicate-key.js';
import { idWithin, inOrder, type Keyset } from '../../platform/database/keyset.js';
import type { IdSource } from '../../platform/ids.js';
import type { OidcPerson } from '../../platform/oidc/oidc-provider.js';
import { NotFound } from '../../platform/refusal.js';
import type { AuditedChange, AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import { OidcIdentity } from './oidc-identity.entity.js';
import { OidcPersonUnknown, OnlyWayToSignIn } from './oidc.refusals.js';
import { sessionOf } from './person.js';
import type { SignInMethods } from './sign-in-methods.js';
import { Session } from './session.entity.js';
import { User } from './user.entity.js';

type Named = Pick<OidcPerson, 'issuer' | 'subject'>;

/** Who of an OpenID Connect provider is which user. */
export class OidcIdentityService {
  constructor(
    private readonly db: Database,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly methods: Pick<SignInMethods, 'password'>,
  ) {}

  isKnown(person: Named): Promise<boolean> {
    const identityHash = OidcIdentity.hashOf(person);
    return this.db.reader.existsBy(OidcIdentity, { identityHash });
  }

  /**
   * The user whose identity this is; or who has the verified address and no identity of this provider yet, and
   * has this one from now on. An address that passed to somebody else opens nobody's account.
   */
  async userOf(
    tx: Tx,
    person: Named,
    email: string | null,
  ): Promise<{ readonly user: User; readonly isNew: boolean }> {
    const identityHash = OidcIdentity.hashOf(person);
    const used = { lastUsedAt: this.clock.now() };
    const known = await tx.manager.update(OidcIdentity, { identityHash }, used);
    if (known.affected === 1) {
      const { userId } = await tx.manager.findOneByOrFail(OidcIdentity, { identityHash });
      return { user: await tx.manager.findOneByOrFail(User, { id: userId }), isNew: false };
    }
    const lock = { mode: 'pessimistic_write' } as const;
    const user = email && (await tx.manager.findOne(User, { where: { email }, lock }));
    if (!user || person.subject.length > 255) throw new OidcPersonUnknown();
    await this.link(tx, user, person);
    // Whoever has signed in needs no first sign-in any more.
    await tx.manager.update(User, { id: user.id }, { setupHash: null, setupUntil: null });
    return { user, isNew: true };
  }

  async noteLinked(tx: Tx, caller: Caller, person: Named): Promise<void> {
    const identityHash = OidcIdentity.hashOf(person);
    const identity = await tx.manager.findOneByOrFail(OidcIdentity, { identityHash });
    await this.note(tx, caller, { action: 'oidcIdentity.linked', after: identity }, identity);
  }

  /** The caller's identities, oldest first; none for a program. */
  async list(caller: Caller, keyset: Keyset): Promise<OidcIdentity[]> {
    const { identity } = caller;
    if (identity.kind !== 'user' || identity.sessionId === null) return [];
    const where = { userId: identity.userId, ...idWithin(keyset) };
    return this.db.reader.find(OidcIdentity, { where, ...inOrder(keyset) });
  }

  /** The caller's own among `ids`; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<OidcIdentity[]> {
    const { identity } = caller;
    if (identity.kind !== 'user' || identity.sessionId === null) return [];
    return this.db.reader.findBy(OidcIdentity, { userId: identity.userId, id: In([...ids]) });
  }

  /** The identity signs nobody in any more, and the caller's other sessions end; answers it as it was. */
  async unlink(caller: Caller, id: bigint): Promise<OidcIdentity> {
    const { userId, sessionId } = sessionOf(caller);
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const user = await tx.manager.findOneOrFail(User, { where: { id: userId }, lock });
      const identity = await tx.manager.findOneBy(OidcIdentity, { id, userId });
      if (!identity) throw new NotFound('identity');
      await this.requireOtherWay(tx, user, id);
      await tx.manager.delete(OidcIdentity, { id, userId });
      await tx.manager.delete(Session, { userId, id: Not(sessionId) });
      await this.note(tx, caller, { action: 'oidcIdentity.unlinked', before: identity }, identity);
      return identity;
    });
  }

  private async requireOtherWay({ manager }: Tx, user: User, id: bigint): Promise<void> {
    if (this.methods.password && user.passwordHash !== null) return;
    const others = await manager.countBy(OidcIdentity, { userId: user.id, id: Not(id) });
    if (others === 0) throw new OnlyWayToSignIn();
  }

  /** The user's row is locked; somebody else may have become this identity just now. */
  private async link({ manager }: Tx, { id: userId }: User, person: Named): Promise<void> {
    const { issuer, subject } = person;
    const now = this.clock.now();
    const fresh = {
      ...{ id: this.ids.next(), userId, issuer, subject },
      identityHash: OidcIdentity.hashOf(person),
      ...{ createdAt: now, lastUsedAt: now },
    };
    try {
      await manager.insert(OidcIdentity, fresh);
    } catch (error) {
      throw isDuplicateKey(error) ? new OidcPersonUnknown() : error;
    }
  }

  private note(
    tx: Tx,
    caller: Caller,
    change: Pick<AuditedChange, 'action' | 'before' | 'after'>,
    { id }: OidcIdentity,
  ): Promise<void> {
    const subject = { type: 'OidcIdentity', id } as const;
    return this.audit.record(tx, caller, { organizationId: null, subject, ...change });
  }
}

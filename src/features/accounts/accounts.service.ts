import { In, IsNull, LessThanOrEqual, MoreThan, Or } from 'typeorm';
import type { Config } from '../../config/config.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import type { IdSource } from '../../platform/ids.js';
import type { Secrets } from '../../platform/secrets.js';
import { AccessToken } from './access-token.entity.js';
import { isAllowedFrom } from './allowed-networks.js';
import type { AuditLog } from './audit-log.service.js';
import { Caller, type Identity } from './caller.js';
import { grantsOf, narrowed, type Narrowing } from './grants.js';
import { MemberServer } from './member-server.entity.js';
import { Member } from './member.entity.js';
import { OidcIdentity } from './oidc-identity.entity.js';
import { Organization } from './organization.entity.js';
import { Session } from './session.entity.js';
import { forgetTotp } from './totp.service.js';
import { User } from './user.entity.js';

const SETUP_LIFETIME_MS = 24 * 3_600_000;
const LAST_USED_STEP_MS = 60_000;

/** Whether somebody asked for something, or only an open connection is looked at again. */
export type SessionUse = 'active' | 'watched';

/** How the first administrator signs in; the secret holds once. */
export interface FirstSignIn {
  readonly email: string;
  readonly setupSecret: string;
}

/** Knows people: who a session or token stands for, and the first administrator. */
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly config: Pick<Config, 'ADMIN_EMAIL' | 'SESSION_IDLE_TIMEOUT'>,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Sees to it that there is an administrator. Answers a setup secret when that user has no password, no
   * identity and no setup secret that still holds; null otherwise.
   */
  async ensureAdministrator(): Promise<FirstSignIn | null> {
    const admin = (await this.findAdministrator()) ?? (await this.addAdministrator());
    if (!admin || (await this.hasSignedIn(admin))) return null;

    const now = this.clock.now();
    const setupSecret = this.secrets.newSecret('phi');
    const issued = await this.db.reader.update(
      User,
      { id: admin.id, passwordHash: IsNull(), setupUntil: Or(IsNull(), LessThanOrEqual(now)) },
      {
        setupHash: this.secrets.hash(setupSecret),
        setupUntil: new Date(now.getTime() + SETUP_LIFETIME_MS),
      },
    );
    return issued.affected === 1 ? { email: admin.email, setupSecret } : null;
  }

  /** Whether the administrator has a password or an identity, and so has signed in once. */
  async isSetUp(): Promise<boolean> {
    const admin = await this.findAdministrator();
    return admin !== null && this.hasSignedIn(admin);
  }

  /**
   * For an administrator who cannot sign in any more: takes password and identities away, ends the sessions,
   * answers a new setup secret.
   */
  async resetSignIn(): Promise<FirstSignIn | null> {
    const admin = (await this.findAdministrator()) ?? (await this.addAdministrator());
    if (!admin) return null;
    await this.db.transaction(async (tx) => {
      const nothing = { passwordHash: null, setupHash: null, setupUntil: null };
      await tx.manager.update(User, { id: admin.id }, nothing);
      await tx.manager.delete(Session, { userId: admin.id });
      await tx.manager.delete(OidcIdentity, { userId: admin.id });
      await forgetTotp(tx, admin.id);
      await this.audit.record(tx, Caller.operator, {
        action: 'user.signInReset',
        organizationId: null,
        subject: { type: 'User', id: admin.id },
      });
    });
    return this.ensureAdministrator();
  }

  /** Who signed in with this cookie; null when the session is unknown, over or signed out. */
  async callerFromSession(cookieSecret: string, use: SessionUse): Promise<Caller | null> {
    const now = this.clock.now();
    const session = await this.db.reader.findOneBy(Session, {
      secretHash: this.secrets.hash(cookieSecret),
      expiresAt: MoreThan(now),
      lastUsedAt: MoreThan(new Date(now.getTime() - this.config.SESSION_IDLE_TIMEOUT)),
    });
    if (!session) return null;
    const { id, userId } = session;
    const stale = new Date(now.getTime() - LAST_USED_STEP_MS);
    if (use === 'active' && session.lastUsedAt <= stale) {
      const unused = { id, userId, lastUsedAt: LessThanOrEqual(stale) };
      await this.db.reader.update(Session, unused, { lastUsedAt: now });
    }
    return this.callerFor(userId, { sessionId: id, tokenId: null });
  }

  /** Whom this access token stands for, within its scopes; null when unknown, expired, revoked or used from elsewhere. */
  async callerFromToken(secret: string, ipAddress: string | null): Promise<Caller | null> {
    const token = await this.db.reader.findOneBy(AccessToken, {
      secretHash: this.secrets.hash(secret),
    });
    if (!token?.isLive(this.clock.now())) return null;
    if (!isAllowedFrom(token.allowedNetworks, ipAddress)) return null;
    await this.noteUse(token, ipAddress);
    if (token.userId === null) return this.callerOfOrganization(token);
    const { id: tokenId, documentsOnly } = token;
    return this.callerFor(token.userId, { sessionId: null, tokenId, documentsOnly }, token);
  }

  /** Users that the caller may see among `ids`: who manages them sees all, others themselves. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<User[]> {
    const { identity } = caller;
    const visible = caller.canEverywhere('users:manage')
      ? ids
      : ids.filter((id) => identity.kind === 'user' && identity.userId === id);
    if (visible.length === 0) return [];
    return this.db.reader.findBy(User, { id: In([...visible]) });
  }

  private findAdministrator(): Promise<User | null> {
    return this.db.reader.findOne(User, { where: { isAdmin: true }, order: { id: 'ASC' } });
  }

  private async hasSignedIn({ id, passwordHash }: User): Promise<boolean> {
    return passwordHash !== null || this.db.reader.existsBy(OidcIdentity, { userId: id });
  }

  /** Several processes may start at once: the first one's row stays. */
  private async addAdministrator(): Promise<User | null> {
    const user = {
      id: this.ids.next(),
      email: this.config.ADMIN_EMAIL.toLowerCase(),
      name: 'Administrator',
      isAdmin: true,
      createdAt: this.clock.now(),
    };
    await this.db.transaction(async (tx) => {
      const insert = tx.manager.createQueryBuilder().insert().into(User).values(user);
      const result = await insert.orIgnore().execute();
      const { affectedRows } = result.raw as { affectedRows: number }; // mysql2's ResultSetHeader
      if (affectedRows === 0) return;
      await this.audit.record(tx, Caller.operator, {
        action: 'user.created',
        organizationId: null,
        subject: { type: 'User', id: user.id },
        after: user,
      });
    });
    return this.findAdministrator();
  }

  private async callerFor(
    userId: bigint,
    means: { sessionId: bigint | null; tokenId: bigint | null; documentsOnly?: boolean },
    narrowing?: Narrowing,
  ): Promise<Caller | null> {
    const [user, members, listed] = await Promise.all([
      this.db.reader.findOneBy(User, { id: userId }),
      this.membershipsOf(userId),
      this.db.reader.findBy(MemberServer, { userId }),
    ]);
    if (!user) return null;
    const identity: Identity = { kind: 'user', userId, ...means };
    const grants = grantsOf(user, members, listed);
    return new Caller(identity, narrowing ? narrowed(grants, narrowing) : grants);
  }

  private async callerOfOrganization(token: AccessToken): Promise<Caller | null> {
    const id = token.organizationId ?? 0n;
    return (await this.db.reader.existsBy(Organization, { id }))
      ? callerOfOrganization(token)
      : null;
  }

  /** In organizations that are not deleted: the join leaves those out. */
  private membershipsOf(userId: bigint): Promise<Member[]> {
    const members = this.db.reader.createQueryBuilder(Member, 'm');
    return members
      .innerJoin(Organization, 'o', 'o.id = m.organizationId')
      .where('m.userId = :userId', { userId: userId.toString() })
      .getMany();
  }

  private async noteUse({ id, lastUsedAt }: AccessToken, lastUsedIp: string | null): Promise<void> {
    const now = this.clock.now();
    const stale = new Date(now.getTime() - LAST_USED_STEP_MS);
    if (lastUsedAt && lastUsedAt > stale) return;
    const notSince = Or(IsNull(), LessThanOrEqual(stale));
    await this.db.reader.update(
      AccessToken,
      { id, lastUsedAt: notSince },
      { lastUsedAt: now, lastUsedIp },
    );
  }
}

/** Its scopes are all that it has, in its organization; nobody has to be a member any more. */
function callerOfOrganization(token: AccessToken): Caller | null {
  const { id: tokenId, organizationId, scopes, documentsOnly } = token;
  if (organizationId === null) return null;
  const grant = { in: { organizationId }, permissions: new Set(scopes) };
  const kind = 'organization';
  return new Caller({ kind, organizationId, tokenId, documentsOnly }, [grant]);
}

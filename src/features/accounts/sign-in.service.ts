import { LessThanOrEqual, MoreThan, Not } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import type { IdSource } from '../../platform/ids.js';
import { hashPassword, isOutdated, verifyPassword } from '../../platform/passwords.js';
import type { Secrets } from '../../platform/secrets.js';
import { PersonRequired, SignInRefused } from './accounts.refusals.js';
import type { AuditedChange, AuditLog } from './audit-log.service.js';
import { Caller, type Origin } from './caller.js';
import { FailedSignIns } from './failed-sign-ins.js';
import type { Guesser, GuessLedger } from './guess-ledger.service.js';
import { Session } from './session.entity.js';
import { User } from './user.entity.js';

export interface SignedIn {
  readonly user: User;
  readonly session: Session;
  /** The cookie; shown nowhere else. */
  readonly sessionSecret: string;
}

export interface SignInParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly guesses: GuessLedger;
  readonly sessionLifetimeMs: number;
  /** A setup secret was used up: what still shows it can go. */
  readonly onSetUp: () => Promise<void>;
}

/** Passwords and sessions of people. */
export class SignInService {
  private readonly failures: FailedSignIns;
  private decoy: Promise<string> | undefined;

  constructor(private readonly parts: SignInParts) {
    const { db, clock, audit } = parts;
    this.failures = new FailedSignIns(db, audit, clock);
  }

  /** Begins a session. An unknown user is answered like a wrong password, and as slowly. */
  async signIn(email: string, password: string, client: Origin): Promise<SignedIn> {
    const address = email.toLowerCase();
    const { db, guesses } = this.parts;
    const guess = await guesses.begin(guesserOf(address, client));
    const user = await db.reader.findOneBy(User, { email: address });
    const decoy = await this.decoyHash();
    const isRight = await verifyPassword(user?.passwordHash ?? decoy, password);
    if (!user?.passwordHash || !isRight) {
      await this.failures.note(client, user?.id ?? null);
      throw new SignInRefused('The email address or the password is wrong');
    }
    if (isOutdated(user.passwordHash)) await this.renewHash(user.id, user.passwordHash, password);
    const signedIn = await db.transaction((tx) => this.begin(tx, user, client));
    await guess.succeeded();
    return signedIn;
  }

  /** Sets the first password with the secret of `ensureAdministrator`, which is then used up. */
  async signInWithSetupSecret(
    setupSecret: string,
    newPassword: string,
    client: Origin,
  ): Promise<SignedIn> {
    const { db, secrets, clock, guesses, onSetUp } = this.parts;
    const guess = await guesses.begin({ account: null, ipAddress: client.ipAddress });
    const unused = {
      setupHash: secrets.hash(setupSecret),
      setupUntil: MoreThan(clock.now()),
    };
    const user = await db.reader.findOneBy(User, unused);
    if (!user) return this.refuseSetup(client, null);
    const passwordHash = await hashPassword(newPassword);
    const signedIn = await db.transaction(async (tx) => {
      const set = { passwordHash, setupHash: null, setupUntil: null };
      const used = await tx.manager.update(User, { id: user.id, ...unused }, set);
      if (used.affected !== 1) return null;
      const begun = await this.begin(tx, user, client);
      await this.note(tx, begun.caller, 'user.passwordSet', { type: 'User', id: user.id });
      return begun;
    });
    if (!signedIn) return this.refuseSetup(client, user.id);
    await guess.passed();
    await guesses.know(guesserOf(user.email, client));
    await onSetUp();
    return signedIn;
  }

  /** Ends the caller's session. */
  async signOut(caller: Caller): Promise<void> {
    const { sessionId } = sessionOf(caller);
    await this.parts.db.transaction(async (tx) => {
      await tx.manager.delete(Session, { id: sessionId });
      await this.note(tx, caller, 'session.ended', { type: 'Session', id: sessionId });
    });
  }

  /** Also ends the user's other sessions. */
  async changePassword(caller: Caller, current: string, next: string): Promise<User> {
    const { db, guesses } = this.parts;
    const { userId, sessionId } = sessionOf(caller);
    const user = await db.reader.findOneByOrFail(User, { id: userId });
    const guess = await guesses.begin({ account: `password change ${userId}`, ipAddress: null });
    const isRight =
      user.passwordHash !== null && (await verifyPassword(user.passwordHash, current));
    if (!isRight) {
      await this.failures.note(caller.origin, userId);
      throw new SignInRefused('The current password is wrong');
    }
    await guess.passed();

    const passwordHash = await hashPassword(next);
    return db.transaction(async (tx) => {
      await tx.manager.update(User, { id: userId }, { passwordHash });
      await tx.manager.delete(Session, { userId, id: Not(sessionId) });
      await this.note(tx, caller, 'user.passwordChanged', { type: 'User', id: userId });
      return user;
    });
  }

  private async refuseSetup(client: Origin, userId: bigint | null): Promise<never> {
    await this.failures.note(client, userId);
    throw new SignInRefused('This setup secret is unknown, used or expired');
  }

  private async begin(
    tx: Tx,
    user: User,
    client: Origin,
  ): Promise<SignedIn & { readonly caller: Caller }> {
    const { secrets, ids, clock, sessionLifetimeMs } = this.parts;
    const now = clock.now();
    const sessionSecret = secrets.newSecret('phs');
    const session = Object.assign(new Session(), {
      id: ids.next(),
      userId: user.id,
      secretHash: secrets.hash(sessionSecret),
      ipAddress: client.ipAddress,
      userAgent: client.userAgent?.slice(0, 255) ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetimeMs),
    });
    await tx.manager.delete(Session, { userId: user.id, expiresAt: LessThanOrEqual(now) });
    await tx.manager.insert(Session, session);
    const identity = {
      kind: 'user',
      userId: user.id,
      sessionId: session.id,
      tokenId: null,
    } as const;
    const caller = new Caller(identity, []).from(client);
    await this.note(tx, caller, 'session.begun', { type: 'Session', id: session.id });
    return { user, session, sessionSecret, caller };
  }

  private note(
    tx: Tx,
    caller: Caller,
    action: AuditedChange['action'],
    subject: AuditedChange['subject'],
  ): Promise<void> {
    return this.parts.audit.record(tx, caller, { action, organizationId: null, subject });
  }

  /** The effort of hashing was raised since: the password is at hand now. */
  private async renewHash(id: bigint, passwordHash: string, password: string): Promise<void> {
    const stronger = { passwordHash: await hashPassword(password) };
    await this.parts.db.reader.update(User, { id, passwordHash }, stronger);
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= hashPassword(this.parts.secrets.newSecret('decoy'));
    return this.decoy;
  }
}

function guesserOf(email: string, { ipAddress }: Origin): Guesser {
  return { account: `user ${email}`, ipAddress };
}

function sessionOf({ identity }: Caller): { userId: bigint; sessionId: bigint } {
  if (identity.kind !== 'user' || identity.sessionId === null) throw new PersonRequired();
  return { userId: identity.userId, sessionId: identity.sessionId };
}

import { MoreThan, Not } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { hashPassword, isOutdated, verifyPassword } from '../../platform/passwords.js';
import type { Secrets } from '../../platform/secrets.js';
import { SignInRefused, TotpRequired } from './accounts.refusals.js';
import type { AuditedChange, AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import type { FailedSignIns } from './failed-sign-ins.js';
import { userAccount, type GuessLedger } from './guess-ledger.service.js';
import type { PasswordCheck } from './password-check.service.js';
import { sessionOf } from './person.js';
import { Session } from './session.entity.js';
import type { SessionService, SignedIn } from './sessions.service.js';
import type { SignInChallenges } from './sign-in-challenges.service.js';
import { requirePasswords, type SignInMethods } from './sign-in-methods.js';
import { User } from './user.entity.js';

export interface SignInParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly guesses: GuessLedger;
  readonly failures: FailedSignIns;
  readonly sessions: SessionService;
  readonly challenges: SignInChallenges;
  readonly passwords: PasswordCheck;
  readonly methods: SignInMethods;
  /** A setup secret was used up: what still shows it can go. */
  readonly onSetUp: () => Promise<void>;
}

/** How people sign in with a password, and change it. */
export class SignInService {
  private decoy: Promise<string> | undefined;

  constructor(private readonly parts: SignInParts) {}

  /**
   * Begins a session, or asks for a code where there is a second factor (TotpRequired). An unknown user is
   * answered like a wrong password, and as slowly.
   */
  async signIn(email: string, password: string, asking: Caller): Promise<SignedIn> {
    const { db, guesses, failures, sessions, challenges, methods } = this.parts;
    requirePasswords(methods);
    const { ipAddress } = asking.origin;
    const address = email.toLowerCase();
    const guess = await guesses.begin({ account: userAccount(address), ipAddress });
    const user = await db.reader.findOneBy(User, { email: address });
    const decoy = await this.decoyHash();
    const isRight = await verifyPassword(user?.passwordHash ?? decoy, password);
    if (!user?.passwordHash || !isRight) {
      await failures.note(asking.origin, user?.id ?? null);
      throw new SignInRefused('The email address or the password is wrong');
    }
    if (isOutdated(user.passwordHash)) await this.renewHash(user.id, user.passwordHash, password);
    const challenge = await challenges.beginFor(user);
    if (challenge) {
      await guess.passed();
      throw new TotpRequired(challenge.secret, challenge.expiresAt);
    }
    const signedIn = await db.transaction((tx) => sessions.begin(tx, user, asking));
    await guess.succeeded();
    return signedIn;
  }

  /** The second step: a code of the app, or a recovery code. */
  async signInWithTotp(challenge: string, code: string, asking: Caller): Promise<SignedIn> {
    const { guesses, challenges, sessions, failures, methods } = this.parts;
    requirePasswords(methods);
    const signedIn = await challenges.answer(challenge, code, asking, (tx, user) =>
      sessions.begin(tx, user, asking),
    );
    if (!signedIn) {
      await failures.note(asking.origin, null);
      throw new SignInRefused('The code is wrong, or the sign-in took too long');
    }
    const { ipAddress } = asking.origin;
    await guesses.know({ account: userAccount(signedIn.user.email), ipAddress });
    return signedIn;
  }

  /**
   * Sets the first password with the secret of `ensureAdministrator`, which is then used up. Where passwords are
   * off this lets the administrator in all the same, this once: the provider may be what is broken.
   */
  async signInWithSetupSecret(
    setupSecret: string,
    newPassword: string,
    asking: Caller,
  ): Promise<SignedIn> {
    const { db, secrets, clock, guesses, sessions, onSetUp } = this.parts;
    const { ipAddress } = asking.origin;
    const guess = await guesses.begin({ account: null, ipAddress });
    const unused = { setupHash: secrets.hash(setupSecret), setupUntil: MoreThan(clock.now()) };
    const user = await db.reader.findOneBy(User, unused);
    if (!user) return this.refuseSetup(asking, null);
    const passwordHash = await hashPassword(newPassword);
    const signedIn = await db.transaction(async (tx) => {
      const set = { passwordHash, setupHash: null, setupUntil: null };
      const used = await tx.manager.update(User, { id: user.id, ...unused }, set);
      if (used.affected !== 1) return null;
      const begun = await sessions.begin(tx, user, asking);
      await this.note(tx, begun.caller, 'user.passwordSet', user.id);
      return begun;
    });
    if (!signedIn) return this.refuseSetup(asking, user.id);
    await guess.passed();
    await guesses.know({ account: userAccount(user.email), ipAddress });
    await onSetUp();
    return signedIn;
  }

  /** Also ends the user's other sessions. */
  async changePassword(caller: Caller, current: string, next: string): Promise<User> {
    const { userId, sessionId } = sessionOf(caller);
    const user = await this.parts.passwords.require(caller, current);
    const passwordHash = await hashPassword(next);
    return this.parts.db.transaction(async (tx) => {
      await tx.manager.update(User, { id: userId }, { passwordHash });
      await tx.manager.delete(Session, { userId, id: Not(sessionId) });
      await this.note(tx, caller, 'user.passwordChanged', userId);
      return user;
    });
  }

  private async refuseSetup({ origin }: Caller, userId: bigint | null): Promise<never> {
    await this.parts.failures.note(origin, userId);
    throw new SignInRefused('This setup secret is unknown, used or expired');
  }

  private note(tx: Tx, caller: Caller, action: AuditedChange['action'], id: bigint): Promise<void> {
    const subject = { type: 'User', id } as const;
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

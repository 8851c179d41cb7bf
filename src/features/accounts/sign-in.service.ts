import { LessThanOrEqual, MoreThan, Not } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import type { IdSource } from '../../platform/ids.js';
import { hashPassword, verifyPassword } from '../../platform/passwords.js';
import type { Secrets } from '../../platform/secrets.js';
import { PersonRequired, SignInRefused } from './accounts.refusals.js';
import type { Caller } from './caller.js';
import { Session } from './session.entity.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { User } from './user.entity.js';

/** From where someone signs in. */
export interface Client {
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

export interface SignedIn {
  readonly user: User;
  readonly session: Session;
  /** The cookie; shown nowhere else. */
  readonly sessionSecret: string;
}

/** Passwords and sessions of people. */
export class SignInService {
  private readonly throttle: SignInThrottle;
  private decoy: Promise<string> | undefined;

  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly sessionLifetimeMs: number,
    /** A setup secret was used up: what still shows it can go. */
    private readonly onSetUp: () => Promise<void>,
  ) {
    this.throttle = new SignInThrottle(clock);
  }

  /** Begins a session. An unknown user is answered like a wrong password, and as slowly. */
  async signIn(email: string, password: string, client: Client): Promise<SignedIn> {
    const address = email.toLowerCase();
    this.throttle.begin(address, client.ipAddress);
    const user = await this.db.reader.findOneBy(User, { email: address });
    const decoy = await this.decoyHash();
    const isRight = await verifyPassword(user?.passwordHash ?? decoy, password);
    if (!user?.passwordHash || !isRight) {
      throw new SignInRefused('The email address or the password is wrong');
    }
    this.throttle.succeeded(address, client.ipAddress);
    return this.begin(user, client);
  }

  /** Sets the first password with the secret of `ensureAdministrator`, which is then used up. */
  async signInWithSetupSecret(
    setupSecret: string,
    newPassword: string,
    client: Client,
  ): Promise<SignedIn> {
    const unused = {
      setupHash: this.secrets.hash(setupSecret),
      setupUntil: MoreThan(this.clock.now()),
    };
    const user = await this.db.reader.findOneBy(User, unused);
    if (!user) throw new SignInRefused('This setup secret is unknown, used or expired');
    const passwordHash = await hashPassword(newPassword);
    const used = await this.db.reader.update(
      User,
      { id: user.id, ...unused },
      { passwordHash, setupHash: null, setupUntil: null },
    );
    if (used.affected !== 1)
      throw new SignInRefused('This setup secret is unknown, used or expired');
    await this.onSetUp();
    return this.begin(user, client);
  }

  /** Ends the caller's session. */
  async signOut(caller: Caller): Promise<void> {
    await this.db.reader.delete(Session, { id: sessionOf(caller).sessionId });
  }

  /** Also ends the user's other sessions. */
  async changePassword(caller: Caller, current: string, next: string): Promise<User> {
    const { userId, sessionId } = sessionOf(caller);
    const user = await this.db.reader.findOneByOrFail(User, { id: userId });
    this.throttle.begin(user.email, null);
    const isRight =
      user.passwordHash !== null && (await verifyPassword(user.passwordHash, current));
    if (!isRight) throw new SignInRefused('The current password is wrong');
    this.throttle.succeeded(user.email, null);

    const passwordHash = await hashPassword(next);
    return this.db.transaction(async ({ manager }) => {
      await manager.update(User, { id: userId }, { passwordHash });
      await manager.delete(Session, { userId, id: Not(sessionId) });
      return user;
    });
  }

  private async begin(user: User, client: Client): Promise<SignedIn> {
    const now = this.clock.now();
    const sessionSecret = this.secrets.newSecret('phs');
    const session = Object.assign(new Session(), {
      id: this.ids.next(),
      userId: user.id,
      secretHash: this.secrets.hash(sessionSecret),
      ipAddress: client.ipAddress,
      userAgent: client.userAgent?.slice(0, 255) ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + this.sessionLifetimeMs),
    });
    await this.db.transaction(async ({ manager }) => {
      await manager.delete(Session, { userId: user.id, expiresAt: LessThanOrEqual(now) });
      await manager.insert(Session, session);
    });
    return { user, session, sessionSecret };
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= hashPassword(this.secrets.newSecret('decoy'));
    return this.decoy;
  }
}

function sessionOf({ identity }: Caller): { userId: bigint; sessionId: bigint } {
  if (identity.kind !== 'user' || identity.sessionId === null) throw new PersonRequired();
  return { userId: identity.userId, sessionId: identity.sessionId };
}

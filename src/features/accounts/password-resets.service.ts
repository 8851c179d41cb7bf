import { MoreThan } from 'typeorm';
import type { Logger } from 'pino';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { hashPassword } from '../../platform/passwords.js';
import type { Secrets } from '../../platform/secrets.js';
import { SignInRefused } from './accounts.refusals.js';
import type { AuditedChange, AuditLog } from './audit-log.service.js';
import { Caller, type Origin } from './caller.js';
import type { GuessLedger } from './guess-ledger.service.js';
import { PasswordReset } from './password-reset.entity.js';
import type { Postman } from './postman.js';
import { Session } from './session.entity.js';
import { SignInChallenge } from './sign-in-challenge.entity.js';
import { requirePasswords, type SignInMethods } from './sign-in-methods.js';
import { User } from './user.entity.js';

export interface PasswordResetParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly guesses: GuessLedger;
  readonly postman: Postman;
  readonly audit: AuditLog;
  readonly log: Logger;
  readonly signInMethods: SignInMethods;
  /** Where people reach Posthouse, without a slash at the end. */
  readonly publicUrl: string;
}

/** Lets people who lost their password set a new one, with a token that comes by mail. */
export class PasswordResetService {
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly parts: PasswordResetParts) {}

  /**
   * Sends the mail, if there is such a user. Neither the answer nor its time tells: whatever depends on
   * the user happens afterwards.
   */
  async request(email: string, client: Origin): Promise<void> {
    const { guesses, log, signInMethods } = this.parts;
    requirePasswords(signInMethods);
    await guesses.admit('reset from', client.ipAddress, LIMITS.resetsPerAddress);
    const address = email.toLowerCase();
    const work = this.send(address, client)
      .catch((error: unknown) => log.error({ err: error }, 'a password reset was not sent'))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /** Sets the password, ends all sessions, and uses the token up together with all others of the user. */
  async reset(token: string, newPassword: string, client: Origin): Promise<void> {
    const { db, secrets, clock, guesses, signInMethods } = this.parts;
    requirePasswords(signInMethods);
    const guess = await guesses.begin({ account: null, ipAddress: client.ipAddress });
    const unused = { tokenHash: secrets.hash(token), expiresAt: MoreThan(clock.now()) };
    const found = await db.reader.findOneBy(PasswordReset, unused);
    if (!found) throw new SignInRefused(UNUSABLE);
    await guess.passed();
    const { userId } = found;
    const passwordHash = await hashPassword(newPassword);
    const user = await db.transaction(async (tx) => {
      const { manager } = tx;
      const used = await manager.delete(PasswordReset, unused);
      if (used.affected !== 1) throw new SignInRefused(UNUSABLE);
      await manager.delete(PasswordReset, { userId });
      await manager.update(
        User,
        { id: userId },
        { passwordHash, setupHash: null, setupUntil: null },
      );
      await manager.delete(Session, { userId });
      await manager.delete(SignInChallenge, { userId });
      await this.note(tx, 'user.passwordReset', userId, client);
      return manager.findOneByOrFail(User, { id: userId });
    });
    await this.tellChanged(user);
  }

  /** Resolves when nothing is being sent. */
  async drain(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async send(email: string, client: Origin): Promise<void> {
    const { db, secrets, clock, guesses, postman } = this.parts;
    const user = await db.reader.findOneBy(User, { email });
    if (!user || !(await guesses.isAdmitted('reset of', email, LIMITS.resetsPerUser))) return;
    const token = secrets.newSecret('phr');
    const expiresAt = new Date(clock.now().getTime() + LIMITS.resetLifetimeMs);
    const fresh = { tokenHash: secrets.hash(token), userId: user.id, expiresAt };
    await db.transaction(async (tx) => {
      await tx.manager.insert(PasswordReset, fresh);
      await this.note(tx, 'user.passwordResetRequested', user.id, client);
    });
    await postman.send({
      to: user.email,
      subject: 'Set a new password for Posthouse',
      text: resetText(this.parts.publicUrl, token),
      idempotencyKey: `password reset ${secrets.hash(token).toString('hex')}`,
    });
  }

  /** The token is all that is known of who asks. */
  private note(tx: Tx, action: AuditedChange['action'], id: bigint, client: Origin): Promise<void> {
    const subject = { type: 'User', id } as const;
    const change = { action, organizationId: null, subject };
    return this.parts.audit.record(tx, Caller.anonymous.from(client), change);
  }

  private tellChanged({ id, email }: User): Promise<void> {
    return this.parts.postman.send({
      to: email,
      subject: 'Your password for Posthouse was changed',
      text: CHANGED,
      idempotencyKey: `password changed ${id} ${this.parts.clock.now().getTime()}`,
    });
  }
}

const UNUSABLE = 'This reset token is unknown, used or expired';

const CHANGED = `The password of your account was set anew with a link that was sent to this address. All sign-ins have ended.

If that was not you, ask for another link now, and tell the administrator.
`;

function resetText(publicUrl: string, token: string): string {
  return `Somebody, probably you, wants to set a new password for your account. Within an hour, open

${publicUrl}/reset-password#${token}

or call the mutation resetPassword with the token

${token}

If that was not you, do nothing: the password stays as it is.
`;
}

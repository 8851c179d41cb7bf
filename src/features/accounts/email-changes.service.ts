import { MoreThan } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { isDuplicateKey } from '../../platform/database/duplicate-key.js';
import { findLocked } from '../../platform/database/locked.js';
import type { Secrets } from '../../platform/secrets.js';
import type { AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import { askedMail, changedMail, confirmationMail, takenMail } from './email-change-mail.js';
import { EmailChange } from './email-change.entity.js';
import {
  EmailChangeNotUsable,
  EmailUnchanged,
  RecentSignInRequired,
} from './email-change.refusals.js';
import { userAccount, type GuessLedger } from './guess-ledger.service.js';
import type { PasswordCheck } from './password-check.service.js';
import { PasswordReset } from './password-reset.entity.js';
import { sessionOf } from './person.js';
import type { Postman } from './postman.js';
import { Session } from './session.entity.js';
import { User } from './user.entity.js';

export interface EmailChangeParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly guesses: GuessLedger;
  readonly passwords: PasswordCheck;
  readonly postman: Postman;
  readonly audit: AuditLog;
  /** Where people reach Posthouse, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * Lets people change the address with which they sign in: to one where they read mail. Only the session of the
 * very user can confirm it, so that a mistyped address gives nobody an account.
 */
export class EmailChangeService {
  constructor(private readonly parts: EmailChangeParts) {}

  /**
   * Sends a mail to either address. The answer is the same whether somebody has the new one, and so is the
   * work: its owner gets another mail. A request takes the place of the one before.
   */
  async request(caller: Caller, newEmail: string, password: string | null): Promise<void> {
    const { db, secrets, clock, guesses } = this.parts;
    const { userId } = sessionOf(caller);
    await guesses.admit(
      'email change from',
      caller.origin.ipAddress,
      LIMITS.emailChangesPerAddress,
    );
    await guesses.admit('email change of', userId.toString(), LIMITS.emailChangesPerUser);
    await this.requireProof(caller, password);
    const email = newEmail.toLowerCase();
    const token = secrets.newSecret('phe');
    const tokenHash = secrets.hash(token);
    const expiresAt = new Date(clock.now().getTime() + LIMITS.emailChangeLifetimeMs);
    const user = await db.transaction(async (tx) => {
      const found = await findLocked(tx.manager, User, { id: userId }, 'user');
      if (found.email === email) throw new EmailUnchanged();
      await tx.manager.delete(EmailChange, { userId });
      await tx.manager.insert(EmailChange, { userId, email, tokenHash, expiresAt });
      await this.note(tx, caller, { action: 'user.emailChangeRequested', after: { email } });
      return found;
    });
    await this.send(user, email, token);
  }

  /** The address is the user's from now on; tokens that were mailed to the former one hold no more. */
  async confirm(caller: Caller, token: string): Promise<User> {
    const { db, secrets, clock, guesses, postman } = this.parts;
    const { userId } = sessionOf(caller);
    const { ipAddress } = caller.origin;
    const guess = await guesses.begin({ account: `email change ${userId}`, ipAddress });
    const asked = { userId, tokenHash: secrets.hash(token), expiresAt: MoreThan(clock.now()) };
    const { before, after } = await db.transaction(async (tx) => {
      const user = await findLocked(tx.manager, User, { id: userId }, 'user');
      const change = await tx.manager.findOneBy(EmailChange, asked);
      const used = await tx.manager.delete(EmailChange, asked);
      if (!change || used.affected !== 1) throw new EmailChangeNotUsable();
      const { email } = change;
      await unlessTaken(tx.manager.update(User, { id: userId }, { email }));
      await tx.manager.delete(PasswordReset, { userId });
      const changed = Object.assign(new User(), user, { email });
      await this.note(tx, caller, { action: 'user.emailChanged', before: user, after: changed });
      return { before: user, after: changed };
    });
    await guess.passed();
    await guesses.know({ account: userAccount(after.email), ipAddress });
    const idempotencyKey = `email changed ${asked.tokenHash.toString('hex')}`;
    await postman.send({ to: before.email, ...changedMail(after.email), idempotencyKey });
    return after;
  }

  /** The password, or a session that has just begun. */
  private async requireProof(caller: Caller, password: string | null): Promise<void> {
    if (password !== null) {
      await this.parts.passwords.require(caller, password);
      return;
    }
    const { userId, sessionId } = sessionOf(caller);
    const since = new Date(this.parts.clock.now().getTime() - LIMITS.recentSignInMs);
    const recent = { id: sessionId, userId, createdAt: MoreThan(since) };
    if (!(await this.parts.db.reader.existsBy(Session, recent))) throw new RecentSignInRequired();
  }

  /** However many users ask: nobody gets more than a few of these in an hour. */
  private async send(user: User, email: string, token: string): Promise<void> {
    const { db, secrets, guesses, postman, publicUrl } = this.parts;
    const key = secrets.hash(token).toString('hex');
    const old = { to: user.email, idempotencyKey: `email change asked ${key}` };
    await postman.send({ ...old, ...askedMail(email) });
    const isTaken = await db.reader.existsBy(User, { email });
    if (!(await guesses.isAdmitted('email change to', email, LIMITS.emailChangesToAddress))) return;
    const mail = isTaken ? takenMail() : confirmationMail(publicUrl, token);
    await postman.send({ to: email, ...mail, idempotencyKey: `email change ${key}` });
  }

  private note(
    tx: Tx,
    caller: Caller,
    change: { readonly action: `user.${string}`; readonly before?: object; readonly after: object },
  ): Promise<void> {
    const subject = { type: 'User', id: sessionOf(caller).userId } as const;
    return this.parts.audit.record(tx, caller, { organizationId: null, subject, ...change });
  }
}

/** Somebody else has had the address confirmed, or got it from an administrator, since. */
async function unlessTaken(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    throw isDuplicateKey(error) ? new EmailChangeNotUsable() : error;
  }
}

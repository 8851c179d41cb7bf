import { LessThan, MoreThan } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import type { Secrets } from '../../platform/secrets.js';
import type { Caller } from './caller.js';
import type { GuessLedger } from './guess-ledger.service.js';
import { SignInChallenge } from './sign-in-challenge.entity.js';
import { totpAccount, type TotpService } from './totp.service.js';
import { User } from './user.entity.js';

export interface SignInChallengeParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly guesses: GuessLedger;
  readonly totp: TotpService;
}

/** Sign-ins between the right password and the code. */
export class SignInChallenges {
  constructor(private readonly parts: SignInChallengeParts) {}

  /** Null for a user without a second factor. */
  async beginFor({ id: userId }: User): Promise<{ secret: string; expiresAt: Date } | null> {
    const { db, secrets, clock, totp } = this.parts;
    if (!(await totp.isOn(userId))) return null;
    const secret = secrets.newSecret('phc');
    const expiresAt = new Date(clock.now().getTime() + LIMITS.challengeLifetimeMs);
    const row = { secretHash: secrets.hash(secret), userId, tries: 0, expiresAt };
    await db.reader.insert(SignInChallenge, row);
    return { secret, expiresAt };
  }

  /**
   * Does `work` once, for the right code; null when the challenge is unknown, used, over or tried too
   * often, or the code is wrong. Codes are counted for their user as well, over all challenges.
   */
  async answer<T>(
    challenge: string,
    code: string,
    { origin }: Caller,
    work: (tx: Tx, user: User) => Promise<T>,
  ): Promise<T | null> {
    const { db, secrets, clock, guesses, totp } = this.parts;
    const open = {
      secretHash: secrets.hash(challenge),
      expiresAt: MoreThan(clock.now()),
      tries: LessThan(LIMITS.triesPerChallenge),
    };
    const found = await db.reader.findOneBy(SignInChallenge, open);
    const account = found ? totpAccount(found.userId) : null;
    const guess = await guesses.begin({ account, ipAddress: origin.ipAddress });
    if (!found) return null;
    const tried = await db.reader.increment(SignInChallenge, open, 'tries', 1);
    if (tried.affected !== 1) return null;
    const { secretHash, userId } = found;
    const result = await db.transaction(async (tx) => {
      if (!(await totp.useCode(tx, userId, code))) return null;
      const used = await tx.manager.delete(SignInChallenge, { secretHash });
      if (used.affected !== 1) return null;
      return work(tx, await tx.manager.findOneByOrFail(User, { id: userId }));
    });
    if (result !== null) await guess.succeeded();
    return result;
  }
}

import type { Database } from '../../platform/database/database.js';
import { verifyPassword } from '../../platform/passwords.js';
import { SignInRefused } from './accounts.refusals.js';
import type { Caller } from './caller.js';
import type { FailedSignIns } from './failed-sign-ins.js';
import type { GuessLedger } from './guess-ledger.service.js';
import { sessionOf } from './person.js';
import { requirePasswords, type SignInMethods } from './sign-in-methods.js';
import { User } from './user.entity.js';

/** Asks for the password once more before something that a found, open browser must not do. */
export class PasswordCheck {
  constructor(
    private readonly db: Database,
    private readonly guesses: GuessLedger,
    private readonly failures: FailedSignIns,
    private readonly methods: SignInMethods,
  ) {}

  /** Refuses when it is not the password of the caller; tries are counted. */
  async require(caller: Caller, password: string): Promise<User> {
    requirePasswords(this.methods);
    const { userId } = sessionOf(caller);
    const user = await this.db.reader.findOneByOrFail(User, { id: userId });
    const account = `password again ${userId}`;
    const guess = await this.guesses.begin({ account, ipAddress: null });
    const { passwordHash } = user;
    if (passwordHash === null || !(await verifyPassword(passwordHash, password))) {
      await this.failures.note(caller.origin, userId);
      throw new SignInRefused('The current password is wrong');
    }
    await guess.passed();
    return user;
  }
}

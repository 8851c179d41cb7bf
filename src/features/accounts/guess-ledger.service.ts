import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import { TooManySignIns } from '../../platform/passwords.js';
import type { Secrets } from '../../platform/secrets.js';
import { TtlCache } from '../../platform/ttl-cache.js';
import { readTallies, count, remember, takeBack, type Tally } from './guesses.queries.js';
import { networkOf } from '../../platform/network.js';

/** Who tries, as far as it is known: the account with its door in front, such as `user ann@shop.test`. */
export interface Guesser {
  readonly account: string | null;
  readonly ipAddress: string | null;
}

/** A try that is under way, and counts as failed until it is said that it was not. */
export interface Guess {
  /** The secret was right, but more is asked for: nothing is counted. */
  passed(): Promise<void>;
  /** Signed in: nothing is counted, and from now on the account knows this address. */
  succeeded(): Promise<void>;
}

/**
 * The one ledger of guesses over all doors and processes, kept in the database. Policy, in windows of fixed
 * length: so many failures for an account, so many from an address. An account that has signed in from an
 * address before is counted there by itself, and is not barred by what others do elsewhere or behind
 * the same address. A try counts from its beginning, so that many at once do not slip through.
 */
export class GuessLedger {
  private readonly strays = new TtlCache<true>(LIMITS.addressWindowMs, STRAYS_REMEMBERED);

  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** Throws TooManySignIns when the secret must not even be looked at. */
  async begin(guesser: Guesser): Promise<Guess> {
    const subjects = await this.subjectsOf(guesser);
    if (isOver(subjects, subjects.known, 0)) throw new TooManySignIns(TOO_MANY);
    const { reader } = this.db;
    const now = this.clock.now();
    const counted = await count(reader, subjects.counted, now);
    const passed = () => takeBack(reader, subjects.counted);
    if (isOver(subjects, counted, 1)) {
      await passed();
      throw new TooManySignIns(TOO_MANY);
    }
    const succeeded = async () => {
      await passed();
      await this.remember(subjects);
    };
    return { passed, succeeded };
  }

  /** The account signed in from there by other means, and so knows the address. */
  async know(guesser: Guesser): Promise<void> {
    await this.remember(await this.subjectsOf(guesser));
  }

  /**
   * For secrets that are random and quickly looked up: a right one from an address that the account knows
   * costs one read and no write. Null when the secret is wrong; throws TooManySignIns like `begin`.
   */
  async tryRandom<T>(guesser: Guesser, check: () => Promise<T | null>): Promise<T | null> {
    const subjects = await this.subjectsOf(guesser);
    if (isOver(subjects, subjects.known, 0)) throw new TooManySignIns(TOO_MANY);
    const found = await check();
    if (found !== null && subjects.isFamiliar) return found;
    const guess = await this.begin(guesser);
    if (found !== null) await guess.succeeded();
    return found;
  }

  /**
   * A token or key that nobody has. They are random, so a right one is let in whatever its address did. The
   * same wrong one again is a program that was not told of its end, and counts once.
   */
  async countStray(secret: string, ipAddress: string | null): Promise<void> {
    const key = this.subject('stray', `${ipAddress} ${secret}`).toString('base64');
    await this.strays.get(key, async () => {
      await this.begin({ account: null, ipAddress });
      return true;
    });
  }

  /** For what is not a guess and must be bounded all the same: throws TooManySignIns beyond so many in an hour. */
  async admit(what: string, who: string | null, most: number): Promise<void> {
    if (who !== null && !(await this.isAdmitted(what, networkOf(who), most))) {
      throw new TooManySignIns(TOO_MANY_REQUESTS);
    }
  }

  async isAdmitted(what: string, who: string, most: number): Promise<boolean> {
    const now = this.clock.now();
    const subject = this.subject(what, who);
    const endsAt = later(now, LIMITS.addressWindowMs);
    const counted = await count(this.db.reader, [{ subject, endsAt }], now);
    return (counted.get(textOf(subject))?.failures ?? 0) <= most;
  }

  private async subjectsOf(guesser: Guesser): Promise<Subjects> {
    const { account, address, pair } = this.namesOf(guesser);
    const now = this.clock.now();
    const known = await readTallies(this.db.reader, present([account, address, pair]), now);
    const atPair = pair ? known.get(textOf(pair)) : undefined;
    const isKnown = atPair?.isKnown ?? false;
    const { accountFailures, guessWindowMs, addressWindowMs } = LIMITS;
    const addressFailures = isKnown ? Infinity : LIMITS.addressFailures;
    return {
      known,
      pair,
      isFamiliar: atPair?.isFresh ?? false,
      counted: [
        ...bound(isKnown ? pair : account, later(now, guessWindowMs), accountFailures),
        ...bound(address, later(now, addressWindowMs), addressFailures),
      ],
    };
  }

  private namesOf({ account, ipAddress }: Guesser) {
    const from = ipAddress === null ? null : networkOf(ipAddress);
    return {
      account: account === null ? null : this.subject('account', account),
      address: from === null ? null : this.subject('address', from),
      pair: account && from ? this.subject('pair', `${from} ${account}`) : null,
    };
  }

  private async remember({ pair }: Subjects): Promise<void> {
    const now = this.clock.now();
    if (pair) await remember(this.db.reader, pair, now, later(now, LIMITS.knownAddressMs));
  }

  /** Neither addresses nor names stand in the table. */
  private subject(kind: string, text: string): Buffer {
    return this.secrets.mac('guess', Buffer.from(`${kind} ${text}`));
  }
}

/** Of somebody who signs in with this address, in lower case. */
export function userAccount(email: string): string {
  return `user ${email}`;
}

const STRAYS_REMEMBERED = 10_000;
const TOO_MANY = 'Too many failed sign-ins, try again later';
const TOO_MANY_REQUESTS = 'Too many requests, try again later';

interface Bound {
  readonly subject: Buffer;
  readonly endsAt: Date;
  readonly most: number;
}

interface Subjects {
  readonly known: ReadonlyMap<string, Tally>;
  readonly counted: readonly Bound[];
  readonly pair: Buffer | null;
  /** The account has signed in from here before, and that need not be written down again yet. */
  readonly isFamiliar: boolean;
}

/** `own` is 1 when the try that asks is among those counted. */
function isOver(
  { counted }: Subjects,
  tallies: ReadonlyMap<string, Pick<Tally, 'failures'>>,
  own: 0 | 1,
): boolean {
  return counted.some(
    ({ subject, most }) => (tallies.get(textOf(subject))?.failures ?? 0) - own >= most,
  );
}

function bound(subject: Buffer | null, endsAt: Date, most: number): Bound[] {
  return subject ? [{ subject, endsAt, most }] : [];
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

function present(subjects: readonly (Buffer | null)[]): Buffer[] {
  return subjects.filter((subject) => subject !== null);
}

function textOf(subject: Buffer): string {
  return subject.toString('hex');
}

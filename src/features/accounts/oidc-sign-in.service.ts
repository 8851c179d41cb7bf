import { timingSafeEqual } from 'node:crypto';
import { MoreThan } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import { OidcProvider, type OidcProof } from '../../platform/oidc/oidc-provider.js';
import { OidcDenied } from '../../platform/oidc/oidc.refusals.js';
import { Refusal } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import { Caller } from './caller.js';
import type { FailedSignIns } from './failed-sign-ins.js';
import { userAccount, type Guess, type GuessLedger } from './guess-ledger.service.js';
import type { OidcIdentityService } from './oidc-identities.service.js';
import { OidcPending } from './oidc-pending.entity.js';
import { OidcNotConfigured, OidcSignInOver } from './oidc.refusals.js';
import type { SessionService, SignedIn } from './sessions.service.js';

export interface OidcSignInParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly guesses: GuessLedger;
  readonly failures: FailedSignIns;
  readonly sessions: SessionService;
  readonly identities: OidcIdentityService;
  /** Null where none is configured. */
  readonly provider: OidcProvider | null;
}

/** A sign-in that has begun: where the browser goes now, and the cookie that it comes back with. */
export interface OidcBegun {
  readonly url: string;
  readonly secret: string;
}

export interface OidcFinished extends SignedIn {
  readonly returnTo: string | null;
}

/**
 * How people sign in with an OpenID Connect provider. It has asked for whatever factors it wants, so that none
 * is asked for here. Users are never made: who has none gets one by invitation or from an administrator.
 */
export class OidcSignInService {
  constructor(private readonly parts: OidcSignInParts) {}

  /** `returnTo` is kept as it is; the door sees to it that it leads to ourselves. */
  async begin(returnTo: string | null, { identity, origin }: Caller): Promise<OidcBegun> {
    const { db, secrets, clock, guesses } = this.parts;
    const provider = this.requireProvider();
    await guesses.admit('oidc from', origin.ipAddress, LIMITS.oidcStartsPerAddress);
    const proof = OidcProvider.newProof();
    const url = await provider.signInUrl(proof);
    const secret = secrets.newSecret('pho');
    const kept: Kept = { proof, returnTo, former: formerOf(identity) };
    await db.reader.insert(OidcPending, {
      secretHash: secrets.hash(secret),
      sealed: secrets.seal(Buffer.from(JSON.stringify(kept)), SEAL),
      expiresAt: new Date(clock.now().getTime() + LIMITS.oidcPendingMs),
    });
    return { url, secret };
  }

  /**
   * Begins a session for whom the provider's answer names, once, in the browser that has the secret. What does
   * not hold counts as a failed sign-in of its address, unless the provider itself said no or nothing.
   */
  async finish(
    answer: URLSearchParams,
    secret: string | null,
    asking: Caller,
  ): Promise<OidcFinished> {
    const { guesses, failures } = this.parts;
    const provider = this.requireProvider();
    const { ipAddress } = asking.origin;
    const guess = await guesses.begin({ account: null, ipAddress });
    try {
      const { proof, returnTo, former } = await this.take(answer, secret);
      const signedIn = await this.signIn(provider, { answer, proof }, formerly(asking, former));
      await guess.passed();
      await guesses.know({ account: userAccount(signedIn.user.email), ipAddress });
      return { ...signedIn, returnTo };
    } catch (error) {
      if (await takesBack(error, guess)) throw error;
      await failures.note(asking.origin, null);
      throw error;
    }
  }

  private async signIn(
    provider: OidcProvider,
    { answer, proof }: { readonly answer: URLSearchParams; readonly proof: OidcProof },
    asking: Caller,
  ): Promise<SignedIn> {
    const { db, sessions, identities } = this.parts;
    const person = await provider.personOf(answer, proof);
    const email = (await identities.isKnown(person)) ? null : await person.verifiedEmail();
    return db.transaction(async (tx) => {
      const { user, isNew } = await identities.userOf(tx, person, email);
      const signedIn = await sessions.begin(tx, user, asking, person.issuer);
      if (isNew) await identities.noteLinked(tx, signedIn.caller, person);
      return signedIn;
    });
  }

  /** Uses the pending sign-in up; one whose state is another's stays, so that nobody can end it from outside. */
  private async take(answer: URLSearchParams, secret: string | null): Promise<Kept> {
    const { db, secrets, clock } = this.parts;
    if (secret === null) throw new OidcSignInOver();
    const open = { secretHash: secrets.hash(secret), expiresAt: MoreThan(clock.now()) };
    const found = await db.reader.findOneBy(OidcPending, open);
    if (!found) throw new OidcSignInOver();
    const kept = JSON.parse(secrets.open(found.sealed, SEAL).toString()) as Kept; // sealed by `begin`
    if (!isSame(answer.get('state') ?? '', kept.proof.state)) throw new OidcSignInOver();
    const used = await db.reader.delete(OidcPending, open);
    if (used.affected !== 1) throw new OidcSignInOver();
    return kept;
  }

  private requireProvider(): OidcProvider {
    const { provider } = this.parts;
    if (!provider) throw new OidcNotConfigured();
    return provider;
  }
}

const SEAL = 'oidc pending';

interface Kept {
  readonly proof: OidcProof;
  readonly returnTo: string | null;
  readonly former: Former | null;
}

/** The session in which somebody began: its cookie does not come along from the provider's page. */
interface Former {
  readonly userId: string;
  readonly sessionId: string;
}

function formerOf(identity: Caller['identity']): Former | null {
  if (identity.kind !== 'user' || identity.sessionId === null) return null;
  return { userId: identity.userId.toString(), sessionId: identity.sessionId.toString() };
}

function formerly(asking: Caller, former: Former | null): Caller {
  if (!former) return asking;
  const [userId, sessionId] = [BigInt(former.userId), BigInt(former.sessionId)];
  return new Caller({ kind: 'user', userId, sessionId, tokenId: null }, []).from(asking.origin);
}

function isSame(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether it was no guess: the provider denied it, is not there, or we have a fault. */
async function takesBack(error: unknown, guess: Guess): Promise<boolean> {
  const isGuess =
    error instanceof Refusal && error.kind !== 'busy' && !(error instanceof OidcDenied);
  if (!isGuess) await guess.passed();
  return !isGuess;
}

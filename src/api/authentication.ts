import type { IncomingMessage } from 'node:http';
import { Caller, type Origin } from '../features/accounts/caller.js';
import type { SessionUse } from '../features/accounts/accounts.service.js';
import type { ApiServices } from './context.js';
import { TooManySignIns } from '../platform/passwords.js';
import { badCredentials, tooManyFailures } from './errors.js';

export const SESSION_COOKIE = 'posthouse_session';

/** What a request shows to say who asks. */
export interface Proof {
  readonly authorization: string | null;
  readonly cookie: string | null;
  readonly origin: string | null;
  readonly host: string | null;
}

export function proofOf({ headers }: Pick<IncomingMessage, 'headers'>): Proof {
  const { authorization = null, cookie = null, origin = null, host = null } = headers;
  return { authorization, cookie, origin, host };
}

/** Someone who asks, once known. */
export interface Asker {
  readonly caller: Caller;
  /** Looks again; throws when the proof no longer holds. */
  readonly refreshCaller: () => Promise<Caller>;
  /** The same, where nobody asked for anything: a session does not count as used. */
  readonly watchCaller: () => Promise<Caller>;
}

export const ANONYMOUS: Asker = {
  caller: Caller.anonymous,
  refreshCaller: () => Promise.resolve(Caller.anonymous),
  watchCaller: () => Promise.resolve(Caller.anonymous),
};

/**
 * Knows who asks by `Authorization: Bearer` (an access token or an API key) or the session cookie.
 * Without a session the caller is anonymous; a token or key that does not hold is an error.
 */
export class Authenticator {
  constructor(
    private readonly services: Pick<ApiServices, 'accounts' | 'credentials' | 'guesses'>,
    private readonly publicOrigin: string | null,
  ) {}

  async asker(proof: Proof, client: Origin): Promise<Asker> {
    const look = async (use: SessionUse) => (await this.callerOf(proof, client, use)).from(client);
    return {
      caller: await look('active'),
      refreshCaller: () => look('active'),
      watchCaller: () => look('watched'),
    };
  }

  private async callerOf(proof: Proof, client: Origin, use: SessionUse): Promise<Caller> {
    if (proof.authorization !== null) return this.callerOfBearer(proof.authorization, client);
    const secret = cookieOf(proof.cookie, SESSION_COOKIE);
    if (secret === null) return Caller.anonymous;
    this.requireSameOrigin(proof);
    // A page cannot take back an HttpOnly cookie: with one whose session is over it must still be able to sign in.
    return (await this.services.accounts.callerFromSession(secret, use)) ?? Caller.anonymous;
  }

  private async callerOfBearer(authorization: string, { ipAddress }: Origin): Promise<Caller> {
    const secret = /^Bearer ([\w-]{8,200})$/i.exec(authorization)?.[1] ?? '';
    const caller = await this.callerOfSecret(secret, ipAddress);
    if (caller) return caller;
    await this.countStray(secret, ipAddress);
    throw badCredentials('The access token or API key is unknown, expired or revoked');
  }

  private async countStray(secret: string, ipAddress: string | null): Promise<void> {
    try {
      await this.services.guesses.countStray(secret, ipAddress);
    } catch (error) {
      throw error instanceof TooManySignIns ? tooManyFailures(error.message) : error;
    }
  }

  private async callerOfSecret(secret: string, ipAddress: string | null): Promise<Caller | null> {
    if (secret.startsWith('pht_')) return this.services.accounts.callerFromToken(secret, ipAddress);
    if (secret.startsWith('phk_'))
      return this.services.credentials.callerFromApiKey(secret, ipAddress);
    return null;
  }

  /**
   * SameSite=Strict keeps the cookie at home; this also holds where a browser does not know that. The host
   * that a request names is asked only where PUBLIC_URL does not say which one is ours.
   */
  private requireSameOrigin({ origin, host }: Proof): void {
    if (origin === null || origin === this.publicOrigin) return;
    const isOwn =
      this.publicOrigin === null && URL.canParse(origin) && new URL(origin).host === host;
    if (!isOwn) throw badCredentials('The session cookie does not work from another origin');
  }
}

/** The Set-Cookie value that signs a browser in, or out when `secret` is null. */
export function sessionCookie(
  secret: string | null,
  { isSecure, lifetimeMs }: { readonly isSecure: boolean; readonly lifetimeMs: number },
): string {
  const age = secret === null ? 0 : Math.floor(lifetimeMs / 1_000);
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${isSecure ? '; Secure' : ''}`;
  return `${SESSION_COOKIE}=${secret ?? ''}; ${attributes}`;
}

/** The value of a cookie, null when it is not there. */
export function cookieOf(header: string | null, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key = '', value = ''] = pair.trim().split('=', 2);
    if (key === name && value !== '') return value;
  }
  return null;
}

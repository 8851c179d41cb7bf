import * as client from 'openid-client';
import type { GuardedFetch } from '../egress/guarded-fetch.js';
import { FetchFailed } from '../egress/guarded-fetch.js';
import { TtlCache } from '../ttl-cache.js';
import { OidcAnswerInvalid, OidcDenied, OidcUnavailable } from './oidc.refusals.js';

export interface OidcRegistration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
}

/** What binds the provider's answer to one sign-in; kept until then, and shown to nobody but the provider. */
export interface OidcProof {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Whom the provider signed in. */
export interface OidcPerson {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case; null unless the provider says that it has verified the address. */
  verifiedEmail(): Promise<string | null>;
}

const DISCOVERY_MS = 600_000;
const CLOCK_TOLERANCE_S = 30;

/**
 * The OpenID Connect provider, asked by the authorization code flow with PKCE, state and nonce (OpenID Connect
 * Core §3.1, RFC 7636). The signature of an ID token is verified, although it comes over TLS. What
 * discovery says is remembered for a while.
 */
export class OidcProvider {
  private readonly discovered = new TtlCache<client.Configuration>(DISCOVERY_MS, 1);

  constructor(
    private readonly registration: OidcRegistration,
    private readonly web: GuardedFetch,
  ) {}

  static newProof(): OidcProof {
    return {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
  }

  /** Where to send a browser so that the provider signs the person in. */
  async signInUrl({ state, nonce, codeVerifier }: OidcProof): Promise<string> {
    const configuration = await this.configuration();
    const parameters = {
      redirect_uri: this.registration.redirectUri,
      scope: 'openid email',
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    };
    return client.buildAuthorizationUrl(configuration, parameters).href;
  }

  /** Whom the answer to this sign-in names; refuses what the provider did not say, or not to us, or not now. */
  async personOf(answer: URLSearchParams, proof: OidcProof): Promise<OidcPerson> {
    const configuration = await this.configuration();
    const url = new URL(`${this.registration.redirectUri}?${answer.toString()}`);
    return this.asking(async () => {
      const tokens = await client.authorizationCodeGrant(configuration, url, {
        expectedState: proof.state,
        expectedNonce: proof.nonce,
        pkceCodeVerifier: proof.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new OidcAnswerInvalid();
      const { iss: issuer, sub: subject } = claims;
      const userInfo = () => client.fetchUserInfo(configuration, tokens.access_token, subject);
      const hasEmail = 'email' in claims || !configuration.serverMetadata().userinfo_endpoint;
      return {
        issuer,
        subject,
        verifiedEmail: () =>
          this.asking(async () => verifiedEmailOf(hasEmail ? claims : await userInfo())),
      };
    });
  }

  private async configuration(): Promise<client.Configuration> {
    const found = await this.discovered.get('', () => this.asking(() => this.discover()));
    if (!found) throw new OidcUnavailable();
    return found;
  }

  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.registration;
    const url = new URL(issuer);
    const metadata = { [client.clockTolerance]: CLOCK_TOLERANCE_S };
    // Settings admit http for loopback alone, and so does the guarded fetch.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out
    const withoutTls = url.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    return client.discovery(url, clientId, metadata, authentication(clientSecret), {
      [client.customFetch]: (asked, options) => this.fetch(asked, options),
      execute: [client.enableNonRepudiationChecks, ...withoutTls],
    });
  }

  private async fetch(url: string, options: client.CustomFetchOptions): Promise<Response> {
    const answer = await this.web.fetch(url, options);
    if (answer.status >= 500) throw new FetchFailed(`${new URL(url).origin} has a fault`);
    return answer;
  }

  private async asking<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw meaningOf(error);
    }
  }
}

/** As the provider wants it: in the header, which is the default of OpenID Connect, or in the body. */
function authentication(secret: string): client.ClientAuth {
  const basic = client.ClientSecretBasic(secret);
  const post = client.ClientSecretPost(secret);
  return (server, ...rest) => {
    const supported = server.token_endpoint_auth_methods_supported ?? [];
    const isPost = supported.includes('client_secret_post');
    const isBasic = supported.includes('client_secret_basic') || !isPost;
    (isBasic ? basic : post)(server, ...rest);
  };
}

function verifiedEmailOf(claims: Readonly<Record<string, unknown>>): string | null {
  const { email, email_verified: isVerified } = claims;
  return typeof email === 'string' && isVerified === true ? email.toLowerCase() : null;
}

const OF_THE_PROVIDER = new Set(['server_error', 'temporarily_unavailable']);

function meaningOf(error: unknown): Error {
  if (error instanceof OidcAnswerInvalid) return error;
  if (error instanceof client.AuthorizationResponseError) {
    if (OF_THE_PROVIDER.has(error.error)) return new OidcUnavailable({ cause: error });
    return new OidcDenied(/^[a-z_]{1,40}$/.test(error.error) ? error.error : 'no reason given');
  }
  if (isUnknownClient(error) || hasFailedFetch(error)) return new OidcUnavailable({ cause: error });
  return new OidcAnswerInvalid({ cause: error });
}

/** OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is not what the provider has: not the fault of who signs in. */
function isUnknownClient(error: unknown): boolean {
  return error instanceof client.ResponseBodyError && error.error === 'invalid_client';
}

function hasFailedFetch(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof FetchFailed || hasFailedFetch(error.cause);
}

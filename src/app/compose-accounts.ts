import { OIDC_CALLBACK, OIDC_START } from '../api/oidc-paths.js';
import { AccessTokenService } from '../features/accounts/access-tokens.service.js';
import { AccountService } from '../features/accounts/accounts.service.js';
import { AuditChain } from '../features/accounts/audit-chain.service.js';
import { AuditCheck } from '../features/accounts/audit-check.service.js';
import { AuditReadService } from '../features/accounts/audit-read.service.js';
import { AuditLog } from '../features/accounts/audit-log.service.js';
import {
  EmailChangeService,
  type EmailChangeParts,
} from '../features/accounts/email-changes.service.js';
import { GuessLedger } from '../features/accounts/guess-ledger.service.js';
import { OidcIdentityService } from '../features/accounts/oidc-identities.service.js';
import {
  OidcSignInService,
  type OidcSignInParts,
} from '../features/accounts/oidc-sign-in.service.js';
import { OrganizationTokenService } from '../features/accounts/organization-tokens.service.js';
import { OrganizationService } from '../features/accounts/organizations.service.js';
import { FailedSignIns } from '../features/accounts/failed-sign-ins.js';
import { PasswordCheck } from '../features/accounts/password-check.service.js';
import {
  PasswordResetService,
  type PasswordResetParts,
} from '../features/accounts/password-resets.service.js';
import { SessionService } from '../features/accounts/sessions.service.js';
import { SignInChallenges } from '../features/accounts/sign-in-challenges.service.js';
import type { SignInMethods } from '../features/accounts/sign-in-methods.js';
import { SignInService } from '../features/accounts/sign-in.service.js';
import { UserService } from '../features/accounts/users.service.js';
import { TotpService } from '../features/accounts/totp.service.js';
import { LIMITS } from '../config/limits.js';
import { GuardedFetch } from '../platform/egress/guarded-fetch.js';
import { OidcProvider } from '../platform/oidc/oidc-provider.js';
import { forgetFirstSignIn } from './first-start.js';
import type { ResolvedConfig } from './posthouse.js';
import type { Ground } from './compose.js';

/** People, their rights and their ways to sign in: a part of `compose`. */
export function composeAccounts(ground: Ground) {
  const { db, pool, secrets, ids, clock, config } = ground;
  const signInMethods = signInMethodsOf(config);
  const audit = new AuditLog(secrets, ids, clock);
  const auditChain = new AuditChain(pool, secrets);
  const auditCheck = new AuditCheck(pool, secrets);
  const auditReads = new AuditReadService({ db, pool, audit, check: auditCheck });
  const accounts = new AccountService(db, secrets, ids, clock, config, audit);
  const organizations = new OrganizationService(db, ids, clock, audit);
  const accessTokens = new AccessTokenService(db, secrets, ids, clock, organizations, audit);
  const tokenParts = { db, secrets, ids, clock, organizations, audit };
  const organizationTokens = new OrganizationTokenService(tokenParts);
  const lifetimeMs = config.SESSION_LIFETIME;
  const sessions = new SessionService({ db, secrets, ids, clock, audit, lifetimeMs });
  const guesses = new GuessLedger(db, secrets, clock);
  const failures = new FailedSignIns(db, audit, clock);
  const passwords = new PasswordCheck(db, guesses, failures, signInMethods);
  const totp = new TotpService({ db, secrets, clock, audit, guesses, passwords });
  const challenges = new SignInChallenges({ db, secrets, clock, guesses, totp });
  const signIns = new SignInService({
    ...{ db, secrets, clock, audit, guesses, failures, sessions, challenges, passwords },
    methods: signInMethods,
    onSetUp: () => forgetFirstSignIn(config.DATA_DIR),
  });
  const users = new UserService(db, ids, clock, audit, signInMethods);
  const tokens = { accessTokens, organizationTokens };
  const auditing = { audit, auditChain, auditCheck, auditReads };
  const oidcIdentities = new OidcIdentityService(db, ids, clock, audit, signInMethods);
  const oidcParts = { guesses, failures, sessions, identities: oidcIdentities };
  const oidc = { oidcIdentities, oidcSignIns: composeOidc(ground, oidcParts), signInMethods };
  const signingIn = { guesses, sessions, signIns, passwords, totp, ...oidc };
  return { ...auditing, ...signingIn, accounts, users, organizations, ...tokens };
}

function signInMethodsOf(config: ResolvedConfig): SignInMethods {
  const { PASSWORD_SIGN_IN: password, OIDC_ISSUER, OIDC_NAME: name } = config;
  const startUrl = `${publicUrlOf(config)}${OIDC_START}`;
  return { password, oidc: OIDC_ISSUER === undefined ? null : { name, startUrl } };
}

function composeOidc(
  ground: Ground,
  parts: Pick<OidcSignInParts, 'guesses' | 'failures' | 'sessions' | 'identities'>,
): OidcSignInService {
  const { db, secrets, clock } = ground;
  return new OidcSignInService({ db, secrets, clock, ...parts, provider: composeProvider(ground) });
}

function composeProvider({ guard, dns, config }: Ground): OidcProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = config;
  const { OIDC_CLIENT_SECRET: clientSecret } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  const { oidcAnswerMs: timeoutMs, oidcAnswerBytes: maxBytes } = LIMITS;
  const redirectUri = `${publicUrlOf(config)}${OIDC_CALLBACK}`;
  const web = new GuardedFetch({ guard, dns, timeoutMs, maxBytes });
  return new OidcProvider({ issuer, clientId, clientSecret, redirectUri }, web);
}

/** Without a slash at the end. */
function publicUrlOf({ PUBLIC_URL, HTTP_LISTEN }: ResolvedConfig): string {
  return (PUBLIC_URL ?? `http://${HTTP_LISTEN}`).replace(/\/+$/, '');
}

/** What goes by mail: it needs the postman, who needs the rest of the house. */
export function composeByMail(
  { db, secrets, clock, log, config }: Ground,
  parts: Pick<PasswordResetParts, 'audit' | 'guesses' | 'postman' | 'signInMethods'> &
    Pick<EmailChangeParts, 'passwords'>,
) {
  const shared = { db, secrets, clock, log, publicUrl: publicUrlOf(config), ...parts };
  return {
    passwordResets: new PasswordResetService(shared),
    emailChanges: new EmailChangeService(shared),
  };
}

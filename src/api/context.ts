import type { AccessTokenService } from '../features/accounts/access-tokens.service.js';
import type { AccountService } from '../features/accounts/accounts.service.js';
import type { AuditReadService } from '../features/accounts/audit-read.service.js';
import type { Caller } from '../features/accounts/caller.js';
import type { EmailChangeService } from '../features/accounts/email-changes.service.js';
import type { InvitationAnswerService } from '../features/accounts/invitation-answer.service.js';
import type { InvitationService } from '../features/accounts/invitations.service.js';
import type { MemberReadService } from '../features/accounts/member-read.service.js';
import type { MemberService } from '../features/accounts/members.service.js';
import type { GuessLedger } from '../features/accounts/guess-ledger.service.js';
import type { OidcIdentityService } from '../features/accounts/oidc-identities.service.js';
import type { OidcSignInService } from '../features/accounts/oidc-sign-in.service.js';
import type { OrganizationTokenService } from '../features/accounts/organization-tokens.service.js';
import type { OrganizationService } from '../features/accounts/organizations.service.js';
import type { PasswordResetService } from '../features/accounts/password-resets.service.js';
import type { SessionService } from '../features/accounts/sessions.service.js';
import type { SignInMethods } from '../features/accounts/sign-in-methods.js';
import type { SignInService } from '../features/accounts/sign-in.service.js';
import type { UserService } from '../features/accounts/users.service.js';
import type { TotpService } from '../features/accounts/totp.service.js';
import type { DeliveryReadService } from '../features/delivery/deliveries-read.service.js';
import type { DeliveryService } from '../features/delivery/deliveries.service.js';
import type { SendUsageService } from '../features/delivery/send-usage.service.js';
import type { DocumentService } from '../features/documents/documents.service.js';
import type { DomainCheckService } from '../features/domains/domain-checks.service.js';
import type { DomainRegistry } from '../features/domains/domain-registry.service.js';
import type { DomainService } from '../features/domains/domains.service.js';
import type { EventStream } from '../features/events/event-stream.service.js';
import type { EventReadService } from '../features/events/events-read.service.js';
import type { MessageIntake } from '../features/messages/intake.service.js';
import type { MessageReadService } from '../features/messages/message-read.service.js';
import type { SendService } from '../features/messages/send.service.js';
import type { CredentialIssuer } from '../features/servers/credential-issuer.service.js';
import type { CredentialService } from '../features/servers/credentials.service.js';
import type { OrganizationLifecycle } from '../features/servers/organization-lifecycle.service.js';
import type { ServerLifecycle } from '../features/servers/server-lifecycle.service.js';
import type { ServerService } from '../features/servers/servers.service.js';
import type { Admission } from '../platform/admission/admission.js';
import type { OperationCost } from './budget.js';
import type { Loaders } from './loaders.js';

/** The use cases that resolvers may call. */
export interface ApiServices {
  readonly admission: Admission;
  readonly accounts: AccountService;
  readonly users: UserService;
  readonly guesses: GuessLedger;
  readonly sessions: SessionService;
  readonly signIns: SignInService;
  readonly signInMethods: SignInMethods;
  readonly oidcIdentities: OidcIdentityService;
  readonly oidcSignIns: OidcSignInService;
  readonly totp: TotpService;
  readonly emailChanges: EmailChangeService;
  readonly passwordResets: PasswordResetService;
  readonly accessTokens: AccessTokenService;
  readonly auditReads: AuditReadService;
  readonly invitations: InvitationService;
  readonly invitationAnswers: InvitationAnswerService;
  readonly members: MemberService;
  readonly memberReads: MemberReadService;
  readonly organizations: OrganizationService;
  readonly documents: DocumentService;
  readonly organizationTokens: OrganizationTokenService;
  readonly servers: ServerService;
  readonly serverLifecycle: ServerLifecycle;
  readonly organizationLifecycle: OrganizationLifecycle;
  readonly credentials: CredentialService;
  readonly credentialIssuer: CredentialIssuer;
  readonly domains: DomainService;
  readonly domainRegistry: DomainRegistry;
  readonly domainChecks: DomainCheckService;
  readonly intake: MessageIntake;
  readonly sends: SendService;
  readonly messages: MessageReadService;
  readonly deliveries: DeliveryService;
  readonly deliveryReads: DeliveryReadService;
  readonly sendUsage: SendUsageService;
  readonly events: EventReadService;
  readonly eventStream: EventStream;
}

/** What one operation knows: who asks, from where, and what was loaded already. */
export interface ApiContext {
  readonly caller: Caller;
  readonly services: ApiServices;
  readonly requestId: string;
  readonly clientIp: string | null;
  readonly userAgent: string | null;
  /** The Idempotency-Key header: the default of `input.idempotencyKey`. */
  readonly idempotencyKey: string | null;
  /** What the operation was charged; null until it was. */
  readonly cost: OperationCost | null;
  /** Batches and remembers reads of this operation. */
  readonly loaders: Loaders;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
  /** Aborted when the door closes: streams end. */
  readonly closing: AbortSignal;
  /** Asks again who the caller is, so that a stream ends when a permission is withdrawn. */
  refreshCaller(): Promise<Caller>;
  /** Signs the browser in (a secret) or out (null); without effect on transports without cookies. */
  setSessionCookie(secret: string | null): void;
}

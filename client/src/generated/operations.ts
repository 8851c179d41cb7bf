/** Made from schema/schema.graphql by `npm run codegen`. */
import type { IdVariables, NoVariables, Operation } from '../operation.js';
import type {
  AcceptInvitationInput,
  AcceptInvitationResult,
  AccessToken,
  AddMemberInput,
  AddMemberResult,
  Attempt,
  AuditEntry,
  AuditLogFilter,
  AuditVerification,
  BeginTotpInput,
  BeginTotpResult,
  CancelDeliveriesInput,
  CancelDeliveriesResult,
  ChangePasswordInput,
  ChangePasswordResult,
  CheckDomainInput,
  CheckDomainResult,
  ConfirmEmailChangeInput,
  ConfirmEmailChangeResult,
  ConfirmTotpInput,
  ConfirmTotpResult,
  CreateAccessTokenInput,
  CreateAccessTokenResult,
  CreateCredentialInput,
  CreateCredentialResult,
  CreateDomainInput,
  CreateDomainResult,
  CreateMailServerInput,
  CreateMailServerResult,
  CreateOrganizationInput,
  CreateOrganizationResult,
  CreateOrganizationTokenInput,
  CreateOrganizationTokenResult,
  CreateUserInput,
  CreateUserResult,
  Credential,
  DeleteDocumentsInput,
  DeleteDocumentsResult,
  DeleteDomainInput,
  DeleteDomainResult,
  DeleteMailServerInput,
  DeleteMailServerResult,
  DeleteOrganizationInput,
  DeleteOrganizationResult,
  DeleteUserInput,
  DeleteUserResult,
  Delivery,
  DeliveryAttemptsConnection,
  DeliveryEventFilter,
  DeliveryFilter,
  DisableTotpInput,
  DisableTotpResult,
  Domain,
  Event,
  EventFilter,
  Invitation,
  InviteMemberInput,
  InviteMemberResult,
  LeaveOrganizationInput,
  LeaveOrganizationResult,
  LimitMailServerInput,
  LimitMailServerResult,
  MailServer,
  MailServerCredentialsConnection,
  MailServerDeliveriesConnection,
  MailServerDomainsConnection,
  MailServerEventsConnection,
  MailServerMessagesConnection,
  Member,
  Message,
  MessageDeliveriesConnection,
  MessageEventsConnection,
  MessageFilter,
  OidcIdentity,
  Organization,
  OrganizationAccessTokensConnection,
  OrganizationAuditLogConnection,
  OrganizationDocumentsConnection,
  OrganizationDomainsConnection,
  OrganizationInvitationsConnection,
  OrganizationMailServersConnection,
  OrganizationMembersConnection,
  PersistedDocument,
  QueryAuditLogConnection,
  QueryMailServersConnection,
  QueryOrganizationsConnection,
  QueryUsersConnection,
  RateLimit,
  RegisterDocumentsInput,
  RegisterDocumentsResult,
  ReleaseDeliveriesInput,
  ReleaseDeliveriesResult,
  RemoveMemberInput,
  RemoveMemberResult,
  RenewRecoveryCodesInput,
  RenewRecoveryCodesResult,
  RequestEmailChangeInput,
  RequestEmailChangeResult,
  RequestPasswordResetInput,
  RequestPasswordResetResult,
  ResendInvitationInput,
  ResendInvitationResult,
  ResetPasswordInput,
  ResetPasswordResult,
  RestoreMailServerInput,
  RestoreMailServerResult,
  RestoreOrganizationInput,
  RestoreOrganizationResult,
  RetryDeliveriesInput,
  RetryDeliveriesResult,
  RevokeAccessTokenInput,
  RevokeAccessTokenResult,
  RevokeCredentialInput,
  RevokeCredentialResult,
  RevokeInvitationInput,
  RevokeInvitationResult,
  RevokeOrganizationTokenInput,
  RevokeOrganizationTokenResult,
  RevokeSessionInput,
  RevokeSessionResult,
  SendMessageInput,
  SendMessageResult,
  SendMessagesInput,
  SendMessagesResult,
  SendRawMessageInput,
  SendRawMessageResult,
  Session,
  SetUserAdministratorInput,
  SetUserAdministratorResult,
  SignInInput,
  SignInMethods,
  SignInResult,
  SignInWithSetupSecretInput,
  SignInWithSetupSecretResult,
  SignInWithTotpInput,
  SignInWithTotpResult,
  SignOutEverywhereResult,
  SignOutResult,
  SuspendMailServerInput,
  SuspendMailServerResult,
  SuspendOrganizationInput,
  SuspendOrganizationResult,
  TransferOwnershipInput,
  TransferOwnershipResult,
  UnlinkOidcIdentityInput,
  UnlinkOidcIdentityResult,
  UnsuspendMailServerInput,
  UnsuspendMailServerResult,
  UnsuspendOrganizationInput,
  UnsuspendOrganizationResult,
  UpdateCredentialInput,
  UpdateCredentialResult,
  UpdateMailServerInput,
  UpdateMailServerResult,
  UpdateMemberInput,
  UpdateMemberResult,
  UpdateOrganizationInput,
  UpdateOrganizationResult,
  UpdateProfileInput,
  UpdateProfileResult,
  UpdateUserInput,
  UpdateUserResult,
  User,
  Viewer,
} from './types.js';

export interface AuditLogVariables {
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** Which entries are meant. */
  readonly filter?: AuditLogFilter | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface MailServersVariables {
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface OrganizationsVariables {
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface UsersVariables {
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListDeliveryAttemptsVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListMailServerCredentialsVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListMailServerDeliveriesVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** Which deliveries are meant. */
  readonly filter?: DeliveryFilter | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListMailServerDomainsVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListMailServerEventsVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** Which events are meant. */
  readonly filter?: EventFilter | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListMailServerMessagesVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** Which messages are meant. */
  readonly filter?: MessageFilter | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListMessageDeliveriesVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** Which deliveries are meant. */
  readonly filter?: DeliveryFilter | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListMessageEventsVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** Which events are meant. */
  readonly filter?: EventFilter | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListOrganizationAccessTokensVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListOrganizationAuditLogVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** Which entries are meant. */
  readonly filter?: AuditLogFilter | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListOrganizationDocumentsVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListOrganizationDomainsVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListOrganizationInvitationsVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListOrganizationMailServersVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface ListOrganizationMembersVariables {
  /** Global id of the object. */
  readonly id: string;
  /** Only what follows this cursor. */
  readonly after?: string | null | undefined;
  /** Only what comes before this cursor. */
  readonly before?: string | null | undefined;
  /** How many, from the start or after `after`; default 25, at most 100. */
  readonly first?: number | null | undefined;
  /** How many, from the end or before `before`; at most 100. */
  readonly last?: number | null | undefined;
}

export interface AcceptInvitationVariables {
  /** Which one. */
  readonly input: AcceptInvitationInput;
}

export interface AddMemberVariables {
  /** Who, and where. */
  readonly input: AddMemberInput;
}

export interface BeginTotpVariables {
  /** Your password. */
  readonly input: BeginTotpInput;
}

export interface CancelDeliveriesVariables {
  /** Which deliveries. */
  readonly input: CancelDeliveriesInput;
}

export interface ChangePasswordVariables {
  /** The old and the new password. */
  readonly input: ChangePasswordInput;
}

export interface CheckDomainVariables {
  /** Which one. */
  readonly input: CheckDomainInput;
}

export interface ConfirmEmailChangeVariables {
  /** The token. */
  readonly input: ConfirmEmailChangeInput;
}

export interface ConfirmTotpVariables {
  /** A first code. */
  readonly input: ConfirmTotpInput;
}

export interface CreateAccessTokenVariables {
  /** The new access token. */
  readonly input: CreateAccessTokenInput;
}

export interface CreateCredentialVariables {
  /** The new credential. */
  readonly input: CreateCredentialInput;
}

export interface CreateDomainVariables {
  /** The new domain. */
  readonly input: CreateDomainInput;
}

export interface CreateMailServerVariables {
  /** The new mail server. */
  readonly input: CreateMailServerInput;
}

export interface CreateOrganizationVariables {
  /** The new organization. */
  readonly input: CreateOrganizationInput;
}

export interface CreateOrganizationTokenVariables {
  /** The new access token. */
  readonly input: CreateOrganizationTokenInput;
}

export interface CreateUserVariables {
  /** The new user. */
  readonly input: CreateUserInput;
}

export interface DeleteDocumentsVariables {
  /** Which documents of whom. */
  readonly input: DeleteDocumentsInput;
}

export interface DeleteDomainVariables {
  /** Which one. */
  readonly input: DeleteDomainInput;
}

export interface DeleteMailServerVariables {
  /** Which one. */
  readonly input: DeleteMailServerInput;
}

export interface DeleteOrganizationVariables {
  /** Which one. */
  readonly input: DeleteOrganizationInput;
}

export interface DeleteUserVariables {
  /** Which one. */
  readonly input: DeleteUserInput;
}

export interface DisableTotpVariables {
  /** Your password, and a code. */
  readonly input: DisableTotpInput;
}

export interface InviteMemberVariables {
  /** Whom. */
  readonly input: InviteMemberInput;
}

export interface LeaveOrganizationVariables {
  /** Which one. */
  readonly input: LeaveOrganizationInput;
}

export interface LimitMailServerVariables {
  /** Which one, and its limits. */
  readonly input: LimitMailServerInput;
}

export interface RegisterDocumentsVariables {
  /** The documents, and who keeps them. */
  readonly input: RegisterDocumentsInput;
}

export interface ReleaseDeliveriesVariables {
  /** Which deliveries. */
  readonly input: ReleaseDeliveriesInput;
}

export interface RemoveMemberVariables {
  /** Which one. */
  readonly input: RemoveMemberInput;
}

export interface RenewRecoveryCodesVariables {
  /** A code. */
  readonly input: RenewRecoveryCodesInput;
}

export interface RequestEmailChangeVariables {
  /** Your new address. */
  readonly input: RequestEmailChangeInput;
}

export interface RequestPasswordResetVariables {
  /** Who lost a password. */
  readonly input: RequestPasswordResetInput;
}

export interface ResendInvitationVariables {
  /** Which one. */
  readonly input: ResendInvitationInput;
}

export interface ResetPasswordVariables {
  /** The token and the new password. */
  readonly input: ResetPasswordInput;
}

export interface RestoreMailServerVariables {
  /** Which one. */
  readonly input: RestoreMailServerInput;
}

export interface RestoreOrganizationVariables {
  /** Which one. */
  readonly input: RestoreOrganizationInput;
}

export interface RetryDeliveriesVariables {
  /** Which deliveries. */
  readonly input: RetryDeliveriesInput;
}

export interface RevokeAccessTokenVariables {
  /** Which access token. */
  readonly input: RevokeAccessTokenInput;
}

export interface RevokeCredentialVariables {
  /** Which one. */
  readonly input: RevokeCredentialInput;
}

export interface RevokeInvitationVariables {
  /** Which one. */
  readonly input: RevokeInvitationInput;
}

export interface RevokeOrganizationTokenVariables {
  /** Which access token. */
  readonly input: RevokeOrganizationTokenInput;
}

export interface RevokeSessionVariables {
  /** Which session. */
  readonly input: RevokeSessionInput;
}

export interface SendMessageVariables {
  /** The message. */
  readonly input: SendMessageInput;
}

export interface SendMessagesVariables {
  /** The messages. */
  readonly input: SendMessagesInput;
}

export interface SendRawMessageVariables {
  /** The message. */
  readonly input: SendRawMessageInput;
}

export interface SetUserAdministratorVariables {
  /** Which one, and whether. */
  readonly input: SetUserAdministratorInput;
}

export interface SignInVariables {
  /** Who signs in. */
  readonly input: SignInInput;
}

export interface SignInWithSetupSecretVariables {
  /** The secret and the new password. */
  readonly input: SignInWithSetupSecretInput;
}

export interface SignInWithTotpVariables {
  /** The challenge and the code. */
  readonly input: SignInWithTotpInput;
}

export interface SuspendMailServerVariables {
  /** Which one, and why. */
  readonly input: SuspendMailServerInput;
}

export interface SuspendOrganizationVariables {
  /** Which one, and why. */
  readonly input: SuspendOrganizationInput;
}

export interface TransferOwnershipVariables {
  /** To whom. */
  readonly input: TransferOwnershipInput;
}

export interface UnlinkOidcIdentityVariables {
  /** Which one. */
  readonly input: UnlinkOidcIdentityInput;
}

export interface UnsuspendMailServerVariables {
  /** Which one. */
  readonly input: UnsuspendMailServerInput;
}

export interface UnsuspendOrganizationVariables {
  /** Which one. */
  readonly input: UnsuspendOrganizationInput;
}

export interface UpdateCredentialVariables {
  /** Which one, and the change. */
  readonly input: UpdateCredentialInput;
}

export interface UpdateMailServerVariables {
  /** Which one, and its settings. */
  readonly input: UpdateMailServerInput;
}

export interface UpdateMemberVariables {
  /** Which one, and what. */
  readonly input: UpdateMemberInput;
}

export interface UpdateOrganizationVariables {
  /** Which one, and what. */
  readonly input: UpdateOrganizationInput;
}

export interface UpdateProfileVariables {
  /** What to change. */
  readonly input: UpdateProfileInput;
}

export interface UpdateUserVariables {
  /** Which one, and what. */
  readonly input: UpdateUserInput;
}

export interface DeliveryEventsVariables {
  /** Begin behind this event. */
  readonly after?: string | null | undefined;
  /** Which events are meant. */
  readonly filter?: DeliveryEventFilter | null | undefined;
  /** The mail server. */
  readonly serverId: string;
}

/** What was changed in all organizations where you have audit:read, oldest first; for an installation administrator also what concerns the whole installation, such as sign-ins. Needs audit:read. */
export const auditLog: Operation<QueryAuditLogConnection, AuditLogVariables> = {
  kind: 'query',
  at: ['auditLog'],
  text: `query AuditLog($after: String, $before: String, $filter: AuditLogFilter, $first: Int, $last: Int) { auditLog(after: $after, before: $before, filter: $filter, first: $first, last: $last) { __typename nodes { __typename action actor { __typename accessTokenId credentialId kind sessionId userId } after before createdAt hash id ipAddress mailServerId organizationId position subjectId subjectType userAgent } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } }`,
};

/** Checks every audit log that you may read now. Needs audit:read. */
export const auditVerification: Operation<AuditVerification, NoVariables> = {
  kind: 'query',
  at: ['auditVerification'],
  text: `query AuditVerification { auditVerification { __typename checkedEntries firstFlaw { __typename entry { __typename action actor { __typename accessTokenId credentialId kind sessionId userId } after before createdAt hash id ipAddress mailServerId organizationId position subjectId subjectType userAgent } kind organizationId position } isIntact lastHash lastPosition } }`,
};

/** The mail servers that you may see, oldest first. Needs servers:read. */
export const mailServers: Operation<QueryMailServersConnection, MailServersVariables> = {
  kind: 'query',
  at: ['mailServers'],
  text: `query MailServers($after: String, $before: String, $first: Int, $last: Int) { mailServers(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } }`,
};

/** The organizations that you may see, oldest first. Needs organizations:read. */
export const organizations: Operation<QueryOrganizationsConnection, OrganizationsVariables> = {
  kind: 'query',
  at: ['organizations'],
  text: `query Organizations($after: String, $before: String, $first: Int, $last: Int) { organizations(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename createdAt id name slug suspendedAt suspensionReason } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } }`,
};

/** What you have left to spend on operations. Needs a sign-in. */
export const rateLimit: Operation<RateLimit, NoVariables> = {
  kind: 'query',
  at: ['rateLimit'],
  text: `query RateLimit { rateLimit { __typename available capacity cost fullAfterMs operationLimit restoreRate } }`,
};

/** How people may sign in here. Needs no permission. */
export const signInMethods: Operation<SignInMethods, NoVariables> = {
  kind: 'query',
  at: ['signInMethods'],
  text: `query SignInMethods { signInMethods { __typename oidc { __typename name startUrl } password } }`,
};

/** The users of the installation, oldest first. Needs users:manage. */
export const users: Operation<QueryUsersConnection, UsersVariables> = {
  kind: 'query',
  at: ['users'],
  text: `query Users($after: String, $before: String, $first: Int, $last: Int) { users(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename createdAt email id isAdministrator name } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } }`,
};

/** Who asks; null without a sign-in. Needs no permission. */
export const viewer: Operation<Viewer | null, NoVariables> = {
  kind: 'query',
  at: ['viewer'],
  text: `query Viewer { viewer { __typename permissions user { __typename createdAt email id isAdministrator name } } }`,
};

/** The access token with this id; null when there is none that you may see. Lets a program act for you, or for an organization, within its scopes. Seen by its user, or with tokens:read. */
export const findAccessToken: Operation<AccessToken | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'AccessToken',
  text: `query FindAccessToken($id: ID!) { node(id: $id) { __typename ... on AccessToken { allowedNetworks createdAt documentsOnly expiresAt hint id isOfOrganization lastUsedAt lastUsedIp name revokedAt scopes } } }`,
};

/** The attempt with this id; null when there is none that you may see. One try of a delivery. Needs messages:read. */
export const findAttempt: Operation<Attempt | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Attempt',
  text: `query FindAttempt($id: ID!) { node(id: $id) { __typename ... on Attempt { decision { __typename address helo host ipAddress { __typename address } port reasons { __typename because rule } returnPath signatures { __typename algorithm domain selector } tls } durationMs id number outcome { __typename code enhancedCode kind reply retryAfterSeconds stage } startedAt transcript } } }`,
};

/** The audit entry with this id; null when there is none that you may see. Something that somebody changed, or tried to sign in with. It is never changed and cannot be, unnoticed. Needs audit:read. */
export const findAuditEntry: Operation<AuditEntry | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'AuditEntry',
  text: `query FindAuditEntry($id: ID!) { node(id: $id) { __typename ... on AuditEntry { action actor { __typename accessTokenId credentialId kind sessionId userId } after before createdAt hash id ipAddress mailServerId organizationId position subjectId subjectType userAgent } } }`,
};

/** The credential with this id; null when there is none that you may see. How an app logs in to one mail server. Needs credentials:read. */
export const findCredential: Operation<Credential | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Credential',
  text: `query FindCredential($id: ID!) { node(id: $id) { __typename ... on Credential { allowedNetworks createdAt hint hold id lastUsedAt name network revokedAt type username } } }`,
};

/** The delivery with this id; null when there is none that you may see. One message on its way to one recipient. Needs messages:read. */
export const findDelivery: Operation<Delivery | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Delivery',
  text: `query FindDelivery($id: ID!) { node(id: $id) { __typename ... on Delivery { attemptCount createdAt destination heldBecause id message { __typename id } nextAttemptAt recipient settledAt status } } }`,
};

/** The domain with this id; null when there is none that you may see. A domain to send from, of an organization or of one mail server. Needs domains:read. */
export const findDomain: Operation<Domain | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Domain',
  text: `query FindDomain($id: ID!) { node(id: $id) { __typename ... on Domain { checkedAt checks { __typename checkedAt expected fix found kind recordName recordType status } createdAt dkimKeys { __typename algorithm createdAt seenPublishedAt selector } id name records { __typename isRequired name purpose type value } unicodeName verifiedAt } } }`,
};

/** The event with this id; null when there is none that you may see. Something that happened on a mail server. Needs events:read. */
export const findEvent: Operation<Event | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Event',
  text: `query FindEvent($id: ID!) { node(id: $id) { __typename ... on Event { at check code cursor delivery { __typename id } domainName enhancedCode id kind message { __typename id } nextAttemptAt reason recipient reply } } }`,
};

/** The invitation with this id; null when there is none that you may see. Somebody who was asked to become a member and has not accepted yet. Needs members:manage. */
export const findInvitation: Operation<Invitation | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Invitation',
  text: `query FindInvitation($id: ID!) { node(id: $id) { __typename ... on Invitation { createdAt email expiresAt id isLimited role sentAt } } }`,
};

/** The mail server with this id; null when there is none that you may see. The tenant unit: has its own messages, credentials and limits. Needs servers:read. */
export const findMailServer: Operation<MailServer | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'MailServer',
  text: `query FindMailServer($id: ID!) { node(id: $id) { __typename ... on MailServer { allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } } }`,
};

/** The member with this id; null when there is none that you may see. A user in an organization. Needs members:read. */
export const findMember: Operation<Member | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Member',
  text: `query FindMember($id: ID!) { node(id: $id) { __typename ... on Member { createdAt email id isLimited name role } } }`,
};

/** The message with this id; null when there is none that you may see. One accepted mail. Needs messages:read, or messages:send for one just sent. */
export const findMessage: Operation<Message | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Message',
  text: `query FindMessage($id: ID!) { node(id: $id) { __typename ... on Message { acceptedAt clientIp direction door from id mailFrom messageIdHeader metadata sizeBytes subject tag } } }`,
};

/** The oidc identity with this id; null when there is none that you may see. Whom you are for an OpenID Connect provider, which signs you in. Seen only by its user, in a session. */
export const findOidcIdentity: Operation<OidcIdentity | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'OidcIdentity',
  text: `query FindOidcIdentity($id: ID!) { node(id: $id) { __typename ... on OidcIdentity { createdAt id issuer lastUsedAt subject } } }`,
};

/** The organization with this id; null when there is none that you may see. A customer: owns mail servers, domains and members. Needs organizations:read. */
export const findOrganization: Operation<Organization | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Organization',
  text: `query FindOrganization($id: ID!) { node(id: $id) { __typename ... on Organization { createdAt id name slug suspendedAt suspensionReason } } }`,
};

/** The persisted document with this id; null when there is none that you may see. A GraphQL document that an organization keeps for its programs. They run it by sending `documentId` instead of `query`. Needs documents:manage. */
export const findPersistedDocument: Operation<PersistedDocument | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'PersistedDocument',
  text: `query FindPersistedDocument($id: ID!) { node(id: $id) { __typename ... on PersistedDocument { createdAt documentId id text } } }`,
};

/** The session with this id; null when there is none that you may see. One sign-in of yours. Seen only by its user, in a session. */
export const findSession: Operation<Session | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'Session',
  text: `query FindSession($id: ID!) { node(id: $id) { __typename ... on Session { createdAt expiresAt id ipAddress isCurrent lastUsedAt userAgent } } }`,
};

/** The user with this id; null when there is none that you may see. A person who signs in. Found by id by that person, and with users:manage. */
export const findUser: Operation<User | null, IdVariables> = {
  kind: 'query',
  at: ['node'],
  only: 'User',
  text: `query FindUser($id: ID!) { node(id: $id) { __typename ... on User { createdAt email id isAdministrator name } } }`,
};

/** Its tries, oldest first. Needs messages:read. Null when there is no such delivery that you may see. */
export const listDeliveryAttempts: Operation<
  DeliveryAttemptsConnection | null,
  ListDeliveryAttemptsVariables
> = {
  kind: 'query',
  at: ['node', 'attempts'],
  text: `query ListDeliveryAttempts($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on Delivery { attempts(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename decision { __typename address helo host ipAddress { __typename address } port reasons { __typename because rule } returnPath signatures { __typename algorithm domain selector } tls } durationMs id number outcome { __typename code enhancedCode kind reply retryAfterSeconds stage } startedAt transcript } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Its credentials, oldest first; those revoked as well. Needs credentials:read. Null when there is no such mail server that you may see. */
export const listMailServerCredentials: Operation<
  MailServerCredentialsConnection | null,
  ListMailServerCredentialsVariables
> = {
  kind: 'query',
  at: ['node', 'credentials'],
  text: `query ListMailServerCredentials($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on MailServer { credentials(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename allowedNetworks createdAt hint hold id lastUsedAt name network revokedAt type username } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Its deliveries, newest first. Needs messages:read. Null when there is no such mail server that you may see. */
export const listMailServerDeliveries: Operation<
  MailServerDeliveriesConnection | null,
  ListMailServerDeliveriesVariables
> = {
  kind: 'query',
  at: ['node', 'deliveries'],
  text: `query ListMailServerDeliveries($id: ID!, $after: String, $before: String, $filter: DeliveryFilter, $first: Int, $last: Int) { node(id: $id) { ... on MailServer { deliveries(after: $after, before: $before, filter: $filter, first: $first, last: $last) { __typename nodes { __typename attemptCount createdAt destination heldBecause id message { __typename id } nextAttemptAt recipient settledAt status } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** The domains that it may use, its own and those of its organization, oldest first. Needs domains:read. Null when there is no such mail server that you may see. */
export const listMailServerDomains: Operation<
  MailServerDomainsConnection | null,
  ListMailServerDomainsVariables
> = {
  kind: 'query',
  at: ['node', 'domains'],
  text: `query ListMailServerDomains($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on MailServer { domains(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename checkedAt checks { __typename checkedAt expected fix found kind recordName recordType status } createdAt dkimKeys { __typename algorithm createdAt seenPublishedAt selector } id name records { __typename isRequired name purpose type value } unicodeName verifiedAt } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** What happened on it, oldest first. Needs events:read. Null when there is no such mail server that you may see. */
export const listMailServerEvents: Operation<
  MailServerEventsConnection | null,
  ListMailServerEventsVariables
> = {
  kind: 'query',
  at: ['node', 'events'],
  text: `query ListMailServerEvents($id: ID!, $after: String, $before: String, $filter: EventFilter, $first: Int, $last: Int) { node(id: $id) { ... on MailServer { events(after: $after, before: $before, filter: $filter, first: $first, last: $last) { __typename nodes { __typename at check code cursor delivery { __typename id } domainName enhancedCode id kind message { __typename id } nextAttemptAt reason recipient reply } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Its messages, newest first. Needs messages:read. Null when there is no such mail server that you may see. */
export const listMailServerMessages: Operation<
  MailServerMessagesConnection | null,
  ListMailServerMessagesVariables
> = {
  kind: 'query',
  at: ['node', 'messages'],
  text: `query ListMailServerMessages($id: ID!, $after: String, $before: String, $filter: MessageFilter, $first: Int, $last: Int) { node(id: $id) { ... on MailServer { messages(after: $after, before: $before, filter: $filter, first: $first, last: $last) { __typename nodes { __typename acceptedAt clientIp direction door from id mailFrom messageIdHeader metadata sizeBytes subject tag } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Its deliveries, one per recipient. Needs messages:read or messages:send. Null when there is no such message that you may see. */
export const listMessageDeliveries: Operation<
  MessageDeliveriesConnection | null,
  ListMessageDeliveriesVariables
> = {
  kind: 'query',
  at: ['node', 'deliveries'],
  text: `query ListMessageDeliveries($id: ID!, $after: String, $before: String, $filter: DeliveryFilter, $first: Int, $last: Int) { node(id: $id) { ... on Message { deliveries(after: $after, before: $before, filter: $filter, first: $first, last: $last) { __typename nodes { __typename attemptCount createdAt destination heldBecause id message { __typename id } nextAttemptAt recipient settledAt status } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** What happened to it, oldest first. Needs events:read. Null when there is no such message that you may see. */
export const listMessageEvents: Operation<
  MessageEventsConnection | null,
  ListMessageEventsVariables
> = {
  kind: 'query',
  at: ['node', 'events'],
  text: `query ListMessageEvents($id: ID!, $after: String, $before: String, $filter: EventFilter, $first: Int, $last: Int) { node(id: $id) { ... on Message { events(after: $after, before: $before, filter: $filter, first: $first, last: $last) { __typename nodes { __typename at check code cursor delivery { __typename id } domainName enhancedCode id kind message { __typename id } nextAttemptAt reason recipient reply } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Its own access tokens, oldest first; those revoked as well. Needs tokens:read. Null when there is no such organization that you may see. */
export const listOrganizationAccessTokens: Operation<
  OrganizationAccessTokensConnection | null,
  ListOrganizationAccessTokensVariables
> = {
  kind: 'query',
  at: ['node', 'accessTokens'],
  text: `query ListOrganizationAccessTokens($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on Organization { accessTokens(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename allowedNetworks createdAt documentsOnly expiresAt hint id isOfOrganization lastUsedAt lastUsedIp name revokedAt scopes } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** What was changed in it, and who read it out, oldest first. All of it, as NDJSON: GET /audit/export?organizationId=…&after=(last position that you have). Needs audit:read, which owners and administrators have. Null when there is no such organization that you may see. */
export const listOrganizationAuditLog: Operation<
  OrganizationAuditLogConnection | null,
  ListOrganizationAuditLogVariables
> = {
  kind: 'query',
  at: ['node', 'auditLog'],
  text: `query ListOrganizationAuditLog($id: ID!, $after: String, $before: String, $filter: AuditLogFilter, $first: Int, $last: Int) { node(id: $id) { ... on Organization { auditLog(after: $after, before: $before, filter: $filter, first: $first, last: $last) { __typename nodes { __typename action actor { __typename accessTokenId credentialId kind sessionId userId } after before createdAt hash id ipAddress mailServerId organizationId position subjectId subjectType userAgent } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** The documents that it keeps, oldest first. Needs documents:manage. Null when there is no such organization that you may see. */
export const listOrganizationDocuments: Operation<
  OrganizationDocumentsConnection | null,
  ListOrganizationDocumentsVariables
> = {
  kind: 'query',
  at: ['node', 'documents'],
  text: `query ListOrganizationDocuments($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on Organization { documents(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename createdAt documentId id text } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** The domains that all its mail servers may use, oldest first. Needs domains:read. Null when there is no such organization that you may see. */
export const listOrganizationDomains: Operation<
  OrganizationDomainsConnection | null,
  ListOrganizationDomainsVariables
> = {
  kind: 'query',
  at: ['node', 'domains'],
  text: `query ListOrganizationDomains($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on Organization { domains(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename checkedAt checks { __typename checkedAt expected fix found kind recordName recordType status } createdAt dkimKeys { __typename algorithm createdAt seenPublishedAt selector } id name records { __typename isRequired name purpose type value } unicodeName verifiedAt } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Its open invitations, oldest first. Needs members:manage. Null when there is no such organization that you may see. */
export const listOrganizationInvitations: Operation<
  OrganizationInvitationsConnection | null,
  ListOrganizationInvitationsVariables
> = {
  kind: 'query',
  at: ['node', 'invitations'],
  text: `query ListOrganizationInvitations($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on Organization { invitations(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename createdAt email expiresAt id isLimited role sentAt } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Its mail servers, oldest first. Needs servers:read. Null when there is no such organization that you may see. */
export const listOrganizationMailServers: Operation<
  OrganizationMailServersConnection | null,
  ListOrganizationMailServersVariables
> = {
  kind: 'query',
  at: ['node', 'mailServers'],
  text: `query ListOrganizationMailServers($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on Organization { mailServers(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Its members, those whose accounts are oldest first. Needs members:read. Null when there is no such organization that you may see. */
export const listOrganizationMembers: Operation<
  OrganizationMembersConnection | null,
  ListOrganizationMembersVariables
> = {
  kind: 'query',
  at: ['node', 'members'],
  text: `query ListOrganizationMembers($id: ID!, $after: String, $before: String, $first: Int, $last: Int) { node(id: $id) { ... on Organization { members(after: $after, before: $before, first: $first, last: $last) { __typename nodes { __typename createdAt email id isLimited name role } pageInfo { __typename endCursor hasNextPage hasPreviousPage startCursor } } } } }`,
};

/** Makes whoever got the token by mail a member: the user who is signed in, or a new one with name and password. The token holds once. Needs no permission. */
export const acceptInvitation: Operation<AcceptInvitationResult, AcceptInvitationVariables> = {
  kind: 'mutation',
  at: ['acceptInvitation'],
  text: `mutation AcceptInvitation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename ... on Refusal { code reason path } ... on AcceptInvitationSuccess { role } } }`,
};

/** Makes a user a member of an organization, without asking; invite people otherwise. Needs users:manage and members:manage, which installation administrators have. */
export const addMember: Operation<AddMemberResult, AddMemberVariables> = {
  kind: 'mutation',
  at: ['addMember'],
  isKeyed: true,
  text: `mutation AddMember($input: AddMemberInput!) { addMember(input: $input) { __typename ... on Refusal { code reason path } ... on AddMemberSuccess { member { __typename createdAt email id isLimited name role } } } }`,
};

/** Makes the key of an authenticator app. Needs a sign-in as a person. */
export const beginTotp: Operation<BeginTotpResult, BeginTotpVariables> = {
  kind: 'mutation',
  at: ['beginTotp'],
  text: `mutation BeginTotp($input: BeginTotpInput!) { beginTotp(input: $input) { __typename ... on Refusal { code reason path } ... on BeginTotpSuccess { otpauthUrl secret } } }`,
};

/** Ends deliveries that wait or are held. Each is changed or refused by itself. Needs deliveries:manage. */
export const cancelDeliveries: Operation<CancelDeliveriesResult, CancelDeliveriesVariables> = {
  kind: 'mutation',
  at: ['cancelDeliveries'],
  text: `mutation CancelDeliveries($input: CancelDeliveriesInput!) { cancelDeliveries(input: $input) { __typename ... on CancelDeliveriesSuccess { results { __typename ... on Refusal { code reason path } ... on DeliveryChanged { delivery { __typename attemptCount createdAt destination heldBecause id message { __typename id } nextAttemptAt recipient settledAt status } } ... on WrongDeliveryStatus { status } } } } }`,
};

/** Changes the password and ends all other sessions. Needs a sign-in as a person. */
export const changePassword: Operation<ChangePasswordResult, ChangePasswordVariables> = {
  kind: 'mutation',
  at: ['changePassword'],
  text: `mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ... on Refusal { code reason path } ... on ChangePasswordSuccess { user { __typename createdAt email id isAdministrator name } } } }`,
};

/** Asks DNS for all records of a domain now, and verifies it when it can. Needs domains:manage. */
export const checkDomain: Operation<CheckDomainResult, CheckDomainVariables> = {
  kind: 'mutation',
  at: ['checkDomain'],
  text: `mutation CheckDomain($input: CheckDomainInput!) { checkDomain(input: $input) { __typename ... on Refusal { code reason path } ... on CheckDomainSuccess { domain { __typename checkedAt checks { __typename checkedAt expected fix found kind recordName recordType status } createdAt dkimKeys { __typename algorithm createdAt seenPublishedAt selector } id name records { __typename isRequired name purpose type value } unicodeName verifiedAt } } } }`,
};

/** Changes your address to the one that got the token; tokens for a new password that were mailed to the former one hold no more. Needs a sign-in as a person. */
export const confirmEmailChange: Operation<ConfirmEmailChangeResult, ConfirmEmailChangeVariables> =
  {
    kind: 'mutation',
    at: ['confirmEmailChange'],
    text: `mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) { confirmEmailChange(input: $input) { __typename ... on Refusal { code reason path } ... on ConfirmEmailChangeSuccess { user { __typename createdAt email id isAdministrator name } } } }`,
  };

/** From now on signing in needs a code of the app. Needs a sign-in as a person. */
export const confirmTotp: Operation<ConfirmTotpResult, ConfirmTotpVariables> = {
  kind: 'mutation',
  at: ['confirmTotp'],
  text: `mutation ConfirmTotp($input: ConfirmTotpInput!) { confirmTotp(input: $input) { __typename ... on Refusal { code reason path } ... on ConfirmTotpSuccess { recoveryCodes } } }`,
};

/** Creates an access token for you. Needs a sign-in as a person. */
export const createAccessToken: Operation<CreateAccessTokenResult, CreateAccessTokenVariables> = {
  kind: 'mutation',
  at: ['createAccessToken'],
  isKeyed: true,
  text: `mutation CreateAccessToken($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { __typename ... on Refusal { code reason path } ... on CreateAccessTokenSuccess { accessToken { __typename allowedNetworks createdAt documentsOnly expiresAt hint id isOfOrganization lastUsedAt lastUsedIp name revokedAt scopes } secret } ... on QuotaReached { limit } } }`,
};

/** Creates a credential for a mail server. Needs credentials:manage on it. */
export const createCredential: Operation<CreateCredentialResult, CreateCredentialVariables> = {
  kind: 'mutation',
  at: ['createCredential'],
  isKeyed: true,
  text: `mutation CreateCredential($input: CreateCredentialInput!) { createCredential(input: $input) { __typename ... on Refusal { code reason path } ... on CreateCredentialSuccess { credential { __typename allowedNetworks createdAt hint hold id lastUsedAt name network revokedAt type username } secret } ... on QuotaReached { limit } } }`,
};

/** Adds a domain and makes its keys. It may send once its ownership is proved. Needs domains:manage on its owner. */
export const createDomain: Operation<CreateDomainResult, CreateDomainVariables> = {
  kind: 'mutation',
  at: ['createDomain'],
  isKeyed: true,
  text: `mutation CreateDomain($input: CreateDomainInput!) { createDomain(input: $input) { __typename ... on Refusal { code reason path } ... on CreateDomainSuccess { domain { __typename checkedAt checks { __typename checkedAt expected fix found kind recordName recordType status } createdAt dkimKeys { __typename algorithm createdAt seenPublishedAt selector } id name records { __typename isRequired name purpose type value } unicodeName verifiedAt } } ... on DomainExists { name } ... on QuotaReached { limit } } }`,
};

/** Creates a mail server in an organization. Needs servers:create there. */
export const createMailServer: Operation<CreateMailServerResult, CreateMailServerVariables> = {
  kind: 'mutation',
  at: ['createMailServer'],
  isKeyed: true,
  text: `mutation CreateMailServer($input: CreateMailServerInput!) { createMailServer(input: $input) { __typename ... on Refusal { code reason path } ... on CreateMailServerSuccess { mailServer { __typename allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } } ... on QuotaReached { limit } ... on SlugTaken { slug } } }`,
};

/** Creates an organization; you become its first owner. Needs organizations:create, which installation administrators have. */
export const createOrganization: Operation<CreateOrganizationResult, CreateOrganizationVariables> =
  {
    kind: 'mutation',
    at: ['createOrganization'],
    isKeyed: true,
    text: `mutation CreateOrganization($input: CreateOrganizationInput!) { createOrganization(input: $input) { __typename ... on Refusal { code reason path } ... on CreateOrganizationSuccess { organization { __typename createdAt id name slug suspendedAt suspensionReason } } ... on SlugTaken { slug } } }`,
  };

/** Creates an access token that belongs to an organization, and stays when you leave it. Needs tokens:manage. */
export const createOrganizationToken: Operation<
  CreateOrganizationTokenResult,
  CreateOrganizationTokenVariables
> = {
  kind: 'mutation',
  at: ['createOrganizationToken'],
  isKeyed: true,
  text: `mutation CreateOrganizationToken($input: CreateOrganizationTokenInput!) { createOrganizationToken(input: $input) { __typename ... on Refusal { code reason path } ... on CreateOrganizationTokenSuccess { accessToken { __typename allowedNetworks createdAt documentsOnly expiresAt hint id isOfOrganization lastUsedAt lastUsedIp name revokedAt scopes } secret } ... on QuotaReached { limit } ... on ScopeNotHeld { scope } } }`,
};

/** Creates a user. Needs users:manage. */
export const createUser: Operation<CreateUserResult, CreateUserVariables> = {
  kind: 'mutation',
  at: ['createUser'],
  isKeyed: true,
  text: `mutation CreateUser($input: CreateUserInput!) { createUser(input: $input) { __typename ... on Refusal { code reason path } ... on CreateUserSuccess { user { __typename createdAt email id isAdministrator name } } } }`,
};

/** Keeps documents no longer: within a second no program runs them any more. Needs documents:manage. */
export const deleteDocuments: Operation<DeleteDocumentsResult, DeleteDocumentsVariables> = {
  kind: 'mutation',
  at: ['deleteDocuments'],
  text: `mutation DeleteDocuments($input: DeleteDocumentsInput!) { deleteDocuments(input: $input) { __typename ... on Refusal { code reason path } ... on DeleteDocumentsSuccess { documentIds } } }`,
};

/** Deletes a domain with its keys: nobody sends from it any more. Needs domains:manage. */
export const deleteDomain: Operation<DeleteDomainResult, DeleteDomainVariables> = {
  kind: 'mutation',
  at: ['deleteDomain'],
  text: `mutation DeleteDomain($input: DeleteDomainInput!) { deleteDomain(input: $input) { __typename ... on Refusal { code reason path } ... on DeleteDomainSuccess { deletedDomainId } } }`,
};

/** Deletes a mail server: nobody logs in, nothing is accepted and queued mail is held from now on. It can be restored until it is purged. Needs servers:delete. */
export const deleteMailServer: Operation<DeleteMailServerResult, DeleteMailServerVariables> = {
  kind: 'mutation',
  at: ['deleteMailServer'],
  text: `mutation DeleteMailServer($input: DeleteMailServerInput!) { deleteMailServer(input: $input) { __typename ... on Refusal { code reason path } ... on DeleteMailServerSuccess { deletedMailServerId } } }`,
};

/** Deletes an organization with its mail servers; its members are locked out at once. It can be restored until it is purged. Needs organizations:delete. */
export const deleteOrganization: Operation<DeleteOrganizationResult, DeleteOrganizationVariables> =
  {
    kind: 'mutation',
    at: ['deleteOrganization'],
    text: `mutation DeleteOrganization($input: DeleteOrganizationInput!) { deleteOrganization(input: $input) { __typename ... on Refusal { code reason path } ... on DeleteOrganizationSuccess { deletedOrganizationId } } }`,
  };

/** Deletes a user with sessions, access tokens and memberships, at once. Needs users:manage. */
export const deleteUser: Operation<DeleteUserResult, DeleteUserVariables> = {
  kind: 'mutation',
  at: ['deleteUser'],
  text: `mutation DeleteUser($input: DeleteUserInput!) { deleteUser(input: $input) { __typename ... on Refusal { code reason path } ... on DeleteUserSuccess { deletedUserId } } }`,
};

/** Signing in needs the password alone again. Needs a sign-in as a person. */
export const disableTotp: Operation<DisableTotpResult, DisableTotpVariables> = {
  kind: 'mutation',
  at: ['disableTotp'],
  text: `mutation DisableTotp($input: DisableTotpInput!) { disableTotp(input: $input) { __typename ... on Refusal { code reason path } ... on DisableTotpSuccess { disabled } } }`,
};

/** Invites somebody by mail; the invitation holds 7 days. The answer does not tell whether the address has an account. Needs members:manage, for owners owners:manage. */
export const inviteMember: Operation<InviteMemberResult, InviteMemberVariables> = {
  kind: 'mutation',
  at: ['inviteMember'],
  isKeyed: true,
  text: `mutation InviteMember($input: InviteMemberInput!) { inviteMember(input: $input) { __typename ... on Refusal { code reason path } ... on InviteMemberSuccess { invitation { __typename createdAt email expiresAt id isLimited role sentAt } } } }`,
};

/** Ends your own membership. Needs a sign-in as a person. */
export const leaveOrganization: Operation<LeaveOrganizationResult, LeaveOrganizationVariables> = {
  kind: 'mutation',
  at: ['leaveOrganization'],
  text: `mutation LeaveOrganization($input: LeaveOrganizationInput!) { leaveOrganization(input: $input) { __typename ... on Refusal { code reason path } ... on LeaveOrganizationSuccess { left } } }`,
};

/** Sets the send limit and the retention of a mail server. Needs servers:limit, which installation administrators have. */
export const limitMailServer: Operation<LimitMailServerResult, LimitMailServerVariables> = {
  kind: 'mutation',
  at: ['limitMailServer'],
  text: `mutation LimitMailServer($input: LimitMailServerInput!) { limitMailServer(input: $input) { __typename ... on Refusal { code reason path } ... on LimitMailServerSuccess { mailServer { __typename allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } } } }`,
};

/** Keeps documents for the programs of an organization, which then name them by their hash. A repetition changes nothing. Needs documents:manage. */
export const registerDocuments: Operation<RegisterDocumentsResult, RegisterDocumentsVariables> = {
  kind: 'mutation',
  at: ['registerDocuments'],
  text: `mutation RegisterDocuments($input: RegisterDocumentsInput!) { registerDocuments(input: $input) { __typename ... on Refusal { code reason path } ... on RegisterDocumentsSuccess { documents { __typename createdAt documentId id text } } ... on TooManyDocuments { max } } }`,
};

/** Sends deliveries that are held. Each is changed or refused by itself. Needs deliveries:manage. */
export const releaseDeliveries: Operation<ReleaseDeliveriesResult, ReleaseDeliveriesVariables> = {
  kind: 'mutation',
  at: ['releaseDeliveries'],
  text: `mutation ReleaseDeliveries($input: ReleaseDeliveriesInput!) { releaseDeliveries(input: $input) { __typename ... on ReleaseDeliveriesSuccess { results { __typename ... on Refusal { code reason path } ... on DeliveryChanged { delivery { __typename attemptCount createdAt destination heldBecause id message { __typename id } nextAttemptAt recipient settledAt status } } ... on WrongDeliveryStatus { status } } } } }`,
};

/** Takes a member out of an organization, at once. Needs members:manage, for owners owners:manage. */
export const removeMember: Operation<RemoveMemberResult, RemoveMemberVariables> = {
  kind: 'mutation',
  at: ['removeMember'],
  text: `mutation RemoveMember($input: RemoveMemberInput!) { removeMember(input: $input) { __typename ... on Refusal { code reason path } ... on RemoveMemberSuccess { member { __typename createdAt email id isLimited name role } } } }`,
};

/** Makes new recovery codes; those until now do not hold any more. Needs a sign-in as a person. */
export const renewRecoveryCodes: Operation<RenewRecoveryCodesResult, RenewRecoveryCodesVariables> =
  {
    kind: 'mutation',
    at: ['renewRecoveryCodes'],
    text: `mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) { renewRecoveryCodes(input: $input) { __typename ... on Refusal { code reason path } ... on RenewRecoveryCodesSuccess { recoveryCodes } } }`,
  };

/** Sends a mail with a token to your new address, and a note to the old one. The answer is the same whether somebody has the new address or not. Takes the place of an earlier request. Needs a sign-in as a person. */
export const requestEmailChange: Operation<RequestEmailChangeResult, RequestEmailChangeVariables> =
  {
    kind: 'mutation',
    at: ['requestEmailChange'],
    text: `mutation RequestEmailChange($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { __typename ... on Refusal { code reason path } ... on RequestEmailChangeSuccess { requested } } }`,
  };

/** Sends a mail with which a new password can be set. The answer is the same whether there is such a user or not. Needs no permission. */
export const requestPasswordReset: Operation<
  RequestPasswordResetResult,
  RequestPasswordResetVariables
> = {
  kind: 'mutation',
  at: ['requestPasswordReset'],
  text: `mutation RequestPasswordReset($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename ... on Refusal { code reason path } ... on RequestPasswordResetSuccess { requested } } }`,
};

/** Sends an invitation again, with a new token; the one before holds no more. Needs members:manage, for owners owners:manage. */
export const resendInvitation: Operation<ResendInvitationResult, ResendInvitationVariables> = {
  kind: 'mutation',
  at: ['resendInvitation'],
  text: `mutation ResendInvitation($input: ResendInvitationInput!) { resendInvitation(input: $input) { __typename ... on Refusal { code reason path } ... on ResendInvitationSuccess { invitation { __typename createdAt email expiresAt id isLimited role sentAt } } } }`,
};

/** Sets a new password with a token that came by mail, and ends all sessions of its user. Does not sign in. Needs no permission. */
export const resetPassword: Operation<ResetPasswordResult, ResetPasswordVariables> = {
  kind: 'mutation',
  at: ['resetPassword'],
  text: `mutation ResetPassword($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename ... on Refusal { code reason path } ... on ResetPasswordSuccess { passwordReset } } }`,
};

/** Brings a deleted mail server back as it was, before it is purged; held mail waits for a release. Needs servers:delete. */
export const restoreMailServer: Operation<RestoreMailServerResult, RestoreMailServerVariables> = {
  kind: 'mutation',
  at: ['restoreMailServer'],
  text: `mutation RestoreMailServer($input: RestoreMailServerInput!) { restoreMailServer(input: $input) { __typename ... on Refusal { code reason path } ... on RestoreMailServerSuccess { mailServer { __typename allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } } } }`,
};

/** Brings a deleted organization back with the mail servers that were deleted with it, before it is purged. Needs organizations:restore, which installation administrators have. */
export const restoreOrganization: Operation<
  RestoreOrganizationResult,
  RestoreOrganizationVariables
> = {
  kind: 'mutation',
  at: ['restoreOrganization'],
  text: `mutation RestoreOrganization($input: RestoreOrganizationInput!) { restoreOrganization(input: $input) { __typename ... on Refusal { code reason path } ... on RestoreOrganizationSuccess { organization { __typename createdAt id name slug suspendedAt suspensionReason } } } }`,
};

/** Tries deliveries again now: waiting ones at once, failed and cancelled ones from the start. Each is changed or refused by itself. Needs deliveries:manage. */
export const retryDeliveries: Operation<RetryDeliveriesResult, RetryDeliveriesVariables> = {
  kind: 'mutation',
  at: ['retryDeliveries'],
  text: `mutation RetryDeliveries($input: RetryDeliveriesInput!) { retryDeliveries(input: $input) { __typename ... on RetryDeliveriesSuccess { results { __typename ... on Refusal { code reason path } ... on DeliveryChanged { delivery { __typename attemptCount createdAt destination heldBecause id message { __typename id } nextAttemptAt recipient settledAt status } } ... on WrongDeliveryStatus { status } } } } }`,
};

/** Makes one of your access tokens useless at once. Needs a sign-in as a person. */
export const revokeAccessToken: Operation<RevokeAccessTokenResult, RevokeAccessTokenVariables> = {
  kind: 'mutation',
  at: ['revokeAccessToken'],
  text: `mutation RevokeAccessToken($input: RevokeAccessTokenInput!) { revokeAccessToken(input: $input) { __typename ... on Refusal { code reason path } ... on RevokeAccessTokenSuccess { accessToken { __typename allowedNetworks createdAt documentsOnly expiresAt hint id isOfOrganization lastUsedAt lastUsedIp name revokedAt scopes } } } }`,
};

/** Makes a credential useless within seconds. Needs credentials:manage on its mail server. */
export const revokeCredential: Operation<RevokeCredentialResult, RevokeCredentialVariables> = {
  kind: 'mutation',
  at: ['revokeCredential'],
  text: `mutation RevokeCredential($input: RevokeCredentialInput!) { revokeCredential(input: $input) { __typename ... on Refusal { code reason path } ... on RevokeCredentialSuccess { credential { __typename allowedNetworks createdAt hint hold id lastUsedAt name network revokedAt type username } } } }`,
};

/** Takes an invitation back, at once. Needs members:manage, for owners owners:manage. */
export const revokeInvitation: Operation<RevokeInvitationResult, RevokeInvitationVariables> = {
  kind: 'mutation',
  at: ['revokeInvitation'],
  text: `mutation RevokeInvitation($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { __typename ... on Refusal { code reason path } ... on RevokeInvitationSuccess { invitation { __typename createdAt email expiresAt id isLimited role sentAt } } } }`,
};

/** Makes an access token of an organization useless at once. Needs tokens:manage. */
export const revokeOrganizationToken: Operation<
  RevokeOrganizationTokenResult,
  RevokeOrganizationTokenVariables
> = {
  kind: 'mutation',
  at: ['revokeOrganizationToken'],
  text: `mutation RevokeOrganizationToken($input: RevokeOrganizationTokenInput!) { revokeOrganizationToken(input: $input) { __typename ... on Refusal { code reason path } ... on RevokeOrganizationTokenSuccess { accessToken { __typename allowedNetworks createdAt documentsOnly expiresAt hint id isOfOrganization lastUsedAt lastUsedIp name revokedAt scopes } } } }`,
};

/** Ends one of your sessions at once. Needs a sign-in as a person. */
export const revokeSession: Operation<RevokeSessionResult, RevokeSessionVariables> = {
  kind: 'mutation',
  at: ['revokeSession'],
  text: `mutation RevokeSession($input: RevokeSessionInput!) { revokeSession(input: $input) { __typename ... on Refusal { code reason path } ... on RevokeSessionSuccess { session { __typename createdAt expiresAt id ipAddress isCurrent lastUsedAt userAgent } } } }`,
};

/** Writes a message and takes responsibility for it: it will be delivered, or its failure reported. Needs messages:send. */
export const sendMessage: Operation<SendMessageResult, SendMessageVariables> = {
  kind: 'mutation',
  at: ['sendMessage'],
  isKeyed: true,
  text: `mutation SendMessage($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on Refusal { code reason path } ... on DomainNotVerified { domain } ... on HeaderTooLarge { maxBytes } ... on InvalidEnvelopeSender { address } ... on InvalidRecipient { address } ... on InvalidSender { field } ... on MalformedHeader { line } ... on MessageTooLarge { maxBytes } ... on MetadataTooLarge { maxBytes } ... on SendMessageSuccess { message { __typename acceptedAt clientIp direction door from id mailFrom messageIdHeader metadata sizeBytes subject tag } } ... on ServerSuspended { suspension } ... on TooManyRecipients { max } } }`,
};

/** Writes many messages; each is accepted or refused by itself. Needs messages:send. */
export const sendMessages: Operation<SendMessagesResult, SendMessagesVariables> = {
  kind: 'mutation',
  at: ['sendMessages'],
  isKeyed: true,
  text: `mutation SendMessages($input: SendMessagesInput!) { sendMessages(input: $input) { __typename ... on SendMessagesSuccess { results { __typename ... on Refusal { code reason path } ... on DomainNotVerified { domain } ... on HeaderTooLarge { maxBytes } ... on InvalidEnvelopeSender { address } ... on InvalidRecipient { address } ... on InvalidSender { field } ... on MalformedHeader { line } ... on MessageTooLarge { maxBytes } ... on MetadataTooLarge { maxBytes } ... on SendMessageSuccess { message { __typename acceptedAt clientIp direction door from id mailFrom messageIdHeader metadata sizeBytes subject tag } } ... on ServerSuspended { suspension } ... on TooManyRecipients { max } } } } }`,
};

/** Takes responsibility for a message that is written already (RFC 5322). Needs messages:send. */
export const sendRawMessage: Operation<SendRawMessageResult, SendRawMessageVariables> = {
  kind: 'mutation',
  at: ['sendRawMessage'],
  isKeyed: true,
  text: `mutation SendRawMessage($input: SendRawMessageInput!) { sendRawMessage(input: $input) { __typename ... on Refusal { code reason path } ... on DomainNotVerified { domain } ... on HeaderTooLarge { maxBytes } ... on InvalidEnvelopeSender { address } ... on InvalidRecipient { address } ... on InvalidSender { field } ... on MalformedHeader { line } ... on MessageTooLarge { maxBytes } ... on MetadataTooLarge { maxBytes } ... on SendRawMessageSuccess { message { __typename acceptedAt clientIp direction door from id mailFrom messageIdHeader metadata sizeBytes subject tag } } ... on ServerSuspended { suspension } ... on TooManyRecipients { max } } }`,
};

/** Makes a user an administrator of the installation, or takes that away, at once. Needs users:manage. */
export const setUserAdministrator: Operation<
  SetUserAdministratorResult,
  SetUserAdministratorVariables
> = {
  kind: 'mutation',
  at: ['setUserAdministrator'],
  text: `mutation SetUserAdministrator($input: SetUserAdministratorInput!) { setUserAdministrator(input: $input) { __typename ... on Refusal { code reason path } ... on SetUserAdministratorSuccess { user { __typename createdAt email id isAdministrator name } } } }`,
};

/** Begins a session, kept in an HttpOnly cookie; with a second factor, asks for a code instead (TotpRequired). Needs no permission. */
export const signIn: Operation<SignInResult, SignInVariables> = {
  kind: 'mutation',
  at: ['signIn'],
  text: `mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { code reason path } ... on SignInSuccess { user { __typename createdAt email id isAdministrator name } } ... on TotpRequired { challenge expiresAt } } }`,
};

/** Sets the first password of an administrator and begins a session, where passwords are off as well. The secret holds once. Needs no permission. */
export const signInWithSetupSecret: Operation<
  SignInWithSetupSecretResult,
  SignInWithSetupSecretVariables
> = {
  kind: 'mutation',
  at: ['signInWithSetupSecret'],
  text: `mutation SignInWithSetupSecret($input: SignInWithSetupSecretInput!) { signInWithSetupSecret(input: $input) { __typename ... on Refusal { code reason path } ... on SignInWithSetupSecretSuccess { user { __typename createdAt email id isAdministrator name } } } }`,
};

/** The second step of a sign-in: begins the session, kept in an HttpOnly cookie. Needs no permission. */
export const signInWithTotp: Operation<SignInWithTotpResult, SignInWithTotpVariables> = {
  kind: 'mutation',
  at: ['signInWithTotp'],
  text: `mutation SignInWithTotp($input: SignInWithTotpInput!) { signInWithTotp(input: $input) { __typename ... on Refusal { code reason path } ... on SignInWithTotpSuccess { user { __typename createdAt email id isAdministrator name } } } }`,
};

/** Ends this session. Needs a sign-in as a person. */
export const signOut: Operation<SignOutResult, NoVariables> = {
  kind: 'mutation',
  at: ['signOut'],
  text: `mutation SignOut { signOut { __typename ... on Refusal { code reason path } ... on SignOutSuccess { signedOut } } }`,
};

/** Ends all of your sessions, this one as well. Needs a sign-in as a person. */
export const signOutEverywhere: Operation<SignOutEverywhereResult, NoVariables> = {
  kind: 'mutation',
  at: ['signOutEverywhere'],
  text: `mutation SignOutEverywhere { signOutEverywhere { __typename ... on Refusal { code reason path } ... on SignOutEverywhereSuccess { endedSessions } } }`,
};

/** Stops all mail of a mail server until it is lifted; nothing is lost. Needs servers:suspend, which installation administrators have. */
export const suspendMailServer: Operation<SuspendMailServerResult, SuspendMailServerVariables> = {
  kind: 'mutation',
  at: ['suspendMailServer'],
  text: `mutation SuspendMailServer($input: SuspendMailServerInput!) { suspendMailServer(input: $input) { __typename ... on Refusal { code reason path } ... on SuspendMailServerSuccess { mailServer { __typename allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } } } }`,
};

/** Stops all mail of an organization until it is lifted; nothing is lost. Needs organizations:suspend, which installation administrators have. */
export const suspendOrganization: Operation<
  SuspendOrganizationResult,
  SuspendOrganizationVariables
> = {
  kind: 'mutation',
  at: ['suspendOrganization'],
  text: `mutation SuspendOrganization($input: SuspendOrganizationInput!) { suspendOrganization(input: $input) { __typename ... on Refusal { code reason path } ... on SuspendOrganizationSuccess { organization { __typename createdAt id name slug suspendedAt suspensionReason } } } }`,
};

/** Makes a member the owner; you become ADMIN if you were an owner. Needs owners:manage. */
export const transferOwnership: Operation<TransferOwnershipResult, TransferOwnershipVariables> = {
  kind: 'mutation',
  at: ['transferOwnership'],
  text: `mutation TransferOwnership($input: TransferOwnershipInput!) { transferOwnership(input: $input) { __typename ... on Refusal { code reason path } ... on TransferOwnershipSuccess { member { __typename createdAt email id isLimited name role } } } }`,
};

/** Takes an identity off your account and ends your other sessions. Whoever signs in with the verified address of your account links an identity again. Needs a sign-in as a person. */
export const unlinkOidcIdentity: Operation<UnlinkOidcIdentityResult, UnlinkOidcIdentityVariables> =
  {
    kind: 'mutation',
    at: ['unlinkOidcIdentity'],
    text: `mutation UnlinkOidcIdentity($input: UnlinkOidcIdentityInput!) { unlinkOidcIdentity(input: $input) { __typename ... on Refusal { code reason path } ... on UnlinkOidcIdentitySuccess { oidcIdentity { __typename createdAt id issuer lastUsedAt subject } } } }`,
  };

/** Lets the mail of a mail server pass again. Needs servers:suspend. */
export const unsuspendMailServer: Operation<
  UnsuspendMailServerResult,
  UnsuspendMailServerVariables
> = {
  kind: 'mutation',
  at: ['unsuspendMailServer'],
  text: `mutation UnsuspendMailServer($input: UnsuspendMailServerInput!) { unsuspendMailServer(input: $input) { __typename ... on Refusal { code reason path } ... on UnsuspendMailServerSuccess { mailServer { __typename allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } } } }`,
};

/** Lets the mail of an organization pass again. Needs organizations:suspend. */
export const unsuspendOrganization: Operation<
  UnsuspendOrganizationResult,
  UnsuspendOrganizationVariables
> = {
  kind: 'mutation',
  at: ['unsuspendOrganization'],
  text: `mutation UnsuspendOrganization($input: UnsuspendOrganizationInput!) { unsuspendOrganization(input: $input) { __typename ... on Refusal { code reason path } ... on UnsuspendOrganizationSuccess { organization { __typename createdAt id name slug suspendedAt suspensionReason } } } }`,
};

/** Changes a credential; new networks hold for open sessions as well, within seconds. Needs credentials:manage on its mail server. */
export const updateCredential: Operation<UpdateCredentialResult, UpdateCredentialVariables> = {
  kind: 'mutation',
  at: ['updateCredential'],
  text: `mutation UpdateCredential($input: UpdateCredentialInput!) { updateCredential(input: $input) { __typename ... on Refusal { code reason path } ... on UpdateCredentialSuccess { credential { __typename allowedNetworks createdAt hint hold id lastUsedAt name network revokedAt type username } } } }`,
};

/** Changes settings of a mail server. Needs servers:update on it. */
export const updateMailServer: Operation<UpdateMailServerResult, UpdateMailServerVariables> = {
  kind: 'mutation',
  at: ['updateMailServer'],
  text: `mutation UpdateMailServer($input: UpdateMailServerInput!) { updateMailServer(input: $input) { __typename ... on Refusal { code reason path } ... on UpdateMailServerSuccess { mailServer { __typename allowSender contentRetentionDays createdAt id messageRetentionDays mode name postmasterAddress privacyMode retryAttempts sendLimit slug suspendedAt suspensionReason token } } } }`,
};

/** Changes the role of a member, or to which mail servers the member is limited; both hold at once. Needs members:manage, for owners owners:manage. */
export const updateMember: Operation<UpdateMemberResult, UpdateMemberVariables> = {
  kind: 'mutation',
  at: ['updateMember'],
  text: `mutation UpdateMember($input: UpdateMemberInput!) { updateMember(input: $input) { __typename ... on Refusal { code reason path } ... on UpdateMemberSuccess { member { __typename createdAt email id isLimited name role } } } }`,
};

/** Changes an organization. Needs organizations:update. */
export const updateOrganization: Operation<UpdateOrganizationResult, UpdateOrganizationVariables> =
  {
    kind: 'mutation',
    at: ['updateOrganization'],
    text: `mutation UpdateOrganization($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { __typename ... on Refusal { code reason path } ... on UpdateOrganizationSuccess { organization { __typename createdAt id name slug suspendedAt suspensionReason } } } }`,
  };

/** Changes your own account. Needs a sign-in as a person. */
export const updateProfile: Operation<UpdateProfileResult, UpdateProfileVariables> = {
  kind: 'mutation',
  at: ['updateProfile'],
  text: `mutation UpdateProfile($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename ... on Refusal { code reason path } ... on UpdateProfileSuccess { user { __typename createdAt email id isAdministrator name } } } }`,
};

/** Changes name or address of a user. Needs users:manage. */
export const updateUser: Operation<UpdateUserResult, UpdateUserVariables> = {
  kind: 'mutation',
  at: ['updateUser'],
  text: `mutation UpdateUser($input: UpdateUserInput!) { updateUser(input: $input) { __typename ... on Refusal { code reason path } ... on UpdateUserSuccess { user { __typename createdAt email id isAdministrator name } } } }`,
};

/** Events of a mail server as they happen. With `after` first those that came after it, without a gap or a repetition. The permission is asked again while it runs. Needs events:read. */
export const deliveryEvents: Operation<Event, DeliveryEventsVariables> = {
  kind: 'subscription',
  at: ['deliveryEvents'],
  text: `subscription DeliveryEvents($after: Cursor, $filter: DeliveryEventFilter, $serverId: ID!) { deliveryEvents(after: $after, filter: $filter, serverId: $serverId) { __typename at check code cursor delivery { __typename id } domainName enhancedCode id kind message { __typename id } nextAttemptAt reason recipient reply } }`,
};

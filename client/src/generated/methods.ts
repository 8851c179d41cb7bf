/** Made from schema/schema.graphql by `npm run codegen`. */
import { Client, type CallOptions } from '../client.js';
import * as operations from './operations.js';
import type {
  AuditLogVariables,
  ListDeliveryAttemptsVariables,
  ListMailServerCredentialsVariables,
  ListMailServerDeliveriesVariables,
  ListMailServerDomainsVariables,
  ListMailServerEventsVariables,
  ListMailServerMessagesVariables,
  ListMessageDeliveriesVariables,
  ListMessageEventsVariables,
  ListOrganizationAccessTokensVariables,
  ListOrganizationAuditLogVariables,
  ListOrganizationDocumentsVariables,
  ListOrganizationDomainsVariables,
  ListOrganizationInvitationsVariables,
  ListOrganizationMailServersVariables,
  ListOrganizationMembersVariables,
  MailServersVariables,
  OrganizationsVariables,
  UsersVariables,
} from './operations.js';
import type {
  AcceptInvitationInput,
  AcceptInvitationResult,
  AccessToken,
  AddMemberInput,
  AddMemberResult,
  Attempt,
  AuditEntry,
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
  DisableTotpInput,
  DisableTotpResult,
  Domain,
  Event,
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

/** A client with a method for every query and mutation of the API. */
export class ClientWithMethods extends Client {
  /** What was changed in all organizations where you have audit:read, oldest first; for an installation administrator also what concerns the whole installation, such as sign-ins. Needs audit:read. */
  auditLog(
    variables: AuditLogVariables = {},
    options?: CallOptions,
  ): Promise<QueryAuditLogConnection> {
    return this.run(operations.auditLog, variables, options);
  }

  /** Checks every audit log that you may read now. Needs audit:read. */
  auditVerification(options?: CallOptions): Promise<AuditVerification> {
    return this.run(operations.auditVerification, {}, options);
  }

  /** The mail servers that you may see, oldest first. Needs servers:read. */
  mailServers(
    variables: MailServersVariables = {},
    options?: CallOptions,
  ): Promise<QueryMailServersConnection> {
    return this.run(operations.mailServers, variables, options);
  }

  /** The organizations that you may see, oldest first. Needs organizations:read. */
  organizations(
    variables: OrganizationsVariables = {},
    options?: CallOptions,
  ): Promise<QueryOrganizationsConnection> {
    return this.run(operations.organizations, variables, options);
  }

  /** What you have left to spend on operations. Needs a sign-in. */
  rateLimit(options?: CallOptions): Promise<RateLimit> {
    return this.run(operations.rateLimit, {}, options);
  }

  /** How people may sign in here. Needs no permission. */
  signInMethods(options?: CallOptions): Promise<SignInMethods> {
    return this.run(operations.signInMethods, {}, options);
  }

  /** The users of the installation, oldest first. Needs users:manage. */
  users(variables: UsersVariables = {}, options?: CallOptions): Promise<QueryUsersConnection> {
    return this.run(operations.users, variables, options);
  }

  /** Who asks; null without a sign-in. Needs no permission. */
  viewer(options?: CallOptions): Promise<Viewer | null> {
    return this.run(operations.viewer, {}, options);
  }

  /** The access token with this id; null when there is none that you may see. Lets a program act for you, or for an organization, within its scopes. Seen by its user, or with tokens:read. */
  findAccessToken(id: string, options?: CallOptions): Promise<AccessToken | null> {
    return this.run(operations.findAccessToken, { id }, options);
  }

  /** The attempt with this id; null when there is none that you may see. One try of a delivery. Needs messages:read. */
  findAttempt(id: string, options?: CallOptions): Promise<Attempt | null> {
    return this.run(operations.findAttempt, { id }, options);
  }

  /** The audit entry with this id; null when there is none that you may see. Something that somebody changed, or tried to sign in with. It is never changed and cannot be, unnoticed. Needs audit:read. */
  findAuditEntry(id: string, options?: CallOptions): Promise<AuditEntry | null> {
    return this.run(operations.findAuditEntry, { id }, options);
  }

  /** The credential with this id; null when there is none that you may see. How an app logs in to one mail server. Needs credentials:read. */
  findCredential(id: string, options?: CallOptions): Promise<Credential | null> {
    return this.run(operations.findCredential, { id }, options);
  }

  /** The delivery with this id; null when there is none that you may see. One message on its way to one recipient. Needs messages:read. */
  findDelivery(id: string, options?: CallOptions): Promise<Delivery | null> {
    return this.run(operations.findDelivery, { id }, options);
  }

  /** The domain with this id; null when there is none that you may see. A domain to send from, of an organization or of one mail server. Needs domains:read. */
  findDomain(id: string, options?: CallOptions): Promise<Domain | null> {
    return this.run(operations.findDomain, { id }, options);
  }

  /** The event with this id; null when there is none that you may see. Something that happened on a mail server. Needs events:read. */
  findEvent(id: string, options?: CallOptions): Promise<Event | null> {
    return this.run(operations.findEvent, { id }, options);
  }

  /** The invitation with this id; null when there is none that you may see. Somebody who was asked to become a member and has not accepted yet. Needs members:manage. */
  findInvitation(id: string, options?: CallOptions): Promise<Invitation | null> {
    return this.run(operations.findInvitation, { id }, options);
  }

  /** The mail server with this id; null when there is none that you may see. The tenant unit: has its own messages, credentials and limits. Needs servers:read. */
  findMailServer(id: string, options?: CallOptions): Promise<MailServer | null> {
    return this.run(operations.findMailServer, { id }, options);
  }

  /** The member with this id; null when there is none that you may see. A user in an organization. Needs members:read. */
  findMember(id: string, options?: CallOptions): Promise<Member | null> {
    return this.run(operations.findMember, { id }, options);
  }

  /** The message with this id; null when there is none that you may see. One accepted mail. Needs messages:read, or messages:send for one just sent. */
  findMessage(id: string, options?: CallOptions): Promise<Message | null> {
    return this.run(operations.findMessage, { id }, options);
  }

  /** The oidc identity with this id; null when there is none that you may see. Whom you are for an OpenID Connect provider, which signs you in. Seen only by its user, in a session. */
  findOidcIdentity(id: string, options?: CallOptions): Promise<OidcIdentity | null> {
    return this.run(operations.findOidcIdentity, { id }, options);
  }

  /** The organization with this id; null when there is none that you may see. A customer: owns mail servers, domains and members. Needs organizations:read. */
  findOrganization(id: string, options?: CallOptions): Promise<Organization | null> {
    return this.run(operations.findOrganization, { id }, options);
  }

  /** The persisted document with this id; null when there is none that you may see. A GraphQL document that an organization keeps for its programs. They run it by sending `documentId` instead of `query`. Needs documents:manage. */
  findPersistedDocument(id: string, options?: CallOptions): Promise<PersistedDocument | null> {
    return this.run(operations.findPersistedDocument, { id }, options);
  }

  /** The session with this id; null when there is none that you may see. One sign-in of yours. Seen only by its user, in a session. */
  findSession(id: string, options?: CallOptions): Promise<Session | null> {
    return this.run(operations.findSession, { id }, options);
  }

  /** The user with this id; null when there is none that you may see. A person who signs in. Found by id by that person, and with users:manage. */
  findUser(id: string, options?: CallOptions): Promise<User | null> {
    return this.run(operations.findUser, { id }, options);
  }

  /** Its tries, oldest first. Needs messages:read. Null when there is no such delivery that you may see. */
  listDeliveryAttempts(
    variables: ListDeliveryAttemptsVariables,
    options?: CallOptions,
  ): Promise<DeliveryAttemptsConnection | null> {
    return this.run(operations.listDeliveryAttempts, variables, options);
  }

  /** Its credentials, oldest first; those revoked as well. Needs credentials:read. Null when there is no such mail server that you may see. */
  listMailServerCredentials(
    variables: ListMailServerCredentialsVariables,
    options?: CallOptions,
  ): Promise<MailServerCredentialsConnection | null> {
    return this.run(operations.listMailServerCredentials, variables, options);
  }

  /** Its deliveries, newest first. Needs messages:read. Null when there is no such mail server that you may see. */
  listMailServerDeliveries(
    variables: ListMailServerDeliveriesVariables,
    options?: CallOptions,
  ): Promise<MailServerDeliveriesConnection | null> {
    return this.run(operations.listMailServerDeliveries, variables, options);
  }

  /** The domains that it may use, its own and those of its organization, oldest first. Needs domains:read. Null when there is no such mail server that you may see. */
  listMailServerDomains(
    variables: ListMailServerDomainsVariables,
    options?: CallOptions,
  ): Promise<MailServerDomainsConnection | null> {
    return this.run(operations.listMailServerDomains, variables, options);
  }

  /** What happened on it, oldest first. Needs events:read. Null when there is no such mail server that you may see. */
  listMailServerEvents(
    variables: ListMailServerEventsVariables,
    options?: CallOptions,
  ): Promise<MailServerEventsConnection | null> {
    return this.run(operations.listMailServerEvents, variables, options);
  }

  /** Its messages, newest first. Needs messages:read. Null when there is no such mail server that you may see. */
  listMailServerMessages(
    variables: ListMailServerMessagesVariables,
    options?: CallOptions,
  ): Promise<MailServerMessagesConnection | null> {
    return this.run(operations.listMailServerMessages, variables, options);
  }

  /** Its deliveries, one per recipient. Needs messages:read or messages:send. Null when there is no such message that you may see. */
  listMessageDeliveries(
    variables: ListMessageDeliveriesVariables,
    options?: CallOptions,
  ): Promise<MessageDeliveriesConnection | null> {
    return this.run(operations.listMessageDeliveries, variables, options);
  }

  /** What happened to it, oldest first. Needs events:read. Null when there is no such message that you may see. */
  listMessageEvents(
    variables: ListMessageEventsVariables,
    options?: CallOptions,
  ): Promise<MessageEventsConnection | null> {
    return this.run(operations.listMessageEvents, variables, options);
  }

  /** Its own access tokens, oldest first; those revoked as well. Needs tokens:read. Null when there is no such organization that you may see. */
  listOrganizationAccessTokens(
    variables: ListOrganizationAccessTokensVariables,
    options?: CallOptions,
  ): Promise<OrganizationAccessTokensConnection | null> {
    return this.run(operations.listOrganizationAccessTokens, variables, options);
  }

  /** What was changed in it, and who read it out, oldest first. All of it, as NDJSON: GET /audit/export?organizationId=…&after=(last position that you have). Needs audit:read, which owners and administrators have. Null when there is no such organization that you may see. */
  listOrganizationAuditLog(
    variables: ListOrganizationAuditLogVariables,
    options?: CallOptions,
  ): Promise<OrganizationAuditLogConnection | null> {
    return this.run(operations.listOrganizationAuditLog, variables, options);
  }

  /** The documents that it keeps, oldest first. Needs documents:manage. Null when there is no such organization that you may see. */
  listOrganizationDocuments(
    variables: ListOrganizationDocumentsVariables,
    options?: CallOptions,
  ): Promise<OrganizationDocumentsConnection | null> {
    return this.run(operations.listOrganizationDocuments, variables, options);
  }

  /** The domains that all its mail servers may use, oldest first. Needs domains:read. Null when there is no such organization that you may see. */
  listOrganizationDomains(
    variables: ListOrganizationDomainsVariables,
    options?: CallOptions,
  ): Promise<OrganizationDomainsConnection | null> {
    return this.run(operations.listOrganizationDomains, variables, options);
  }

  /** Its open invitations, oldest first. Needs members:manage. Null when there is no such organization that you may see. */
  listOrganizationInvitations(
    variables: ListOrganizationInvitationsVariables,
    options?: CallOptions,
  ): Promise<OrganizationInvitationsConnection | null> {
    return this.run(operations.listOrganizationInvitations, variables, options);
  }

  /** Its mail servers, oldest first. Needs servers:read. Null when there is no such organization that you may see. */
  listOrganizationMailServers(
    variables: ListOrganizationMailServersVariables,
    options?: CallOptions,
  ): Promise<OrganizationMailServersConnection | null> {
    return this.run(operations.listOrganizationMailServers, variables, options);
  }

  /** Its members, those whose accounts are oldest first. Needs members:read. Null when there is no such organization that you may see. */
  listOrganizationMembers(
    variables: ListOrganizationMembersVariables,
    options?: CallOptions,
  ): Promise<OrganizationMembersConnection | null> {
    return this.run(operations.listOrganizationMembers, variables, options);
  }

  /** Makes whoever got the token by mail a member: the user who is signed in, or a new one with name and password. The token holds once. Needs no permission. */
  acceptInvitation(
    input: AcceptInvitationInput,
    options?: CallOptions,
  ): Promise<AcceptInvitationResult> {
    return this.run(operations.acceptInvitation, { input }, options);
  }

  /** Makes a user a member of an organization, without asking; invite people otherwise. Needs users:manage and members:manage, which installation administrators have. */
  addMember(input: AddMemberInput, options?: CallOptions): Promise<AddMemberResult> {
    return this.run(operations.addMember, { input }, options);
  }

  /** Makes the key of an authenticator app. Needs a sign-in as a person. */
  beginTotp(input: BeginTotpInput, options?: CallOptions): Promise<BeginTotpResult> {
    return this.run(operations.beginTotp, { input }, options);
  }

  /** Ends deliveries that wait or are held. Each is changed or refused by itself. Needs deliveries:manage. */
  cancelDeliveries(
    input: CancelDeliveriesInput,
    options?: CallOptions,
  ): Promise<CancelDeliveriesResult> {
    return this.run(operations.cancelDeliveries, { input }, options);
  }

  /** Changes the password and ends all other sessions. Needs a sign-in as a person. */
  changePassword(input: ChangePasswordInput, options?: CallOptions): Promise<ChangePasswordResult> {
    return this.run(operations.changePassword, { input }, options);
  }

  /** Asks DNS for all records of a domain now, and verifies it when it can. Needs domains:manage. */
  checkDomain(input: CheckDomainInput, options?: CallOptions): Promise<CheckDomainResult> {
    return this.run(operations.checkDomain, { input }, options);
  }

  /** Changes your address to the one that got the token; tokens for a new password that were mailed to the former one hold no more. Needs a sign-in as a person. */
  confirmEmailChange(
    input: ConfirmEmailChangeInput,
    options?: CallOptions,
  ): Promise<ConfirmEmailChangeResult> {
    return this.run(operations.confirmEmailChange, { input }, options);
  }

  /** From now on signing in needs a code of the app. Needs a sign-in as a person. */
  confirmTotp(input: ConfirmTotpInput, options?: CallOptions): Promise<ConfirmTotpResult> {
    return this.run(operations.confirmTotp, { input }, options);
  }

  /** Creates an access token for you. Needs a sign-in as a person. */
  createAccessToken(
    input: CreateAccessTokenInput,
    options?: CallOptions,
  ): Promise<CreateAccessTokenResult> {
    return this.run(operations.createAccessToken, { input }, options);
  }

  /** Creates a credential for a mail server. Needs credentials:manage on it. */
  createCredential(
    input: CreateCredentialInput,
    options?: CallOptions,
  ): Promise<CreateCredentialResult> {
    return this.run(operations.createCredential, { input }, options);
  }

  /** Adds a domain and makes its keys. It may send once its ownership is proved. Needs domains:manage on its owner. */
  createDomain(input: CreateDomainInput, options?: CallOptions): Promise<CreateDomainResult> {
    return this.run(operations.createDomain, { input }, options);
  }

  /** Creates a mail server in an organization. Needs servers:create there. */
  createMailServer(
    input: CreateMailServerInput,
    options?: CallOptions,
  ): Promise<CreateMailServerResult> {
    return this.run(operations.createMailServer, { input }, options);
  }

  /** Creates an organization; you become its first owner. Needs organizations:create, which installation administrators have. */
  createOrganization(
    input: CreateOrganizationInput,
    options?: CallOptions,
  ): Promise<CreateOrganizationResult> {
    return this.run(operations.createOrganization, { input }, options);
  }

  /** Creates an access token that belongs to an organization, and stays when you leave it. Needs tokens:manage. */
  createOrganizationToken(
    input: CreateOrganizationTokenInput,
    options?: CallOptions,
  ): Promise<CreateOrganizationTokenResult> {
    return this.run(operations.createOrganizationToken, { input }, options);
  }

  /** Creates a user. Needs users:manage. */
  createUser(input: CreateUserInput, options?: CallOptions): Promise<CreateUserResult> {
    return this.run(operations.createUser, { input }, options);
  }

  /** Keeps documents no longer: within a second no program runs them any more. Needs documents:manage. */
  deleteDocuments(
    input: DeleteDocumentsInput,
    options?: CallOptions,
  ): Promise<DeleteDocumentsResult> {
    return this.run(operations.deleteDocuments, { input }, options);
  }

  /** Deletes a domain with its keys: nobody sends from it any more. Needs domains:manage. */
  deleteDomain(input: DeleteDomainInput, options?: CallOptions): Promise<DeleteDomainResult> {
    return this.run(operations.deleteDomain, { input }, options);
  }

  /** Deletes a mail server: nobody logs in, nothing is accepted and queued mail is held from now on. It can be restored until it is purged. Needs servers:delete. */
  deleteMailServer(
    input: DeleteMailServerInput,
    options?: CallOptions,
  ): Promise<DeleteMailServerResult> {
    return this.run(operations.deleteMailServer, { input }, options);
  }

  /** Deletes an organization with its mail servers; its members are locked out at once. It can be restored until it is purged. Needs organizations:delete. */
  deleteOrganization(
    input: DeleteOrganizationInput,
    options?: CallOptions,
  ): Promise<DeleteOrganizationResult> {
    return this.run(operations.deleteOrganization, { input }, options);
  }

  /** Deletes a user with sessions, access tokens and memberships, at once. Needs users:manage. */
  deleteUser(input: DeleteUserInput, options?: CallOptions): Promise<DeleteUserResult> {
    return this.run(operations.deleteUser, { input }, options);
  }

  /** Signing in needs the password alone again. Needs a sign-in as a person. */
  disableTotp(input: DisableTotpInput, options?: CallOptions): Promise<DisableTotpResult> {
    return this.run(operations.disableTotp, { input }, options);
  }

  /** Invites somebody by mail; the invitation holds 7 days. The answer does not tell whether the address has an account. Needs members:manage, for owners owners:manage. */
  inviteMember(input: InviteMemberInput, options?: CallOptions): Promise<InviteMemberResult> {
    return this.run(operations.inviteMember, { input }, options);
  }

  /** Ends your own membership. Needs a sign-in as a person. */
  leaveOrganization(
    input: LeaveOrganizationInput,
    options?: CallOptions,
  ): Promise<LeaveOrganizationResult> {
    return this.run(operations.leaveOrganization, { input }, options);
  }

  /** Sets the send limit and the retention of a mail server. Needs servers:limit, which installation administrators have. */
  limitMailServer(
    input: LimitMailServerInput,
    options?: CallOptions,
  ): Promise<LimitMailServerResult> {
    return this.run(operations.limitMailServer, { input }, options);
  }

  /** Keeps documents for the programs of an organization, which then name them by their hash. A repetition changes nothing. Needs documents:manage. */
  registerDocuments(
    input: RegisterDocumentsInput,
    options?: CallOptions,
  ): Promise<RegisterDocumentsResult> {
    return this.run(operations.registerDocuments, { input }, options);
  }

  /** Sends deliveries that are held. Each is changed or refused by itself. Needs deliveries:manage. */
  releaseDeliveries(
    input: ReleaseDeliveriesInput,
    options?: CallOptions,
  ): Promise<ReleaseDeliveriesResult> {
    return this.run(operations.releaseDeliveries, { input }, options);
  }

  /** Takes a member out of an organization, at once. Needs members:manage, for owners owners:manage. */
  removeMember(input: RemoveMemberInput, options?: CallOptions): Promise<RemoveMemberResult> {
    return this.run(operations.removeMember, { input }, options);
  }

  /** Makes new recovery codes; those until now do not hold any more. Needs a sign-in as a person. */
  renewRecoveryCodes(
    input: RenewRecoveryCodesInput,
    options?: CallOptions,
  ): Promise<RenewRecoveryCodesResult> {
    return this.run(operations.renewRecoveryCodes, { input }, options);
  }

  /** Sends a mail with a token to your new address, and a note to the old one. The answer is the same whether somebody has the new address or not. Takes the place of an earlier request. Needs a sign-in as a person. */
  requestEmailChange(
    input: RequestEmailChangeInput,
    options?: CallOptions,
  ): Promise<RequestEmailChangeResult> {
    return this.run(operations.requestEmailChange, { input }, options);
  }

  /** Sends a mail with which a new password can be set. The answer is the same whether there is such a user or not. Needs no permission. */
  requestPasswordReset(
    input: RequestPasswordResetInput,
    options?: CallOptions,
  ): Promise<RequestPasswordResetResult> {
    return this.run(operations.requestPasswordReset, { input }, options);
  }

  /** Sends an invitation again, with a new token; the one before holds no more. Needs members:manage, for owners owners:manage. */
  resendInvitation(
    input: ResendInvitationInput,
    options?: CallOptions,
  ): Promise<ResendInvitationResult> {
    return this.run(operations.resendInvitation, { input }, options);
  }

  /** Sets a new password with a token that came by mail, and ends all sessions of its user. Does not sign in. Needs no permission. */
  resetPassword(input: ResetPasswordInput, options?: CallOptions): Promise<ResetPasswordResult> {
    return this.run(operations.resetPassword, { input }, options);
  }

  /** Brings a deleted mail server back as it was, before it is purged; held mail waits for a release. Needs servers:delete. */
  restoreMailServer(
    input: RestoreMailServerInput,
    options?: CallOptions,
  ): Promise<RestoreMailServerResult> {
    return this.run(operations.restoreMailServer, { input }, options);
  }

  /** Brings a deleted organization back with the mail servers that were deleted with it, before it is purged. Needs organizations:restore, which installation administrators have. */
  restoreOrganization(
    input: RestoreOrganizationInput,
    options?: CallOptions,
  ): Promise<RestoreOrganizationResult> {
    return this.run(operations.restoreOrganization, { input }, options);
  }

  /** Tries deliveries again now: waiting ones at once, failed and cancelled ones from the start. Each is changed or refused by itself. Needs deliveries:manage. */
  retryDeliveries(
    input: RetryDeliveriesInput,
    options?: CallOptions,
  ): Promise<RetryDeliveriesResult> {
    return this.run(operations.retryDeliveries, { input }, options);
  }

  /** Makes one of your access tokens useless at once. Needs a sign-in as a person. */
  revokeAccessToken(
    input: RevokeAccessTokenInput,
    options?: CallOptions,
  ): Promise<RevokeAccessTokenResult> {
    return this.run(operations.revokeAccessToken, { input }, options);
  }

  /** Makes a credential useless within seconds. Needs credentials:manage on its mail server. */
  revokeCredential(
    input: RevokeCredentialInput,
    options?: CallOptions,
  ): Promise<RevokeCredentialResult> {
    return this.run(operations.revokeCredential, { input }, options);
  }

  /** Takes an invitation back, at once. Needs members:manage, for owners owners:manage. */
  revokeInvitation(
    input: RevokeInvitationInput,
    options?: CallOptions,
  ): Promise<RevokeInvitationResult> {
    return this.run(operations.revokeInvitation, { input }, options);
  }

  /** Makes an access token of an organization useless at once. Needs tokens:manage. */
  revokeOrganizationToken(
    input: RevokeOrganizationTokenInput,
    options?: CallOptions,
  ): Promise<RevokeOrganizationTokenResult> {
    return this.run(operations.revokeOrganizationToken, { input }, options);
  }

  /** Ends one of your sessions at once. Needs a sign-in as a person. */
  revokeSession(input: RevokeSessionInput, options?: CallOptions): Promise<RevokeSessionResult> {
    return this.run(operations.revokeSession, { input }, options);
  }

  /** Writes a message and takes responsibility for it: it will be delivered, or its failure reported. Needs messages:send. */
  sendMessage(input: SendMessageInput, options?: CallOptions): Promise<SendMessageResult> {
    return this.run(operations.sendMessage, { input }, options);
  }

  /** Writes many messages; each is accepted or refused by itself. Needs messages:send. */
  sendMessages(input: SendMessagesInput, options?: CallOptions): Promise<SendMessagesResult> {
    return this.run(operations.sendMessages, { input }, options);
  }

  /** Takes responsibility for a message that is written already (RFC 5322). Needs messages:send. */
  sendRawMessage(input: SendRawMessageInput, options?: CallOptions): Promise<SendRawMessageResult> {
    return this.run(operations.sendRawMessage, { input }, options);
  }

  /** Makes a user an administrator of the installation, or takes that away, at once. Needs users:manage. */
  setUserAdministrator(
    input: SetUserAdministratorInput,
    options?: CallOptions,
  ): Promise<SetUserAdministratorResult> {
    return this.run(operations.setUserAdministrator, { input }, options);
  }

  /** Begins a session, kept in an HttpOnly cookie; with a second factor, asks for a code instead (TotpRequired). Needs no permission. */
  signIn(input: SignInInput, options?: CallOptions): Promise<SignInResult> {
    return this.run(operations.signIn, { input }, options);
  }

  /** Sets the first password of an administrator and begins a session, where passwords are off as well. The secret holds once. Needs no permission. */
  signInWithSetupSecret(
    input: SignInWithSetupSecretInput,
    options?: CallOptions,
  ): Promise<SignInWithSetupSecretResult> {
    return this.run(operations.signInWithSetupSecret, { input }, options);
  }

  /** The second step of a sign-in: begins the session, kept in an HttpOnly cookie. Needs no permission. */
  signInWithTotp(input: SignInWithTotpInput, options?: CallOptions): Promise<SignInWithTotpResult> {
    return this.run(operations.signInWithTotp, { input }, options);
  }

  /** Ends this session. Needs a sign-in as a person. */
  signOut(options?: CallOptions): Promise<SignOutResult> {
    return this.run(operations.signOut, {}, options);
  }

  /** Ends all of your sessions, this one as well. Needs a sign-in as a person. */
  signOutEverywhere(options?: CallOptions): Promise<SignOutEverywhereResult> {
    return this.run(operations.signOutEverywhere, {}, options);
  }

  /** Stops all mail of a mail server until it is lifted; nothing is lost. Needs servers:suspend, which installation administrators have. */
  suspendMailServer(
    input: SuspendMailServerInput,
    options?: CallOptions,
  ): Promise<SuspendMailServerResult> {
    return this.run(operations.suspendMailServer, { input }, options);
  }

  /** Stops all mail of an organization until it is lifted; nothing is lost. Needs organizations:suspend, which installation administrators have. */
  suspendOrganization(
    input: SuspendOrganizationInput,
    options?: CallOptions,
  ): Promise<SuspendOrganizationResult> {
    return this.run(operations.suspendOrganization, { input }, options);
  }

  /** Makes a member the owner; you become ADMIN if you were an owner. Needs owners:manage. */
  transferOwnership(
    input: TransferOwnershipInput,
    options?: CallOptions,
  ): Promise<TransferOwnershipResult> {
    return this.run(operations.transferOwnership, { input }, options);
  }

  /** Takes an identity off your account and ends your other sessions. Whoever signs in with the verified address of your account links an identity again. Needs a sign-in as a person. */
  unlinkOidcIdentity(
    input: UnlinkOidcIdentityInput,
    options?: CallOptions,
  ): Promise<UnlinkOidcIdentityResult> {
    return this.run(operations.unlinkOidcIdentity, { input }, options);
  }

  /** Lets the mail of a mail server pass again. Needs servers:suspend. */
  unsuspendMailServer(
    input: UnsuspendMailServerInput,
    options?: CallOptions,
  ): Promise<UnsuspendMailServerResult> {
    return this.run(operations.unsuspendMailServer, { input }, options);
  }

  /** Lets the mail of an organization pass again. Needs organizations:suspend. */
  unsuspendOrganization(
    input: UnsuspendOrganizationInput,
    options?: CallOptions,
  ): Promise<UnsuspendOrganizationResult> {
    return this.run(operations.unsuspendOrganization, { input }, options);
  }

  /** Changes a credential; new networks hold for open sessions as well, within seconds. Needs credentials:manage on its mail server. */
  updateCredential(
    input: UpdateCredentialInput,
    options?: CallOptions,
  ): Promise<UpdateCredentialResult> {
    return this.run(operations.updateCredential, { input }, options);
  }

  /** Changes settings of a mail server. Needs servers:update on it. */
  updateMailServer(
    input: UpdateMailServerInput,
    options?: CallOptions,
  ): Promise<UpdateMailServerResult> {
    return this.run(operations.updateMailServer, { input }, options);
  }

  /** Changes the role of a member, or to which mail servers the member is limited; both hold at once. Needs members:manage, for owners owners:manage. */
  updateMember(input: UpdateMemberInput, options?: CallOptions): Promise<UpdateMemberResult> {
    return this.run(operations.updateMember, { input }, options);
  }

  /** Changes an organization. Needs organizations:update. */
  updateOrganization(
    input: UpdateOrganizationInput,
    options?: CallOptions,
  ): Promise<UpdateOrganizationResult> {
    return this.run(operations.updateOrganization, { input }, options);
  }

  /** Changes your own account. Needs a sign-in as a person. */
  updateProfile(input: UpdateProfileInput, options?: CallOptions): Promise<UpdateProfileResult> {
    return this.run(operations.updateProfile, { input }, options);
  }

  /** Changes name or address of a user. Needs users:manage. */
  updateUser(input: UpdateUserInput, options?: CallOptions): Promise<UpdateUserResult> {
    return this.run(operations.updateUser, { input }, options);
  }
}

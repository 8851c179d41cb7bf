/** Made from schema/schema.graphql by `npm run codegen`. */
/** An object of which only the id is told; `find…` tells the rest. */
export interface ById<Name extends string> {
  readonly __typename: Name;
  readonly id: string;
}

/** What was asked will not be done, for a reason that may be shown. Nothing changed. */
export interface Refusal {
  readonly __typename: string;
  /** Stable and machine-readable: the name of the type. */
  readonly code: string;
  /** The input field at fault, outermost first, where one is. */
  readonly path: readonly string[] | null;
  /** What is wrong, for people. */
  readonly reason: string;
}

/** The token of the mail; and a new account, when the address has none. */
export interface AcceptInvitationInput {
  /** Name of the new user, at most 120 characters. */
  readonly name?: string | null | undefined;
  /** Password of the new user, unless passwords are off here. 10 to 256 characters. */
  readonly newPassword?: string | null | undefined;
  /** The token of the mail. */
  readonly token: string;
}

/** It was done, or refused for one of the reasons named here. */
export type AcceptInvitationResult =
  | AcceptInvitationSuccess
  | AccountNeeded
  | AlreadyMember
  | InvitationNotUsable
  | OtherAccount
  | TooManySignIns;

/** It was done: sign in, and the organization is there. */
export interface AcceptInvitationSuccess {
  readonly __typename: 'AcceptInvitationSuccess';
  /** What you may do there. */
  readonly role: Role;
}

/** Lets a program act for you, or for an organization, within its scopes. Seen by its user, or with tokens:read. */
export interface AccessToken {
  readonly __typename: 'AccessToken';
  /** From where alone it may be used, as CIDRs; null for anywhere. */
  readonly allowedNetworks: readonly string[] | null;
  /** When it was created. */
  readonly createdAt: string;
  /** Whether it may run persisted documents only. */
  readonly documentsOnly: boolean;
  /** Until when it holds; null without end. */
  readonly expiresAt: string | null;
  /** The last characters of the secret. */
  readonly hint: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** Whether it belongs to an organization and not to a person. */
  readonly isOfOrganization: boolean;
  /** When it was last used, to the minute. */
  readonly lastUsedAt: string | null;
  /** From which address it was last used, as far as that was written down. */
  readonly lastUsedIp: string | null;
  /** Name for people. */
  readonly name: string;
  /** Since when it does not hold any more. */
  readonly revokedAt: string | null;
  /** What it may do, as far as its user may. */
  readonly scopes: readonly Permission[];
}

/** The invited address has no account: give a name and a password. */
export interface AccountNeeded extends Refusal {
  readonly __typename: 'AccountNeeded';
}

/** Who becomes a member of which organization. */
export interface AddMemberInput {
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** The only mail servers that the member may use, at most 200; null for all. For DEVELOPER and VIEWER. */
  readonly mailServerIds?: readonly string[] | null | undefined;
  /** The organization. */
  readonly organizationId: string;
  /** What the member may do. */
  readonly role: Role;
  /** The user. */
  readonly userId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type AddMemberResult =
  AddMemberSuccess | AlreadyMember | IdempotencyConflict | NeverLimited | NotFound | OutOfScope;

/** It was done. */
export interface AddMemberSuccess {
  readonly __typename: 'AddMemberSuccess';
  /** The member as it is now. */
  readonly member: Member;
}

/** The address has an open invitation into this organization already. */
export interface AlreadyInvited extends Refusal {
  readonly __typename: 'AlreadyInvited';
}

/** This user is a member of the organization already. */
export interface AlreadyMember extends Refusal {
  readonly __typename: 'AlreadyMember';
}

/** A file that goes with the message. */
export interface AttachmentInput {
  /** The file, in base64. */
  readonly content: string;
  /** For a picture inside the HTML: refer to it as cid:… */
  readonly contentId?: string | null | undefined;
  /** Its media type; guessed from the name where none is given. */
  readonly contentType?: string | null | undefined;
  /** Its name. */
  readonly filename: string;
}

/** One try of a delivery. Needs messages:read. */
export interface Attempt {
  readonly __typename: 'Attempt';
  /** Why it was done so. */
  readonly decision: Decision;
  /** How long it took. */
  readonly durationMs: number;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** 1 for the first try. */
  readonly number: number;
  /** What the other side said. */
  readonly outcome: Outcome;
  /** When it began. */
  readonly startedAt: string;
  /** The SMTP dialogue, without the content of the message; cut at 8 KiB. */
  readonly transcript: string;
}

/** Who did it, by what means. What it names may be gone by now. Needs audit:read. */
export interface AuditActor {
  readonly __typename: 'AuditActor';
  /** The access token that was used. */
  readonly accessTokenId: string | null;
  /** The credential of a mail server that was used. */
  readonly credentialId: string | null;
  /** Who that is. */
  readonly kind: AuditActorKind;
  /** The sign-in that was used. */
  readonly sessionId: string | null;
  /** The person. */
  readonly userId: string | null;
}

/** Who does something. */
export type AuditActorKind =
  /** Somebody who did not sign in. */
  | 'ANONYMOUS'
  /** A program with a credential of a mail server. */
  | 'CREDENTIAL'
  /** Somebody at the command line of the machine. */
  | 'OPERATOR'
  /** An access token of an organization. */
  | 'ORGANIZATION'
  /** A person, or a program with an access token of that person. */
  | 'USER';

/** Something that somebody changed, or tried to sign in with. It is never changed and cannot be, unnoticed. Needs audit:read. */
export interface AuditEntry {
  readonly __typename: 'AuditEntry';
  /** Kind of object and what happened to it, such as `credential.revoked`. */
  readonly action: string;
  /** Who did it. */
  readonly actor: AuditActor;
  /** What is different since; null for something that is gone. Never a secret. */
  readonly after: unknown;
  /** What was different before; null for something new. Never a secret. */
  readonly before: unknown;
  /** When it was done. */
  readonly createdAt: string;
  /** MAC of this entry and all before it, in hexadecimal; null like the position. */
  readonly hash: string | null;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** From where; null for the command line. */
  readonly ipAddress: string | null;
  /** The mail server that it concerns, if it is one. */
  readonly mailServerId: string | null;
  /** The organization that it concerns; null for the whole installation. */
  readonly organizationId: string | null;
  /** Its place in the chain of the organization or the installation, without gaps; null for the first second. */
  readonly position: string | null;
  /** That object, which may be gone by now; null for many at once. */
  readonly subjectId: string | null;
  /** Type of the object that it was done to. */
  readonly subjectType: string;
  /** What the program of the actor calls itself, the beginning of it. */
  readonly userAgent: string | null;
}

/** The first thing that is wrong in an audit log. Needs audit:read. */
export interface AuditFlaw {
  readonly __typename: 'AuditFlaw';
  /** The entry there, if one is, as it stands now. */
  readonly entry: AuditEntry | null;
  /** What was done. */
  readonly kind: AuditFlawKind;
  /** In the log of which organization; null for that of the installation. */
  readonly organizationId: string | null;
  /** Where in the chain; null for an entry that is in none. */
  readonly position: string | null;
}

/** What was done to an audit log behind the back of Posthouse. */
export type AuditFlawKind =
  /** What is kept about the chain as a whole was changed or removed. */
  | 'ANCHOR_CHANGED'
  /** The entry is not as Posthouse wrote it, or not where. */
  | 'CHANGED'
  /** The entry was not written by Posthouse, or is where none was. */
  | 'INSERTED'
  /** The entry that was there is gone. */
  | 'MISSING';

/** Which entries are meant; all given conditions hold. */
export interface AuditLogFilter {
  /** One of these was done, such as `credential.revoked`. */
  readonly actions?: readonly string[] | null | undefined;
  /** One of these did it. */
  readonly actorKinds?: readonly AuditActorKind[] | null | undefined;
  /** It was done then or later. */
  readonly since?: string | null | undefined;
  /** It was done to this object, which may be gone by now. */
  readonly subjectId?: string | null | undefined;
  /** It was done before. */
  readonly until?: string | null | undefined;
  /** This person did it. */
  readonly userId?: string | null | undefined;
}

/** Whether audit logs are as they were written. Needs audit:read. */
export interface AuditVerification {
  readonly __typename: 'AuditVerification';
  /** How many entries were found right, in all. */
  readonly checkedEntries: number;
  /** What is wrong first; null when nothing is. */
  readonly firstFlaw: AuditFlaw | null;
  /** Whether nothing was edited, removed, put in or moved. */
  readonly isIntact: boolean;
  /** Hash of that entry, in hexadecimal. */
  readonly lastHash: string | null;
  /** Position of the last entry, for a single log. Who keeps it elsewhere with the hash sees later whether the log goes on from there, even if the whole database was put back. */
  readonly lastPosition: string | null;
}

/** Who sets up an authenticator app. */
export interface BeginTotpInput {
  /** Your password. */
  readonly password: string;
}

/** It was done, or refused for one of the reasons named here. */
export type BeginTotpResult =
  BeginTotpSuccess | PasswordsOff | PersonRequired | SignInRefused | TooManySignIns | TotpAlreadyOn;

/** It was done: the key counts once a code has confirmed it. */
export interface BeginTotpSuccess {
  readonly __typename: 'BeginTotpSuccess';
  /** The same as an otpauth URL, mostly shown as a QR code. */
  readonly otpauthUrl: string;
  /** The key in base32, to be typed into an app. Shown this once. */
  readonly secret: string;
}

/** Which deliveries are meant. */
export interface CancelDeliveriesInput {
  /** 1 to 100 deliveries. */
  readonly deliveryIds: readonly string[];
}

/** It was done, or refused for one of the reasons named here. */
export type CancelDeliveriesResult = CancelDeliveriesSuccess;

/** It was done. */
export interface CancelDeliveriesSuccess {
  readonly __typename: 'CancelDeliveriesSuccess';
  /** One result per id, in order. */
  readonly results: readonly DeliveryChangeResult[];
}

/** A new password. */
export interface ChangePasswordInput {
  /** The password until now. */
  readonly currentPassword: string;
  /** The password from now on. 10 to 256 characters. */
  readonly newPassword: string;
}

/** It was done, or refused for one of the reasons named here. */
export type ChangePasswordResult =
  ChangePasswordSuccess | PasswordsOff | PersonRequired | SignInRefused | TooManySignIns;

/** It was done. */
export interface ChangePasswordSuccess {
  readonly __typename: 'ChangePasswordSuccess';
  /** Whose password it is. */
  readonly user: User;
}

/** Which domain to check. */
export interface CheckDomainInput {
  /** The domain. */
  readonly domainId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type CheckDomainResult = CheckDomainSuccess | NotFound;

/** It was done. */
export interface CheckDomainSuccess {
  readonly __typename: 'CheckDomainSuccess';
  /** The domain as it is now. */
  readonly domain: Domain;
}

/** What came by mail to the new address. */
export interface ConfirmEmailChangeInput {
  /** The token of the mail; it holds once, for 24 hours. */
  readonly token: string;
}

/** It was done, or refused for one of the reasons named here. */
export type ConfirmEmailChangeResult =
  ConfirmEmailChangeSuccess | EmailChangeNotUsable | PersonRequired | TooManySignIns;

/** It was done. */
export interface ConfirmEmailChangeSuccess {
  readonly __typename: 'ConfirmEmailChangeSuccess';
  /** You, with the new address. */
  readonly user: User;
}

/** Shows that the app has the key. */
export interface ConfirmTotpInput {
  /** A code of the app. */
  readonly code: string;
}

/** It was done, or refused for one of the reasons named here. */
export type ConfirmTotpResult =
  ConfirmTotpSuccess | PersonRequired | SignInRefused | TooManySignIns | TotpAlreadyOn | TotpNotOn;

/** It was done. */
export interface ConfirmTotpSuccess {
  readonly __typename: 'ConfirmTotpSuccess';
  /** Each stands in for a code of the app once. Shown this once. */
  readonly recoveryCodes: readonly string[];
}

/** The raw content was removed after its retention period. */
export interface ContentGone extends Refusal {
  readonly __typename: 'ContentGone';
}

/** A new access token. */
export interface CreateAccessTokenInput {
  /** From where alone it may be used: IP addresses or CIDRs, at most 20. */
  readonly allowedNetworks?: readonly string[] | null | undefined;
  /** Whether it may run persisted documents only; default false. */
  readonly documentsOnly?: boolean | null | undefined;
  /** Until when it holds. */
  readonly expiresAt?: string | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  readonly name: string;
  /** The only organization where it holds. */
  readonly organizationId?: string | null | undefined;
  /** What it may do; it never may do more than you. */
  readonly scopes: readonly Permission[];
}

/** It was done, or refused for one of the reasons named here. */
export type CreateAccessTokenResult =
  | CreateAccessTokenSuccess
  | IdempotencyConflict
  | InvalidAllowedNetwork
  | NotFound
  | PersonRequired
  | QuotaReached
  | TokenExpiryPassed;

/** It was done. */
export interface CreateAccessTokenSuccess {
  readonly __typename: 'CreateAccessTokenSuccess';
  /** The new access token. */
  readonly accessToken: AccessToken;
  /** What to send as `Authorization: Bearer …`. Shown this once; null when the request was a repetition. */
  readonly secret: string | null;
}

/** A new credential. */
export interface CreateCredentialInput {
  /** From where alone it may be used: IP addresses or CIDRs, at most 20. Not for SMTP_IP. */
  readonly allowedNetworks?: readonly string[] | null | undefined;
  /** Whether mail that it submits waits for a release. */
  readonly hold?: boolean | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** The mail server that it logs in to. */
  readonly mailServerId: string;
  /** Name for people, at most 120 characters. */
  readonly name: string;
  /** IP address or CIDR such as 192.0.2.0/24; for SMTP_IP, and only for that. */
  readonly network?: string | null | undefined;
  /** How the app logs in. */
  readonly type: CredentialType;
}

/** It was done, or refused for one of the reasons named here. */
export type CreateCredentialResult =
  | CreateCredentialSuccess
  | IdempotencyConflict
  | InvalidAllowedNetwork
  | InvalidNetwork
  | NotFound
  | QuotaReached;

/** It was done. */
export interface CreateCredentialSuccess {
  readonly __typename: 'CreateCredentialSuccess';
  /** The new credential. */
  readonly credential: Credential;
  /** The API key or SMTP password. Shown this once; null for SMTP_IP, and when the request was a repetition. */
  readonly secret: string | null;
}

/** A new domain, of an organization or of one mail server. */
export interface CreateDomainInput {
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** The only mail server that may use it. */
  readonly mailServerId?: string | null | undefined;
  /** The domain name, in Unicode or in ASCII. */
  readonly name: string;
  /** The organization whose mail servers all may use it. */
  readonly organizationId?: string | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type CreateDomainResult =
  | CreateDomainSuccess
  | DomainExists
  | IdempotencyConflict
  | InvalidDomainName
  | NotFound
  | QuotaReached;

/** It was done. */
export interface CreateDomainSuccess {
  readonly __typename: 'CreateDomainSuccess';
  /** The domain as it is now. */
  readonly domain: Domain;
}

/** A new mail server. */
export interface CreateMailServerInput {
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** What it does with mail. */
  readonly mode?: MailServerMode | null | undefined;
  /** Name for people, at most 120 characters. */
  readonly name: string;
  /** The organization that it belongs to. */
  readonly organizationId: string;
  /** Short name, unique in the organization, which never changes; SMTP user names begin with it: up to 48 of a to z, 0 to 9 and hyphen, which is neither first nor last, and none of the reserved words. Made from the name when it is left out. */
  readonly slug?: string | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type CreateMailServerResult =
  CreateMailServerSuccess | IdempotencyConflict | NotFound | QuotaReached | SlugTaken;

/** It was done. */
export interface CreateMailServerSuccess {
  readonly __typename: 'CreateMailServerSuccess';
  /** The mail server as it is now. */
  readonly mailServer: MailServer;
}

/** A new organization. */
export interface CreateOrganizationInput {
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  readonly name: string;
  /** Short name, unique in the installation, which never changes: up to 48 of a to z, 0 to 9 and hyphen, which is neither first nor last, and none of the reserved words. Made from the name when it is left out. */
  readonly slug?: string | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type CreateOrganizationResult =
  CreateOrganizationSuccess | IdempotencyConflict | OutOfScope | SlugTaken;

/** It was done. */
export interface CreateOrganizationSuccess {
  readonly __typename: 'CreateOrganizationSuccess';
  /** The organization as it is now. */
  readonly organization: Organization;
}

/** A new access token of an organization. */
export interface CreateOrganizationTokenInput {
  /** From where alone it may be used: IP addresses or CIDRs, at most 20. */
  readonly allowedNetworks?: readonly string[] | null | undefined;
  /** Whether it may run persisted documents only; default false. */
  readonly documentsOnly?: boolean | null | undefined;
  /** Until when it holds. */
  readonly expiresAt?: string | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  readonly name: string;
  /** Whose token it is. */
  readonly organizationId: string;
  /** What it may do in the organization; nothing that you may not do there. */
  readonly scopes: readonly Permission[];
}

/** It was done, or refused for one of the reasons named here. */
export type CreateOrganizationTokenResult =
  | CreateOrganizationTokenSuccess
  | IdempotencyConflict
  | InvalidAllowedNetwork
  | NotFound
  | QuotaReached
  | ScopeNotHeld
  | TokenExpiryPassed;

/** It was done. */
export interface CreateOrganizationTokenSuccess {
  readonly __typename: 'CreateOrganizationTokenSuccess';
  /** The new access token. */
  readonly accessToken: AccessToken;
  /** What to send as `Authorization: Bearer …`. Shown this once; null when the request was a repetition. */
  readonly secret: string | null;
}

/** A new user. */
export interface CreateUserInput {
  /** The address to sign in with. */
  readonly email: string;
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** Whether it is an administrator of the whole installation. */
  readonly isAdministrator?: boolean | null | undefined;
  /** Name for people, at most 120 characters. */
  readonly name: string;
  /** The first password; without one the user signs in with the provider, or sets one by mail. 10 to 256 characters. */
  readonly password?: string | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type CreateUserResult =
  CreateUserSuccess | EmailTaken | IdempotencyConflict | OutOfScope | PasswordsOff | TooManySignIns;

/** It was done. */
export interface CreateUserSuccess {
  readonly __typename: 'CreateUserSuccess';
  /** The user as it is now. */
  readonly user: User;
}

/** How an app logs in to one mail server. Needs credentials:read. */
export interface Credential {
  readonly __typename: 'Credential';
  /** From where alone it may be used, as CIDRs; null for anywhere. */
  readonly allowedNetworks: readonly string[] | null;
  /** When it was created. */
  readonly createdAt: string;
  /** The last characters of the secret. */
  readonly hint: string | null;
  /** Whether mail that it submits waits for a release. */
  readonly hold: boolean;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** When it was last used, to the minute. */
  readonly lastUsedAt: string | null;
  /** Name for people. */
  readonly name: string;
  /** Where the app connects from, as CIDR; SMTP_IP only. */
  readonly network: string | null;
  /** Since when nobody logs in with it any more. */
  readonly revokedAt: string | null;
  /** How the app logs in. */
  readonly type: CredentialType;
  /** User name for SMTP AUTH; SMTP only. */
  readonly username: string | null;
}

/** How an app logs in. */
export type CredentialType =
  /** With a key, to this API. */
  | 'API'
  /** With user name and password, over SMTP. */
  | 'SMTP'
  /** By its address, over SMTP without AUTH. */
  | 'SMTP_IP';

/** Why an attempt went from this address to that host in this way. */
export interface Decision {
  readonly __typename: 'Decision';
  /** Its address. */
  readonly address: string | null;
  /** The name given in EHLO. */
  readonly helo: string | null;
  /** The receiving host. */
  readonly host: string | null;
  /** The address that it was sent from; null when there was no connection. */
  readonly ipAddress: IpAddress | null;
  /** Its port. */
  readonly port: number | null;
  /** The rules that took part, in order. */
  readonly reasons: readonly DecisionReason[];
  /** The envelope sender that was used. */
  readonly returnPath: string | null;
  /** The DKIM signatures; none when no key was seen in DNS. */
  readonly signatures: readonly DkimSignature[];
  /** Protocol and cipher; null for a connection in clear. */
  readonly tls: string | null;
}

/** One rule that took part in a decision. */
export interface DecisionReason {
  readonly __typename: 'DecisionReason';
  /** What it saw and did. */
  readonly because: string;
  /** Name of the rule. */
  readonly rule: string;
}

/** Documents to keep no longer. */
export interface DeleteDocumentsInput {
  /** 1 to 100 of them, each as `sha256:…`. */
  readonly documentIds: readonly string[];
  /** The organization that keeps them. */
  readonly organizationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type DeleteDocumentsResult = DeleteDocumentsSuccess | NotFound;

/** It was done. */
export interface DeleteDocumentsSuccess {
  readonly __typename: 'DeleteDocumentsSuccess';
  /** Those that were kept until now. */
  readonly documentIds: readonly string[];
}

/** Which domain to delete. */
export interface DeleteDomainInput {
  /** The domain. */
  readonly domainId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type DeleteDomainResult = DeleteDomainSuccess | NotFound;

/** It was done. */
export interface DeleteDomainSuccess {
  readonly __typename: 'DeleteDomainSuccess';
  /** Id of the domain that is gone. */
  readonly deletedDomainId: string;
}

/** Which mail server to delete. */
export interface DeleteMailServerInput {
  /** The mail server. */
  readonly mailServerId: string;
  /** Its exact name, as a confirmation. */
  readonly name: string;
}

/** It was done, or refused for one of the reasons named here. */
export type DeleteMailServerResult = DeleteMailServerSuccess | NameMismatch | NotFound;

/** It was done. */
export interface DeleteMailServerSuccess {
  readonly __typename: 'DeleteMailServerSuccess';
  /** Id of what is deleted. */
  readonly deletedMailServerId: string;
}

/** Which organization to delete. */
export interface DeleteOrganizationInput {
  /** Its exact name, as a confirmation. */
  readonly name: string;
  /** The organization. */
  readonly organizationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type DeleteOrganizationResult = DeleteOrganizationSuccess | NameMismatch | NotFound;

/** It was done. */
export interface DeleteOrganizationSuccess {
  readonly __typename: 'DeleteOrganizationSuccess';
  /** Id of what is deleted. */
  readonly deletedOrganizationId: string;
}

/** Which user to delete. */
export interface DeleteUserInput {
  /** The user. */
  readonly userId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type DeleteUserResult =
  DeleteUserSuccess | LastOwner | NotFound | OutOfScope | OwnAdministration;

/** It was done. */
export interface DeleteUserSuccess {
  readonly __typename: 'DeleteUserSuccess';
  /** Id of the user that is gone. */
  readonly deletedUserId: string;
}

/** One message on its way to one recipient. Needs messages:read. */
export interface Delivery {
  readonly __typename: 'Delivery';
  /** How often it was tried. */
  readonly attemptCount: number;
  /** When the message was accepted. */
  readonly createdAt: string;
  /** Domain of the recipient, in ASCII. */
  readonly destination: string;
  /** Why it is held. */
  readonly heldBecause: string | null;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** The message. Needs messages:read. */
  readonly message: ById<'Message'>;
  /** When it is tried next; null when it is not. */
  readonly nextAttemptAt: string | null;
  /** The envelope recipient. */
  readonly recipient: string;
  /** When it reached its final status. */
  readonly settledAt: string | null;
  /** How far it is. */
  readonly status: DeliveryStatus;
}

/** One page of a list. */
export interface DeliveryAttemptsConnection {
  readonly __typename: 'DeliveryAttemptsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Attempt[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** What became of one delivery of the request. */
export type DeliveryChangeResult =
  | ContentGone
  | DeliveryChanged
  | DeliveryInProgress
  | NotFound
  | SandboxSendsNothing
  | WrongDeliveryStatus;

/** The delivery was changed. */
export interface DeliveryChanged {
  readonly __typename: 'DeliveryChanged';
  /** The delivery as it is now. Needs deliveries:manage. */
  readonly delivery: Delivery;
}

/** Which events are meant. All conditions that are given hold. */
export interface DeliveryEventFilter {
  /** One of these kinds. */
  readonly kinds?: readonly EventKind[] | null | undefined;
  /** About this message. */
  readonly messageId?: string | null | undefined;
  /** About this recipient. */
  readonly recipient?: string | null | undefined;
}

/** Which deliveries are meant. All conditions that are given hold. */
export interface DeliveryFilter {
  /** Domain of their recipient. */
  readonly destination?: string | null | undefined;
  /** Their recipient. */
  readonly recipient?: string | null | undefined;
  /** How far they are. */
  readonly status?: DeliveryStatus | null | undefined;
}

/** The delivery is being attempted right now. Try again shortly. */
export interface DeliveryInProgress extends Refusal {
  readonly __typename: 'DeliveryInProgress';
}

/** How far a delivery is. */
export type DeliveryStatus =
  /** The receiving side refused it for good. */
  | 'BOUNCED'
  /** Somebody cancelled it. */
  | 'CANCELLED'
  /** The receiving server took it. */
  | 'DELIVERED'
  /** Every attempt failed for now, and there are no more. */
  | 'EXPIRED'
  /** Waits until somebody releases or cancels it. */
  | 'HELD'
  /** Waits for its next attempt, or is being attempted. */
  | 'QUEUED';

/** Who takes the second factor away. */
export interface DisableTotpInput {
  /** A code of the app, or a recovery code. */
  readonly code: string;
  /** Your password. */
  readonly password: string;
}

/** It was done, or refused for one of the reasons named here. */
export type DisableTotpResult =
  DisableTotpSuccess | PasswordsOff | PersonRequired | SignInRefused | TooManySignIns | TotpNotOn;

/** It was done. */
export interface DisableTotpSuccess {
  readonly __typename: 'DisableTotpSuccess';
  /** Always true. */
  readonly disabled: boolean;
}

/** Signature algorithm of a DKIM key. */
export type DkimAlgorithm =
  /** Ed25519 (RFC 8463). */
  | 'ED25519_SHA256'
  /** RSA, 2048 bits (RFC 6376). */
  | 'RSA_SHA256';

/** A signing key of a domain. Guarded by the field that leads here. */
export interface DkimKey {
  readonly __typename: 'DkimKey';
  /** Its signature algorithm. */
  readonly algorithm: DkimAlgorithm;
  /** When it was made. */
  readonly createdAt: string;
  /** When DNS last had it; null while it has not, and then it signs nothing. */
  readonly seenPublishedAt: string | null;
  /** Its record is at this label under `_domainkey`. */
  readonly selector: string;
}

/** A DKIM signature (RFC 6376) that was put on the message. */
export interface DkimSignature {
  readonly __typename: 'DkimSignature';
  /** The algorithm (a=). */
  readonly algorithm: string;
  /** The signing domain (d=). */
  readonly domain: string;
  /** The selector (s=). */
  readonly selector: string;
}

/** A DNS record to publish. Guarded by the field that leads here. */
export interface DnsRecord {
  readonly __typename: 'DnsRecord';
  /** Whether the domain needs it to send mail that is authenticated. */
  readonly isRequired: boolean;
  /** Name of the record, in full. */
  readonly name: string;
  /** What it is for. */
  readonly purpose: DomainCheckKind;
  /** Type of the record. */
  readonly type: DnsRecordType;
  /** Value of the record, as one string. */
  readonly value: string;
}

/** Type of a DNS record. */
export type DnsRecordType =
  /** Alias. */
  | 'CNAME'
  /** Mail exchanger. */
  | 'MX'
  /** Text. */
  | 'TXT';

/** A domain to send from, of an organization or of one mail server. Needs domains:read. */
export interface Domain {
  readonly __typename: 'Domain';
  /** When its DNS records were last checked. */
  readonly checkedAt: string | null;
  /** The latest result of each check; empty before the first. */
  readonly checks: readonly DomainCheck[];
  /** When it was added. */
  readonly createdAt: string;
  /** The keys that its mail is signed with, once they are published. */
  readonly dkimKeys: readonly DkimKey[];
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** The name as DNS has it, lower case. */
  readonly name: string;
  /** The exact records to publish, most important first. */
  readonly records: readonly DnsRecord[];
  /** The name as people write it. */
  readonly unicodeName: string;
  /** When its ownership was proved; null while it may not send. */
  readonly verifiedAt: string | null;
}

/** The latest result of one check. Guarded by the field that leads here. */
export interface DomainCheck {
  readonly __typename: 'DomainCheck';
  /** When this was found. */
  readonly checkedAt: string;
  /** The value that it should have. */
  readonly expected: string;
  /** What to do about it; null when nothing. */
  readonly fix: string | null;
  /** The values that DNS has; empty when it has none. */
  readonly found: readonly string[];
  /** Which record was looked at. */
  readonly kind: DomainCheckKind;
  /** Name of the record. */
  readonly recordName: string;
  /** Type of the record. */
  readonly recordType: DnsRecordType;
  /** What was found. */
  readonly status: DomainCheckStatus;
}

/** Which record of a domain is meant. */
export type DomainCheckKind =
  /** TXT with the Ed25519 key of our signatures. */
  | 'DKIM_ED25519'
  /** TXT with the RSA key of our signatures. */
  | 'DKIM_RSA'
  /** TXT with the DMARC policy. */
  | 'DMARC'
  /** MX to receive mail here. Not needed to send. */
  | 'MX'
  /** TXT that proves that the domain is yours. Needed to send. */
  | 'OWNERSHIP'
  /** CNAME for envelope senders under the domain. Without it ours are used. */
  | 'RETURN_PATH'
  /** TXT that lets our hosts send for the domain. */
  | 'SPF';

/** What a check found. */
export type DomainCheckStatus =
  /** There is a record, and it is wrong. */
  | 'INVALID'
  /** There is no such record. */
  | 'MISSING'
  /** The record is right. */
  | 'OK'
  /** DNS gave no answer. We go on as after the last one. */
  | 'UNKNOWN';

/** The organization or mail server has this domain already. */
export interface DomainExists extends Refusal {
  readonly __typename: 'DomainExists';
  /** Its name as DNS has it, lower case. */
  readonly name: string;
}

/** Mail may only come from a verified domain of the mail server or its organization. */
export interface DomainNotVerified extends Refusal {
  readonly __typename: 'DomainNotVerified';
  /** The domain that is not verified. */
  readonly domain: string;
}

/** Delivery reports (RFC 3461). Without it none is sent. */
export interface DsnInput {
  /** Your own name for the message, given back in reports. */
  readonly envid?: string | null | undefined;
  /** When a report is wanted. */
  readonly notify?: readonly DsnNotify[] | null | undefined;
  /** How much a failure report returns. */
  readonly ret?: DsnReturn | null | undefined;
}

/** When a delivery report is wanted (RFC 3461 §4.1). */
export type DsnNotify =
  /** When it takes longer than usual. */
  | 'DELAY'
  /** When it could not be delivered. */
  | 'FAILURE'
  /** Never; alone only. */
  | 'NEVER'
  /** When the message was delivered. */
  | 'SUCCESS';

/** How much of the message a failure report returns (RFC 3461 §4.3). */
export type DsnReturn =
  /** All of it. */
  | 'FULL'
  /** Its header only. */
  | 'HDRS';

/** The token does not hold, or not for this account. It is not said why. */
export interface EmailChangeNotUsable extends Refusal {
  readonly __typename: 'EmailChangeNotUsable';
}

/** Another user has this address. */
export interface EmailTaken extends Refusal {
  readonly __typename: 'EmailTaken';
}

/** The new address is the old one. */
export interface EmailUnchanged extends Refusal {
  readonly __typename: 'EmailUnchanged';
}

/** Something that happened on a mail server. Needs events:read. */
export interface Event {
  readonly __typename: 'Event';
  /** When it happened. */
  readonly at: string;
  /** Kind of the DNS check that it is about. */
  readonly check: string | null;
  /** SMTP reply code of the receiving server. */
  readonly code: number | null;
  /** Its place: give it as `after` to hear what came next. */
  readonly cursor: string;
  /** The delivery that it is about. Needs messages:read. */
  readonly delivery: ById<'Delivery'> | null;
  /** Name of the domain that it is about. */
  readonly domainName: string | null;
  /** Enhanced status code (RFC 3463). */
  readonly enhancedCode: string | null;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** What happened. */
  readonly kind: EventKind;
  /** The message that it is about. Needs messages:read. */
  readonly message: ById<'Message'> | null;
  /** When the next attempt is due. */
  readonly nextAttemptAt: string | null;
  /** Why it happened, in our words. */
  readonly reason: string | null;
  /** Recipient of the delivery that it is about. */
  readonly recipient: string | null;
  /** What the receiving server said. */
  readonly reply: string | null;
}

/** Which events are meant. */
export interface EventFilter {
  /** One of these kinds. */
  readonly kinds?: readonly EventKind[] | null | undefined;
}

/** What happened. */
export type EventKind =
  /** A message was accepted. */
  | 'ACCEPTED'
  /** The receiving side refused a message for good. Final. */
  | 'BOUNCED'
  /** Mail came to the return path of a delivery. */
  | 'BOUNCE_RECEIVED'
  /** A delivery was cancelled. Final. */
  | 'CANCELLED'
  /** An attempt failed for now; there will be another. */
  | 'DEFERRED'
  /** The receiving server took a message. Final. */
  | 'DELIVERED'
  /** A DNS record of a domain is no longer right. */
  | 'DOMAIN_CHECK_FAILED'
  /** A DNS record of a domain is right again. */
  | 'DOMAIN_CHECK_RECOVERED'
  /** A domain was verified. */
  | 'DOMAIN_VERIFIED'
  /** The last attempt failed for now. Final. */
  | 'EXPIRED'
  /** A delivery was held back. */
  | 'HELD'
  /** A held delivery was released. */
  | 'RELEASED'
  /** Somebody asked for another attempt. */
  | 'RETRY_REQUESTED'
  /** The mail server has reached its send limit: deliveries wait, and go by themselves. At most once an hour. */
  | 'SEND_LIMIT_REACHED'
  /** A delivery waits because the mail server has reached its send limit; it goes by itself. */
  | 'WAITING';

/** A header field of your own. */
export interface HeaderInput {
  /** Its name, such as X-Campaign. */
  readonly name: string;
  /** Its value, on one line. */
  readonly value: string;
}

/** The header of the message is too large. */
export interface HeaderTooLarge extends Refusal {
  readonly __typename: 'HeaderTooLarge';
  /** How large it may be. */
  readonly maxBytes: number;
}

/** The idempotency key was used with a different input before. */
export interface IdempotencyConflict extends Refusal {
  readonly __typename: 'IdempotencyConflict';
}

/** An allowed network cannot be read. */
export interface InvalidAllowedNetwork extends Refusal {
  readonly __typename: 'InvalidAllowedNetwork';
}

/** A document is none that this API would run. */
export interface InvalidDocument extends Refusal {
  readonly __typename: 'InvalidDocument';
}

/** This is not a domain that anyone could send from. */
export interface InvalidDomainName extends Refusal {
  readonly __typename: 'InvalidDomainName';
}

/** The envelope sender is not an address that bounces could be sent to. */
export interface InvalidEnvelopeSender extends Refusal {
  readonly __typename: 'InvalidEnvelopeSender';
  /** The envelope sender. */
  readonly address: string;
}

/** The message holds what no mail may carry. */
export interface InvalidMessage extends Refusal {
  readonly __typename: 'InvalidMessage';
}

/** A credential of type SMTP_IP needs a network that is not too broad; other types have none. */
export interface InvalidNetwork extends Refusal {
  readonly __typename: 'InvalidNetwork';
}

/** A recipient is not an address that mail could be sent to. */
export interface InvalidRecipient extends Refusal {
  readonly __typename: 'InvalidRecipient';
  /** The recipient. */
  readonly address: string;
}

/** The message has no unmistakable From or Sender. */
export interface InvalidSender extends Refusal {
  readonly __typename: 'InvalidSender';
  /** From or Sender. */
  readonly field: string;
}

/** The tag in the header is too long. */
export interface InvalidTag extends Refusal {
  readonly __typename: 'InvalidTag';
}

/** Somebody who was asked to become a member and has not accepted yet. Needs members:manage. */
export interface Invitation {
  readonly __typename: 'Invitation';
  /** When it was made. */
  readonly createdAt: string;
  /** Who is invited. */
  readonly email: string;
  /** Until when it holds. */
  readonly expiresAt: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** Whether the member will have listed mail servers only. */
  readonly isLimited: boolean;
  /** What the member may do. */
  readonly role: Role;
  /** When the mail was accepted for delivery. */
  readonly sentAt: string | null;
}

/** The token is unknown, used, revoked or expired. */
export interface InvitationNotUsable extends Refusal {
  readonly __typename: 'InvitationNotUsable';
}

/** Who is invited, and as what. */
export interface InviteMemberInput {
  /** Whom to invite. */
  readonly email: string;
  /** A repetition with the same key within 24 h gives the first result. */
  readonly idempotencyKey?: string | null | undefined;
  /** The only mail servers that the member may use, at most 200; null for all. For DEVELOPER and VIEWER. */
  readonly mailServerIds?: readonly string[] | null | undefined;
  /** The organization. */
  readonly organizationId: string;
  /** What the member may do. */
  readonly role: Role;
}

/** It was done, or refused for one of the reasons named here. */
export type InviteMemberResult =
  | AlreadyInvited
  | AlreadyMember
  | IdempotencyConflict
  | InviteMemberSuccess
  | NeverLimited
  | NotFound
  | OwnerRequired
  | TooManyInvitations;

/** It was done. */
export interface InviteMemberSuccess {
  readonly __typename: 'InviteMemberSuccess';
  /** The invitation as it is now. */
  readonly invitation: Invitation;
}

/** An address that mail is sent from. */
export interface IpAddress {
  readonly __typename: 'IpAddress';
  /** IPv4 or IPv6. */
  readonly address: string;
}

/** The organization would have no owner any more. */
export interface LastOwner extends Refusal {
  readonly __typename: 'LastOwner';
}

/** Which organization to leave. */
export interface LeaveOrganizationInput {
  /** The organization. */
  readonly organizationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type LeaveOrganizationResult =
  LastOwner | LeaveOrganizationSuccess | NotFound | PersonRequired;

/** It was done. */
export interface LeaveOrganizationSuccess {
  readonly __typename: 'LeaveOrganizationSuccess';
  /** Always true. */
  readonly left: boolean;
}

/** Limits to change; what is left out stays. */
export interface LimitMailServerInput {
  /** Days that raw content is kept, 1 to 3650; null follows the installation. Holds for mail that is accepted from now on; what a queued or held delivery needs stays. */
  readonly contentRetentionDays?: number | null | undefined;
  /** The mail server. */
  readonly mailServerId: string;
  /** Days that messages are kept, with their deliveries, attempts and events, 1 to 36500; null for good. Holds for old mail, too. No message goes before its content, or while a delivery is queued or held. */
  readonly messageRetentionDays?: number | null | undefined;
  /** Deliveries that may begin in any 60 minutes, 1 to 10000000; null for no limit. Deliveries that wait go within seconds when it is raised. */
  readonly sendLimit?: number | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type LimitMailServerResult = LimitMailServerSuccess | NotFound;

/** It was done. */
export interface LimitMailServerSuccess {
  readonly __typename: 'LimitMailServerSuccess';
  /** The mail server as it is now. */
  readonly mailServer: MailServer;
}

/** The message has passed too many mail servers. */
export interface LoopDetected extends Refusal {
  readonly __typename: 'LoopDetected';
}

/** The tenant unit: has its own messages, credentials and limits. Needs servers:read. */
export interface MailServer {
  readonly __typename: 'MailServer';
  /** Whether a verified Sender lets a message pass whose From is not verified. */
  readonly allowSender: boolean;
  /** Days that raw content is kept; null follows the installation. */
  readonly contentRetentionDays: number | null;
  /** When it was created. */
  readonly createdAt: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** Days that messages are kept, with their deliveries, attempts and events; null for good. */
  readonly messageRetentionDays: number | null;
  /** What it does with mail. */
  readonly mode: MailServerMode;
  /** Name for people. */
  readonly name: string;
  /** Whom reports to senders name for questions; null for the postmaster of the sender's domain. */
  readonly postmasterAddress: string | null;
  /** Whether the name and address of clients stay out of Received header fields. */
  readonly privacyMode: boolean;
  /** Attempts before a delivery expires; null follows the installation. */
  readonly retryAttempts: number | null;
  /** Deliveries that may begin in any 60 minutes; more wait and go by themselves. Null for no limit. */
  readonly sendLimit: number | null;
  /** Short name, unique in the organization. */
  readonly slug: string;
  /** Since when none of its mail passes; null when it does. */
  readonly suspendedAt: string | null;
  /** Why it is suspended. */
  readonly suspensionReason: string | null;
  /** Six characters, unique in the installation; no secret. */
  readonly token: string;
}

/** One page of a list. */
export interface MailServerCredentialsConnection {
  readonly __typename: 'MailServerCredentialsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Credential[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface MailServerDeliveriesConnection {
  readonly __typename: 'MailServerDeliveriesConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Delivery[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface MailServerDomainsConnection {
  readonly __typename: 'MailServerDomainsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Domain[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface MailServerEventsConnection {
  readonly __typename: 'MailServerEventsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Event[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface MailServerMessagesConnection {
  readonly __typename: 'MailServerMessagesConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Message[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** What a mail server does with accepted mail. */
export type MailServerMode =
  /** Delivers it. */
  | 'LIVE'
  /** Keeps it held and opens no connection. */
  | 'SANDBOX';

/** A line of the header could be understood in different ways. */
export interface MalformedHeader extends Refusal {
  readonly __typename: 'MalformedHeader';
  /** Its number, from 1. */
  readonly line: number;
}

/** A user in an organization. Needs members:read. */
export interface Member {
  readonly __typename: 'Member';
  /** Since when. */
  readonly createdAt: string;
  /** The address that the member signs in with. */
  readonly email: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** Whether the member has listed mail servers only. */
  readonly isLimited: boolean;
  /** Name of the member. */
  readonly name: string;
  /** What the member may do. */
  readonly role: Role;
}

/** One accepted mail. Needs messages:read, or messages:send for one just sent. */
export interface Message {
  readonly __typename: 'Message';
  /** When responsibility for it was taken. */
  readonly acceptedAt: string;
  /** Address of the client that submitted it. */
  readonly clientIp: string | null;
  /** Which way it goes. */
  readonly direction: MessageDirection;
  /** How it came in. */
  readonly door: MessageDoor;
  /** Address in the From header field. */
  readonly from: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** Envelope sender as submitted; empty for the null sender of reports. */
  readonly mailFrom: string;
  /** Value of the Message-ID header field, with its angle brackets. */
  readonly messageIdHeader: string;
  /** The metadata that the sender gave it; never sent to recipients. */
  readonly metadata: unknown;
  /** Bytes of the raw content as stored. */
  readonly sizeBytes: number;
  /** Subject, decoded; at most 500 characters. */
  readonly subject: string;
  /** The tag that the sender gave it. */
  readonly tag: string | null;
}

/** One page of a list. */
export interface MessageDeliveriesConnection {
  readonly __typename: 'MessageDeliveriesConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Delivery[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** Which way a message goes. */
export type MessageDirection =
  /** Received for one of your domains. */
  | 'INCOMING'
  /** Sent by one of your applications. */
  | 'OUTGOING';

/** How a message came in. */
export type MessageDoor =
  /** Through this API. */
  | 'GRAPHQL'
  /** Over SMTP. */
  | 'SMTP'
  /** Written by Posthouse itself, such as a delivery report. */
  | 'SYSTEM';

/** One page of a list. */
export interface MessageEventsConnection {
  readonly __typename: 'MessageEventsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Event[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** Which messages are meant. All conditions that are given hold. */
export interface MessageFilter {
  /** Which way they go. */
  readonly direction?: MessageDirection | null | undefined;
  /** Address in the From header field. */
  readonly from?: string | null | undefined;
  /** One of their deliveries goes to this address. */
  readonly recipient?: string | null | undefined;
  /** Accepted at this moment or later. */
  readonly since?: string | null | undefined;
  /** At least one of their deliveries has this status. */
  readonly status?: DeliveryStatus | null | undefined;
  /** Their tag, exactly. */
  readonly tag?: string | null | undefined;
  /** Accepted before this moment. */
  readonly until?: string | null | undefined;
}

/** The message is too large. */
export interface MessageTooLarge extends Refusal {
  readonly __typename: 'MessageTooLarge';
  /** How large it may be. */
  readonly maxBytes: number;
}

/** The metadata is too large. */
export interface MetadataTooLarge extends Refusal {
  readonly __typename: 'MetadataTooLarge';
  /** How large it may be, as JSON. */
  readonly maxBytes: number;
}

/** The name that was typed is not that of what would be deleted. */
export interface NameMismatch extends Refusal {
  readonly __typename: 'NameMismatch';
}

/** An owner or administrator is never limited to some mail servers. */
export interface NeverLimited extends Refusal {
  readonly __typename: 'NeverLimited';
}

/** A message needs at least one recipient. */
export interface NoRecipients extends Refusal {
  readonly __typename: 'NoRecipients';
}

/** There is no such object, or you may not see it. */
export interface NotFound extends Refusal {
  readonly __typename: 'NotFound';
}

/** Whom you are for an OpenID Connect provider, which signs you in. Seen only by its user, in a session. */
export interface OidcIdentity {
  readonly __typename: 'OidcIdentity';
  /** When it was linked. */
  readonly createdAt: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** The provider, as it calls itself. */
  readonly issuer: string;
  /** When it signed you in last. */
  readonly lastUsedAt: string;
  /** The provider's name for you. */
  readonly subject: string;
}

/** The OpenID Connect provider with which people may sign in. */
export interface OidcMethod {
  readonly __typename: 'OidcMethod';
  /** Name for people. */
  readonly name: string;
  /** Where to lead the browser. `?returnTo=` and a path of this site says where to go afterwards. */
  readonly startUrl: string;
}

/** Without this you could not sign in any more. */
export interface OnlyWayToSignIn extends Refusal {
  readonly __typename: 'OnlyWayToSignIn';
}

/** A customer: owns mail servers, domains and members. Needs organizations:read. */
export interface Organization {
  readonly __typename: 'Organization';
  /** When it was created. */
  readonly createdAt: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** Name for people. */
  readonly name: string;
  /** Short name, unique in the installation. */
  readonly slug: string;
  /** Since when none of its mail passes; null when it does. */
  readonly suspendedAt: string | null;
  /** Why it is suspended. */
  readonly suspensionReason: string | null;
}

/** One page of a list. */
export interface OrganizationAccessTokensConnection {
  readonly __typename: 'OrganizationAccessTokensConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly AccessToken[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface OrganizationAuditLogConnection {
  readonly __typename: 'OrganizationAuditLogConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly AuditEntry[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface OrganizationDocumentsConnection {
  readonly __typename: 'OrganizationDocumentsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly PersistedDocument[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface OrganizationDomainsConnection {
  readonly __typename: 'OrganizationDomainsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Domain[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface OrganizationInvitationsConnection {
  readonly __typename: 'OrganizationInvitationsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Invitation[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface OrganizationMailServersConnection {
  readonly __typename: 'OrganizationMailServersConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly MailServer[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface OrganizationMembersConnection {
  readonly __typename: 'OrganizationMembersConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Member[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** The invited address has an account: sign in with that first. */
export interface OtherAccount extends Refusal {
  readonly __typename: 'OtherAccount';
}

/** The access token is restricted to one organization. */
export interface OutOfScope extends Refusal {
  readonly __typename: 'OutOfScope';
}

/** What the other side said to one attempt. */
export interface Outcome {
  readonly __typename: 'Outcome';
  /** SMTP reply code; null when the other side said nothing. */
  readonly code: number | null;
  /** Enhanced status code (RFC 3463), theirs or the one that fits. */
  readonly enhancedCode: string | null;
  /** What it led to. */
  readonly kind: OutcomeKind;
  /** Their reply, or what went wrong in our words. */
  readonly reply: string;
  /** How long the other side asked us to wait. */
  readonly retryAfterSeconds: number | null;
  /** Where it was decided. */
  readonly stage: OutcomeStage;
}

/** What one attempt led to. */
export type OutcomeKind =
  /** Refused for good. */
  | 'BOUNCED'
  /** Not now; there will be another attempt. */
  | 'DEFERRED'
  /** The receiving server took the message. */
  | 'DELIVERED'
  /** Not now, and this was the last attempt. */
  | 'EXPIRED'
  /** Held back by Posthouse. */
  | 'HELD';

/** Where in the dialogue the outcome was decided. */
export type OutcomeStage =
  /** Connecting. */
  | 'CONNECT'
  /** After the content. */
  | 'CONTENT'
  /** At DATA. */
  | 'DATA'
  /** Looking for the receiving server. */
  | 'DNS'
  /** At EHLO. */
  | 'EHLO'
  /** By Posthouse, before any connection. */
  | 'GATE'
  /** Waiting for the greeting. */
  | 'GREETING'
  /** In Posthouse itself. */
  | 'LOCAL'
  /** At MAIL FROM. */
  | 'MAIL'
  /** At RCPT TO. */
  | 'RCPT'
  /** Starting TLS. */
  | 'TLS';

/** An administrator can neither step down nor delete the own account. */
export interface OwnAdministration extends Refusal {
  readonly __typename: 'OwnAdministration';
}

/** Nobody raises their own role. */
export interface OwnRoleRaised extends Refusal {
  readonly __typename: 'OwnRoleRaised';
}

/** Only an owner makes, changes or removes an owner. */
export interface OwnerRequired extends Refusal {
  readonly __typename: 'OwnerRequired';
}

/** Where a page begins and ends, and whether there is more. */
export interface PageInfo {
  readonly __typename: 'PageInfo';
  /** Cursor of the last object of this page. */
  readonly endCursor: string | null;
  /** Whether more follows. */
  readonly hasNextPage: boolean;
  /** Whether something comes before. */
  readonly hasPreviousPage: boolean;
  /** Cursor of the first object of this page. */
  readonly startCursor: string | null;
}

/** Nobody signs in with a password here: see signInMethods. Nothing is said about the account. */
export interface PasswordsOff extends Refusal {
  readonly __typename: 'PasswordsOff';
}

/** What a caller may do. An access token is narrowed to some of them. */
export type Permission =
  /** Read the audit log. */
  | 'AUDIT_READ'
  /** Create, change and revoke credentials. */
  | 'CREDENTIALS_MANAGE'
  /** See credentials. */
  | 'CREDENTIALS_READ'
  /** Retry, cancel and release deliveries. */
  | 'DELIVERIES_MANAGE'
  /** Keep GraphQL documents for programs. */
  | 'DOCUMENTS_MANAGE'
  /** Add, check and delete domains. */
  | 'DOMAINS_MANAGE'
  /** See domains and their checks. */
  | 'DOMAINS_READ'
  /** See events and follow them live. */
  | 'EVENTS_READ'
  /** Invite, change, limit and remove members. */
  | 'MEMBERS_MANAGE'
  /** See the members of organizations. */
  | 'MEMBERS_READ'
  /** See messages, deliveries and attempts. */
  | 'MESSAGES_READ'
  /** Send messages. */
  | 'MESSAGES_SEND'
  /** Create organizations. */
  | 'ORGANIZATIONS_CREATE'
  /** Delete organizations. */
  | 'ORGANIZATIONS_DELETE'
  /** See organizations. */
  | 'ORGANIZATIONS_READ'
  /** Restore deleted organizations. */
  | 'ORGANIZATIONS_RESTORE'
  /** Suspend organizations and lift that. */
  | 'ORGANIZATIONS_SUSPEND'
  /** Change organizations. */
  | 'ORGANIZATIONS_UPDATE'
  /** Make and remove owners, and transfer ownership. */
  | 'OWNERS_MANAGE'
  /** Create mail servers. */
  | 'SERVERS_CREATE'
  /** Delete and restore mail servers. */
  | 'SERVERS_DELETE'
  /** Set send limits and retention of mail servers. */
  | 'SERVERS_LIMIT'
  /** See mail servers. */
  | 'SERVERS_READ'
  /** Suspend mail servers and lift that. */
  | 'SERVERS_SUSPEND'
  /** Change settings of mail servers. */
  | 'SERVERS_UPDATE'
  /** Create and revoke access tokens of organizations. */
  | 'TOKENS_MANAGE'
  /** See access tokens of organizations. */
  | 'TOKENS_READ'
  /** See and manage the users of the installation. */
  | 'USERS_MANAGE';

/** A GraphQL document that an organization keeps for its programs. They run it by sending `documentId` instead of `query`. Needs documents:manage. */
export interface PersistedDocument {
  readonly __typename: 'PersistedDocument';
  /** Since when it is kept. */
  readonly createdAt: string;
  /** What programs send: `sha256:` and the hash of its text. */
  readonly documentId: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** The document. */
  readonly text: string;
}

/** Only a person in a session may do this, not an access token. */
export interface PersonRequired extends Refusal {
  readonly __typename: 'PersonRequired';
}

/** One page of a list. */
export interface QueryAuditLogConnection {
  readonly __typename: 'QueryAuditLogConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly AuditEntry[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface QueryMailServersConnection {
  readonly __typename: 'QueryMailServersConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly MailServer[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface QueryOrganizationsConnection {
  readonly __typename: 'QueryOrganizationsConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly Organization[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** One page of a list. */
export interface QueryUsersConnection {
  readonly __typename: 'QueryUsersConnection';
  /** The objects of this page. Guarded by the field that leads here. */
  readonly nodes: readonly User[];
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
}

/** There are as many of these as there may be. */
export interface QuotaReached extends Refusal {
  readonly __typename: 'QuotaReached';
  /** How many there may be. */
  readonly limit: number;
}

/** Your budget of points. Each token, signed-in user and API key has one, and each operation is charged before it runs: a field costs 1, times the page sizes around it. */
export interface RateLimit {
  readonly __typename: 'RateLimit';
  /** Points that are left after it. */
  readonly available: number;
  /** Points of a full budget. */
  readonly capacity: number;
  /** What this operation cost. */
  readonly cost: number;
  /** Milliseconds until the budget is full again. */
  readonly fullAfterMs: number;
  /** Points that a single operation may cost. */
  readonly operationLimit: number;
  /** Points that come back each second. */
  readonly restoreRate: number;
}

/** The password is needed, or a session that began within the last ten minutes. */
export interface RecentSignInRequired extends Refusal {
  readonly __typename: 'RecentSignInRequired';
}

/** Documents to keep. */
export interface RegisterDocumentsInput {
  /** 1 to 100 documents; those that are kept already stay. */
  readonly documents: readonly string[];
  /** The organization that keeps them. */
  readonly organizationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RegisterDocumentsResult =
  InvalidDocument | NotFound | RegisterDocumentsSuccess | TooManyDocuments;

/** It was done. */
export interface RegisterDocumentsSuccess {
  readonly __typename: 'RegisterDocumentsSuccess';
  /** One of each text, in order. */
  readonly documents: readonly PersistedDocument[];
}

/** Which deliveries are meant. */
export interface ReleaseDeliveriesInput {
  /** 1 to 100 deliveries. */
  readonly deliveryIds: readonly string[];
}

/** It was done, or refused for one of the reasons named here. */
export type ReleaseDeliveriesResult = ReleaseDeliveriesSuccess;

/** It was done. */
export interface ReleaseDeliveriesSuccess {
  readonly __typename: 'ReleaseDeliveriesSuccess';
  /** One result per id, in order. */
  readonly results: readonly DeliveryChangeResult[];
}

/** Which member to remove. */
export interface RemoveMemberInput {
  /** The member. */
  readonly memberId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RemoveMemberResult = LastOwner | NotFound | OwnerRequired | RemoveMemberSuccess;

/** It was done. */
export interface RemoveMemberSuccess {
  readonly __typename: 'RemoveMemberSuccess';
  /** The member as it was. */
  readonly member: Member;
}

/** Who needs new recovery codes. */
export interface RenewRecoveryCodesInput {
  /** A code of the app, or a recovery code. */
  readonly code: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RenewRecoveryCodesResult =
  PersonRequired | RenewRecoveryCodesSuccess | SignInRefused | TooManySignIns | TotpNotOn;

/** It was done. */
export interface RenewRecoveryCodesSuccess {
  readonly __typename: 'RenewRecoveryCodesSuccess';
  /** Each stands in for a code of the app once. Shown this once. */
  readonly recoveryCodes: readonly string[];
}

/** Your new address. */
export interface RequestEmailChangeInput {
  /** The address to sign in with from then on. */
  readonly email: string;
  /** Your password; not needed within ten minutes after a sign-in. */
  readonly password?: string | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type RequestEmailChangeResult =
  | EmailUnchanged
  | PasswordsOff
  | PersonRequired
  | RecentSignInRequired
  | RequestEmailChangeSuccess
  | SignInRefused
  | TooManySignIns;

/** It was done. */
export interface RequestEmailChangeSuccess {
  readonly __typename: 'RequestEmailChangeSuccess';
  /** Always true. */
  readonly requested: boolean;
}

/** Who lost a password. */
export interface RequestPasswordResetInput {
  /** Address of the user. */
  readonly email: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RequestPasswordResetResult =
  PasswordsOff | RequestPasswordResetSuccess | TooManySignIns;

/** It was done. */
export interface RequestPasswordResetSuccess {
  readonly __typename: 'RequestPasswordResetSuccess';
  /** Always true. */
  readonly requested: boolean;
}

/** Which invitation to send again. */
export interface ResendInvitationInput {
  /** The invitation. */
  readonly invitationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type ResendInvitationResult =
  NotFound | OwnerRequired | ResendInvitationSuccess | TooManyInvitations;

/** It was done. */
export interface ResendInvitationSuccess {
  readonly __typename: 'ResendInvitationSuccess';
  /** The invitation as it is now. */
  readonly invitation: Invitation;
}

/** A new password, with the token that came by mail. */
export interface ResetPasswordInput {
  /** The password from now on. 10 to 256 characters. */
  readonly newPassword: string;
  /** The token of the mail; it holds once, for an hour. */
  readonly token: string;
}

/** It was done, or refused for one of the reasons named here. */
export type ResetPasswordResult =
  PasswordsOff | ResetPasswordSuccess | SignInRefused | TooManySignIns;

/** It was done. */
export interface ResetPasswordSuccess {
  readonly __typename: 'ResetPasswordSuccess';
  /** Always true. */
  readonly passwordReset: boolean;
}

/** Which deleted mail server to restore. */
export interface RestoreMailServerInput {
  /** The mail server. */
  readonly mailServerId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RestoreMailServerResult = NotFound | RestoreMailServerSuccess;

/** It was done. */
export interface RestoreMailServerSuccess {
  readonly __typename: 'RestoreMailServerSuccess';
  /** The mail server as it is now. */
  readonly mailServer: MailServer;
}

/** Which deleted organization to restore. */
export interface RestoreOrganizationInput {
  /** The organization. */
  readonly organizationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RestoreOrganizationResult = NotFound | RestoreOrganizationSuccess;

/** It was done. */
export interface RestoreOrganizationSuccess {
  readonly __typename: 'RestoreOrganizationSuccess';
  /** The organization as it is now. */
  readonly organization: Organization;
}

/** Which deliveries are meant. */
export interface RetryDeliveriesInput {
  /** 1 to 100 deliveries. */
  readonly deliveryIds: readonly string[];
}

/** It was done, or refused for one of the reasons named here. */
export type RetryDeliveriesResult = RetryDeliveriesSuccess;

/** It was done. */
export interface RetryDeliveriesSuccess {
  readonly __typename: 'RetryDeliveriesSuccess';
  /** One result per id, in order. */
  readonly results: readonly DeliveryChangeResult[];
}

/** Which access token to revoke. */
export interface RevokeAccessTokenInput {
  /** The access token. */
  readonly accessTokenId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RevokeAccessTokenResult = NotFound | PersonRequired | RevokeAccessTokenSuccess;

/** It was done. */
export interface RevokeAccessTokenSuccess {
  readonly __typename: 'RevokeAccessTokenSuccess';
  /** The access token as it is now. */
  readonly accessToken: AccessToken;
}

/** Which credential to revoke. */
export interface RevokeCredentialInput {
  /** The credential. */
  readonly credentialId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RevokeCredentialResult = NotFound | RevokeCredentialSuccess;

/** It was done. */
export interface RevokeCredentialSuccess {
  readonly __typename: 'RevokeCredentialSuccess';
  /** The credential as it is now. */
  readonly credential: Credential;
}

/** Which invitation to revoke. */
export interface RevokeInvitationInput {
  /** The invitation. */
  readonly invitationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RevokeInvitationResult = NotFound | OwnerRequired | RevokeInvitationSuccess;

/** It was done. */
export interface RevokeInvitationSuccess {
  readonly __typename: 'RevokeInvitationSuccess';
  /** The invitation as it was. */
  readonly invitation: Invitation;
}

/** Which access token to revoke. */
export interface RevokeOrganizationTokenInput {
  /** The access token. */
  readonly accessTokenId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RevokeOrganizationTokenResult = NotFound | RevokeOrganizationTokenSuccess;

/** It was done. */
export interface RevokeOrganizationTokenSuccess {
  readonly __typename: 'RevokeOrganizationTokenSuccess';
  /** The access token as it is now. */
  readonly accessToken: AccessToken;
}

/** Which session to end. */
export interface RevokeSessionInput {
  /** The session. */
  readonly sessionId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type RevokeSessionResult = NotFound | PersonRequired | RevokeSessionSuccess;

/** It was done. */
export interface RevokeSessionSuccess {
  readonly __typename: 'RevokeSessionSuccess';
  /** The session as it was. */
  readonly session: Session;
}

/** What a member may do; docs/PERMISSIONS.md has the table. */
export type Role =
  /** Everything in the organization but its owners. */
  | 'ADMIN'
  /** Sends, and manages credentials, domains and deliveries. */
  | 'DEVELOPER'
  /** Everything in the organization, and who owns it. */
  | 'OWNER'
  /** Looks, and changes nothing. */
  | 'VIEWER';

/** Nothing of a mail server in SANDBOX mode can be released. */
export interface SandboxSendsNothing extends Refusal {
  readonly __typename: 'SandboxSendsNothing';
}

/** A token may not do what you may not do yourself. */
export interface ScopeNotHeld extends Refusal {
  readonly __typename: 'ScopeNotHeld';
  /** What you may not do there. */
  readonly scope: Permission;
}

/** A message to write and send. */
export interface SendMessageInput {
  /** Files that go with it, at most 100. */
  readonly attachments?: readonly AttachmentInput[] | null | undefined;
  /** Who gets a copy, shown to nobody. */
  readonly bcc?: readonly string[] | null | undefined;
  /** Who gets a copy, shown to everybody. */
  readonly cc?: readonly string[] | null | undefined;
  /** Which delivery reports are wanted. */
  readonly dsn?: DsnInput | null | undefined;
  /** Who it is from: an address, or a name and an <address>, of a verified domain. */
  readonly from: string;
  /** Header fields of your own, at most 100. */
  readonly headers?: readonly HeaderInput[] | null | undefined;
  /** The text in HTML. */
  readonly html?: string | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. Default: the Idempotency-Key header. */
  readonly idempotencyKey?: string | null | undefined;
  /** The mail server; an API key may leave it out and means its own. */
  readonly mailServerId?: string | null | undefined;
  /** An object of yours, given back with it; at most 8192 bytes. */
  readonly metadata?: unknown;
  /** Where answers are to go. */
  readonly replyTo?: readonly string[] | null | undefined;
  /** Who sends it on behalf of From (RFC 5322 §3.6.2). */
  readonly sender?: string | null | undefined;
  /** The subject. */
  readonly subject?: string | null | undefined;
  /** A word of yours to find it by, at most 100 characters. */
  readonly tag?: string | null | undefined;
  /** The text for readers without HTML. */
  readonly text?: string | null | undefined;
  /** Whom it is to, shown to everybody. */
  readonly to?: readonly string[] | null | undefined;
}

/** The message was accepted, or refused for one of the reasons named here. */
export type SendMessageResult =
  | DomainNotVerified
  | HeaderTooLarge
  | IdempotencyConflict
  | InvalidEnvelopeSender
  | InvalidMessage
  | InvalidRecipient
  | InvalidSender
  | InvalidTag
  | LoopDetected
  | MalformedHeader
  | MessageTooLarge
  | MetadataTooLarge
  | NoRecipients
  | NotFound
  | SendMessageSuccess
  | ServerSuspended
  | TooManyRecipients;

/** The message was accepted: it will be delivered, or its failure reported. */
export interface SendMessageSuccess {
  readonly __typename: 'SendMessageSuccess';
  /** The message. Needs messages:send. */
  readonly message: Message;
}

/** Messages to write and send, each accepted or refused by itself. */
export interface SendMessagesInput {
  /** One key for all of those that have none. */
  readonly idempotencyKey?: string | null | undefined;
  /** The mail server of those that name none. */
  readonly mailServerId?: string | null | undefined;
  /** 1 to 500 messages. */
  readonly messages: readonly SendMessageInput[];
}

/** It was done, or refused for one of the reasons named here. */
export type SendMessagesResult = SendMessagesSuccess;

/** It was done. */
export interface SendMessagesSuccess {
  readonly __typename: 'SendMessagesSuccess';
  /** One result per message, in order. */
  readonly results: readonly SendMessageResult[];
}

/** A message that is written already (RFC 5322), with its envelope. */
export interface SendRawMessageInput {
  /** Which delivery reports are wanted. */
  readonly dsn?: DsnInput | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. Default: the Idempotency-Key header. */
  readonly idempotencyKey?: string | null | undefined;
  /** Envelope sender: an address, or empty for the null sender. */
  readonly mailFrom: string;
  /** The mail server; an API key may leave it out and means its own. */
  readonly mailServerId?: string | null | undefined;
  /** An object of yours, given back with it; at most 8192 bytes. */
  readonly metadata?: unknown;
  /** The message, in base64. Line ends may be CRLF or LF. */
  readonly raw: string;
  /** Envelope recipients: who gets it, whatever its header says. */
  readonly recipients: readonly string[];
  /** A word of yours to find it by, at most 100 characters. */
  readonly tag?: string | null | undefined;
}

/** The message was accepted, or refused for one of the reasons named here. */
export type SendRawMessageResult =
  | DomainNotVerified
  | HeaderTooLarge
  | IdempotencyConflict
  | InvalidEnvelopeSender
  | InvalidMessage
  | InvalidRecipient
  | InvalidSender
  | InvalidTag
  | LoopDetected
  | MalformedHeader
  | MessageTooLarge
  | MetadataTooLarge
  | NoRecipients
  | NotFound
  | SendRawMessageSuccess
  | ServerSuspended
  | TooManyRecipients;

/** The message was accepted: it will be delivered, or its failure reported. */
export interface SendRawMessageSuccess {
  readonly __typename: 'SendRawMessageSuccess';
  /** The message. Needs messages:send. */
  readonly message: Message;
}

/** The mail server, or its organization, is suspended. */
export interface ServerSuspended extends Refusal {
  readonly __typename: 'ServerSuspended';
  /** Why. */
  readonly suspension: string;
}

/** One sign-in of yours. Seen only by its user, in a session. */
export interface Session {
  readonly __typename: 'Session';
  /** When it was begun. */
  readonly createdAt: string;
  /** When it ends at the latest; one that nobody uses ends sooner. */
  readonly expiresAt: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** From which address it was begun. */
  readonly ipAddress: string | null;
  /** Whether it is the session that asks. */
  readonly isCurrent: boolean;
  /** When it was last used, to the minute. */
  readonly lastUsedAt: string;
  /** What the browser called itself. */
  readonly userAgent: string | null;
}

/** Whether a user is an administrator. */
export interface SetUserAdministratorInput {
  /** Whether it is an administrator of the whole installation. */
  readonly isAdministrator: boolean;
  /** The user. */
  readonly userId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type SetUserAdministratorResult =
  NotFound | OutOfScope | OwnAdministration | SetUserAdministratorSuccess;

/** It was done. */
export interface SetUserAdministratorSuccess {
  readonly __typename: 'SetUserAdministratorSuccess';
  /** The user as it is now. */
  readonly user: User;
}

/** Who signs in. */
export interface SignInInput {
  /** Address of the user. */
  readonly email: string;
  /** Password of the user. */
  readonly password: string;
}

/** How people may sign in here. */
export interface SignInMethods {
  readonly __typename: 'SignInMethods';
  /** The provider; null where there is none. */
  readonly oidc: OidcMethod | null;
  /** Whether address and password do. */
  readonly password: boolean;
}

/** The proof is wrong. It is not said which part of it. */
export interface SignInRefused extends Refusal {
  readonly __typename: 'SignInRefused';
}

/** It was done, or refused for one of the reasons named here. */
export type SignInResult =
  PasswordsOff | SignInRefused | SignInSuccess | TooManySignIns | TotpRequired;

/** It was done. */
export interface SignInSuccess {
  readonly __typename: 'SignInSuccess';
  /** Who signed in. */
  readonly user: User;
}

/** The first sign-in of an administrator. */
export interface SignInWithSetupSecretInput {
  /** The password from now on. 10 to 256 characters. */
  readonly newPassword: string;
  /** The secret that Posthouse gave when it started. */
  readonly setupSecret: string;
}

/** It was done, or refused for one of the reasons named here. */
export type SignInWithSetupSecretResult =
  SignInRefused | SignInWithSetupSecretSuccess | TooManySignIns;

/** It was done. */
export interface SignInWithSetupSecretSuccess {
  readonly __typename: 'SignInWithSetupSecretSuccess';
  /** Who signed in. */
  readonly user: User;
}

/** The second step of a sign-in. */
export interface SignInWithTotpInput {
  /** What TotpRequired gave. */
  readonly challenge: string;
  /** A code of the app, or a recovery code. Each holds once. */
  readonly code: string;
}

/** It was done, or refused for one of the reasons named here. */
export type SignInWithTotpResult =
  PasswordsOff | SignInRefused | SignInWithTotpSuccess | TooManySignIns;

/** It was done. */
export interface SignInWithTotpSuccess {
  readonly __typename: 'SignInWithTotpSuccess';
  /** Who signed in. */
  readonly user: User;
}

/** It was done, or refused for one of the reasons named here. */
export type SignOutEverywhereResult = PersonRequired | SignOutEverywhereSuccess;

/** It was done. */
export interface SignOutEverywhereSuccess {
  readonly __typename: 'SignOutEverywhereSuccess';
  /** How many there were. */
  readonly endedSessions: number;
}

/** It was done, or refused for one of the reasons named here. */
export type SignOutResult = PersonRequired | SignOutSuccess;

/** It was done. */
export interface SignOutSuccess {
  readonly __typename: 'SignOutSuccess';
  /** Always true. */
  readonly signedOut: boolean;
}

/** The slug is taken; of what was deleted it is until the purge. */
export interface SlugTaken extends Refusal {
  readonly __typename: 'SlugTaken';
  /** The slug that was asked for. */
  readonly slug: string;
}

/** Which mail server to suspend, and why. */
export interface SuspendMailServerInput {
  /** The mail server. */
  readonly mailServerId: string;
  /** Why, for its users to read. */
  readonly reason: string;
}

/** It was done, or refused for one of the reasons named here. */
export type SuspendMailServerResult = NotFound | SuspendMailServerSuccess;

/** It was done. */
export interface SuspendMailServerSuccess {
  readonly __typename: 'SuspendMailServerSuccess';
  /** The mail server as it is now. */
  readonly mailServer: MailServer;
}

/** Which organization to suspend, and why. */
export interface SuspendOrganizationInput {
  /** The organization. */
  readonly organizationId: string;
  /** Why, for its members to read. */
  readonly reason: string;
}

/** It was done, or refused for one of the reasons named here. */
export type SuspendOrganizationResult = NotFound | SuspendOrganizationSuccess;

/** It was done. */
export interface SuspendOrganizationSuccess {
  readonly __typename: 'SuspendOrganizationSuccess';
  /** The organization as it is now. */
  readonly organization: Organization;
}

/** The expiry of a new access token must lie in the future. */
export interface TokenExpiryPassed extends Refusal {
  readonly __typename: 'TokenExpiryPassed';
}

/** The organization keeps as many documents as it may. */
export interface TooManyDocuments extends Refusal {
  readonly __typename: 'TooManyDocuments';
  /** How many it may keep. */
  readonly max: number;
}

/** Too many invitations are open, or this one was sent just now. */
export interface TooManyInvitations extends Refusal {
  readonly __typename: 'TooManyInvitations';
}

/** The message has too many recipients. */
export interface TooManyRecipients extends Refusal {
  readonly __typename: 'TooManyRecipients';
  /** How many it may have. */
  readonly max: number;
}

/** Too many sign-ins failed or are under way: try again later. */
export interface TooManySignIns extends Refusal {
  readonly __typename: 'TooManySignIns';
}

/** There is a second factor already. */
export interface TotpAlreadyOn extends Refusal {
  readonly __typename: 'TotpAlreadyOn';
}

/** There is no second factor. */
export interface TotpNotOn extends Refusal {
  readonly __typename: 'TotpNotOn';
}

/** The password is right, and a code is needed, too: go on with signInWithTotp. */
export interface TotpRequired extends Refusal {
  readonly __typename: 'TotpRequired';
  /** Goes into signInWithTotp, once. */
  readonly challenge: string;
  /** Until when the code may be given. */
  readonly expiresAt: string;
}

/** Who becomes the owner. */
export interface TransferOwnershipInput {
  /** A member. */
  readonly memberId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type TransferOwnershipResult = NotFound | OwnerRequired | TransferOwnershipSuccess;

/** It was done. */
export interface TransferOwnershipSuccess {
  readonly __typename: 'TransferOwnershipSuccess';
  /** The member as it is now. */
  readonly member: Member;
}

/** Which identity to unlink. */
export interface UnlinkOidcIdentityInput {
  /** The identity. */
  readonly oidcIdentityId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type UnlinkOidcIdentityResult =
  NotFound | OnlyWayToSignIn | PersonRequired | UnlinkOidcIdentitySuccess;

/** It was done. */
export interface UnlinkOidcIdentitySuccess {
  readonly __typename: 'UnlinkOidcIdentitySuccess';
  /** The identity as it was. */
  readonly oidcIdentity: OidcIdentity;
}

/** Which mail server to let go on. */
export interface UnsuspendMailServerInput {
  /** The mail server. */
  readonly mailServerId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type UnsuspendMailServerResult = NotFound | UnsuspendMailServerSuccess;

/** It was done. */
export interface UnsuspendMailServerSuccess {
  readonly __typename: 'UnsuspendMailServerSuccess';
  /** The mail server as it is now. */
  readonly mailServer: MailServer;
}

/** Which organization to let go on. */
export interface UnsuspendOrganizationInput {
  /** The organization. */
  readonly organizationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type UnsuspendOrganizationResult = NotFound | UnsuspendOrganizationSuccess;

/** It was done. */
export interface UnsuspendOrganizationSuccess {
  readonly __typename: 'UnsuspendOrganizationSuccess';
  /** The organization as it is now. */
  readonly organization: Organization;
}

/** What to change of a credential; what is left out stays. */
export interface UpdateCredentialInput {
  /** From where alone it may be used: IP addresses or CIDRs, at most 20. Null for anywhere. Not for SMTP_IP. */
  readonly allowedNetworks?: readonly string[] | null | undefined;
  /** The credential. */
  readonly credentialId: string;
  /** Whether mail that it submits waits for a release. */
  readonly hold?: boolean | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type UpdateCredentialResult = InvalidAllowedNetwork | NotFound | UpdateCredentialSuccess;

/** It was done. */
export interface UpdateCredentialSuccess {
  readonly __typename: 'UpdateCredentialSuccess';
  /** The credential as it is now. */
  readonly credential: Credential;
}

/** Settings to change; what is left out stays. */
export interface UpdateMailServerInput {
  /** Whether a verified Sender lets a message pass whose From is not verified. */
  readonly allowSender?: boolean | null | undefined;
  /** The mail server. */
  readonly mailServerId: string;
  /** What it does with mail. */
  readonly mode?: MailServerMode | null | undefined;
  /** Name for people. */
  readonly name?: string | null | undefined;
  /** Whom reports to senders name for questions; null for the postmaster of the sender's domain. */
  readonly postmasterAddress?: string | null | undefined;
  /** Whether the name and address of clients stay out of Received header fields. */
  readonly privacyMode?: boolean | null | undefined;
  /** Attempts before a delivery expires, 1 to 100; null follows the installation. */
  readonly retryAttempts?: number | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type UpdateMailServerResult = NotFound | UpdateMailServerSuccess;

/** It was done. */
export interface UpdateMailServerSuccess {
  readonly __typename: 'UpdateMailServerSuccess';
  /** The mail server as it is now. */
  readonly mailServer: MailServer;
}

/** What to change of a member. */
export interface UpdateMemberInput {
  /** The only mail servers that the member may use, at most 200; null lifts the limit. For DEVELOPER and VIEWER. */
  readonly mailServerIds?: readonly string[] | null | undefined;
  /** The member. */
  readonly memberId: string;
  /** What the member may do from now on. */
  readonly role?: Role | null | undefined;
}

/** It was done, or refused for one of the reasons named here. */
export type UpdateMemberResult =
  LastOwner | NeverLimited | NotFound | OwnRoleRaised | OwnerRequired | UpdateMemberSuccess;

/** It was done. */
export interface UpdateMemberSuccess {
  readonly __typename: 'UpdateMemberSuccess';
  /** The member as it is now. */
  readonly member: Member;
}

/** What to change of an organization. */
export interface UpdateOrganizationInput {
  /** Name for people, at most 120 characters; the slug stays. */
  readonly name: string;
  /** The organization. */
  readonly organizationId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type UpdateOrganizationResult = NotFound | UpdateOrganizationSuccess;

/** It was done. */
export interface UpdateOrganizationSuccess {
  readonly __typename: 'UpdateOrganizationSuccess';
  /** The organization as it is now. */
  readonly organization: Organization;
}

/** What to change of your own account. */
export interface UpdateProfileInput {
  /** Name for people, at most 120 characters. */
  readonly name: string;
}

/** It was done, or refused for one of the reasons named here. */
export type UpdateProfileResult = PersonRequired | UpdateProfileSuccess;

/** It was done. */
export interface UpdateProfileSuccess {
  readonly __typename: 'UpdateProfileSuccess';
  /** The user as it is now. */
  readonly user: User;
}

/** What to change of a user; what is left out stays. */
export interface UpdateUserInput {
  /** The address to sign in with. */
  readonly email?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  readonly name?: string | null | undefined;
  /** The user. */
  readonly userId: string;
}

/** It was done, or refused for one of the reasons named here. */
export type UpdateUserResult = EmailTaken | NotFound | OutOfScope | UpdateUserSuccess;

/** It was done. */
export interface UpdateUserSuccess {
  readonly __typename: 'UpdateUserSuccess';
  /** The user as it is now. */
  readonly user: User;
}

/** A person who signs in. Found by id by that person, and with users:manage. */
export interface User {
  readonly __typename: 'User';
  /** When it was created. */
  readonly createdAt: string;
  /** The address to sign in with. */
  readonly email: string;
  /** Global id: opaque, and usable with `node`. */
  readonly id: string;
  /** Whether this is an administrator of the whole installation. */
  readonly isAdministrator: boolean;
  /** Name for people. */
  readonly name: string;
}

/** Who asks. */
export interface Viewer {
  readonly __typename: 'Viewer';
  /** What the caller may do somewhere, though perhaps not everywhere. */
  readonly permissions: readonly Permission[];
  /** The person; null for an API key. */
  readonly user: User | null;
}

/** What was asked does not fit the status that the delivery has by now. */
export interface WrongDeliveryStatus extends Refusal {
  readonly __typename: 'WrongDeliveryStatus';
  /** The status it has. */
  readonly status: DeliveryStatus;
}

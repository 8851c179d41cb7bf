/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The token of the mail; and a new account, when the address has none. */
export type AcceptInvitationInput = {
  /** Name of the new user, at most 120 characters. */
  name?: string | null | undefined;
  /** Password of the new user, unless passwords are off here. 10 to 256 characters. */
  newPassword?: string | null | undefined;
  /** The token of the mail. */
  token: string;
};

/** Who becomes a member of which organization. */
export type AddMemberInput = {
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** The only mail servers that the member may use, at most 200; null for all. For DEVELOPER and VIEWER. */
  mailServerIds?: Array<string | number> | null | undefined;
  /** The organization. */
  organizationId: string | number;
  /** What the member may do. */
  role: Role;
  /** The user. */
  userId: string | number;
};

/** A file that goes with the message. */
export type AttachmentInput = {
  /** The file, in base64. */
  content: string;
  /** For a picture inside the HTML: refer to it as cid:… */
  contentId?: string | null | undefined;
  /** Its media type; guessed from the name where none is given. */
  contentType?: string | null | undefined;
  /** Its name. */
  filename: string;
};

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

/** Who sets up an authenticator app. */
export type BeginTotpInput = {
  /** Your password. */
  password: string;
};

/** Which deliveries are meant. */
export type CancelDeliveriesInput = {
  /** 1 to 100 deliveries. */
  deliveryIds: Array<string | number>;
};

/** A new password. */
export type ChangePasswordInput = {
  /** The password until now. */
  currentPassword: string;
  /** The password from now on. 10 to 256 characters. */
  newPassword: string;
};

/** Which domain to check. */
export type CheckDomainInput = {
  /** The domain. */
  domainId: string | number;
};

/** What came by mail to the new address. */
export type ConfirmEmailChangeInput = {
  /** The token of the mail; it holds once, for 24 hours. */
  token: string;
};

/** Shows that the app has the key. */
export type ConfirmTotpInput = {
  /** A code of the app. */
  code: string;
};

/** A new access token. */
export type CreateAccessTokenInput = {
  /** From where alone it may be used: IP addresses or CIDRs, at most 20. */
  allowedNetworks?: Array<string> | null | undefined;
  /** Whether it may run persisted documents only; default false. */
  documentsOnly?: boolean | null | undefined;
  /** Until when it holds. */
  expiresAt?: string | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  name: string;
  /** The only organization where it holds. */
  organizationId?: string | number | null | undefined;
  /** What it may do; it never may do more than you. */
  scopes: Array<Permission>;
};

/** A new credential. */
export type CreateCredentialInput = {
  /** From where alone it may be used: IP addresses or CIDRs, at most 20. Not for SMTP_IP. */
  allowedNetworks?: Array<string> | null | undefined;
  /** Whether mail that it submits waits for a release. */
  hold?: boolean | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** The mail server that it logs in to. */
  mailServerId: string | number;
  /** Name for people, at most 120 characters. */
  name: string;
  /** IP address or CIDR such as 192.0.2.0/24; for SMTP_IP, and only for that. */
  network?: string | null | undefined;
  /** How the app logs in. */
  type: CredentialType;
};

/** A new domain, of an organization or of one mail server. */
export type CreateDomainInput = {
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** The only mail server that may use it. */
  mailServerId?: string | number | null | undefined;
  /** The domain name, in Unicode or in ASCII. */
  name: string;
  /** The organization whose mail servers all may use it. */
  organizationId?: string | number | null | undefined;
};

/** A new mail server. */
export type CreateMailServerInput = {
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** What it does with mail. */
  mode?: MailServerMode | null | undefined;
  /** Name for people, at most 120 characters. */
  name: string;
  /** The organization that it belongs to. */
  organizationId: string | number;
  /** Short name, unique in the organization, which never changes; SMTP user names begin with it: up to 48 of a to z, 0 to 9 and hyphen, which is neither first nor last, and none of the reserved words. Made from the name when it is left out. */
  slug?: string | null | undefined;
};

/** A new organization. */
export type CreateOrganizationInput = {
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  name: string;
  /** Short name, unique in the installation, which never changes: up to 48 of a to z, 0 to 9 and hyphen, which is neither first nor last, and none of the reserved words. Made from the name when it is left out. */
  slug?: string | null | undefined;
};

/** A new access token of an organization. */
export type CreateOrganizationTokenInput = {
  /** From where alone it may be used: IP addresses or CIDRs, at most 20. */
  allowedNetworks?: Array<string> | null | undefined;
  /** Whether it may run persisted documents only; default false. */
  documentsOnly?: boolean | null | undefined;
  /** Until when it holds. */
  expiresAt?: string | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  name: string;
  /** Whose token it is. */
  organizationId: string | number;
  /** What it may do in the organization; nothing that you may not do there. */
  scopes: Array<Permission>;
};

/** A new user. */
export type CreateUserInput = {
  /** The address to sign in with. */
  email: string;
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** Whether it is an administrator of the whole installation. */
  isAdministrator?: boolean | null | undefined;
  /** Name for people, at most 120 characters. */
  name: string;
  /** The first password; without one the user signs in with the provider, or sets one by mail. 10 to 256 characters. */
  password?: string | null | undefined;
};

/** How an app logs in. */
export type CredentialType =
  /** With a key, to this API. */
  | 'API'
  /** With user name and password, over SMTP. */
  | 'SMTP'
  /** By its address, over SMTP without AUTH. */
  | 'SMTP_IP';

/** Documents to keep no longer. */
export type DeleteDocumentsInput = {
  /** 1 to 100 of them, each as `sha256:…`. */
  documentIds: Array<string>;
  /** The organization that keeps them. */
  organizationId: string | number;
};

/** Which domain to delete. */
export type DeleteDomainInput = {
  /** The domain. */
  domainId: string | number;
};

/** Which mail server to delete. */
export type DeleteMailServerInput = {
  /** The mail server. */
  mailServerId: string | number;
  /** Its exact name, as a confirmation. */
  name: string;
};

/** Which organization to delete. */
export type DeleteOrganizationInput = {
  /** Its exact name, as a confirmation. */
  name: string;
  /** The organization. */
  organizationId: string | number;
};

/** Which user to delete. */
export type DeleteUserInput = {
  /** The user. */
  userId: string | number;
};

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
export type DisableTotpInput = {
  /** A code of the app, or a recovery code. */
  code: string;
  /** Your password. */
  password: string;
};

/** Signature algorithm of a DKIM key. */
export type DkimAlgorithm =
  /** Ed25519 (RFC 8463). */
  | 'ED25519_SHA256'
  /** RSA, 2048 bits (RFC 6376). */
  | 'RSA_SHA256';

/** Type of a DNS record. */
export type DnsRecordType =
  /** Alias. */
  | 'CNAME'
  /** Mail exchanger. */
  | 'MX'
  /** Text. */
  | 'TXT';

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

/** Delivery reports (RFC 3461). Without it none is sent. */
export type DsnInput = {
  /** Your own name for the message, given back in reports. */
  envid?: string | null | undefined;
  /** When a report is wanted. */
  notify?: Array<DsnNotify> | null | undefined;
  /** How much a failure report returns. */
  ret?: DsnReturn | null | undefined;
};

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
export type HeaderInput = {
  /** Its name, such as X-Campaign. */
  name: string;
  /** Its value, on one line. */
  value: string;
};

/** Who is invited, and as what. */
export type InviteMemberInput = {
  /** Whom to invite. */
  email: string;
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** The only mail servers that the member may use, at most 200; null for all. For DEVELOPER and VIEWER. */
  mailServerIds?: Array<string | number> | null | undefined;
  /** The organization. */
  organizationId: string | number;
  /** What the member may do. */
  role: Role;
};

/** Which organization to leave. */
export type LeaveOrganizationInput = {
  /** The organization. */
  organizationId: string | number;
};

/** Limits to change; what is left out stays. */
export type LimitMailServerInput = {
  /** Days that raw content is kept, 1 to 3650; null follows the installation. Holds for mail that is accepted from now on; what a queued or held delivery needs stays. */
  contentRetentionDays?: number | null | undefined;
  /** The mail server. */
  mailServerId: string | number;
  /** Days that messages are kept, with their deliveries, attempts and events, 1 to 36500; null for good. Holds for old mail, too. No message goes before its content, or while a delivery is queued or held. */
  messageRetentionDays?: number | null | undefined;
  /** Deliveries that may begin in any 60 minutes, 1 to 10000000; null for no limit. Deliveries that wait go within seconds when it is raised. */
  sendLimit?: number | null | undefined;
};

/** What a mail server does with accepted mail. */
export type MailServerMode =
  /** Delivers it. */
  | 'LIVE'
  /** Keeps it held and opens no connection. */
  | 'SANDBOX';

/** How a message came in. */
export type MessageDoor =
  /** Through this API. */
  | 'GRAPHQL'
  /** Over SMTP. */
  | 'SMTP'
  /** Written by Posthouse itself, such as a delivery report. */
  | 'SYSTEM';

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

/** Documents to keep. */
export type RegisterDocumentsInput = {
  /** 1 to 100 documents; those that are kept already stay. */
  documents: Array<string>;
  /** The organization that keeps them. */
  organizationId: string | number;
};

/** Which member to remove. */
export type RemoveMemberInput = {
  /** The member. */
  memberId: string | number;
};

/** Who needs new recovery codes. */
export type RenewRecoveryCodesInput = {
  /** A code of the app, or a recovery code. */
  code: string;
};

/** Your new address. */
export type RequestEmailChangeInput = {
  /** The address to sign in with from then on. */
  email: string;
  /** Your password; not needed within ten minutes after a sign-in. */
  password?: string | null | undefined;
};

/** Who lost a password. */
export type RequestPasswordResetInput = {
  /** Address of the user. */
  email: string;
};

/** Which invitation to send again. */
export type ResendInvitationInput = {
  /** The invitation. */
  invitationId: string | number;
};

/** A new password, with the token that came by mail. */
export type ResetPasswordInput = {
  /** The password from now on. 10 to 256 characters. */
  newPassword: string;
  /** The token of the mail; it holds once, for an hour. */
  token: string;
};

/** Which deleted mail server to restore. */
export type RestoreMailServerInput = {
  /** The mail server. */
  mailServerId: string | number;
};

/** Which deleted organization to restore. */
export type RestoreOrganizationInput = {
  /** The organization. */
  organizationId: string | number;
};

/** Which deliveries are meant. */
export type RetryDeliveriesInput = {
  /** 1 to 100 deliveries. */
  deliveryIds: Array<string | number>;
};

/** Which access token to revoke. */
export type RevokeAccessTokenInput = {
  /** The access token. */
  accessTokenId: string | number;
};

/** Which credential to revoke. */
export type RevokeCredentialInput = {
  /** The credential. */
  credentialId: string | number;
};

/** Which invitation to revoke. */
export type RevokeInvitationInput = {
  /** The invitation. */
  invitationId: string | number;
};

/** Which access token to revoke. */
export type RevokeOrganizationTokenInput = {
  /** The access token. */
  accessTokenId: string | number;
};

/** Which session to end. */
export type RevokeSessionInput = {
  /** The session. */
  sessionId: string | number;
};

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

/** A message to write and send. */
export type SendMessageInput = {
  /** Files that go with it, at most 100. */
  attachments?: Array<AttachmentInput> | null | undefined;
  /** Who gets a copy, shown to nobody. */
  bcc?: Array<string> | null | undefined;
  /** Who gets a copy, shown to everybody. */
  cc?: Array<string> | null | undefined;
  /** Which delivery reports are wanted. */
  dsn?: DsnInput | null | undefined;
  /** Who it is from: an address, or a name and an <address>, of a verified domain. */
  from: string;
  /** Header fields of your own, at most 100. */
  headers?: Array<HeaderInput> | null | undefined;
  /** The text in HTML. */
  html?: string | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. Default: the Idempotency-Key header. */
  idempotencyKey?: string | null | undefined;
  /** The mail server; an API key may leave it out and means its own. */
  mailServerId?: string | number | null | undefined;
  /** An object of yours, given back with it; at most 8192 bytes. */
  metadata?: unknown;
  /** Where answers are to go. */
  replyTo?: Array<string> | null | undefined;
  /** Who sends it on behalf of From (RFC 5322 §3.6.2). */
  sender?: string | null | undefined;
  /** The subject. */
  subject?: string | null | undefined;
  /** A word of yours to find it by, at most 100 characters. */
  tag?: string | null | undefined;
  /** The text for readers without HTML. */
  text?: string | null | undefined;
  /** Whom it is to, shown to everybody. */
  to?: Array<string> | null | undefined;
};

/** Messages to write and send, each accepted or refused by itself. */
export type SendMessagesInput = {
  /** One key for all of those that have none. */
  idempotencyKey?: string | null | undefined;
  /** The mail server of those that name none. */
  mailServerId?: string | number | null | undefined;
  /** 1 to 500 messages. */
  messages: Array<SendMessageInput>;
};

/** A message that is written already (RFC 5322), with its envelope. */
export type SendRawMessageInput = {
  /** Which delivery reports are wanted. */
  dsn?: DsnInput | null | undefined;
  /** A repetition with the same key within 24 h gives the first result. Default: the Idempotency-Key header. */
  idempotencyKey?: string | null | undefined;
  /** Envelope sender: an address, or empty for the null sender. */
  mailFrom: string;
  /** The mail server; an API key may leave it out and means its own. */
  mailServerId?: string | number | null | undefined;
  /** An object of yours, given back with it; at most 8192 bytes. */
  metadata?: unknown;
  /** The message, in base64. Line ends may be CRLF or LF. */
  raw: string;
  /** Envelope recipients: who gets it, whatever its header says. */
  recipients: Array<string>;
  /** A word of yours to find it by, at most 100 characters. */
  tag?: string | null | undefined;
};

/** Whether a user is an administrator. */
export type SetUserAdministratorInput = {
  /** Whether it is an administrator of the whole installation. */
  isAdministrator: boolean;
  /** The user. */
  userId: string | number;
};

/** Who signs in. */
export type SignInInput = {
  /** Address of the user. */
  email: string;
  /** Password of the user. */
  password: string;
};

/** The first sign-in of an administrator. */
export type SignInWithSetupSecretInput = {
  /** The password from now on. 10 to 256 characters. */
  newPassword: string;
  /** The secret that Posthouse gave when it started. */
  setupSecret: string;
};

/** The second step of a sign-in. */
export type SignInWithTotpInput = {
  /** What TotpRequired gave. */
  challenge: string;
  /** A code of the app, or a recovery code. Each holds once. */
  code: string;
};

/** Which mail server to suspend, and why. */
export type SuspendMailServerInput = {
  /** The mail server. */
  mailServerId: string | number;
  /** Why, for its users to read. */
  reason: string;
};

/** Which organization to suspend, and why. */
export type SuspendOrganizationInput = {
  /** The organization. */
  organizationId: string | number;
  /** Why, for its members to read. */
  reason: string;
};

/** Who becomes the owner. */
export type TransferOwnershipInput = {
  /** A member. */
  memberId: string | number;
};

/** Which identity to unlink. */
export type UnlinkOidcIdentityInput = {
  /** The identity. */
  oidcIdentityId: string | number;
};

/** Which mail server to let go on. */
export type UnsuspendMailServerInput = {
  /** The mail server. */
  mailServerId: string | number;
};

/** Which organization to let go on. */
export type UnsuspendOrganizationInput = {
  /** The organization. */
  organizationId: string | number;
};

/** What to change of a credential; what is left out stays. */
export type UpdateCredentialInput = {
  /** From where alone it may be used: IP addresses or CIDRs, at most 20. Null for anywhere. Not for SMTP_IP. */
  allowedNetworks?: Array<string> | null | undefined;
  /** The credential. */
  credentialId: string | number;
  /** Whether mail that it submits waits for a release. */
  hold?: boolean | null | undefined;
};

/** Settings to change; what is left out stays. */
export type UpdateMailServerInput = {
  /** Whether a verified Sender lets a message pass whose From is not verified. */
  allowSender?: boolean | null | undefined;
  /** The mail server. */
  mailServerId: string | number;
  /** What it does with mail. */
  mode?: MailServerMode | null | undefined;
  /** Name for people. */
  name?: string | null | undefined;
  /** Whom reports to senders name for questions; null for the postmaster of the sender's domain. */
  postmasterAddress?: string | null | undefined;
  /** Whether the name and address of clients stay out of Received header fields. */
  privacyMode?: boolean | null | undefined;
  /** Attempts before a delivery expires, 1 to 100; null follows the installation. */
  retryAttempts?: number | null | undefined;
};

/** What to change of a member. */
export type UpdateMemberInput = {
  /** The only mail servers that the member may use, at most 200; null lifts the limit. For DEVELOPER and VIEWER. */
  mailServerIds?: Array<string | number> | null | undefined;
  /** The member. */
  memberId: string | number;
  /** What the member may do from now on. */
  role?: Role | null | undefined;
};

/** What to change of a user; what is left out stays. */
export type UpdateUserInput = {
  /** The address to sign in with. */
  email?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  name?: string | null | undefined;
  /** The user. */
  userId: string | number;
};

export type CreateTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type CreateTokenMutation = { createAccessToken:
    | { __typename: 'CreateAccessTokenSuccess', secret: string | null, accessToken: { id: string, hint: string, scopes: Array<Permission> } }
    | { __typename: 'IdempotencyConflict', code: string }
    | { __typename: 'InvalidAllowedNetwork', code: string }
    | { __typename: 'NotFound', code: string }
    | { __typename: 'PersonRequired', code: string }
    | { __typename: 'QuotaReached', code: string }
    | { __typename: 'TokenExpiryPassed', code: string }
   };

export type RevokeTokenMutationVariables = Exact<{
  input: RevokeAccessTokenInput;
}>;


export type RevokeTokenMutation = { revokeAccessToken:
    | { __typename: 'NotFound' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'RevokeAccessTokenSuccess', accessToken: { revokedAt: string | null } }
   };

export type TokenPermissionsQueryVariables = Exact<{ [key: string]: never; }>;


export type TokenPermissionsQuery = { viewer: { permissions: Array<Permission> } | null };

export type TokenServersQueryVariables = Exact<{ [key: string]: never; }>;


export type TokenServersQuery = { mailServers: { nodes: Array<{ id: string }> } };

export type TokenOrganizationMutationVariables = Exact<{ [key: string]: never; }>;


export type TokenOrganizationMutation = { createOrganization:
    | { __typename: 'CreateOrganizationSuccess' }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'OutOfScope' }
    | { __typename: 'SlugTaken' }
   };

export type TokenUseQueryVariables = Exact<{ [key: string]: never; }>;


export type TokenUseQuery = { viewer: { accessTokens: { nodes: Array<{ id: string, lastUsedAt: string | null }> } } | null };

export type GuessedSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type GuessedSignInMutation = { signIn:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpRequired' }
   };

export type GuessedWhoQueryVariables = Exact<{ [key: string]: never; }>;


export type GuessedWhoQuery = { viewer: { __typename: 'Viewer' } | null };

export type RequestEmailChangeMutationVariables = Exact<{
  input: RequestEmailChangeInput;
}>;


export type RequestEmailChangeMutation = { requestEmailChange:
    | { __typename: 'EmailUnchanged', reason: string, path: Array<string> | null }
    | { __typename: 'PasswordsOff', reason: string, path: Array<string> | null }
    | { __typename: 'PersonRequired', reason: string, path: Array<string> | null }
    | { __typename: 'RecentSignInRequired', reason: string, path: Array<string> | null }
    | { __typename: 'RequestEmailChangeSuccess' }
    | { __typename: 'SignInRefused', reason: string, path: Array<string> | null }
    | { __typename: 'TooManySignIns', reason: string, path: Array<string> | null }
   };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: ConfirmEmailChangeInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange:
    | { __typename: 'ConfirmEmailChangeSuccess', user: { email: string } }
    | { __typename: 'EmailChangeNotUsable' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'TooManySignIns' }
   };

export type EmailChangeSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type EmailChangeSignInMutation = { signIn:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpRequired' }
   };

export type EmailChangeResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type EmailChangeResetMutation = { requestPasswordReset:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'RequestPasswordResetSuccess' }
    | { __typename: 'TooManySignIns' }
   };

export type EmailChangeSetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type EmailChangeSetPasswordMutation = { resetPassword:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'ResetPasswordSuccess' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'TooManySignIns' }
   };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember:
    | { __typename: 'AlreadyInvited', code: string }
    | { __typename: 'AlreadyMember', code: string }
    | { __typename: 'IdempotencyConflict', code: string }
    | { __typename: 'InviteMemberSuccess', invitation: { id: string, email: string, role: Role, isLimited: boolean, sentAt: string | null } }
    | { __typename: 'NeverLimited', code: string }
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OwnerRequired', code: string }
    | { __typename: 'TooManyInvitations', code: string }
   };

export type ResendInvitationMutationVariables = Exact<{
  input: ResendInvitationInput;
}>;


export type ResendInvitationMutation = { resendInvitation:
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OwnerRequired', code: string }
    | { __typename: 'ResendInvitationSuccess' }
    | { __typename: 'TooManyInvitations', code: string }
   };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation:
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OwnerRequired', code: string }
    | { __typename: 'RevokeInvitationSuccess' }
   };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'AcceptInvitationSuccess', role: Role }
    | { __typename: 'AccountNeeded', code: string }
    | { __typename: 'AlreadyMember', code: string }
    | { __typename: 'InvitationNotUsable', code: string }
    | { __typename: 'OtherAccount', code: string }
    | { __typename: 'TooManySignIns', code: string }
   };

export type OpenInvitationsQueryVariables = Exact<{
  id: string | number;
}>;


export type OpenInvitationsQuery = { node:
    | { invitations: { nodes: Array<{ email: string }> } }
    | Record<PropertyKey, never>
   | null };

export type SeenByInvitedQueryVariables = Exact<{ [key: string]: never; }>;


export type SeenByInvitedQuery = { mailServers: { nodes: Array<{ id: string }> } };

export type FloodedSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type FloodedSignInMutation = { signIn:
    | { __typename: 'PasswordsOff', code: string }
    | { __typename: 'SignInRefused', code: string }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns', code: string }
    | { __typename: 'TotpRequired', code: string }
   };

export type FloodedWhoQueryVariables = Exact<{ [key: string]: never; }>;


export type FloodedWhoQuery = { viewer: { __typename: 'Viewer' } | null };

export type MembersQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MembersQuery = { node:
    | { members: { nodes: Array<{ id: string, email: string, name: string, role: Role, isLimited: boolean, mailServers: Array<{ id: string }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type UpdateMemberMutationVariables = Exact<{
  input: UpdateMemberInput;
}>;


export type UpdateMemberMutation = { updateMember:
    | { __typename: 'LastOwner', code: string }
    | { __typename: 'NeverLimited', code: string }
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OwnRoleRaised', code: string }
    | { __typename: 'OwnerRequired', code: string }
    | { __typename: 'UpdateMemberSuccess', member: { role: Role, isLimited: boolean } }
   };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember:
    | { __typename: 'LastOwner', code: string }
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OwnerRequired', code: string }
    | { __typename: 'RemoveMemberSuccess' }
   };

export type TransferOwnershipMutationVariables = Exact<{
  input: TransferOwnershipInput;
}>;


export type TransferOwnershipMutation = { transferOwnership:
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OwnerRequired', code: string }
    | { __typename: 'TransferOwnershipSuccess' }
   };

export type LeaveOrganizationMutationVariables = Exact<{
  input: LeaveOrganizationInput;
}>;


export type LeaveOrganizationMutation = { leaveOrganization:
    | { __typename: 'LastOwner', code: string }
    | { __typename: 'LeaveOrganizationSuccess' }
    | { __typename: 'NotFound', code: string }
    | { __typename: 'PersonRequired', code: string }
   };

export type SeenServersQueryVariables = Exact<{ [key: string]: never; }>;


export type SeenServersQuery = { mailServers: { nodes: Array<{ id: string }> }, organizations: { nodes: Array<{ id: string }> }, viewer: { permissions: Array<Permission> } | null };

export type RenameServerMutationVariables = Exact<{
  input: UpdateMailServerInput;
}>;


export type RenameServerMutation = { updateMailServer:
    | { __typename: 'NotFound' }
    | { __typename: 'UpdateMailServerSuccess' }
   };

export type SecondServerMutationVariables = Exact<{
  input: CreateMailServerInput;
}>;


export type SecondServerMutation = { createMailServer:
    | { __typename: 'CreateMailServerSuccess', mailServer: { id: string } }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'NotFound' }
    | { __typename: 'QuotaReached' }
    | { __typename: 'SlugTaken' }
   };

export type ForeignMembersQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ForeignMembersQuery = { nodes: Array<
    | { __typename: 'AccessToken' }
    | { __typename: 'Attempt' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'Credential' }
    | { __typename: 'Delivery' }
    | { __typename: 'Domain' }
    | { __typename: 'Event' }
    | { __typename: 'Invitation' }
    | { __typename: 'MailServer' }
    | { __typename: 'Member' }
    | { __typename: 'Message' }
    | { __typename: 'OidcIdentity' }
    | { __typename: 'Organization' }
    | { __typename: 'PersistedDocument' }
    | { __typename: 'Session' }
    | { __typename: 'User' }
   | null> };

export type MemberTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type MemberTokenMutation = { createAccessToken:
    | { __typename: 'CreateAccessTokenSuccess', secret: string | null }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidAllowedNetwork' }
    | { __typename: 'NotFound' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'QuotaReached' }
    | { __typename: 'TokenExpiryPassed' }
   };

export type OidcWhoQueryVariables = Exact<{ [key: string]: never; }>;


export type OidcWhoQuery = { viewer: { user: { email: string } | null, sessions: { nodes: Array<{ id: string }> }, oidcIdentities: { nodes: Array<{ id: string, issuer: string, subject: string }> } } | null };

export type OidcMethodsQueryVariables = Exact<{ [key: string]: never; }>;


export type OidcMethodsQuery = { signInMethods: { password: boolean, oidc: { name: string, startUrl: string } | null } };

export type OidcUnlinkMutationVariables = Exact<{
  input: UnlinkOidcIdentityInput;
}>;


export type OidcUnlinkMutation = { unlinkOidcIdentity:
    | { __typename: 'NotFound' }
    | { __typename: 'OnlyWayToSignIn' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'UnlinkOidcIdentitySuccess' }
   };

export type CreateOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type CreateOrganizationMutation = { createOrganization:
    | { __typename: 'CreateOrganizationSuccess', organization: { id: string, name: string, slug: string } }
    | { __typename: 'IdempotencyConflict', code: string }
    | { __typename: 'OutOfScope', code: string }
    | { __typename: 'SlugTaken', code: string }
   };

export type OrganizationPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OrganizationPageQuery = { organizations: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SuspendOrganizationMutationVariables = Exact<{
  input: SuspendOrganizationInput;
}>;


export type SuspendOrganizationMutation = { suspendOrganization:
    | { __typename: 'NotFound' }
    | { __typename: 'SuspendOrganizationSuccess', organization: { suspendedAt: string | null, suspensionReason: string | null } }
   };

export type UnsuspendOrganizationMutationVariables = Exact<{
  input: UnsuspendOrganizationInput;
}>;


export type UnsuspendOrganizationMutation = { unsuspendOrganization:
    | { __typename: 'NotFound' }
    | { __typename: 'UnsuspendOrganizationSuccess', organization: { suspendedAt: string | null, suspensionReason: string | null } }
   };

export type RequestResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestResetMutation = { requestPasswordReset:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'RequestPasswordResetSuccess', requested: boolean }
    | { __typename: 'TooManySignIns' }
   };

export type ResetMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetMutation = { resetPassword:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'ResetPasswordSuccess' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'TooManySignIns' }
   };

export type ResetSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type ResetSignInMutation = { signIn:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpRequired' }
   };

export type ResetWhoQueryVariables = Exact<{ [key: string]: never; }>;


export type ResetWhoQuery = { viewer: { user: { email: string } | null } | null };

export type SessionSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SessionSignInMutation = { signIn:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpRequired' }
   };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { viewer: { sessions: { nodes: Array<{ id: string, isCurrent: boolean, ipAddress: string | null, userAgent: string | null, createdAt: string, lastUsedAt: string }> } } | null };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession:
    | { __typename: 'NotFound' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'RevokeSessionSuccess' }
   };

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverywhereMutation = { signOutEverywhere:
    | { __typename: 'PersonRequired' }
    | { __typename: 'SignOutEverywhereSuccess', endedSessions: number }
   };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'PasswordsOff', code: string, reason: string }
    | { __typename: 'SignInRefused', code: string, reason: string }
    | { __typename: 'SignInSuccess', user: { email: string } }
    | { __typename: 'TooManySignIns', code: string, reason: string }
    | { __typename: 'TotpRequired', code: string, reason: string }
   };

export type SetUpMutationVariables = Exact<{
  input: SignInWithSetupSecretInput;
}>;


export type SetUpMutation = { signInWithSetupSecret:
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInWithSetupSecretSuccess' }
    | { __typename: 'TooManySignIns' }
   };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'ChangePasswordSuccess' }
    | { __typename: 'PasswordsOff' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'TooManySignIns' }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut:
    | { __typename: 'PersonRequired' }
    | { __typename: 'SignOutSuccess' }
   };

export type WhoQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoQuery = { viewer: { permissions: Array<Permission>, user: { email: string } | null } | null };

export type SystemMessagesQueryVariables = Exact<{
  id: string | number;
}>;


export type SystemMessagesQuery = { node:
    | { name: string, organization: { name: string } | null, messages: { nodes: Array<{ door: MessageDoor, from: string, subject: string, raw: string | null, deliveries: { nodes: Array<{ id: string, status: DeliveryStatus }> } }> } }
    | Record<PropertyKey, never>
   | null };

export type CancelSystemMailMutationVariables = Exact<{
  input: CancelDeliveriesInput;
}>;


export type CancelSystemMailMutation = { cancelDeliveries: { __typename: 'CancelDeliveriesSuccess' } };

export type ForeignNodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ForeignNodesQuery = { nodes: Array<
    | { __typename: 'AccessToken' }
    | { __typename: 'Attempt' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'Credential' }
    | { __typename: 'Delivery' }
    | { __typename: 'Domain' }
    | { __typename: 'Event' }
    | { __typename: 'Invitation' }
    | { __typename: 'MailServer' }
    | { __typename: 'Member' }
    | { __typename: 'Message' }
    | { __typename: 'OidcIdentity' }
    | { __typename: 'Organization' }
    | { __typename: 'PersistedDocument' }
    | { __typename: 'Session' }
    | { __typename: 'User' }
   | null> };

export type TenantTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type TenantTokenMutation = { createAccessToken:
    | { __typename: 'CreateAccessTokenSuccess', secret: string | null, accessToken: { id: string } }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidAllowedNetwork' }
    | { __typename: 'NotFound' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'QuotaReached' }
    | { __typename: 'TokenExpiryPassed' }
   };

export type OwnServersQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnServersQuery = { mailServers: { nodes: Array<{ id: string, domains: { nodes: Array<{ name: string }> } }> } };

export type ForeignChangesMutationVariables = Exact<{
  organization: string | number;
  server: string | number;
  credential: string | number;
  domain: string | number;
}>;


export type ForeignChangesMutation = { a:
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'SuspendOrganizationSuccess' }
  , b:
    | { __typename: 'CreateMailServerSuccess' }
    | { __typename: 'IdempotencyConflict', code: string, reason: string }
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'QuotaReached', code: string, reason: string }
    | { __typename: 'SlugTaken', code: string, reason: string }
  , c:
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'UpdateMailServerSuccess' }
  , d:
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'SuspendMailServerSuccess' }
  , e:
    | { __typename: 'CreateCredentialSuccess' }
    | { __typename: 'IdempotencyConflict', code: string, reason: string }
    | { __typename: 'InvalidAllowedNetwork', code: string, reason: string }
    | { __typename: 'InvalidNetwork', code: string, reason: string }
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'QuotaReached', code: string, reason: string }
  , f:
    | { __typename: 'InvalidAllowedNetwork', code: string, reason: string }
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'UpdateCredentialSuccess' }
  , g:
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'RevokeCredentialSuccess' }
  , h:
    | { __typename: 'CreateDomainSuccess' }
    | { __typename: 'DomainExists', code: string, reason: string }
    | { __typename: 'IdempotencyConflict', code: string, reason: string }
    | { __typename: 'InvalidDomainName', code: string, reason: string }
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'QuotaReached', code: string, reason: string }
  , i:
    | { __typename: 'CreateDomainSuccess' }
    | { __typename: 'DomainExists', code: string, reason: string }
    | { __typename: 'IdempotencyConflict', code: string, reason: string }
    | { __typename: 'InvalidDomainName', code: string, reason: string }
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'QuotaReached', code: string, reason: string }
  , j:
    | { __typename: 'CheckDomainSuccess' }
    | { __typename: 'NotFound', code: string, reason: string }
  , k:
    | { __typename: 'DeleteDomainSuccess' }
    | { __typename: 'NotFound', code: string, reason: string }
   };

type Why_AccountNeeded_Fragment = { code: string, reason: string };

type Why_AlreadyInvited_Fragment = { code: string, reason: string };

type Why_AlreadyMember_Fragment = { code: string, reason: string };

type Why_ContentGone_Fragment = { code: string, reason: string };

type Why_DeliveryInProgress_Fragment = { code: string, reason: string };

type Why_DomainExists_Fragment = { code: string, reason: string };

type Why_DomainNotVerified_Fragment = { code: string, reason: string };

type Why_EmailChangeNotUsable_Fragment = { code: string, reason: string };

type Why_EmailTaken_Fragment = { code: string, reason: string };

type Why_EmailUnchanged_Fragment = { code: string, reason: string };

type Why_HeaderTooLarge_Fragment = { code: string, reason: string };

type Why_IdempotencyConflict_Fragment = { code: string, reason: string };

type Why_InvalidAllowedNetwork_Fragment = { code: string, reason: string };

type Why_InvalidDocument_Fragment = { code: string, reason: string };

type Why_InvalidDomainName_Fragment = { code: string, reason: string };

type Why_InvalidEnvelopeSender_Fragment = { code: string, reason: string };

type Why_InvalidMessage_Fragment = { code: string, reason: string };

type Why_InvalidNetwork_Fragment = { code: string, reason: string };

type Why_InvalidRecipient_Fragment = { code: string, reason: string };

type Why_InvalidSender_Fragment = { code: string, reason: string };

type Why_InvalidTag_Fragment = { code: string, reason: string };

type Why_InvitationNotUsable_Fragment = { code: string, reason: string };

type Why_LastOwner_Fragment = { code: string, reason: string };

type Why_LoopDetected_Fragment = { code: string, reason: string };

type Why_MalformedHeader_Fragment = { code: string, reason: string };

type Why_MessageTooLarge_Fragment = { code: string, reason: string };

type Why_MetadataTooLarge_Fragment = { code: string, reason: string };

type Why_NameMismatch_Fragment = { code: string, reason: string };

type Why_NeverLimited_Fragment = { code: string, reason: string };

type Why_NoRecipients_Fragment = { code: string, reason: string };

type Why_NotFound_Fragment = { code: string, reason: string };

type Why_OnlyWayToSignIn_Fragment = { code: string, reason: string };

type Why_OtherAccount_Fragment = { code: string, reason: string };

type Why_OutOfScope_Fragment = { code: string, reason: string };

type Why_OwnAdministration_Fragment = { code: string, reason: string };

type Why_OwnRoleRaised_Fragment = { code: string, reason: string };

type Why_OwnerRequired_Fragment = { code: string, reason: string };

type Why_PasswordsOff_Fragment = { code: string, reason: string };

type Why_PersonRequired_Fragment = { code: string, reason: string };

type Why_QuotaReached_Fragment = { code: string, reason: string };

type Why_RecentSignInRequired_Fragment = { code: string, reason: string };

type Why_SandboxSendsNothing_Fragment = { code: string, reason: string };

type Why_ScopeNotHeld_Fragment = { code: string, reason: string };

type Why_ServerSuspended_Fragment = { code: string, reason: string };

type Why_SignInRefused_Fragment = { code: string, reason: string };

type Why_SlugTaken_Fragment = { code: string, reason: string };

type Why_TokenExpiryPassed_Fragment = { code: string, reason: string };

type Why_TooManyDocuments_Fragment = { code: string, reason: string };

type Why_TooManyInvitations_Fragment = { code: string, reason: string };

type Why_TooManyRecipients_Fragment = { code: string, reason: string };

type Why_TooManySignIns_Fragment = { code: string, reason: string };

type Why_TotpAlreadyOn_Fragment = { code: string, reason: string };

type Why_TotpNotOn_Fragment = { code: string, reason: string };

type Why_TotpRequired_Fragment = { code: string, reason: string };

type Why_WrongDeliveryStatus_Fragment = { code: string, reason: string };

export type WhyFragment =
  | Why_AccountNeeded_Fragment
  | Why_AlreadyInvited_Fragment
  | Why_AlreadyMember_Fragment
  | Why_ContentGone_Fragment
  | Why_DeliveryInProgress_Fragment
  | Why_DomainExists_Fragment
  | Why_DomainNotVerified_Fragment
  | Why_EmailChangeNotUsable_Fragment
  | Why_EmailTaken_Fragment
  | Why_EmailUnchanged_Fragment
  | Why_HeaderTooLarge_Fragment
  | Why_IdempotencyConflict_Fragment
  | Why_InvalidAllowedNetwork_Fragment
  | Why_InvalidDocument_Fragment
  | Why_InvalidDomainName_Fragment
  | Why_InvalidEnvelopeSender_Fragment
  | Why_InvalidMessage_Fragment
  | Why_InvalidNetwork_Fragment
  | Why_InvalidRecipient_Fragment
  | Why_InvalidSender_Fragment
  | Why_InvalidTag_Fragment
  | Why_InvitationNotUsable_Fragment
  | Why_LastOwner_Fragment
  | Why_LoopDetected_Fragment
  | Why_MalformedHeader_Fragment
  | Why_MessageTooLarge_Fragment
  | Why_MetadataTooLarge_Fragment
  | Why_NameMismatch_Fragment
  | Why_NeverLimited_Fragment
  | Why_NoRecipients_Fragment
  | Why_NotFound_Fragment
  | Why_OnlyWayToSignIn_Fragment
  | Why_OtherAccount_Fragment
  | Why_OutOfScope_Fragment
  | Why_OwnAdministration_Fragment
  | Why_OwnRoleRaised_Fragment
  | Why_OwnerRequired_Fragment
  | Why_PasswordsOff_Fragment
  | Why_PersonRequired_Fragment
  | Why_QuotaReached_Fragment
  | Why_RecentSignInRequired_Fragment
  | Why_SandboxSendsNothing_Fragment
  | Why_ScopeNotHeld_Fragment
  | Why_ServerSuspended_Fragment
  | Why_SignInRefused_Fragment
  | Why_SlugTaken_Fragment
  | Why_TokenExpiryPassed_Fragment
  | Why_TooManyDocuments_Fragment
  | Why_TooManyInvitations_Fragment
  | Why_TooManyRecipients_Fragment
  | Why_TooManySignIns_Fragment
  | Why_TotpAlreadyOn_Fragment
  | Why_TotpNotOn_Fragment
  | Why_TotpRequired_Fragment
  | Why_WrongDeliveryStatus_Fragment
;

export type MatrixPersonalTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type MatrixPersonalTokenMutation = { createAccessToken:
    | { __typename: 'CreateAccessTokenSuccess', secret: string | null, accessToken: { id: string, allowedNetworks: Array<string> | null, isOfOrganization: boolean } }
    | { __typename: 'IdempotencyConflict', code: string, path: Array<string> | null }
    | { __typename: 'InvalidAllowedNetwork', code: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, path: Array<string> | null }
    | { __typename: 'PersonRequired', code: string, path: Array<string> | null }
    | { __typename: 'QuotaReached', code: string, path: Array<string> | null }
    | { __typename: 'TokenExpiryPassed', code: string, path: Array<string> | null }
   };

export type MatrixOrganizationTokenMutationVariables = Exact<{
  input: CreateOrganizationTokenInput;
}>;


export type MatrixOrganizationTokenMutation = { createOrganizationToken:
    | { __typename: 'CreateOrganizationTokenSuccess', secret: string | null, accessToken: { id: string, allowedNetworks: Array<string> | null, isOfOrganization: boolean } }
    | { __typename: 'IdempotencyConflict', code: string, path: Array<string> | null }
    | { __typename: 'InvalidAllowedNetwork', code: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, path: Array<string> | null }
    | { __typename: 'QuotaReached', code: string, path: Array<string> | null }
    | { __typename: 'ScopeNotHeld', code: string, path: Array<string> | null }
    | { __typename: 'TokenExpiryPassed', code: string, path: Array<string> | null }
   };

export type MatrixRevokePersonalMutationVariables = Exact<{
  input: RevokeAccessTokenInput;
}>;


export type MatrixRevokePersonalMutation = { revokeAccessToken:
    | { __typename: 'NotFound' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'RevokeAccessTokenSuccess' }
   };

export type MatrixRevokeOfOrganizationMutationVariables = Exact<{
  input: RevokeOrganizationTokenInput;
}>;


export type MatrixRevokeOfOrganizationMutation = { revokeOrganizationToken:
    | { __typename: 'NotFound' }
    | { __typename: 'RevokeOrganizationTokenSuccess' }
   };

export type MatrixServersQueryVariables = Exact<{ [key: string]: never; }>;


export type MatrixServersQuery = { mailServers: { nodes: Array<{ id: string }> } };

export type MatrixTokensQueryVariables = Exact<{
  id: string | number;
}>;


export type MatrixTokensQuery = { node:
    | { accessTokens: { nodes: Array<{ id: string, lastUsedAt: string | null, lastUsedIp: string | null }> } }
    | Record<PropertyKey, never>
   | null };

export type MatrixForeignQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MatrixForeignQuery = { nodes: Array<
    | { __typename: 'AccessToken' }
    | { __typename: 'Attempt' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'Credential' }
    | { __typename: 'Delivery' }
    | { __typename: 'Domain' }
    | { __typename: 'Event' }
    | { __typename: 'Invitation' }
    | { __typename: 'MailServer' }
    | { __typename: 'Member' }
    | { __typename: 'Message' }
    | { __typename: 'OidcIdentity' }
    | { __typename: 'Organization' }
    | { __typename: 'PersistedDocument' }
    | { __typename: 'Session' }
    | { __typename: 'User' }
   | null> };

export type TotpBeginMutationVariables = Exact<{
  input: BeginTotpInput;
}>;


export type TotpBeginMutation = { beginTotp:
    | { __typename: 'BeginTotpSuccess', secret: string, otpauthUrl: string }
    | { __typename: 'PasswordsOff' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpAlreadyOn' }
   };

export type TotpConfirmMutationVariables = Exact<{
  input: ConfirmTotpInput;
}>;


export type TotpConfirmMutation = { confirmTotp:
    | { __typename: 'ConfirmTotpSuccess', recoveryCodes: Array<string> }
    | { __typename: 'PersonRequired' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpAlreadyOn' }
    | { __typename: 'TotpNotOn' }
   };

export type TotpDisableMutationVariables = Exact<{
  input: DisableTotpInput;
}>;


export type TotpDisableMutation = { disableTotp:
    | { __typename: 'DisableTotpSuccess' }
    | { __typename: 'PasswordsOff' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpNotOn' }
   };

export type TotpRenewMutationVariables = Exact<{
  input: RenewRecoveryCodesInput;
}>;


export type TotpRenewMutation = { renewRecoveryCodes:
    | { __typename: 'PersonRequired' }
    | { __typename: 'RenewRecoveryCodesSuccess', recoveryCodes: Array<string> }
    | { __typename: 'SignInRefused' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpNotOn' }
   };

export type TotpSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type TotpSignInMutation = { signIn:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpRequired', challenge: string }
   };

export type TotpSecondStepMutationVariables = Exact<{
  input: SignInWithTotpInput;
}>;


export type TotpSecondStepMutation = { signInWithTotp:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInWithTotpSuccess' }
    | { __typename: 'TooManySignIns' }
   };

export type TotpStateQueryVariables = Exact<{ [key: string]: never; }>;


export type TotpStateQuery = { viewer: { totp: { recoveryCodesLeft: number } | null } | null };

export type UsersQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type UsersQuery = { users: { nodes: Array<{ id: string, email: string, isAdministrator: boolean }> } };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { createUser:
    | { __typename: 'CreateUserSuccess', user: { id: string } }
    | { __typename: 'EmailTaken', code: string }
    | { __typename: 'IdempotencyConflict', code: string }
    | { __typename: 'OutOfScope', code: string }
    | { __typename: 'PasswordsOff', code: string }
    | { __typename: 'TooManySignIns', code: string }
   };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { updateUser:
    | { __typename: 'EmailTaken', code: string }
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OutOfScope', code: string }
    | { __typename: 'UpdateUserSuccess', user: { name: string, email: string } }
   };

export type SetUserAdministratorMutationVariables = Exact<{
  input: SetUserAdministratorInput;
}>;


export type SetUserAdministratorMutation = { setUserAdministrator:
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OutOfScope', code: string }
    | { __typename: 'OwnAdministration', code: string }
    | { __typename: 'SetUserAdministratorSuccess' }
   };

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUserMutation = { deleteUser:
    | { __typename: 'DeleteUserSuccess' }
    | { __typename: 'LastOwner', code: string }
    | { __typename: 'NotFound', code: string }
    | { __typename: 'OutOfScope', code: string }
    | { __typename: 'OwnAdministration', code: string }
   };

export type WhoAsUserQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAsUserQuery = { viewer: { permissions: Array<Permission>, user: { id: string, name: string } | null } | null };

export type UpdateProfileMutationVariables = Exact<{ [key: string]: never; }>;


export type UpdateProfileMutation = { updateProfile:
    | { user: { name: string } }
    | Record<PropertyKey, never>
   };

export type NarrowTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type NarrowTokenMutation = { createAccessToken:
    | { __typename: 'CreateAccessTokenSuccess', secret: string | null }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidAllowedNetwork' }
    | { __typename: 'NotFound' }
    | { __typename: 'PersonRequired' }
    | { __typename: 'QuotaReached' }
    | { __typename: 'TokenExpiryPassed' }
   };

export type TimedSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type TimedSignInMutation = { signIn:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpRequired' }
   };

export type TimedWhoQueryVariables = Exact<{ [key: string]: never; }>;


export type TimedWhoQuery = { viewer: { __typename: 'Viewer' } | null };

export type TimedResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type TimedResetMutation = { requestPasswordReset:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'RequestPasswordResetSuccess' }
    | { __typename: 'TooManySignIns' }
   };

export type RetryMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type RetryMutation = { retryDeliveries: { __typename: 'RetryDeliveriesSuccess', results: Array<
      | { __typename: 'ContentGone', code: string, reason: string }
      | { __typename: 'DeliveryChanged', delivery: { status: DeliveryStatus, nextAttemptAt: string | null } }
      | { __typename: 'DeliveryInProgress', code: string, reason: string }
      | { __typename: 'NotFound', code: string, reason: string }
      | { __typename: 'SandboxSendsNothing', code: string, reason: string }
      | { __typename: 'WrongDeliveryStatus', code: string, reason: string }
    > } };

export type CancelMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CancelMutation = { cancelDeliveries: { __typename: 'CancelDeliveriesSuccess', results: Array<
      | { __typename: 'ContentGone', code: string, reason: string }
      | { __typename: 'DeliveryChanged', delivery: { status: DeliveryStatus, nextAttemptAt: string | null } }
      | { __typename: 'DeliveryInProgress', code: string, reason: string }
      | { __typename: 'NotFound', code: string, reason: string }
      | { __typename: 'SandboxSendsNothing', code: string, reason: string }
      | { __typename: 'WrongDeliveryStatus', code: string, reason: string }
    > } };

export type ReleaseMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ReleaseMutation = { releaseDeliveries: { __typename: 'ReleaseDeliveriesSuccess', results: Array<
      | { __typename: 'ContentGone', code: string, reason: string }
      | { __typename: 'DeliveryChanged', delivery: { status: DeliveryStatus, nextAttemptAt: string | null } }
      | { __typename: 'DeliveryInProgress', code: string, reason: string }
      | { __typename: 'NotFound', code: string, reason: string }
      | { __typename: 'SandboxSendsNothing', code: string, reason: string }
      | { __typename: 'WrongDeliveryStatus', code: string, reason: string }
    > } };

export type RegisterDocumentsMutationVariables = Exact<{
  input: RegisterDocumentsInput;
}>;


export type RegisterDocumentsMutation = { registerDocuments:
    | { __typename: 'InvalidDocument', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'RegisterDocumentsSuccess', documents: Array<{ id: string, documentId: string, text: string }> }
    | { __typename: 'TooManyDocuments', code: string, reason: string, path: Array<string> | null }
   };

export type DeleteDocumentsMutationVariables = Exact<{
  input: DeleteDocumentsInput;
}>;


export type DeleteDocumentsMutation = { deleteDocuments:
    | { __typename: 'DeleteDocumentsSuccess', documentIds: Array<string> }
    | { __typename: 'NotFound' }
   };

export type KeptDocumentsQueryVariables = Exact<{
  id: string | number;
}>;


export type KeptDocumentsQuery = { node:
    | { documents: { nodes: Array<{ documentId: string }> } }
    | Record<PropertyKey, never>
   | null };

export type RevokeUnderSocketMutationVariables = Exact<{
  input: RevokeCredentialInput;
}>;


export type RevokeUnderSocketMutation = { revokeCredential:
    | { __typename: 'NotFound' }
    | { __typename: 'RevokeCredentialSuccess' }
   };

export type SignOutUnderSocketMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutUnderSocketMutation = { signOut:
    | { __typename: 'PersonRequired' }
    | { __typename: 'SignOutSuccess' }
   };

export type DeleteUnderSocketMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUnderSocketMutation = { deleteUser:
    | { __typename: 'DeleteUserSuccess' }
    | { __typename: 'LastOwner' }
    | { __typename: 'NotFound' }
    | { __typename: 'OutOfScope' }
    | { __typename: 'OwnAdministration' }
   };

export type SendMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMutation = { sendMessage:
    | { __typename: 'DomainNotVerified', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'HeaderTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidEnvelopeSender', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidMessage', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidRecipient', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidSender', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidTag', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'LoopDetected', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MalformedHeader', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MessageTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MetadataTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NoRecipients', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'SendMessageSuccess', message: { id: string, mailFrom: string, from: string, tag: string | null, metadata: unknown, door: MessageDoor, clientIp: string | null, raw: string | null } }
    | { __typename: 'ServerSuspended', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'TooManyRecipients', code: string, reason: string, path: Array<string> | null }
   };

export type SendManyMutationVariables = Exact<{
  input: SendMessagesInput;
}>;


export type SendManyMutation = { sendMessages: { __typename: 'SendMessagesSuccess', results: Array<
      | { __typename: 'DomainNotVerified', code: string, path: Array<string> | null }
      | { __typename: 'HeaderTooLarge', code: string, path: Array<string> | null }
      | { __typename: 'IdempotencyConflict', code: string, path: Array<string> | null }
      | { __typename: 'InvalidEnvelopeSender', code: string, path: Array<string> | null }
      | { __typename: 'InvalidMessage', code: string, path: Array<string> | null }
      | { __typename: 'InvalidRecipient', code: string, path: Array<string> | null }
      | { __typename: 'InvalidSender', code: string, path: Array<string> | null }
      | { __typename: 'InvalidTag', code: string, path: Array<string> | null }
      | { __typename: 'LoopDetected', code: string, path: Array<string> | null }
      | { __typename: 'MalformedHeader', code: string, path: Array<string> | null }
      | { __typename: 'MessageTooLarge', code: string, path: Array<string> | null }
      | { __typename: 'MetadataTooLarge', code: string, path: Array<string> | null }
      | { __typename: 'NoRecipients', code: string, path: Array<string> | null }
      | { __typename: 'NotFound', code: string, path: Array<string> | null }
      | { __typename: 'SendMessageSuccess', message: { id: string, subject: string } }
      | { __typename: 'ServerSuspended', code: string, path: Array<string> | null }
      | { __typename: 'TooManyRecipients', code: string, path: Array<string> | null }
    > } };

export type SendRawMutationVariables = Exact<{
  input: SendRawMessageInput;
}>;


export type SendRawMutation = { sendRawMessage:
    | { __typename: 'DomainNotVerified', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'HeaderTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidEnvelopeSender', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidMessage', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidRecipient', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidSender', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidTag', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'LoopDetected', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MalformedHeader', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MessageTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MetadataTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NoRecipients', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'SendRawMessageSuccess', message: { id: string, subject: string, mailFrom: string, sizeBytes: number, raw: string | null } }
    | { __typename: 'ServerSuspended', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'TooManyRecipients', code: string, reason: string, path: Array<string> | null }
   };

export type StoryQueryVariables = Exact<{
  id: string | number;
}>;


export type StoryQuery = { node:
    | { subject: string, deliveries: { nodes: Array<{ recipient: string, status: DeliveryStatus, nextAttemptAt: string | null, attempts: { nodes: Array<{ transcript: string, startedAt: string, durationMs: number, outcome: { kind: OutcomeKind, reply: string, enhancedCode: string | null }, decision: { host: string | null, tls: string | null, ipAddress: { address: string } | null, reasons: Array<{ rule: string, because: string }> } }> } }> }, events: { nodes: Array<{ kind: EventKind, at: string }> }, domain: { name: string, checks: Array<{ kind: DomainCheckKind, status: DomainCheckStatus, expected: string, found: Array<string> }> } | null }
    | Record<PropertyKey, never>
   | null };

export type StoriesOfManyQueryVariables = Exact<{
  first: number;
}>;


export type StoriesOfManyQuery = { mailServers: { nodes: Array<{ messages: { nodes: Array<{ subject: string, deliveries: { nodes: Array<{ recipient: string, attempts: { nodes: Array<{ number: number }> }, message: { id: string } }> }, events: { nodes: Array<{ kind: EventKind, delivery: { recipient: string } | null }> }, domain: { name: string } | null, mailServer: { name: string } }> } }> } };

export type LeaveAsStaffMutationVariables = Exact<{
  input: LeaveOrganizationInput;
}>;


export type LeaveAsStaffMutation = { leaveOrganization:
    | { __typename: 'LastOwner' }
    | { __typename: 'LeaveOrganizationSuccess' }
    | { __typename: 'NotFound' }
    | { __typename: 'PersonRequired' }
   };

export type TracesOfStaffQueryVariables = Exact<{
  id: string | number;
}>;


export type TracesOfStaffQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Attempt' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'Credential' }
    | { __typename: 'Delivery' }
    | { __typename: 'Domain' }
    | { __typename: 'Event' }
    | { __typename: 'Invitation' }
    | { __typename: 'MailServer' }
    | { __typename: 'Member' }
    | { __typename: 'Message' }
    | { __typename: 'OidcIdentity' }
    | { __typename: 'Organization', auditLog: { nodes: Array<{ mailServerId: string | null, ipAddress: string | null, actor: { kind: AuditActorKind, userId: string | null } }> } }
    | { __typename: 'PersistedDocument' }
    | { __typename: 'Session' }
    | { __typename: 'User' }
   | null };

export type LabelsOfQueryVariables = Exact<{
  id: string | number;
}>;


export type LabelsOfQuery = { node:
    | { tag: string | null, metadata: unknown }
    | Record<PropertyKey, never>
   | null };

export type SendWrongMetadataMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendWrongMetadataMutation = { sendMessage:
    | { __typename: 'DomainNotVerified' }
    | { __typename: 'HeaderTooLarge' }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidEnvelopeSender' }
    | { __typename: 'InvalidMessage' }
    | { __typename: 'InvalidRecipient' }
    | { __typename: 'InvalidSender' }
    | { __typename: 'InvalidTag' }
    | { __typename: 'LoopDetected' }
    | { __typename: 'MalformedHeader' }
    | { __typename: 'MessageTooLarge' }
    | { __typename: 'MetadataTooLarge' }
    | { __typename: 'NoRecipients' }
    | { __typename: 'NotFound' }
    | { __typename: 'SendMessageSuccess' }
    | { __typename: 'ServerSuspended' }
    | { __typename: 'TooManyRecipients' }
   };

export type TryValueMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type TryValueMutation = { sendMessage:
    | { __typename: 'DomainNotVerified', path: Array<string> | null }
    | { __typename: 'HeaderTooLarge', path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', path: Array<string> | null }
    | { __typename: 'InvalidEnvelopeSender', path: Array<string> | null }
    | { __typename: 'InvalidMessage', path: Array<string> | null }
    | { __typename: 'InvalidRecipient', path: Array<string> | null }
    | { __typename: 'InvalidSender', path: Array<string> | null }
    | { __typename: 'InvalidTag', path: Array<string> | null }
    | { __typename: 'LoopDetected', path: Array<string> | null }
    | { __typename: 'MalformedHeader', path: Array<string> | null }
    | { __typename: 'MessageTooLarge', path: Array<string> | null }
    | { __typename: 'MetadataTooLarge', path: Array<string> | null }
    | { __typename: 'NoRecipients', path: Array<string> | null }
    | { __typename: 'NotFound', path: Array<string> | null }
    | { __typename: 'SendMessageSuccess', message: { id: string } }
    | { __typename: 'ServerSuspended', path: Array<string> | null }
    | { __typename: 'TooManyRecipients', path: Array<string> | null }
   };

export type TryRawValueMutationVariables = Exact<{
  input: SendRawMessageInput;
}>;


export type TryRawValueMutation = { sendRawMessage:
    | { __typename: 'DomainNotVerified', path: Array<string> | null }
    | { __typename: 'HeaderTooLarge', path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', path: Array<string> | null }
    | { __typename: 'InvalidEnvelopeSender', path: Array<string> | null }
    | { __typename: 'InvalidMessage', path: Array<string> | null }
    | { __typename: 'InvalidRecipient', path: Array<string> | null }
    | { __typename: 'InvalidSender', path: Array<string> | null }
    | { __typename: 'InvalidTag', path: Array<string> | null }
    | { __typename: 'LoopDetected', path: Array<string> | null }
    | { __typename: 'MalformedHeader', path: Array<string> | null }
    | { __typename: 'MessageTooLarge', path: Array<string> | null }
    | { __typename: 'MetadataTooLarge', path: Array<string> | null }
    | { __typename: 'NoRecipients', path: Array<string> | null }
    | { __typename: 'NotFound', path: Array<string> | null }
    | { __typename: 'SendRawMessageSuccess', message: { id: string } }
    | { __typename: 'ServerSuspended', path: Array<string> | null }
    | { __typename: 'TooManyRecipients', path: Array<string> | null }
   };

export type AllowSenderMutationVariables = Exact<{
  input: UpdateMailServerInput;
}>;


export type AllowSenderMutation = { updateMailServer:
    | { __typename: 'NotFound' }
    | { __typename: 'UpdateMailServerSuccess' }
   };

export type SendAsMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendAsMutation = { sendMessage:
    | { __typename: 'DomainNotVerified' }
    | { __typename: 'HeaderTooLarge' }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidEnvelopeSender' }
    | { __typename: 'InvalidMessage' }
    | { __typename: 'InvalidRecipient' }
    | { __typename: 'InvalidSender' }
    | { __typename: 'InvalidTag' }
    | { __typename: 'LoopDetected' }
    | { __typename: 'MalformedHeader' }
    | { __typename: 'MessageTooLarge' }
    | { __typename: 'MetadataTooLarge' }
    | { __typename: 'NoRecipients' }
    | { __typename: 'NotFound' }
    | { __typename: 'SendMessageSuccess' }
    | { __typename: 'ServerSuspended' }
    | { __typename: 'TooManyRecipients' }
   };

export type SetPostmasterMutationVariables = Exact<{
  input: UpdateMailServerInput;
}>;


export type SetPostmasterMutation = { updateMailServer:
    | { __typename: 'NotFound' }
    | { __typename: 'UpdateMailServerSuccess' }
   };

export type LimitServerMutationVariables = Exact<{
  input: LimitMailServerInput;
}>;


export type LimitServerMutation = { limitMailServer:
    | { __typename: 'LimitMailServerSuccess' }
    | { __typename: 'NotFound' }
   };

export type SendUsageQueryVariables = Exact<{
  id: string | number;
}>;


export type SendUsageQuery = { node:
    | { sendLimit: number | null, sendUsage: { limit: number, used: number } | null }
    | Record<PropertyKey, never>
   | null };

export type SendLimitEventsQueryVariables = Exact<{
  id: string | number;
  kinds: Array<EventKind> | EventKind;
}>;


export type SendLimitEventsQuery = { node:
    | { events: { nodes: Array<{ recipient: string | null, reason: string | null, nextAttemptAt: string | null }> } }
    | Record<PropertyKey, never>
   | null };

export type ChangeWaitingMutationVariables = Exact<{
  retry: RetryDeliveriesInput;
  cancel: CancelDeliveriesInput;
}>;


export type ChangeWaitingMutation = { retryDeliveries: { __typename: 'RetryDeliveriesSuccess' }, cancelDeliveries: { __typename: 'CancelDeliveriesSuccess' } };

export type CheckRecordsQueryVariables = Exact<{
  id: string | number;
}>;


export type CheckRecordsQuery = { node:
    | { records: Array<{ purpose: DomainCheckKind, name: string, value: string }>, dkimKeys: Array<{ algorithm: DkimAlgorithm, seenPublishedAt: string | null }> }
    | Record<PropertyKey, never>
   | null };

export type CreateDomainMutationVariables = Exact<{
  input: CreateDomainInput;
}>;


export type CreateDomainMutation = { createDomain:
    | { __typename: 'CreateDomainSuccess', domain: { id: string, name: string, unicodeName: string, verifiedAt: string | null, checks: Array<{ kind: DomainCheckKind }>, records: Array<{ purpose: DomainCheckKind, type: DnsRecordType, name: string, value: string, isRequired: boolean }>, dkimKeys: Array<{ algorithm: DkimAlgorithm, selector: string, seenPublishedAt: string | null }> } }
    | { __typename: 'DomainExists', code: string, path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', code: string, path: Array<string> | null }
    | { __typename: 'InvalidDomainName', code: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, path: Array<string> | null }
    | { __typename: 'QuotaReached', code: string, path: Array<string> | null }
   };

export type DomainEventsQueryVariables = Exact<{
  id: string | number;
}>;


export type DomainEventsQuery = { node:
    | { events: { nodes: Array<{ kind: EventKind, check: string | null }> } }
    | Record<PropertyKey, never>
   | null };

export type DeleteDomainMutationVariables = Exact<{
  input: DeleteDomainInput;
}>;


export type DeleteDomainMutation = { deleteDomain:
    | { __typename: 'DeleteDomainSuccess' }
    | { __typename: 'NotFound' }
   };

export type ProofQueryVariables = Exact<{
  id: string | number;
}>;


export type ProofQuery = { node:
    | { records: Array<{ value: string }> }
    | Record<PropertyKey, never>
   | null };

export type SendToNoAddressMutationVariables = Exact<{
  input: SendRawMessageInput;
}>;


export type SendToNoAddressMutation = { sendRawMessage:
    | { __typename: 'DomainNotVerified' }
    | { __typename: 'HeaderTooLarge' }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidEnvelopeSender' }
    | { __typename: 'InvalidMessage' }
    | { __typename: 'InvalidRecipient' }
    | { __typename: 'InvalidSender' }
    | { __typename: 'InvalidTag' }
    | { __typename: 'LoopDetected' }
    | { __typename: 'MalformedHeader' }
    | { __typename: 'MessageTooLarge' }
    | { __typename: 'MetadataTooLarge' }
    | { __typename: 'NoRecipients' }
    | { __typename: 'NotFound' }
    | { __typename: 'SendRawMessageSuccess' }
    | { __typename: 'ServerSuspended' }
    | { __typename: 'TooManyRecipients' }
   };

export type FirstAttemptsQueryVariables = Exact<{
  id: string | number;
}>;


export type FirstAttemptsQuery = { node:
    | { deliveries: { nodes: Array<{ recipient: string, attempts: { nodes: Array<{ transcript: string, outcome: { kind: OutcomeKind, code: number | null, enhancedCode: string | null, stage: OutcomeStage, reply: string }, decision: { host: string | null, address: string | null, port: number | null, reasons: Array<{ rule: string, because: string }> } }> } }> } }
    | Record<PropertyKey, never>
   | null };

export type TrustingSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type TrustingSignInMutation = { signIn:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpRequired' }
   };

export type TrustingWhoQueryVariables = Exact<{ [key: string]: never; }>;


export type TrustingWhoQuery = { viewer: { user: { email: string } | null } | null };

export type TrustingMuchQueryVariables = Exact<{ [key: string]: never; }>;


export type TrustingMuchQuery = { mailServers: { nodes: Array<{ messages: { nodes: Array<{ id: string }> } }> } };

export type TrustingInviteMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type TrustingInviteMutation = { inviteMember:
    | { __typename: 'AlreadyInvited' }
    | { __typename: 'AlreadyMember' }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InviteMemberSuccess' }
    | { __typename: 'NeverLimited' }
    | { __typename: 'NotFound' }
    | { __typename: 'OwnerRequired' }
    | { __typename: 'TooManyInvitations' }
   };

export type TrustingResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type TrustingResetMutation = { requestPasswordReset:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'RequestPasswordResetSuccess' }
    | { __typename: 'TooManySignIns' }
   };

export type TrustingSendMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type TrustingSendMutation = { sendMessage:
    | { __typename: 'DomainNotVerified' }
    | { __typename: 'HeaderTooLarge' }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidEnvelopeSender' }
    | { __typename: 'InvalidMessage' }
    | { __typename: 'InvalidRecipient' }
    | { __typename: 'InvalidSender' }
    | { __typename: 'InvalidTag' }
    | { __typename: 'LoopDetected' }
    | { __typename: 'MalformedHeader' }
    | { __typename: 'MessageTooLarge' }
    | { __typename: 'MetadataTooLarge' }
    | { __typename: 'NoRecipients' }
    | { __typename: 'NotFound' }
    | { __typename: 'SendMessageSuccess' }
    | { __typename: 'ServerSuspended' }
    | { __typename: 'TooManyRecipients' }
   };

export type DkimRecordsOfQueryVariables = Exact<{
  id: string | number;
}>;


export type DkimRecordsOfQuery = { node:
    | { records: Array<{ purpose: DomainCheckKind, name: string }> }
    | Record<PropertyKey, never>
   | null };

export type RetainedContentQueryVariables = Exact<{
  id: string | number;
}>;


export type RetainedContentQuery = { node:
    | { raw: string | null }
    | Record<PropertyKey, never>
   | null };

export type RetryExpiredMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type RetryExpiredMutation = { retryDeliveries: { __typename: 'RetryDeliveriesSuccess', results: Array<
      | { __typename: 'ContentGone' }
      | { __typename: 'DeliveryChanged' }
      | { __typename: 'DeliveryInProgress' }
      | { __typename: 'NotFound' }
      | { __typename: 'SandboxSendsNothing' }
      | { __typename: 'WrongDeliveryStatus' }
    > } };

export type CancelRetainedMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CancelRetainedMutation = { cancelDeliveries: { __typename: 'CancelDeliveriesSuccess', results: Array<
      | { __typename: 'ContentGone' }
      | { __typename: 'DeliveryChanged' }
      | { __typename: 'DeliveryInProgress' }
      | { __typename: 'NotFound' }
      | { __typename: 'SandboxSendsNothing' }
      | { __typename: 'WrongDeliveryStatus' }
    > } };

export type ReleaseRetainedMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ReleaseRetainedMutation = { releaseDeliveries: { __typename: 'ReleaseDeliveriesSuccess', results: Array<
      | { __typename: 'ContentGone' }
      | { __typename: 'DeliveryChanged' }
      | { __typename: 'DeliveryInProgress' }
      | { __typename: 'NotFound' }
      | { __typename: 'SandboxSendsNothing' }
      | { __typename: 'WrongDeliveryStatus' }
    > } };

export type SendHeldMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendHeldMutation = { sendMessage:
    | { __typename: 'DomainNotVerified' }
    | { __typename: 'HeaderTooLarge' }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidEnvelopeSender' }
    | { __typename: 'InvalidMessage' }
    | { __typename: 'InvalidRecipient' }
    | { __typename: 'InvalidSender' }
    | { __typename: 'InvalidTag' }
    | { __typename: 'LoopDetected' }
    | { __typename: 'MalformedHeader' }
    | { __typename: 'MessageTooLarge' }
    | { __typename: 'MetadataTooLarge' }
    | { __typename: 'NoRecipients' }
    | { __typename: 'NotFound' }
    | { __typename: 'SendMessageSuccess', message: { id: string } }
    | { __typename: 'ServerSuspended' }
    | { __typename: 'TooManyRecipients' }
   };

export type KeepForMutationVariables = Exact<{
  input: LimitMailServerInput;
}>;


export type KeepForMutation = { limitMailServer:
    | { __typename: 'LimitMailServerSuccess', mailServer: { contentRetentionDays: number | null, messageRetentionDays: number | null } }
    | { __typename: 'NotFound' }
   };

export type KeptMessageQueryVariables = Exact<{
  id: string | number;
}>;


export type KeptMessageQuery = { node:
    | { raw: string | null }
    | Record<PropertyKey, never>
   | null };

export type CancelKeptMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CancelKeptMutation = { cancelDeliveries: { __typename: 'CancelDeliveriesSuccess' } };

export type LimitCredentialMutationVariables = Exact<{
  input: UpdateCredentialInput;
}>;


export type LimitCredentialMutation = { updateCredential:
    | { __typename: 'InvalidAllowedNetwork', code: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, path: Array<string> | null }
    | { __typename: 'UpdateCredentialSuccess', credential: { hold: boolean, allowedNetworks: Array<string> | null } }
   };

export type CreateLimitedCredentialMutationVariables = Exact<{
  input: CreateCredentialInput;
}>;


export type CreateLimitedCredentialMutation = { createCredential:
    | { __typename: 'CreateCredentialSuccess', credential: { allowedNetworks: Array<string> | null } }
    | { __typename: 'IdempotencyConflict', code: string, path: Array<string> | null }
    | { __typename: 'InvalidAllowedNetwork', code: string, path: Array<string> | null }
    | { __typename: 'InvalidNetwork', code: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, path: Array<string> | null }
    | { __typename: 'QuotaReached', code: string, path: Array<string> | null }
   };

export type LimitedWhoQueryVariables = Exact<{ [key: string]: never; }>;


export type LimitedWhoQuery = { viewer: { mailServer: { id: string } | null } | null };

export type RefusedCredentialsQueryVariables = Exact<{
  id: string | number;
}>;


export type RefusedCredentialsQuery = { node:
    | { auditLog: { nodes: Array<{ ipAddress: string | null, subjectId: string | null }> } }
    | Record<PropertyKey, never>
   | null };

export type AnyCredentialMutationVariables = Exact<{
  input: CreateCredentialInput;
}>;


export type AnyCredentialMutation = { createCredential:
    | { __typename: 'CreateCredentialSuccess', secret: string | null, credential: { id: string, type: CredentialType, username: string | null, network: string | null, hint: string | null, hold: boolean } }
    | { __typename: 'IdempotencyConflict', code: string, path: Array<string> | null }
    | { __typename: 'InvalidAllowedNetwork', code: string, path: Array<string> | null }
    | { __typename: 'InvalidNetwork', code: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, path: Array<string> | null }
    | { __typename: 'QuotaReached', code: string, path: Array<string> | null }
   };

export type RevokeCredentialMutationVariables = Exact<{
  input: RevokeCredentialInput;
}>;


export type RevokeCredentialMutation = { revokeCredential:
    | { __typename: 'NotFound' }
    | { __typename: 'RevokeCredentialSuccess', credential: { revokedAt: string | null } }
   };

export type HoldCredentialMutationVariables = Exact<{
  input: UpdateCredentialInput;
}>;


export type HoldCredentialMutation = { updateCredential:
    | { __typename: 'InvalidAllowedNetwork' }
    | { __typename: 'NotFound' }
    | { __typename: 'UpdateCredentialSuccess' }
   };

export type OwnServerQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnServerQuery = { viewer: { permissions: Array<Permission>, user: { id: string } | null, mailServer: { id: string } | null } | null };

export type CredentialUseQueryVariables = Exact<{
  id: string | number;
}>;


export type CredentialUseQuery = { node:
    | { lastUsedAt: string | null }
    | Record<PropertyKey, never>
   | null };

export type DeleteMailServerMutationVariables = Exact<{
  input: DeleteMailServerInput;
}>;


export type DeleteMailServerMutation = { deleteMailServer:
    | { __typename: 'DeleteMailServerSuccess' }
    | { __typename: 'NameMismatch', code: string }
    | { __typename: 'NotFound', code: string }
   };

export type RestoreMailServerMutationVariables = Exact<{
  input: RestoreMailServerInput;
}>;


export type RestoreMailServerMutation = { restoreMailServer:
    | { __typename: 'NotFound', code: string }
    | { __typename: 'RestoreMailServerSuccess' }
   };

export type DeleteOrganizationMutationVariables = Exact<{
  input: DeleteOrganizationInput;
}>;


export type DeleteOrganizationMutation = { deleteOrganization:
    | { __typename: 'DeleteOrganizationSuccess' }
    | { __typename: 'NameMismatch', code: string }
    | { __typename: 'NotFound', code: string }
   };

export type RestoreOrganizationMutationVariables = Exact<{
  input: RestoreOrganizationInput;
}>;


export type RestoreOrganizationMutation = { restoreOrganization:
    | { __typename: 'NotFound', code: string }
    | { __typename: 'RestoreOrganizationSuccess' }
   };

export type KnownObjectsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type KnownObjectsQuery = { nodes: Array<
    | { __typename: 'AccessToken' }
    | { __typename: 'Attempt' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'Credential' }
    | { __typename: 'Delivery' }
    | { __typename: 'Domain' }
    | { __typename: 'Event' }
    | { __typename: 'Invitation' }
    | { __typename: 'MailServer' }
    | { __typename: 'Member' }
    | { __typename: 'Message' }
    | { __typename: 'OidcIdentity' }
    | { __typename: 'Organization' }
    | { __typename: 'PersistedDocument' }
    | { __typename: 'Session' }
    | { __typename: 'User' }
   | null> };

export type LimitDeletedServerMutationVariables = Exact<{
  input: LimitMailServerInput;
}>;


export type LimitDeletedServerMutation = { limitMailServer:
    | { __typename: 'LimitMailServerSuccess' }
    | { __typename: 'NotFound' }
   };

export type CreateServerAgainMutationVariables = Exact<{
  input: CreateMailServerInput;
}>;


export type CreateServerAgainMutation = { createMailServer:
    | { __typename: 'CreateMailServerSuccess', mailServer: { id: string } }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'NotFound' }
    | { __typename: 'QuotaReached' }
    | { __typename: 'SlugTaken' }
   };

export type ListedServersQueryVariables = Exact<{ [key: string]: never; }>;


export type ListedServersQuery = { mailServers: { nodes: Array<{ id: string }> } };

export type CreateServerMutationVariables = Exact<{
  input: CreateMailServerInput;
}>;


export type CreateServerMutation = { createMailServer:
    | { __typename: 'CreateMailServerSuccess', mailServer: { id: string, slug: string, token: string, mode: MailServerMode, allowSender: boolean, privacyMode: boolean, retryAttempts: number | null, organization: { id: string } | null } }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'NotFound' }
    | { __typename: 'QuotaReached' }
    | { __typename: 'SlugTaken', slug: string, path: Array<string> | null }
   };

export type UpdateServerMutationVariables = Exact<{
  input: UpdateMailServerInput;
}>;


export type UpdateServerMutation = { updateMailServer:
    | { __typename: 'NotFound' }
    | { __typename: 'UpdateMailServerSuccess', mailServer: { name: string, mode: MailServerMode, allowSender: boolean, privacyMode: boolean, retryAttempts: number | null } }
   };

export type SuspendServerMutationVariables = Exact<{
  input: SuspendMailServerInput;
}>;


export type SuspendServerMutation = { suspendMailServer:
    | { __typename: 'NotFound' }
    | { __typename: 'SuspendMailServerSuccess' }
   };

export type UnsuspendServerMutationVariables = Exact<{
  input: UnsuspendMailServerInput;
}>;


export type UnsuspendServerMutation = { unsuspendMailServer:
    | { __typename: 'NotFound' }
    | { __typename: 'UnsuspendMailServerSuccess' }
   };

export type ServerTreeQueryVariables = Exact<{
  first: number;
}>;


export type ServerTreeQuery = { organizations: { nodes: Array<{ mailServers: { nodes: Array<{ id: string, credentials: { nodes: Array<{ type: CredentialType }> }, domains: { nodes: Array<{ name: string, checks: Array<{ kind: DomainCheckKind }>, dkimKeys: Array<{ selector: string }> }> } }>, pageInfo: { hasNextPage: boolean } } }> } };

export type RevokeOfOpenSessionMutationVariables = Exact<{
  input: RevokeCredentialInput;
}>;


export type RevokeOfOpenSessionMutation = { revokeCredential:
    | { __typename: 'NotFound' }
    | { __typename: 'RevokeCredentialSuccess' }
   };

export type HoldOfOpenSessionMutationVariables = Exact<{
  input: UpdateCredentialInput;
}>;


export type HoldOfOpenSessionMutation = { updateCredential:
    | { __typename: 'InvalidAllowedNetwork' }
    | { __typename: 'NotFound' }
    | { __typename: 'UpdateCredentialSuccess' }
   };

export type SendEnvelopeMutationVariables = Exact<{
  input: SendRawMessageInput;
}>;


export type SendEnvelopeMutation = { sendRawMessage:
    | { __typename: 'DomainNotVerified' }
    | { __typename: 'HeaderTooLarge' }
    | { __typename: 'IdempotencyConflict' }
    | { __typename: 'InvalidEnvelopeSender' }
    | { __typename: 'InvalidMessage' }
    | { __typename: 'InvalidRecipient' }
    | { __typename: 'InvalidSender' }
    | { __typename: 'InvalidTag' }
    | { __typename: 'LoopDetected' }
    | { __typename: 'MalformedHeader' }
    | { __typename: 'MessageTooLarge' }
    | { __typename: 'MetadataTooLarge' }
    | { __typename: 'NoRecipients' }
    | { __typename: 'NotFound' }
    | { __typename: 'SendRawMessageSuccess' }
    | { __typename: 'ServerSuspended' }
    | { __typename: 'TooManyRecipients' }
   };

export type RevokeOfIdleSessionMutationVariables = Exact<{
  input: RevokeCredentialInput;
}>;


export type RevokeOfIdleSessionMutation = { revokeCredential:
    | { __typename: 'NotFound' }
    | { __typename: 'RevokeCredentialSuccess' }
   };

export type NameUnderSessionQueryVariables = Exact<{
  id: string | number;
}>;


export type NameUnderSessionQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Attempt' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'Credential' }
    | { __typename: 'Delivery' }
    | { __typename: 'Domain' }
    | { __typename: 'Event' }
    | { __typename: 'Invitation' }
    | { __typename: 'MailServer', name: string }
    | { __typename: 'Member' }
    | { __typename: 'Message' }
    | { __typename: 'OidcIdentity' }
    | { __typename: 'Organization' }
    | { __typename: 'PersistedDocument' }
    | { __typename: 'Session' }
    | { __typename: 'User' }
   | null };

export type DeleteUnderSessionMutationVariables = Exact<{
  input: DeleteMailServerInput;
}>;


export type DeleteUnderSessionMutation = { deleteMailServer:
    | { __typename: 'DeleteMailServerSuccess' }
    | { __typename: 'NameMismatch' }
    | { __typename: 'NotFound' }
   };

export type TestAccessTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type TestAccessTokenMutation = { createAccessToken:
    | { __typename: 'CreateAccessTokenSuccess', secret: string | null }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'InvalidAllowedNetwork', reason: string }
    | { __typename: 'NotFound', reason: string }
    | { __typename: 'PersonRequired', reason: string }
    | { __typename: 'QuotaReached', reason: string }
    | { __typename: 'TokenExpiryPassed', reason: string }
   };

export type FirstSignInMutationVariables = Exact<{
  input: SignInWithSetupSecretInput;
}>;


export type FirstSignInMutation = { signInWithSetupSecret:
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInWithSetupSecretSuccess' }
    | { __typename: 'TooManySignIns' }
   };

export type TestUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type TestUserMutation = { createUser:
    | { __typename: 'CreateUserSuccess', user: { id: string } }
    | { __typename: 'EmailTaken', reason: string }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'OutOfScope', reason: string }
    | { __typename: 'PasswordsOff', reason: string }
    | { __typename: 'TooManySignIns', reason: string }
   };

export type TestSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type TestSignInMutation = { signIn:
    | { __typename: 'PasswordsOff' }
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInSuccess' }
    | { __typename: 'TooManySignIns' }
    | { __typename: 'TotpRequired' }
   };

export type TestMemberMutationVariables = Exact<{
  input: AddMemberInput;
}>;


export type TestMemberMutation = { addMember:
    | { __typename: 'AddMemberSuccess', member: { id: string } }
    | { __typename: 'AlreadyMember', reason: string }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'NeverLimited', reason: string }
    | { __typename: 'NotFound', reason: string }
    | { __typename: 'OutOfScope', reason: string }
   };

export type TestSendRawMutationVariables = Exact<{
  input: SendRawMessageInput;
}>;


export type TestSendRawMutation = { sendRawMessage:
    | { __typename: 'DomainNotVerified', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'HeaderTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidEnvelopeSender', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidMessage', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidRecipient', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidSender', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidTag', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'LoopDetected', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MalformedHeader', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MessageTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MetadataTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NoRecipients', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'SendRawMessageSuccess', message: { id: string } }
    | { __typename: 'ServerSuspended', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'TooManyRecipients', code: string, reason: string, path: Array<string> | null }
   };

export type MessageStateQueryVariables = Exact<{
  id: string | number;
}>;


export type MessageStateQuery = { node:
    | { id: string, subject: string, sizeBytes: number, deliveries: { nodes: Array<{ id: string, recipient: string, status: DeliveryStatus, attemptCount: number, nextAttemptAt: string | null, heldBecause: string | null, attempts: { nodes: Array<{ transcript: string, outcome: { kind: OutcomeKind, code: number | null, enhancedCode: string | null, reply: string, stage: OutcomeStage }, decision: { host: string | null, tls: string | null, reasons: Array<{ rule: string, because: string }>, signatures: Array<{ domain: string, selector: string, algorithm: string }> } }> } }> }, events: { nodes: Array<{ kind: EventKind, at: string, cursor: string, recipient: string | null }> } }
    | Record<PropertyKey, never>
   | null };

export type TestMailServerMutationVariables = Exact<{
  input: CreateMailServerInput;
}>;


export type TestMailServerMutation = { createMailServer:
    | { __typename: 'CreateMailServerSuccess', mailServer: { id: string } }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'NotFound', reason: string }
    | { __typename: 'QuotaReached', reason: string }
    | { __typename: 'SlugTaken', reason: string }
   };

export type TestSendMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type TestSendMutation = { sendMessage:
    | { __typename: 'DomainNotVerified', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'HeaderTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidEnvelopeSender', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidMessage', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidRecipient', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidSender', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'InvalidTag', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'LoopDetected', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MalformedHeader', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MessageTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'MetadataTooLarge', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NoRecipients', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'SendMessageSuccess', message: { id: string, subject: string } }
    | { __typename: 'ServerSuspended', code: string, reason: string, path: Array<string> | null }
    | { __typename: 'TooManyRecipients', code: string, reason: string, path: Array<string> | null }
   };

export type TestOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type TestOrganizationMutation = { createOrganization:
    | { __typename: 'CreateOrganizationSuccess', organization: { id: string } }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'OutOfScope', reason: string }
    | { __typename: 'SlugTaken', reason: string }
   };

export type TestCredentialMutationVariables = Exact<{
  input: CreateCredentialInput;
}>;


export type TestCredentialMutation = { createCredential:
    | { __typename: 'CreateCredentialSuccess', secret: string | null, credential: { id: string, username: string | null } }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'InvalidAllowedNetwork', reason: string }
    | { __typename: 'InvalidNetwork', reason: string }
    | { __typename: 'NotFound', reason: string }
    | { __typename: 'QuotaReached', reason: string }
   };

export type TestDomainMutationVariables = Exact<{
  input: CreateDomainInput;
}>;


export type TestDomainMutation = { createDomain:
    | { __typename: 'CreateDomainSuccess', domain: { id: string } }
    | { __typename: 'DomainExists', code: string, reason: string }
    | { __typename: 'IdempotencyConflict', code: string, reason: string }
    | { __typename: 'InvalidDomainName', code: string, reason: string }
    | { __typename: 'NotFound', code: string, reason: string }
    | { __typename: 'QuotaReached', code: string, reason: string }
   };

export type TestRecordsQueryVariables = Exact<{
  id: string | number;
}>;


export type TestRecordsQuery = { node:
    | { records: Array<{ purpose: DomainCheckKind, type: DnsRecordType, name: string, value: string }> }
    | Record<PropertyKey, never>
   | null };

export type TestCheckMutationVariables = Exact<{
  input: CheckDomainInput;
}>;


export type TestCheckMutation = { checkDomain:
    | { __typename: 'CheckDomainSuccess', domain: { id: string, verifiedAt: string | null, checks: Array<{ kind: DomainCheckKind, status: DomainCheckStatus, expected: string, found: Array<string>, fix: string | null }> } }
    | { __typename: 'NotFound', reason: string }
   };

export const WhyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]} as unknown as DocumentNode<WhyFragment, unknown>;
export const CreateTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CreateTokenMutation, CreateTokenMutationVariables>;
export const RevokeTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeAccessTokenSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const TokenPermissionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokenPermissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissions"}}]}}]}}]} as unknown as DocumentNode<TokenPermissionsQuery, TokenPermissionsQueryVariables>;
export const TokenServersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokenServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<TokenServersQuery, TokenServersQueryVariables>;
export const TokenOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TokenOrganization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"By token","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TokenOrganizationMutation, TokenOrganizationMutationVariables>;
export const TokenUseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokenUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TokenUseQuery, TokenUseQueryVariables>;
export const GuessedSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GuessedSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<GuessedSignInMutation, GuessedSignInMutationVariables>;
export const GuessedWhoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GuessedWho"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<GuessedWhoQuery, GuessedWhoQueryVariables>;
export const RequestEmailChangeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestEmailChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestEmailChangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestEmailChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RequestEmailChangeMutation, RequestEmailChangeMutationVariables>;
export const ConfirmEmailChangeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmEmailChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmEmailChangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmEmailChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmEmailChangeSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const EmailChangeSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EmailChangeSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<EmailChangeSignInMutation, EmailChangeSignInMutationVariables>;
export const EmailChangeResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EmailChangeReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<EmailChangeResetMutation, EmailChangeResetMutationVariables>;
export const EmailChangeSetPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EmailChangeSetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<EmailChangeSetPasswordMutation, EmailChangeSetPasswordMutationVariables>;
export const InviteMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InviteMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inviteMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InviteMemberSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"isLimited"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<InviteMemberMutation, InviteMemberMutationVariables>;
export const ResendInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResendInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const RevokeInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const AcceptInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptInvitationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const OpenInvitationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenInvitations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OpenInvitationsQuery, OpenInvitationsQueryVariables>;
export const SeenByInvitedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SeenByInvited"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SeenByInvitedQuery, SeenByInvitedQueryVariables>;
export const FloodedSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FloodedSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<FloodedSignInMutation, FloodedSignInMutationVariables>;
export const FloodedWhoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FloodedWho"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<FloodedWhoQuery, FloodedWhoQueryVariables>;
export const MembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Members"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"isLimited"}},{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MembersQuery, MembersQueryVariables>;
export const UpdateMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMemberSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"isLimited"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateMemberMutation, UpdateMemberMutationVariables>;
export const RemoveMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const TransferOwnershipDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TransferOwnership"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferOwnershipInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transferOwnership"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<TransferOwnershipMutation, TransferOwnershipMutationVariables>;
export const LeaveOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LeaveOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeaveOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leaveOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<LeaveOrganizationMutation, LeaveOrganizationMutationVariables>;
export const SeenServersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SeenServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"organizations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissions"}}]}}]}}]} as unknown as DocumentNode<SeenServersQuery, SeenServersQueryVariables>;
export const RenameServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RenameServerMutation, RenameServerMutationVariables>;
export const SecondServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SecondServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SecondServerMutation, SecondServerMutationVariables>;
export const ForeignMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ForeignMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ForeignMembersQuery, ForeignMembersQueryVariables>;
export const MemberTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MemberToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]}}]} as unknown as DocumentNode<MemberTokenMutation, MemberTokenMutationVariables>;
export const OidcWhoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OidcWho"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"oidcIdentities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OidcWhoQuery, OidcWhoQueryVariables>;
export const OidcMethodsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OidcMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"oidc"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startUrl"}}]}}]}}]}}]} as unknown as DocumentNode<OidcMethodsQuery, OidcMethodsQueryVariables>;
export const OidcUnlinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OidcUnlink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnlinkOidcIdentityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlinkOidcIdentity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<OidcUnlinkMutation, OidcUnlinkMutationVariables>;
export const CreateOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CreateOrganizationMutation, CreateOrganizationMutationVariables>;
export const OrganizationPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OrganizationPageQuery, OrganizationPageQueryVariables>;
export const SuspendOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SuspendOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SuspendOrganizationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendedAt"}},{"kind":"Field","name":{"kind":"Name","value":"suspensionReason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuspendOrganizationMutation, SuspendOrganizationMutationVariables>;
export const UnsuspendOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnsuspendOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnsuspendOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unsuspendOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsuspendOrganizationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendedAt"}},{"kind":"Field","name":{"kind":"Name","value":"suspensionReason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UnsuspendOrganizationMutation, UnsuspendOrganizationMutationVariables>;
export const RequestResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requested"}}]}}]}}]}}]} as unknown as DocumentNode<RequestResetMutation, RequestResetMutationVariables>;
export const ResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ResetMutation, ResetMutationVariables>;
export const ResetSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ResetSignInMutation, ResetSignInMutationVariables>;
export const ResetWhoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResetWho"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<ResetWhoQuery, ResetWhoQueryVariables>;
export const SessionSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SessionSignInMutation, SessionSignInMutationVariables>;
export const SessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SessionsQuery, SessionsQueryVariables>;
export const RevokeSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const SignOutEverywhereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOutEverywhere"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOutEverywhere"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignOutEverywhereSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endedSessions"}}]}}]}}]}}]} as unknown as DocumentNode<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SetUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInWithSetupSecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInWithSetupSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SetUpMutation, SetUpMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const WhoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Who"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}}]}}]}}]} as unknown as DocumentNode<WhoQuery, WhoQueryVariables>;
export const SystemMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SystemMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MailServer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"door"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SystemMessagesQuery, SystemMessagesQueryVariables>;
export const CancelSystemMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelSystemMail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelDeliveriesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<CancelSystemMailMutation, CancelSystemMailMutationVariables>;
export const ForeignNodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ForeignNodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ForeignNodesQuery, ForeignNodesQueryVariables>;
export const TenantTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TenantToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TenantTokenMutation, TenantTokenMutationVariables>;
export const OwnServersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"domains"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OwnServersQuery, OwnServersQueryVariables>;
export const ForeignChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ForeignChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"server"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"credential"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"domain"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"a"},"name":{"kind":"Name","value":"suspendOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"organizationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"StringValue","value":"x","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"b"},"name":{"kind":"Name","value":"createMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"organizationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"x","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"c"},"name":{"kind":"Name","value":"updateMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"mailServerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"server"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"x","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"d"},"name":{"kind":"Name","value":"suspendMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"mailServerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"server"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"StringValue","value":"x","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"e"},"name":{"kind":"Name","value":"createCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"mailServerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"server"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"type"},"value":{"kind":"EnumValue","value":"API"}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"x","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"f"},"name":{"kind":"Name","value":"updateCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"credentialId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"credential"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"hold"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"g"},"name":{"kind":"Name","value":"revokeCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"credentialId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"credential"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"h"},"name":{"kind":"Name","value":"createDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"organizationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"x.test","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"i"},"name":{"kind":"Name","value":"createDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"mailServerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"server"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"x.test","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"j"},"name":{"kind":"Name","value":"checkDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"domainId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"domain"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"k"},"name":{"kind":"Name","value":"deleteDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"domainId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"domain"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]} as unknown as DocumentNode<ForeignChangesMutation, ForeignChangesMutationVariables>;
export const MatrixPersonalTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MatrixPersonalToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedNetworks"}},{"kind":"Field","name":{"kind":"Name","value":"isOfOrganization"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MatrixPersonalTokenMutation, MatrixPersonalTokenMutationVariables>;
export const MatrixOrganizationTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MatrixOrganizationToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrganizationToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationTokenSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedNetworks"}},{"kind":"Field","name":{"kind":"Name","value":"isOfOrganization"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MatrixOrganizationTokenMutation, MatrixOrganizationTokenMutationVariables>;
export const MatrixRevokePersonalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MatrixRevokePersonal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<MatrixRevokePersonalMutation, MatrixRevokePersonalMutationVariables>;
export const MatrixRevokeOfOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MatrixRevokeOfOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeOrganizationTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeOrganizationToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<MatrixRevokeOfOrganizationMutation, MatrixRevokeOfOrganizationMutationVariables>;
export const MatrixServersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MatrixServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<MatrixServersQuery, MatrixServersQueryVariables>;
export const MatrixTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MatrixTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedIp"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MatrixTokensQuery, MatrixTokensQueryVariables>;
export const MatrixForeignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MatrixForeign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<MatrixForeignQuery, MatrixForeignQueryVariables>;
export const TotpBeginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TotpBegin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BeginTotpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beginTotp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeginTotpSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"otpauthUrl"}}]}}]}}]}}]} as unknown as DocumentNode<TotpBeginMutation, TotpBeginMutationVariables>;
export const TotpConfirmDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TotpConfirm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmTotpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmTotp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmTotpSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}}]}}]}}]}}]} as unknown as DocumentNode<TotpConfirmMutation, TotpConfirmMutationVariables>;
export const TotpDisableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TotpDisable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DisableTotpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disableTotp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TotpDisableMutation, TotpDisableMutationVariables>;
export const TotpRenewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TotpRenew"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenewRecoveryCodesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewRecoveryCodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RenewRecoveryCodesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}}]}}]}}]}}]} as unknown as DocumentNode<TotpRenewMutation, TotpRenewMutationVariables>;
export const TotpSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TotpSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TotpRequired"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"challenge"}}]}}]}}]}}]} as unknown as DocumentNode<TotpSignInMutation, TotpSignInMutationVariables>;
export const TotpSecondStepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TotpSecondStep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInWithTotpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInWithTotp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TotpSecondStepMutation, TotpSecondStepMutationVariables>;
export const TotpStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TotpState"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}}]}}]}}]}}]} as unknown as DocumentNode<TotpStateQuery, TotpStateQueryVariables>;
export const UsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Users"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"isAdministrator"}}]}}]}}]}}]} as unknown as DocumentNode<UsersQuery, UsersQueryVariables>;
export const CreateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUserSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CreateUserMutation, CreateUserMutationVariables>;
export const UpdateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateUserMutation, UpdateUserMutationVariables>;
export const SetUserAdministratorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUserAdministrator"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetUserAdministratorInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUserAdministrator"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<SetUserAdministratorMutation, SetUserAdministratorMutationVariables>;
export const DeleteUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteUserMutation, DeleteUserMutationVariables>;
export const WhoAsUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoAsUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<WhoAsUserQuery, WhoAsUserQueryVariables>;
export const UpdateProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"  Renamed  ","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProfileSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const NarrowTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NarrowToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]}}]} as unknown as DocumentNode<NarrowTokenMutation, NarrowTokenMutationVariables>;
export const TimedSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TimedSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TimedSignInMutation, TimedSignInMutationVariables>;
export const TimedWhoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TimedWho"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TimedWhoQuery, TimedWhoQueryVariables>;
export const TimedResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TimedReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TimedResetMutation, TimedResetMutationVariables>;
export const RetryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Retry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RetryDeliveriesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RetryMutation, RetryMutationVariables>;
export const CancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Cancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CancelDeliveriesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CancelMutation, CancelMutationVariables>;
export const ReleaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Release"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseDeliveriesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseMutation, ReleaseMutationVariables>;
export const RegisterDocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterDocumentsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerDocuments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterDocumentsSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterDocumentsMutation, RegisterDocumentsMutationVariables>;
export const DeleteDocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteDocumentsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteDocuments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteDocumentsSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentIds"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteDocumentsMutation, DeleteDocumentsMutationVariables>;
export const KeptDocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"KeptDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<KeptDocumentsQuery, KeptDocumentsQueryVariables>;
export const RevokeUnderSocketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeUnderSocket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RevokeUnderSocketMutation, RevokeUnderSocketMutationVariables>;
export const SignOutUnderSocketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOutUnderSocket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SignOutUnderSocketMutation, SignOutUnderSocketMutationVariables>;
export const DeleteUnderSocketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUnderSocket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<DeleteUnderSocketMutation, DeleteUnderSocketMutationVariables>;
export const SendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Send"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mailFrom"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"door"}},{"kind":"Field","name":{"kind":"Name","value":"clientIp"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SendMutation, SendMutationVariables>;
export const SendManyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendMany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessagesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessagesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SendManyMutation, SendManyMutationVariables>;
export const SendRawDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendRaw"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendRawMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendRawMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendRawMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"mailFrom"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SendRawMutation, SendRawMutationVariables>;
export const StoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Story"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recipient"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}},{"kind":"Field","name":{"kind":"Name","value":"enhancedCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}}]}},{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"tls"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcript"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"domain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"found"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StoryQuery, StoryQueryVariables>;
export const StoriesOfManyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StoriesOfMany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recipient"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recipient"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"domain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StoriesOfManyQuery, StoriesOfManyQueryVariables>;
export const LeaveAsStaffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LeaveAsStaff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeaveOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leaveOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<LeaveAsStaffMutation, LeaveAsStaffMutationVariables>;
export const TracesOfStaffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TracesOfStaff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"actions"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"mailServer.readByStaff","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mailServerId"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TracesOfStaffQuery, TracesOfStaffQueryVariables>;
export const LabelsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LabelsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}}]}}]}}]}}]} as unknown as DocumentNode<LabelsOfQuery, LabelsOfQueryVariables>;
export const SendWrongMetadataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendWrongMetadata"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SendWrongMetadataMutation, SendWrongMetadataMutationVariables>;
export const TryValueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TryValue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TryValueMutation, TryValueMutationVariables>;
export const TryRawValueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TryRawValue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendRawMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendRawMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendRawMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TryRawValueMutation, TryRawValueMutationVariables>;
export const AllowSenderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AllowSender"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<AllowSenderMutation, AllowSenderMutationVariables>;
export const SendAsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendAs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SendAsMutation, SendAsMutationVariables>;
export const SetPostmasterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPostmaster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SetPostmasterMutation, SetPostmasterMutationVariables>;
export const LimitServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LimitServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LimitMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limitMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<LimitServerMutation, LimitServerMutationVariables>;
export const SendUsageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SendUsage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MailServer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendLimit"}},{"kind":"Field","name":{"kind":"Name","value":"sendUsage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SendUsageQuery, SendUsageQueryVariables>;
export const SendLimitEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SendLimitEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventKind"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MailServer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recipient"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SendLimitEventsQuery, SendLimitEventsQueryVariables>;
export const ChangeWaitingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeWaiting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"retry"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryDeliveriesInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cancel"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelDeliveriesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"retry"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cancelDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cancel"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ChangeWaitingMutation, ChangeWaitingMutationVariables>;
export const CheckRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CheckRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Domain"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dkimKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"algorithm"}},{"kind":"Field","name":{"kind":"Name","value":"seenPublishedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CheckRecordsQuery, CheckRecordsQueryVariables>;
export const CreateDomainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDomain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDomainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDomainSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unicodeName"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dkimKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"algorithm"}},{"kind":"Field","name":{"kind":"Name","value":"selector"}},{"kind":"Field","name":{"kind":"Name","value":"seenPublishedAt"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateDomainMutation, CreateDomainMutationVariables>;
export const DomainEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DomainEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MailServer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"check"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DomainEventsQuery, DomainEventsQueryVariables>;
export const DeleteDomainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteDomain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteDomainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<DeleteDomainMutation, DeleteDomainMutationVariables>;
export const ProofDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Proof"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Domain"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProofQuery, ProofQueryVariables>;
export const SendToNoAddressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendToNoAddress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendRawMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendRawMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SendToNoAddressMutation, SendToNoAddressMutationVariables>;
export const FirstAttemptsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FirstAttempts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recipient"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"enhancedCode"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"port"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcript"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FirstAttemptsQuery, FirstAttemptsQueryVariables>;
export const TrustingSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TrustingSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TrustingSignInMutation, TrustingSignInMutationVariables>;
export const TrustingWhoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrustingWho"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<TrustingWhoQuery, TrustingWhoQueryVariables>;
export const TrustingMuchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrustingMuch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TrustingMuchQuery, TrustingMuchQueryVariables>;
export const TrustingInviteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TrustingInvite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inviteMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TrustingInviteMutation, TrustingInviteMutationVariables>;
export const TrustingResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TrustingReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TrustingResetMutation, TrustingResetMutationVariables>;
export const TrustingSendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TrustingSend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TrustingSendMutation, TrustingSendMutationVariables>;
export const DkimRecordsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DkimRecordsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Domain"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DkimRecordsOfQuery, DkimRecordsOfQueryVariables>;
export const RetainedContentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RetainedContent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}}]}}]} as unknown as DocumentNode<RetainedContentQuery, RetainedContentQueryVariables>;
export const RetryExpiredDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryExpired"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RetryDeliveriesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RetryExpiredMutation, RetryExpiredMutationVariables>;
export const CancelRetainedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelRetained"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CancelDeliveriesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CancelRetainedMutation, CancelRetainedMutationVariables>;
export const ReleaseRetainedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseRetained"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseDeliveriesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseRetainedMutation, ReleaseRetainedMutationVariables>;
export const SendHeldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendHeld"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SendHeldMutation, SendHeldMutationVariables>;
export const KeepForDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"KeepFor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LimitMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limitMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitMailServerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentRetentionDays"}},{"kind":"Field","name":{"kind":"Name","value":"messageRetentionDays"}}]}}]}}]}}]}}]} as unknown as DocumentNode<KeepForMutation, KeepForMutationVariables>;
export const KeptMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"KeptMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}}]}}]} as unknown as DocumentNode<KeptMessageQuery, KeptMessageQueryVariables>;
export const CancelKeptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelKept"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<CancelKeptMutation, CancelKeptMutationVariables>;
export const LimitCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LimitCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCredentialSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hold"}},{"kind":"Field","name":{"kind":"Name","value":"allowedNetworks"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<LimitCredentialMutation, LimitCredentialMutationVariables>;
export const CreateLimitedCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateLimitedCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCredentialSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedNetworks"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateLimitedCredentialMutation, CreateLimitedCredentialMutationVariables>;
export const LimitedWhoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LimitedWho"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<LimitedWhoQuery, LimitedWhoQueryVariables>;
export const RefusedCredentialsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RefusedCredentials"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"actions"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"credential.refused","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RefusedCredentialsQuery, RefusedCredentialsQueryVariables>;
export const AnyCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnyCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCredentialSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"hold"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AnyCredentialMutation, AnyCredentialMutationVariables>;
export const RevokeCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeCredentialSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RevokeCredentialMutation, RevokeCredentialMutationVariables>;
export const HoldCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<HoldCredentialMutation, HoldCredentialMutationVariables>;
export const OwnServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<OwnServerQuery, OwnServerQueryVariables>;
export const CredentialUseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CredentialUse"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Credential"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]} as unknown as DocumentNode<CredentialUseQuery, CredentialUseQueryVariables>;
export const DeleteMailServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteMailServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteMailServerMutation, DeleteMailServerMutationVariables>;
export const RestoreMailServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreMailServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestoreMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restoreMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RestoreMailServerMutation, RestoreMailServerMutationVariables>;
export const DeleteOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteOrganizationMutation, DeleteOrganizationMutationVariables>;
export const RestoreOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestoreOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restoreOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RestoreOrganizationMutation, RestoreOrganizationMutationVariables>;
export const KnownObjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"KnownObjects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<KnownObjectsQuery, KnownObjectsQueryVariables>;
export const LimitDeletedServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LimitDeletedServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LimitMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limitMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<LimitDeletedServerMutation, LimitDeletedServerMutationVariables>;
export const CreateServerAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateServerAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateServerAgainMutation, CreateServerAgainMutationVariables>;
export const ListedServersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListedServers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ListedServersQuery, ListedServersQueryVariables>;
export const CreateServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SlugTaken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"allowSender"}},{"kind":"Field","name":{"kind":"Name","value":"privacyMode"}},{"kind":"Field","name":{"kind":"Name","value":"retryAttempts"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateServerMutation, CreateServerMutationVariables>;
export const UpdateServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMailServerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"allowSender"}},{"kind":"Field","name":{"kind":"Name","value":"privacyMode"}},{"kind":"Field","name":{"kind":"Name","value":"retryAttempts"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdateServerMutation, UpdateServerMutationVariables>;
export const SuspendServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SuspendMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SuspendServerMutation, SuspendServerMutationVariables>;
export const UnsuspendServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnsuspendServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnsuspendMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unsuspendMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<UnsuspendServerMutation, UnsuspendServerMutationVariables>;
export const ServerTreeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServerTree"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"credentials"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"domains"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dkimKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"selector"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ServerTreeQuery, ServerTreeQueryVariables>;
export const RevokeOfOpenSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeOfOpenSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RevokeOfOpenSessionMutation, RevokeOfOpenSessionMutationVariables>;
export const HoldOfOpenSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldOfOpenSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<HoldOfOpenSessionMutation, HoldOfOpenSessionMutationVariables>;
export const SendEnvelopeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendEnvelope"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendRawMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendRawMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SendEnvelopeMutation, SendEnvelopeMutationVariables>;
export const RevokeOfIdleSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeOfIdleSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RevokeOfIdleSessionMutation, RevokeOfIdleSessionMutationVariables>;
export const NameUnderSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NameUnderSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MailServer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<NameUnderSessionQuery, NameUnderSessionQueryVariables>;
export const DeleteUnderSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUnderSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<DeleteUnderSessionMutation, DeleteUnderSessionMutationVariables>;
export const TestAccessTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestAccessToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestAccessTokenMutation, TestAccessTokenMutationVariables>;
export const FirstSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FirstSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInWithSetupSecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInWithSetupSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<FirstSignInMutation, FirstSignInMutationVariables>;
export const TestUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUserSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestUserMutation, TestUserMutationVariables>;
export const TestSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TestSignInMutation, TestSignInMutationVariables>;
export const TestMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddMemberSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestMemberMutation, TestMemberMutationVariables>;
export const TestSendRawDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestSendRaw"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendRawMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendRawMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendRawMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TestSendRawMutation, TestSendRawMutationVariables>;
export const MessageStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MessageState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attemptCount"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"heldBecause"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"enhancedCode"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"tls"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}},{"kind":"Field","name":{"kind":"Name","value":"signatures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"selector"}},{"kind":"Field","name":{"kind":"Name","value":"algorithm"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcript"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MessageStateQuery, MessageStateQueryVariables>;
export const TestMailServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestMailServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestMailServerMutation, TestMailServerMutationVariables>;
export const TestSendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestSend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TestSendMutation, TestSendMutationVariables>;
export const TestOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestOrganizationMutation, TestOrganizationMutationVariables>;
export const TestCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCredentialSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestCredentialMutation, TestCredentialMutationVariables>;
export const TestDomainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestDomain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDomainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDomainSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestDomainMutation, TestDomainMutationVariables>;
export const TestRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TestRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Domain"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TestRecordsQuery, TestRecordsQueryVariables>;
export const TestCheckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestCheck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CheckDomainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckDomainSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"found"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestCheckMutation, TestCheckMutationVariables>;
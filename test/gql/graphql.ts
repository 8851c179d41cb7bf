/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** Which domain to check. */
export type CheckDomainInput = {
  /** The domain. */
  domainId: string | number;
};

/** A new credential. */
export type CreateCredentialInput = {
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
};

/** A new organization. */
export type CreateOrganizationInput = {
  /** A repetition with the same key within 24 h gives the first result. */
  idempotencyKey?: string | null | undefined;
  /** Name for people, at most 120 characters. */
  name: string;
};

/** How an app logs in. */
export type CredentialType =
  /** With a key, to this API. */
  | 'API'
  /** With user name and password, over SMTP. */
  | 'SMTP'
  /** By its address, over SMTP without AUTH. */
  | 'SMTP_IP';

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
  | 'RETRY_REQUESTED';

/** A header field of your own. */
export type HeaderInput = {
  /** Its name, such as X-Campaign. */
  name: string;
  /** Its value, on one line. */
  value: string;
};

/** What a mail server does with accepted mail. */
export type MailServerMode =
  /** Delivers it. */
  | 'LIVE'
  /** Keeps it held and opens no connection. */
  | 'SANDBOX';

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

/** The first sign-in of an administrator. */
export type SignInWithSetupSecretInput = {
  /** The password from now on. 10 to 256 characters. */
  newPassword: string;
  /** The secret that Posthouse gave when it started. */
  setupSecret: string;
};

export type FirstSignInMutationVariables = Exact<{
  input: SignInWithSetupSecretInput;
}>;


export type FirstSignInMutation = { signInWithSetupSecret:
    | { __typename: 'SignInRefused' }
    | { __typename: 'SignInWithSetupSecretSuccess' }
    | { __typename: 'TooManySignIns' }
   };

export type MessageStateQueryVariables = Exact<{
  id: string | number;
}>;


export type MessageStateQuery = { node:
    | { id: string, subject: string, sizeBytes: number, deliveries: { nodes: Array<{ id: string, recipient: string, status: DeliveryStatus, attemptCount: number, nextAttemptAt: string | null, heldBecause: string | null, attempts: { nodes: Array<{ transcript: string, outcome: { kind: OutcomeKind, code: number | null, enhancedCode: string | null, reply: string, stage: OutcomeStage }, decision: { host: string | null, tls: string | null, reasons: Array<{ rule: string, because: string }>, signatures: Array<{ domain: string, selector: string, algorithm: string }> } }> } }> }, events: { nodes: Array<{ kind: EventKind, at: string, cursor: string, recipient: string | null }> } }
    | Record<PropertyKey, never>
   | null };

export type TestOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type TestOrganizationMutation = { createOrganization:
    | { __typename: 'CreateOrganizationSuccess', organization: { id: string } }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'OutOfScope', reason: string }
   };

export type TestMailServerMutationVariables = Exact<{
  input: CreateMailServerInput;
}>;


export type TestMailServerMutation = { createMailServer:
    | { __typename: 'CreateMailServerSuccess', mailServer: { id: string } }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'NotFound', reason: string }
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

export type TestCredentialMutationVariables = Exact<{
  input: CreateCredentialInput;
}>;


export type TestCredentialMutation = { createCredential:
    | { __typename: 'CreateCredentialSuccess', secret: string | null, credential: { id: string, username: string | null } }
    | { __typename: 'IdempotencyConflict', reason: string }
    | { __typename: 'InvalidNetwork', reason: string }
    | { __typename: 'NotFound', reason: string }
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


export const FirstSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FirstSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInWithSetupSecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInWithSetupSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<FirstSignInMutation, FirstSignInMutationVariables>;
export const MessageStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MessageState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attemptCount"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"heldBecause"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"enhancedCode"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"tls"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}},{"kind":"Field","name":{"kind":"Name","value":"signatures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"selector"}},{"kind":"Field","name":{"kind":"Name","value":"algorithm"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcript"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MessageStateQuery, MessageStateQueryVariables>;
export const TestOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestOrganizationMutation, TestOrganizationMutationVariables>;
export const TestMailServerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestMailServer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMailServer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMailServerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailServer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestMailServerMutation, TestMailServerMutationVariables>;
export const TestSendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestSend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TestSendMutation, TestSendMutationVariables>;
export const TestCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCredentialSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestCredentialMutation, TestCredentialMutationVariables>;
export const TestDomainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestDomain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDomainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDomainSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestDomainMutation, TestDomainMutationVariables>;
export const TestRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TestRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Domain"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TestRecordsQuery, TestRecordsQueryVariables>;
export const TestCheckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestCheck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CheckDomainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkDomain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckDomainSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"found"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TestCheckMutation, TestCheckMutationVariables>;
/**
 * Every bound that is not a setting, in one place. What a door answers when one is crossed stands
 * beside it.
 */
export const LIMITS = {
  /** SMTP command line without CRLF (RFC 5321 §4.5.3.1.4): 500 5.5.2. AUTH lines: 12,288 (RFC 4954 §4). */
  commandLineBytes: 512,
  authLineBytes: 12_288,
  /** Text line of a message without CRLF (RFC 5322 §2.1.1): 550 5.6.0. */
  textLineBytes: 998,
  /** Header section of a message: 552 5.3.4. */
  headerBytes: 262_144,
  /** Received fields before a message counts as looping (RFC 5321 §6.3): 554 5.4.6. */
  receivedFields: 50,
  /** Local part and domain (RFC 5321 §4.5.3.1): 501 5.1.3. */
  localPartBytes: 64,
  domainBytes: 255,
  /** Open SMTP connections of one process, and of one address: 421 4.3.2, 421 4.7.0. */
  smtpConnections: 2_000,
  smtpConnectionsPerAddress: 200,
  /** Idle time of an SMTP session: 421 4.4.2. */
  smtpIdleMs: 300_000,
  /** Bad commands or refused recipients before a session is closed: 421 4.7.0. */
  smtpErrorsPerSession: 50,
  /** Failed AUTH attempts of one session: 421 4.7.0. */
  authFailuresPerSession: 5,
  /** Messages of one sendMessages call: BAD_USER_INPUT. */
  messagesPerBatch: 500,
  /** Body of one GraphQL request: 413. */
  requestBytes: 67_108_864,
  /** Page size: BAD_USER_INPUT. */
  pageSize: 100,
  defaultPageSize: 25,
  /** GraphQL document: refused before execution. */
  queryDepth: 15,
  queryTokens: 2_000,
  queryAliases: 30,
  /** Tag, metadata and idempotency key of a message: BAD_USER_INPUT, on SMTP 550 5.6.0. */
  tagCharacters: 100,
  metadataBytes: 8_192,
  idempotencyKeyCharacters: 255,
  idempotencyKeyHours: 24,
  /** Subscriptions of one socket (4400) and events that a slow reader may fall behind in memory. */
  subscriptionsPerSocket: 50,
  eventsBuffered: 1_000,
  /** Transcript of one attempt: cut with a mark. */
  transcriptBytes: 8_192,
  /** Reply of a receiving server, all lines: the connection is closed, the attempt deferred. */
  replyBytes: 65_536,
  /** MX hosts tried for one attempt, and addresses of each. */
  mxHosts: 10,
  addressesPerHost: 8,
  /** Ids in one bell, and messages or bytes in one group commit. */
  idsPerBell: 100,
  groupItems: 200,
  groupBytes: 2_097_152,
  groupsInFlight: 2,
} as const;

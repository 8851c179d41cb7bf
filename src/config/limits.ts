/**
 * Every bound that is not a setting, in one place. What a door answers when one is crossed stands
 * beside it.
 */
export const LIMITS = {
  /** SMTP command line without CRLF (RFC 5321 §4.5.3.1.4): 500 5.5.2. */
  commandLineBytes: 512,
  /** MAIL adds SIZE 26, BODY 17, SMTPUTF8 10, DSN 500 and AUTH 500; RCPT adds DSN 500: 500 5.5.2. */
  mailLineBytes: 1_565,
  rcptLineBytes: 1_012,
  /** AUTH command and each line of its exchange (RFC 4954 §4): 500 5.5.6. */
  authLineBytes: 12_288,
  /** A command line that goes on this long ends the session: 421 4.7.0. */
  endlessLineBytes: 1_048_576,
  /** Input of one SMTP connection kept while a command is being answered, then the peer must wait. */
  pendingInputBytes: 16_384,
  /** ENVID (RFC 3461 §4.4): 501 5.5.4. */
  envidCharacters: 100,
  /** What a peer may still send of a message over the size limit before the connection is dropped. */
  oversizeBytes: 1_048_576,
  /**
   * Content of incoming messages in one SMTP process: so much of each without asking, the rest in steps of memory that
   * all share, or in files that are as large as the largest message: 452 4.3.1. From a size on a message waits for its
   * turn to be committed, of which there are so many bytes at once, for so long: 452 4.3.1.
   */
  contentFreeBytes: 32_768,
  contentStepBytes: 65_536,
  contentMemoryBytes: 33_554_432,
  contentFileBytes: 4_294_967_296,
  contentTurnFromBytes: 262_144,
  contentTurnBytes: 33_554_432,
  contentTurnMs: 60_000,
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
  /** Bad commands or refused recipients before a session is closed: 421 4.7.0. */
  smtpErrorsPerSession: 50,
  /** Failed AUTH attempts of one session: 421 4.7.0. */
  authFailuresPerSession: 5,
  /** Wait before a failed AUTH is answered. */
  authFailureDelayMs: 1_000,
  /** Sockets that are open at the SMTP listeners of one process, those that are being told to go included: closed. */
  smtpSockets: 4_000,
  /** How long open SMTP transactions may take to finish when the role stops. */
  smtpStopMs: 10_000,
  /** Failed tries to sign in, over all doors: of an account, and from an address: refusal TooManySignIns, 454 4.7.0, HTTP 429. */
  accountFailures: 10,
  guessWindowMs: 300_000,
  addressFailures: 100,
  addressWindowMs: 3_600_000,
  /** How long an account knows an address from which it signed in. */
  knownAddressMs: 2_592_000_000,
  /** Password resets asked for in an hour: from an address, refusal TooManySignIns; for a user, no more mail. */
  resetsPerAddress: 20,
  resetsPerUser: 3,
  resetLifetimeMs: 3_600_000,
  /** Sign-in between password and code: time, and codes that may be tried: refusal SignInRefused. */
  challengeLifetimeMs: 300_000,
  triesPerChallenge: 5,
  recoveryCodes: 10,
  /** Changes of the own address asked for in an hour: from an address and by a user, refusal TooManySignIns; to an address, no more mail. */
  emailChangesPerAddress: 20,
  emailChangesPerUser: 5,
  emailChangesToAddress: 3,
  emailChangeLifetimeMs: 86_400_000,
  /** How long after a sign-in no password is asked for again: refusal RecentSignInRequired. */
  recentSignInMs: 600_000,
  /** Sign-ins with a provider: begun from an address in an hour, 429; how long one may take, 400. */
  oidcStartsPerAddress: 300,
  oidcPendingMs: 600_000,
  /** Answer of a provider, and the time for it: 503. */
  oidcAnswerBytes: 1_048_576,
  oidcAnswerMs: 10_000,
  /** Path to which a sign-in leads back: 400. */
  returnToCharacters: 1_000,
  /** Networks to which an access token or credential is limited: BAD_USER_INPUT. */
  allowedNetworks: 20,
  /** Passwords, shortest and longest: BAD_USER_INPUT. */
  passwordCharacters: 10,
  longestPasswordCharacters: 256,
  /** Objects of one owner that hold at a time: refusal QuotaReached. */
  serversPerOrganization: 1_000,
  domainsPerOrganization: 1_000,
  credentialsPerServer: 500,
  accessTokensPerUser: 200,
  accessTokensPerOrganization: 200,
  /** Deliveries of a mail server in 60 minutes, where it is limited: BAD_USER_INPUT. How far ahead waiting ones are planned, and how often changes of the limit are looked for. */
  sendLimit: 10_000_000,
  sendPlanMinutes: 720,
  sendLimitLookMs: 5_000,
  /** Days that a mail server keeps content, and messages: BAD_USER_INPUT. */
  contentRetentionDays: 3_650,
  messageRetentionDays: 36_500,
  /** Names that people give, and reasons of a suspension: BAD_USER_INPUT. */
  nameCharacters: 120,
  reasonCharacters: 255,
  /** Audit entry: text, list and user agent are cut. */
  auditTextCharacters: 255,
  auditListItems: 100,
  auditUserAgentCharacters: 120,
  /** How often new audit entries are chained. */
  auditChainMs: 1_000,
  /** Audit chains and entries that are worked on in one statement. */
  auditChainsAtOnce: 100,
  auditEntriesAtOnce: 500,
  /** Actions in a filter of the audit log: BAD_USER_INPUT. Exports of it at a time in one process: 503. */
  auditFilterItems: 50,
  auditExports: 4,
  /** Points that one export takes from the budget of its caller: 429. */
  auditExportPoints: 1_000,
  /** Failed sign-ins that one process writes down in a minute; further ones are counted only. */
  auditedFailuresPerMinute: 60,
  /** Refused logins of one credential that are written down in an hour, one from each address. */
  auditedRefusalsPerCredential: 20,
  /** Invitations: how long one holds, the pause before it is sent again, and how many of an organization may be open. */
  invitationDays: 7,
  invitationPauseMs: 60_000,
  openInvitations: 500,
  /** Mail servers to which one member may be limited: BAD_USER_INPUT. */
  listedServers: 200,
  /** Broadest network of an SMTP_IP credential: refusal InvalidNetwork. */
  ipv4PrefixBits: 8,
  ipv6PrefixBits: 16,
  /** DNS questions that one SPF record may lead to (RFC 7208 §4.6.4): the check is INVALID. */
  spfLookups: 10,
  /** Messages of one sendMessages call: BAD_USER_INPUT. */
  messagesPerBatch: 500,
  /** Body of one GraphQL request: 413. */
  requestBytes: 67_108_864,
  /** The same of somebody who is not signed in, and of one for a subscription: 413. */
  strangerRequestBytes: 65_536,
  /**
   * Bodies larger than a stranger's that are in one process at once, the steps in which one of unknown length takes of
   * that, and the wait for room: 503.
   */
  largeRequestBytes: 8_388_608,
  largeRequestStepBytes: 1_048_576,
  largeRequestWaitMs: 500,
  /** Room of a request whose client left before it was answered is kept so long, for a change goes on. */
  abandonedRequestMs: 10_000,
  /** How long the connection of a refused one stays open, so that the refusal is heard. */
  refusedLingerMs: 2_000,
  /** Message of an error about wrong variables, which names them: cut in the middle. */
  errorCharacters: 2_000,
  /** Page size: BAD_USER_INPUT. */
  pageSize: 100,
  defaultPageSize: 25,
  /** GraphQL document: refused before execution. */
  queryDepth: 15,
  queryTokens: 2_000,
  queryAliases: 30,
  queryDirectives: 50,
  queryCharacters: 15_000,
  /** Objects and lists in the variables of an operation: refused before execution. */
  inputObjects: 60_000,
  /** Documents that an organization keeps for its programs: refusal TooManyDocuments. */
  documentsPerOrganization: 1_000,
  /** Points of one operation: a field costs 1, times the page sizes around it. */
  queryCost: 5_000,
  /** How many budgets of points all tokens of a user, or all API keys of an organization, share: 429. */
  budgetsOfTenant: 4,
  /** Time to send the headers and the whole of one HTTP request: 408. Silence on a connection: closed. */
  httpHeadersMs: 10_000,
  httpRequestMs: 60_000,
  httpIdleMs: 60_000,
  httpCheckMs: 2_000,
  /** WebSocket: time until connection_init (4408), one message (1009), unsent bytes (1013), heartbeat. */
  socketInitMs: 3_000,
  socketMessageBytes: 65_536,
  socketUnsentBytes: 1_048_576,
  socketHeartbeatMs: 12_000,
  /** How often a running subscription asks again whether its caller may still listen. */
  streamRecheckMs: 5_000,
  /** How often an open socket or SMTP session is asked whether its token or credential still holds: 4403, 421 4.7.0. */
  loginRecheckMs: 2_000,
  /** Tag, metadata and idempotency key of a message: BAD_USER_INPUT, on SMTP 550 5.6.0. */
  tagCharacters: 100,
  metadataBytes: 8_192,
  /** Objects and lists inside each other; MariaDB reads up to 32: BAD_USER_INPUT. */
  metadataDepth: 16,
  idempotencyKeyCharacters: 255,
  idempotencyKeyHours: 24,
  /** Subscriptions of one socket (4400) and events that a slow reader may fall behind in memory. */
  subscriptionsPerSocket: 50,
  /** Sockets (1013) and running subscriptions (TOO_MANY_SUBSCRIPTIONS) of one token, user or key in one process. */
  socketsPerCaller: 20,
  streamsPerCaller: 1_000,
  eventsBuffered: 1_000,
  /** Answers to events that the subscribers with one document share; who is further behind makes its own. */
  sharedAnswers: 32,
  /** Transcript of one attempt: cut with a mark. */
  transcriptBytes: 8_192,
  /** Reply of a receiving server, all lines: the connection is closed, the attempt deferred. */
  replyBytes: 65_536,
  /** MX hosts tried for one attempt, and addresses of each. */
  mxHosts: 10,
  addressesPerHost: 8,
  /** How often a worker looks for domains whose check is due, and how many it checks at a time. */
  domainLookMs: 60_000,
  domainsAtOnce: 50,
  /** Ids in one bell, and messages or bytes in one group commit. */
  idsPerBell: 100,
  groupItems: 200,
  groupBytes: 2_097_152,
  groupsInFlight: 2,
  /**
   * A process that is overloaded lets nobody in and takes no new mail: 421 4.3.2, 452 4.3.1, UNAVAILABLE. So often it
   * looks at itself; so late its event loop may be; so long the first message may wait for its commit to begin.
   */
  admissionLookMs: 250,
  loopDelayMs: 400,
  commitWaitMs: 2_000,
  overloadRetrySeconds: 5,
} as const;

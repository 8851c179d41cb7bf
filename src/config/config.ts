import { z } from 'zod';
import { contradictions } from './contradictions.js';
import { LIMITS } from './limits.js';
import { linesOf } from './problem-lines.js';
import {
  address,
  cidrPort,
  duration,
  flag,
  hostname,
  ipAddress,
  issuerUrl,
  list,
  port,
  wholeNumber,
} from './setting-types.js';

/**
 * Every setting, once. An environment variable is `POSTHOUSE_` followed by the key.
 * `npm run codegen` prints this as docs/CONFIGURATION.md.
 */
export const Settings = z.strictObject({
  // Services
  DATABASE_URL: z
    .url({ protocol: /^(mysql|mariadb)$/, error: 'must be mysql://user:password@host:port/name' })
    .refine((text) => (URL.parse(text)?.pathname.length ?? 0) > 1, 'names no database')
    .optional()
    .describe(
      'MariaDB, as mysql://user:password@host:port/name (or ?socketPath=/path). Without it Posthouse runs its own under DATA_DIR.',
    ),
  REDIS_URL: z
    .url({ protocol: /^(rediss?|unix)$/, error: 'must be redis://host:port/db' })
    .optional()
    .describe('Redis, as redis://host:port/db. Without it Posthouse runs its own under DATA_DIR.'),
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    .default('posthouse')
    .describe('Prefix of every Redis key and channel, so that installations can share a Redis.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe('Folder for the private services, the master key and the self-signed certificate.'),
  DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .describe(
      'Connections of one process in each of its three pools: ordinary work, reading mail, writing mail. At most three times as many.',
    ),

  // Doors
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .optional()
    .describe(
      'Where clients reach the API. Cookies are Secure when it is https, and work from no other origin. Default: the address of HTTP_LISTEN.',
    ),
  HTTP_LISTEN: address
    .default('127.0.0.1:8025')
    .describe('Address of the API (GraphQL over HTTP, WebSocket and SSE).'),
  OPS_LISTEN: address
    .default('127.0.0.1:8026')
    .describe('Address of /healthz, /readyz and /metrics.'),
  SMTP_LISTEN: address
    .default('127.0.0.1:2525')
    .describe(
      'Address of the SMTP listener for other mail servers; AUTH is optional (port 25 in production).',
    ),
  SUBMISSION_LISTEN: address
    .default('127.0.0.1:2587')
    .describe(
      'Address of the submission listener with STARTTLS; AUTH is required (port 587 in production).',
    ),
  SUBMISSIONS_LISTEN: address
    .default('127.0.0.1:2465')
    .describe(
      'Address of the submission listener with implicit TLS; AUTH is required (port 465 in production).',
    ),
  SMTP_HOSTNAME: hostname
    .default('localhost')
    .describe('Name in the SMTP greeting and in Received header fields.'),
  TLS_CERT_FILE: z
    .string()
    .optional()
    .describe(
      'PEM certificate chain of the SMTP listeners. Read again when it changes. Default: self-signed, under DATA_DIR.',
    ),
  TLS_KEY_FILE: z.string().optional().describe('PEM private key of TLS_CERT_FILE.'),
  SMTP_AUTH_WITHOUT_TLS: z
    .enum(['never', 'loopback', 'always'])
    .default('loopback')
    .describe('From which peers AUTH is accepted on a connection without TLS.'),
  SMTP_GREETING_DELAY: duration
    .default(0)
    .describe(
      'How long SMTP_LISTEN waits before its greeting to catch early talkers. Submission never waits.',
    ),
  SMTP_IDLE_TIMEOUT: duration
    .default(300_000)
    .describe(
      'How long an SMTP client may take for its next command line, and be silent within a message (RFC 5321 §4.5.3.2.7).',
    ),
  SMTP_MESSAGE_TIMEOUT: duration
    .default(1_800_000)
    .describe('How long the content of one message may take to arrive over SMTP.'),
  SMTP_TLS_TIMEOUT: duration
    .default(30_000)
    .describe('How long the TLS handshake of an SMTP client may take.'),
  ACCEPT_TIMEOUT: duration
    .default(30_000)
    .describe(
      'How long a received message may take to be checked and committed. When it is over nothing was taken, and the client is told to try again.',
    ),
  GRAPHIQL: flag.default(true).describe('Whether a browser that opens /graphql gets GraphiQL.'),

  // Identity
  MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64')
    .optional()
    .describe(
      'Encrypts private keys at rest, 32 bytes in base64. Default: the 0600 file master.key under DATA_DIR, made at first start.',
    ),
  ADMIN_EMAIL: z
    .email()
    .default('admin@localhost.localdomain')
    .describe('Address of the administrator made at first start.'),
  SESSION_LIFETIME: duration.default(14 * 24 * 3_600_000).describe('How long a sign-in lasts.'),
  DELETION_GRACE: duration
    .default(30 * 24 * 3_600_000)
    .describe('How long a deleted organization or mail server can be restored; it is purged then.'),
  SESSION_IDLE_TIMEOUT: duration
    .default(3 * 24 * 3_600_000)
    .describe('How long a sign-in lasts that nobody uses.'),
  PASSWORD_SIGN_IN: flag
    .default(true)
    .describe(
      'Whether people may sign in with a password. Without it OIDC_ISSUER is needed; an administrator gets in with a setup secret all the same (`posthouse admin reset-sign-in`), and access tokens and credentials go on.',
    ),
  OIDC_ISSUER: issuerUrl
    .optional()
    .describe(
      'Issuer of the OpenID Connect provider with which people may sign in, as it calls itself; https, except on loopback. Needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL. The provider sends people back to /auth/oidc/callback under PUBLIC_URL. One in a private network needs EGRESS_ALLOW.',
    ),
  OIDC_CLIENT_ID: z
    .string()
    .regex(/^[!-~]{1,255}$/, 'must be at most 255 characters without spaces')
    .optional()
    .describe('What the OpenID Connect provider calls this Posthouse.'),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .describe('Secret of OIDC_CLIENT_ID. Stands in the environment alone, never in the database.'),
  OIDC_NAME: z
    .string()
    .min(1)
    .max(LIMITS.nameCharacters)
    .default('Single sign-on')
    .describe('What people see as the name of the OpenID Connect provider.'),
  SYSTEM_MAIL_FROM: z
    .email()
    .max(254)
    .optional()
    .describe(
      'From address of the mail that Posthouse itself writes, such as password resets. It is signed once its domain is verified for the mail server of the installation. Default: posthouse@ and SMTP_HOSTNAME.',
    ),

  // Sender domains
  RETURN_PATH_DOMAIN: hostname
    .default('rp.posthouse.localhost')
    .describe(
      'Domain of envelope senders (VERP); a sender domain points its return-path CNAME at it.',
    ),
  RETURN_PATH_LABEL: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    .default('psrp')
    .describe('Label of the return-path CNAME under a sender domain.'),
  SPF_INCLUDE: hostname
    .default('spf.posthouse.localhost')
    .describe('Name that sender domains include in their SPF record.'),
  MX_HOSTS: list(hostname)
    .default(['mx.posthouse.localhost'])
    .describe('Hosts that sender domains may publish as MX to receive mail here.'),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    .default('posthouse')
    .describe('Beginning of the DKIM selectors of new domains.'),
  VERIFICATION_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    .default('posthouse-verification')
    .describe('Beginning of the TXT record that proves ownership of a domain.'),
  DOMAIN_RECHECK_INTERVAL: duration
    .default(3_600_000)
    .describe('How often the DNS records of verified domains are checked again.'),

  // DNS and egress
  DNS_SERVERS: list(ipAddress)
    .default([])
    .describe('Resolvers as IP:port. Default: those of the system.'),
  DNS_TIMEOUT: duration.default(5_000).describe('How long one DNS question may take.'),
  DNS_AUTHORITATIVE: flag
    .default(true)
    .describe(
      "Whether domain checks ask the domain's own name servers, so that a fix is seen at once.",
    ),
  MX_PORT: port.default(25).describe('Port of receiving mail servers.'),
  EGRESS_ALLOW: list(cidrPort)
    .default([])
    .describe(
      'Private targets that mail and DNS may go to all the same, as CIDR:port (port * for any). Everything else that is not public is refused.',
    ),

  // Delivery
  HELO_HOSTNAME: hostname
    .optional()
    .describe('Name that Posthouse gives in EHLO. Default: SMTP_HOSTNAME.'),
  DELIVERY_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(5_000)
    .default(300)
    .describe(
      'Deliveries that one worker attempts at once; each may keep 128 KiB of content in memory.',
    ),
  CONNECTIONS_PER_LANE: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(10)
    .describe('Connections of one worker to one destination.'),
  MESSAGES_PER_CONNECTION: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(200)
    .describe('Messages sent over one connection before it is closed.'),
  CONNECTION_IDLE: duration
    .default(5_000)
    .describe('How long an idle connection to a destination is kept.'),
  LEASE: duration
    .default(15_000)
    .describe(
      'How long a worker owns a delivery without renewing; also the wait after a worker died. MariaDB waits for locks in whole seconds: below 6 s, whoever holds locks for long can make a lease end early, and mail be sent twice.',
    ),
  SWEEP_INTERVAL: duration
    .default(1_000)
    .describe('How often a worker looks for due deliveries when no bell rings.'),
  RETRY_FIRST: duration.default(300_000).describe('Wait after the first failed attempt.'),
  RETRY_FACTOR: z.coerce
    .number()
    .min(1)
    .max(10)
    .default(1.3)
    .describe('Each further wait is this many times longer.'),
  RETRY_ATTEMPTS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(18)
    .describe('Attempts before a delivery expires.'),
  RETRY_JITTER: z.coerce
    .number()
    .min(0)
    .max(0.5)
    .default(0.1)
    .describe('Random part of each wait, as a fraction, so that retries do not come in waves.'),
  DSN_DELAY_AFTER: duration
    .default(4 * 3_600_000)
    .describe(
      'How long a message must have been deferred before a submitter who asked for it (NOTIFY=DELAY) is told.',
    ),
  SMTP_CONNECT_TIMEOUT: duration
    .default(30_000)
    .describe('How long to wait for a connection and greeting of a receiving server.'),
  SMTP_COMMAND_TIMEOUT: duration
    .default(300_000)
    .describe('How long to wait for the reply to a command (RFC 5321 §4.5.3.2).'),
  SMTP_CONTENT_TIMEOUT: duration
    .default(3_600_000)
    .describe('How long the whole content of one message may take to send.'),
  SMTP_DATA_TIMEOUT: duration
    .default(600_000)
    .describe('How long to wait for the reply to the final dot (RFC 5321 §4.5.3.2.6).'),

  // Limits
  API_TIMEOUT: duration
    .default(10_000)
    .describe(
      'How long a GraphQL query may take. Then, or when its client has gone, its statements are stopped.',
    ),
  API_POINTS: wholeNumber(LIMITS.queryCost, 1_000_000_000)
    .default(1_000_000)
    .describe(
      'Points that one access token, user or API key may spend on GraphQL operations at once, over all processes. What an operation costs is told with its answer.',
    ),
  API_POINTS_PER_SECOND: wholeNumber(1, 100_000_000)
    .default(20_000)
    .describe('Points that come back each second, up to API_POINTS.'),
  MAX_MESSAGE_BYTES: z.coerce
    .number()
    .int()
    .min(65_536)
    .max(268_435_456)
    .default(26_214_400)
    .describe('Largest message accepted, in bytes, after encoding.'),
  MAX_RECIPIENTS: wholeNumber(1, 10_000).default(1_000).describe('Most recipients of one message.'),
  DISK_RESERVE_BYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(268_435_456)
    .describe(
      'Free bytes on the disk of MariaDB, where it runs on this machine, below which no mail is accepted.',
    ),
  MEMORY_LIMIT_BYTES: wholeNumber(0, 1_099_511_627_776)
    .default(536_870_912)
    .describe(
      'Memory that an API or SMTP process may take; close to it no new mail is accepted. 0 is no limit.',
    ),
  RETENTION_DAYS: wholeNumber(1, 3_650)
    .default(30)
    .describe(
      'Days that raw content is kept; beyond 90 it goes a few days at a time. A queued or held delivery keeps its content. A mail server may have a period of its own. Messages, deliveries, attempts and events stay, unless a mail server is told otherwise.',
    ),
  AUDIT_RETENTION_DAYS: wholeNumber(1, 36_500)
    .default(400)
    .describe('Days that entries of the audit log are kept. What is left stays verifiable.'),

  // Processes
  API_PROCESSES: wholeNumber(0, 64).default(1).describe('API processes that `serve` starts.'),
  SMTP_PROCESSES: wholeNumber(0, 64).default(1).describe('SMTP processes that `serve` starts.'),
  WORKER_PROCESSES: wholeNumber(0, 64).default(1).describe('Worker processes that `serve` starts.'),
  SHUTDOWN_TIMEOUT: duration
    .default(30_000)
    .describe('How long a stopping role may take to finish before it is ended.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe log line that is written.'),
});

/** What one setting says about another. */
const Consistent = Settings.superRefine((settings, context) => {
  for (const { key, text } of contradictions(settings)) {
    context.addIssue({ code: 'custom', path: [key], message: text });
  }
});

export type Config = Readonly<z.infer<typeof Settings>>;

/** Prefix of the environment variables that are settings. */
export const PREFIX = 'POSTHOUSE_';

/** The configuration is wrong; `text` has one line per problem and no values, which may be secrets. */
export class ConfigError extends Error {}

/** Reads the environment once, at start. Nothing else in the code base reads `process.env`. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.entries(environment)
    .filter(([name, value]) => name.startsWith(PREFIX) && value !== undefined && value !== '')
    .map(([name, value]) => [name.slice(PREFIX.length), value] as const);
  const parsed = Consistent.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new ConfigError(linesOf(parsed.error.issues, PREFIX).join('\n'));
  return Object.freeze(parsed.data);
}

/** Whether the environment names this setting, so that its default does not apply. */
export function isGiven(key: keyof Config, environment: NodeJS.ProcessEnv = process.env): boolean {
  return (environment[PREFIX + key] ?? '') !== '';
}

/** Settings as the environment spells them. */
export type GivenSettings = Readonly<Partial<Record<keyof Config, string>>>;

/** This environment with these settings in place: what a child process gets. */
export function environmentWith(
  settings: GivenSettings,
  environment: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const named = Object.entries(settings).map(([key, value]) => [PREFIX + key, value] as const);
  return { ...environment, ...Object.fromEntries(named) };
}

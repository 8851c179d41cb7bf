import { join } from 'node:path';
import type { Logger } from 'pino';
import { AccessToken } from '../features/accounts/access-token.entity.js';
import { AuditEntry } from '../features/accounts/audit-entry.entity.js';
import { EmailChange } from '../features/accounts/email-change.entity.js';
import { Invitation } from '../features/accounts/invitation.entity.js';
import { MemberServer } from '../features/accounts/member-server.entity.js';
import { Member } from '../features/accounts/member.entity.js';
import { Organization } from '../features/accounts/organization.entity.js';
import { OidcIdentity } from '../features/accounts/oidc-identity.entity.js';
import { OidcPending } from '../features/accounts/oidc-pending.entity.js';
import { PasswordReset } from '../features/accounts/password-reset.entity.js';
import { RecoveryCode } from '../features/accounts/recovery-code.entity.js';
import { Session } from '../features/accounts/session.entity.js';
import { SignInChallenge } from '../features/accounts/sign-in-challenge.entity.js';
import { TotpKey } from '../features/accounts/totp-key.entity.js';
import { User } from '../features/accounts/user.entity.js';
import { Attempt } from '../features/delivery/attempt.entity.js';
import { settlementLockWaitMs } from '../features/delivery/lease.js';
import { Document } from '../features/documents/document.entity.js';
import { DkimKey } from '../features/domains/dkim-key.entity.js';
import { DomainCheck } from '../features/domains/domain-check.entity.js';
import { Domain } from '../features/domains/domain.entity.js';
import { Event } from '../features/events/event.entity.js';
import { Delivery } from '../features/messages/delivery.entity.js';
import { Message } from '../features/messages/message.entity.js';
import { Credential } from '../features/servers/credential.entity.js';
import { MailServer } from '../features/servers/mail-server.entity.js';
import { BulkPool } from '../platform/database/bulk-pool.js';
import { createDataSource } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { leaseWriter } from '../platform/database/writer-lease.js';
import type { IdSource } from '../platform/ids.js';
import { loadMasterKey } from '../platform/master-key.js';
import type { Clock } from '../platform/clock.js';
import type { Metrics } from '../platform/metrics.js';
import { Doorbell } from '../platform/queue/doorbell.js';
import { RedisBus } from '../platform/redis/redis-bus.js';
import { Secrets } from '../platform/secrets.js';
import type { ResolvedConfig } from './posthouse.js';

const ENTITIES = [
  AccessToken,
  Attempt,
  AuditEntry,
  Credential,
  Delivery,
  DkimKey,
  Document,
  Domain,
  DomainCheck,
  Event,
  MailServer,
  Member,
  MemberServer,
  Invitation,
  Message,
  Organization,
  EmailChange,
  OidcIdentity,
  OidcPending,
  PasswordReset,
  RecoveryCode,
  Session,
  SignInChallenge,
  TotpKey,
  User,
];

/** No read or ordinary write takes as long as this. */
const SILENCE_MS = 10_000;

/** What one process holds open to MariaDB and Redis, and the ids and secrets that go with them. */
export interface Connections {
  readonly db: Database;
  readonly pool: BulkPool;
  readonly bus: RedisBus;
  readonly bell: Doorbell;
  readonly ids: IdSource;
  readonly secrets: Secrets;
  close(): Promise<void>;
}

/** Connects to a prepared database; Redis may come later. */
export async function connect(
  config: ResolvedConfig,
  log: Logger,
  { metrics, clock }: { readonly metrics: Metrics; readonly clock: Clock },
): Promise<Connections> {
  const { DATABASE_URL: url, REDIS_URL: redisUrl, REDIS_PREFIX: prefix } = config;
  const source = createDataSource({
    url,
    entities: ENTITIES,
    migrations: [],
    connections: config.DATABASE_CONNECTIONS,
    silenceMs: SILENCE_MS,
  });
  await source.initialize();
  const pool = new BulkPool({
    ...{ url, connections: config.DATABASE_CONNECTIONS },
    lockWaitMs: settlementLockWaitMs(config.LEASE),
  });
  const writer = await leaseWriter(pool, { log, clock, onLost: () => process.exit(1) });
  const bus = new RedisBus({
    url: redisUrl,
    prefix,
    log,
    onChange: (isUp) => metrics.redisUp.set(Number(isUp)),
  });
  const bell = new Doorbell({
    redisUrl,
    prefix,
    log,
    onResult: (result) => metrics.bells.inc({ result }),
  });
  return {
    db: new Database(source, log),
    pool,
    bus,
    bell,
    ids: writer.ids,
    secrets: new Secrets(loadMasterKey(config.MASTER_KEY, join(config.DATA_DIR, 'master.key'))),
    close: async () => {
      bus.close();
      await bell.close().catch(() => undefined); // Redis may be away
      await writer.release().catch(() => undefined); // its lease ends by itself
      await Promise.allSettled([pool.close(), source.destroy()]);
    },
  };
}

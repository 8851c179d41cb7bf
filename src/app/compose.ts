import type { Logger } from 'pino';
import type { ApiServices } from '../api/context.js';
import { ApiBudget } from '../api/budget.js';
import { ApiDoor } from '../api/server.js';
import { AccessTokenService } from '../features/accounts/access-tokens.service.js';
import { AccountService } from '../features/accounts/accounts.service.js';
import { AuditLog } from '../features/accounts/audit-log.service.js';
import { OrganizationService } from '../features/accounts/organizations.service.js';
import { SignInService } from '../features/accounts/sign-in.service.js';
import {
  purgeIdempotencyKeys,
  purgeSessions,
  recheckDomains,
  removeOldContent,
} from '../features/delivery/chores.js';
import { DeliveryReadService } from '../features/delivery/deliveries-read.service.js';
import { DeliveryService } from '../features/delivery/deliveries.service.js';
import { createDeliveryWorker } from '../features/delivery/delivery-engine.js';
import { Maintenance } from '../features/delivery/maintenance.js';
import { DocumentService } from '../features/documents/documents.service.js';
import { DomainCheckService } from '../features/domains/domain-checks.service.js';
import { DomainInspector } from '../features/domains/domain-inspector.js';
import { DomainRegistry } from '../features/domains/domain-registry.service.js';
import { DomainService } from '../features/domains/domains.service.js';
import { EventPublisher } from '../features/events/event-publisher.service.js';
import { EventStream } from '../features/events/event-stream.service.js';
import { EventReadService } from '../features/events/events-read.service.js';
import { BounceService } from '../features/messages/bounces.service.js';
import { ContentStore } from '../features/messages/content.service.js';
import { DurableAccept } from '../features/messages/durable-accept.service.js';
import { MessageIntake } from '../features/messages/intake.service.js';
import { MessageReadService } from '../features/messages/message-read.service.js';
import { RetentionService } from '../features/messages/retention.service.js';
import type { Accepted } from '../features/messages/submission.js';
import { SendService } from '../features/messages/send.service.js';
import { CredentialIssuer } from '../features/servers/credential-issuer.service.js';
import { CredentialService } from '../features/servers/credentials.service.js';
import { ServerService } from '../features/servers/servers.service.js';
import { encodeGlobalId } from '../api/global-ids.js';
import { LIMITS } from '../config/limits.js';
import { DiskReserve } from '../platform/database/disk-reserve.js';
import { NamedLease } from '../platform/database/named-lease.js';
import { systemClock, type Clock } from '../platform/clock.js';
import { Dns } from '../platform/dns/dns.js';
import { CachedDns } from '../platform/dns/cached-dns.js';
import { EgressGuard } from '../platform/egress/egress-guard.js';
import { Metrics } from '../platform/metrics.js';
import { RedisBuckets } from '../platform/rate-limit/redis-buckets.js';
import { SharedBuckets } from '../platform/rate-limit/shared-buckets.js';
import { startSmtpDoor } from '../smtp/listeners.js';
import { connect, type Connections } from './connections.js';
import { forgetFirstSignIn } from './first-start.js';
import { joinAddress, splitAddress } from './ports.js';
import type { Door, Posthouse, ResolvedConfig } from './posthouse.js';
import { createSchema } from './schema.js';

/** What every part is made of. */
export interface Ground extends Connections {
  readonly config: ResolvedConfig;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly guard: EgressGuard;
  readonly dns: Dns;
}

export type Services = ReturnType<typeof composeServices>;

/** The whole system of one process. The only place that says `new XService`. */
export async function compose(
  config: ResolvedConfig,
  log: Logger,
  clock: Clock = systemClock,
): Promise<Posthouse & { readonly services: Services }> {
  const metrics = new Metrics();
  const connections = await connect(config, log, metrics);
  const guard = new EgressGuard(config.EGRESS_ALLOW, ownListeners(config));
  const dns = new Dns({ servers: config.DNS_SERVERS, timeoutMs: config.DNS_TIMEOUT, guard });
  const ground: Ground = { ...connections, config, log, clock, metrics, guard, dns };
  const services = composeServices(ground);
  return {
    config,
    log,
    clock,
    metrics,
    services,
    health: { sql: connections.pool, redisIsUp: () => connections.bus.isUp },
    startApi: () => startApi(ground, services),
    startSmtp: () => startSmtp(ground, services),
    startWorker: () => Promise.resolve(startWorker(ground, services)),
    close: async () => {
      services.eventStream.close();
      await services.durable.drain();
      await connections.close();
    },
  };
}

function composeServices(ground: Ground) {
  const { db, pool, bus, bell, ids, secrets, config, log, clock, metrics, dns } = ground;
  const audit = new AuditLog(secrets, ids, clock);
  const accounts = new AccountService(db, secrets, ids, clock, config.ADMIN_EMAIL);
  const organizations = new OrganizationService(db, ids, clock, audit);
  const accessTokens = new AccessTokenService(db, secrets, ids, clock, organizations);
  const onSetUp = () => forgetFirstSignIn(config.DATA_DIR);
  const signIns = new SignInService(db, secrets, ids, clock, config.SESSION_LIFETIME, onSetUp);

  const servers = new ServerService(db, ids, clock, organizations);
  const credentials = new CredentialService(db, secrets, clock, servers);
  const credentialIssuer = new CredentialIssuer(db, secrets, ids, clock, servers, credentials);

  const publisher = new EventPublisher(bus, metrics);
  const eventStream = new EventStream({ pool, bus, log });
  const events = new EventReadService(db, servers);

  const domains = new DomainService(db, secrets, config);
  const domainRegistry = new DomainRegistry(db, secrets, ids, clock, domains, config);
  const inspector = new DomainInspector(dns, config, config.DNS_AUTHORITATIVE);
  const recheckMs = config.DOMAIN_RECHECK_INTERVAL;
  const domainChecks = new DomainCheckService(db, domains, inspector, publisher, clock, recheckMs);

  const contents = new ContentStore(pool);
  const durable = new DurableAccept(pool, publisher, bell, metrics);
  const disk = new DiskReserve(pool, config.DISK_RESERVE_BYTES);
  const intake = new MessageIntake({ disk, servers, domains, durable, ids, clock, config });
  const retention = new RetentionService({ pool, clock, config, log });
  const bounces = new BounceService({ config, secrets, pool, ids, clock, publisher });
  const messages = new MessageReadService(db, servers, contents);
  const sends = new SendService(servers, intake, clock, config.SMTP_HOSTNAME);

  const deliveries = new DeliveryService(db, servers, publisher, bell, clock);
  const api = {
    accounts,
    signIns,
    accessTokens,
    organizations,
    documents: new DocumentService(db, ids, clock, organizations, audit),
    servers,
    credentials,
    credentialIssuer,
    domains,
    domainRegistry,
    domainChecks,
    intake,
    sends,
    messages,
    deliveries,
    deliveryReads: new DeliveryReadService(db, servers),
    events,
    eventStream,
  } satisfies ApiServices;
  return { ...api, bounces, contents, durable, publisher, retention };
}

async function startApi({ config, log, metrics }: Ground, services: Services): Promise<Door> {
  const budget = composeBudget(config);
  const door = new ApiDoor({ config, schema: createSchema(), services, budget, log, metrics });
  const { host, port } = splitAddress(config.HTTP_LISTEN);
  const address = await door.listen(host, port, config.API_PROCESSES > 1);
  return {
    addresses: { HTTP_LISTEN: joinAddress(host, address.port) },
    stop: () => door.close(),
  };
}

function composeBudget(config: ResolvedConfig): ApiBudget {
  const redis = new RedisBuckets(config.REDIS_URL, config.REDIS_PREFIX);
  return new ApiBudget(new SharedBuckets(redis), config.API_POINTS, config.API_POINTS_PER_SECOND);
}

async function startSmtp(ground: Ground, services: Services): Promise<Door> {
  const { config, log, metrics, clock } = ground;
  const door = await startSmtpDoor({
    config,
    log,
    metrics,
    clock,
    ...services,
    messageIdOf,
  });
  const { smtp, submission, submissions } = door.addresses;
  return {
    addresses: {
      SMTP_LISTEN: joinAddress(smtp.host, smtp.port),
      SUBMISSION_LISTEN: joinAddress(submission.host, submission.port),
      SUBMISSIONS_LISTEN: joinAddress(submissions.host, submissions.port),
    },
    stop: () => door.stop(),
  };
}

function startWorker(ground: Ground, services: Services): Door {
  const dns = new CachedDns(ground.dns, ground.config.RETRY_FIRST / 2);
  const worker = createDeliveryWorker({ ...ground, ...services, dns });
  const maintenance = composeMaintenance(ground, services);
  worker.start();
  maintenance.start();
  return {
    addresses: {},
    stop: async () => {
      await Promise.all([maintenance.stop(), worker.stop(ground.config.SHUTDOWN_TIMEOUT / 2)]);
    },
  };
}

function composeMaintenance({ pool, log, clock, config }: Ground, services: Services): Maintenance {
  const lookEveryMs = Math.min(config.DOMAIN_RECHECK_INTERVAL, LIMITS.domainLookMs);
  const domains = { recheckDue: () => services.domainChecks.recheckDue(LIMITS.domainsAtOnce) };
  return new Maintenance(new NamedLease(pool), log, [
    purgeIdempotencyKeys(pool, clock),
    purgeSessions(pool, clock),
    removeOldContent(services.retention),
    recheckDomains(domains, lookEveryMs),
  ]);
}

/** The id in an SMTP 250 is the one that the API knows. */
function messageIdOf({ serverId, messageId }: Accepted): string {
  return encodeGlobalId('Message', `${serverId}.${messageId}`);
}

/** Mail that the DNS sends back to our own doors would go round in circles. */
function ownListeners(config: ResolvedConfig): string[] {
  return [
    config.SMTP_LISTEN,
    config.SUBMISSION_LISTEN,
    config.SUBMISSIONS_LISTEN,
    config.HTTP_LISTEN,
  ];
}

import type { Logger } from 'pino';
import type { ApiServices } from '../api/context.js';
import { AuditLog } from '../features/accounts/audit-log.service.js';
import {
  InvitationAnswerService,
  type AnswerParts,
} from '../features/accounts/invitation-answer.service.js';
import {
  InvitationService,
  type InvitationParts,
} from '../features/accounts/invitations.service.js';
import { MemberReadService } from '../features/accounts/member-read.service.js';
import { MemberService } from '../features/accounts/members.service.js';
import {
  chainAudit,
  noticeSendLimits,
  cutAudit,
  purgeChallenges,
  purgeGuesses,
  purgeIdempotencyKeys,
  purgePasswordResets,
  purgeDeleted,
  purgeEmailChanges,
  purgeInvitations,
  purgeOidcPending,
  purgeSessions,
  recheckDomains,
  removeOldContent,
  removeOldMessages,
} from '../features/delivery/chores.js';
import { DeliveryReadService } from '../features/delivery/deliveries-read.service.js';
import { DeliveryService } from '../features/delivery/deliveries.service.js';
import { SendLimitChanges } from '../features/delivery/send-limit-changes.js';
import { SendUsageService } from '../features/delivery/send-usage.service.js';
import { createDeliveryWorker } from '../features/delivery/delivery-engine.js';
import { TenantPurge } from '../features/delivery/tenant-purge.js';
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
import { MessageRetentionService } from '../features/messages/message-retention.service.js';
import { RetentionService } from '../features/messages/retention.service.js';
import type { Accepted } from '../features/messages/submission.js';
import { SendService } from '../features/messages/send.service.js';
import { SystemMailService } from '../features/messages/system-mail.service.js';
import type { OrganizationService } from '../features/accounts/organizations.service.js';
import { CredentialIssuer } from '../features/servers/credential-issuer.service.js';
import { CredentialService } from '../features/servers/credentials.service.js';
import {
  OrganizationLifecycle,
  type OrganizationLifecycleParts,
} from '../features/servers/organization-lifecycle.service.js';
import {
  RefusedLogins,
  type RefusedLoginParts,
} from '../features/servers/refused-logins.service.js';
import { ServerLifecycle } from '../features/servers/server-lifecycle.service.js';
import { StaffAccess } from '../features/servers/staff-access.service.js';
import { ServerService } from '../features/servers/servers.service.js';
import { SystemServerService } from '../features/servers/system-server.service.js';
import { encodeGlobalId } from '../api/global-ids.js';
import { LIMITS } from '../config/limits.js';
import { DiskReserve } from '../platform/database/disk-reserve.js';
import { NamedLease } from '../platform/database/named-lease.js';
import { systemClock, type Clock } from '../platform/clock.js';
import { Dns } from '../platform/dns/dns.js';
import { CachedDns } from '../platform/dns/cached-dns.js';
import { EgressGuard } from '../platform/egress/egress-guard.js';
import { Metrics } from '../platform/metrics.js';
import { startSmtpDoor } from '../smtp/listeners.js';
import { composeAdmission } from './compose-admission.js';
import { composeAccounts, composeByMail } from './compose-accounts.js';
import { connect, type Connections } from './connections.js';
import { joinAddress } from './ports.js';
import type { Door, Posthouse, ResolvedConfig } from './posthouse.js';

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

/** The whole system of one process. Here and in compose-accounts.ts alone stands `new XService`. */
export async function compose(
  config: ResolvedConfig,
  log: Logger,
  clock: Clock = systemClock,
): Promise<Posthouse & { readonly services: Services }> {
  const metrics = new Metrics();
  const connections = await connect(config, log, { metrics, clock });
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
    health: {
      sql: connections.pool,
      redisIsUp: () => connections.bus.isUp,
      shortOf: () => services.admission.shortOf,
    },
    startApi: async () => {
      const { startApi } = await import('./compose-api.js'); // GraphQL and its schema: no other role pays for them
      return startApi(ground, services);
    },
    startSmtp: () => startSmtp(ground, services),
    startWorker: () => Promise.resolve(startWorker(ground, services)),
    close: async () => {
      services.admission.stop();
      services.eventStream.close();
      await services.passwordResets.drain();
      await services.durable.drain();
      services.publisher.flush();
      await connections.close();
    },
  };
}

function composeServices(ground: Ground) {
  const { db, pool, bus, bell, ids, secrets, config, log, clock, metrics } = ground;
  const { audit, auditChain, auditCheck, ...people } = composeAccounts(ground);
  const { organizations } = people;

  const mailServers = composeServers(ground, { ...people, audit });
  const { servers } = mailServers;

  const publisher = new EventPublisher(bus, metrics);
  const eventStream = new EventStream({ pool, bus, log });
  const events = new EventReadService(db, servers);

  const senderDomains = composeDomains(ground, publisher, audit);
  const { domains } = senderDomains;

  const contents = new ContentStore(pool);
  const durable = new DurableAccept(pool, publisher, bell, metrics);
  const disk = new DiskReserve(pool, config.DISK_RESERVE_BYTES);
  const admission = composeAdmission(ground, { durable, disk });
  const intake = new MessageIntake({ disk, servers, domains, durable, ids, clock, config });
  const retention = new RetentionService({ pool, clock, config, log });
  const bounces = new BounceService({ config, secrets, pool, ids, clock, publisher });
  const messages = new MessageReadService(db, servers, contents);
  const sends = new SendService(servers, intake, clock, config.SMTP_HOSTNAME);

  const systemServer = new SystemServerService(db, clock);
  const postman = new SystemMailService(systemServer, intake, clock, config);
  const membership = composeMembership(ground, { ...people, audit, directory: servers, postman });
  const lifecycles = composeLifecycles(ground, { audit, organizations, servers });

  const byMail = composeByMail(ground, { ...people, audit, postman });

  const deliveries = new DeliveryService(db, servers, publisher, bell, clock, audit);
  const api = {
    ...people,
    admission,
    ...membership,
    ...byMail,
    documents: new DocumentService(db, ids, clock, organizations, audit),
    ...lifecycles,
    ...mailServers,
    ...senderDomains,
    intake,
    sends,
    messages,
    deliveries,
    deliveryReads: new DeliveryReadService(db, servers),
    sendUsage: new SendUsageService(db, clock),
    events,
    eventStream,
  } satisfies ApiServices;
  return {
    ...api,
    auditChain,
    auditCheck,
    bounces,
    contents,
    durable,
    postman,
    publisher,
    retention,
    messageRetention: new MessageRetentionService(pool, clock),
  };
}

function composeServers(
  { db, secrets, ids, clock }: Ground,
  parts: Pick<RefusedLoginParts, 'audit' | 'guesses'> & { organizations: OrganizationService },
) {
  const { audit, guesses, organizations } = parts;
  const staff = new StaffAccess(db, clock, audit);
  const servers = new ServerService(db, ids, clock, organizations, audit, staff);
  const refused = new RefusedLogins({ db, audit, guesses, servers });
  const credentials = new CredentialService(db, secrets, clock, servers, refused);
  const issuing = { db, secrets, ids, clock, servers, logins: credentials, audit };
  return { servers, credentials, credentialIssuer: new CredentialIssuer(issuing) };
}

function composeDomains(ground: Ground, publisher: EventPublisher, audit: AuditLog) {
  const { db, secrets, ids, clock, dns, config } = ground;
  const domains = new DomainService(db, secrets, config);
  const domainRegistry = new DomainRegistry({ db, secrets, ids, clock, domains, audit, config });
  const inspector = new DomainInspector(dns, config, config.DNS_AUTHORITATIVE);
  const domainChecks = new DomainCheckService({
    db,
    domains,
    inspector,
    publisher,
    clock,
    audit,
    intervalMs: config.DOMAIN_RECHECK_INTERVAL,
  });
  return { domains, domainRegistry, domainChecks };
}

function composeMembership(
  { db, secrets, ids, clock, config }: Ground,
  parts: Pick<InvitationParts, 'audit' | 'organizations' | 'directory' | 'postman'> &
    Pick<AnswerParts, 'signInMethods'>,
) {
  const { audit, directory } = parts;
  const shared = { db, secrets, ids, clock, ...parts };
  return {
    members: new MemberService(db, ids, clock, audit, directory),
    memberReads: new MemberReadService(db),
    invitations: new InvitationService({ ...shared, publicUrl: config.PUBLIC_URL ?? null }),
    invitationAnswers: new InvitationAnswerService(shared),
  };
}

function composeLifecycles(
  { db, clock, config }: Ground,
  parts: Pick<OrganizationLifecycleParts, 'audit' | 'organizations' | 'servers'>,
) {
  const shared = { db, clock, ...parts, graceMs: config.DELETION_GRACE };
  return {
    serverLifecycle: new ServerLifecycle(shared),
    organizationLifecycle: new OrganizationLifecycle(shared),
  };
}

async function startSmtp(ground: Ground, services: Services): Promise<Door> {
  const { config, log, metrics, clock } = ground;
  services.admission.start();
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
    purgeGuesses(pool, clock),
    purgePasswordResets(pool, clock),
    purgeChallenges(pool, clock),
    purgeInvitations(pool, clock),
    purgeEmailChanges(pool, clock),
    purgeOidcPending(pool, clock),
    removeOldContent(services.retention),
    removeOldMessages(services.messageRetention),
    noticeSendLimits(new SendLimitChanges(pool, clock)),
    purgeDeleted(new TenantPurge({ pool, clock, graceMs: config.DELETION_GRACE })),
    chainAudit(services.auditChain),
    cutAudit(services.auditChain, clock, config.AUDIT_RETENTION_DAYS),
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

import type { Logger } from 'pino';
import type { Config } from '../../config/config.js';
import type { Clock } from '../../platform/clock.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { MailDns } from '../../platform/dns/cached-dns.js';
import type { EgressGuard } from '../../platform/egress/egress-guard.js';
import type { IdSource } from '../../platform/ids.js';
import type { Metrics } from '../../platform/metrics.js';
import type { Doorbell } from '../../platform/queue/doorbell.js';
import type { Secrets } from '../../platform/secrets.js';
import type { DomainService } from '../domains/domains.service.js';
import type { EventPublisher } from '../events/event-publisher.service.js';
import type { ContentStore } from '../messages/content.service.js';
import type { ServerService } from '../servers/servers.service.js';
import { Conclusions } from './conclusions.js';
import { Contents } from './contents.js';
import { Courier } from './courier.js';
import { DeliveryQueue } from './delivery-queue.js';
import { DeliveryWorker } from './delivery.worker.js';
import { Dispatch } from './dispatch.js';
import { ReturnPaths } from './envelope.js';
import { Lanes } from './lanes.js';
import { Postmasters } from './postmasters.js';
import { ReportWriter } from './report-writer.js';
import { Reports } from './reports.js';
import { Routes, routeSettings } from './route.js';
import { Settler } from './settle.js';
import { Signing } from './signing.js';

/** What the delivery engine needs of the rest of the house. */
export interface EngineParts {
  readonly config: Config;
  readonly pool: BulkPool;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly secrets: Secrets;
  readonly bell: Doorbell;
  readonly dns: MailDns;
  readonly guard: EgressGuard;
  readonly publisher: EventPublisher;
  readonly servers: ServerService;
  readonly domains: DomainService;
  readonly contents: ContentStore;
}

/** The engine from the queue to the wire, in the order of its dependencies. */
export function createDeliveryWorker(parts: EngineParts): DeliveryWorker {
  const { config, pool, ids, clock, log, metrics, bell, servers } = parts;
  const slots = config.DELIVERY_CONCURRENCY;

  const routes = new Routes(parts.dns, parts.guard, routeSettings(config));
  const lanes = new Lanes(routes, laneSettings(config), slots);
  const contents = new Contents(parts.contents);
  const signing = new Signing(parts.domains, clock);
  const returnPaths = new ReturnPaths(parts.secrets, config);
  const courier = new Courier(lanes, contents, signing, returnPaths, clock);

  const writer = new ReportWriter(ids, config);
  const postmasters = new Postmasters(parts.domains, config);
  const reports = new Reports({ contents, writer, postmasters, servers }, config, log);
  const conclusions = new Conclusions(pool, servers, reports, retryPolicy(config), { ids, clock });
  const queue = new DeliveryQueue(pool, ids, clock, {
    leaseMs: config.LEASE,
    mostPerServer: Math.max(1, Math.ceil(slots * MOST_OF_ONE_SERVER)),
    announce: (events) => parts.publisher.publish(events),
  });
  const settler = new Settler(pool, parts.publisher, bell, {
    log,
    onOutage: () => queue.noticeOutage(),
  });
  const dispatch = new Dispatch(servers, courier, conclusions, settler, { clock, log, metrics });
  const settings = { concurrency: slots, leaseMs: config.LEASE, sweepMs: config.SWEEP_INTERVAL };
  return new DeliveryWorker(queue, dispatch, { lanes, contents, settler, bell }, settings, {
    log,
    metrics,
  });
}

/** The rest is for the others, however long the queue of one server is. */
const MOST_OF_ONE_SERVER = 0.9;
/** An unreachable destination is left alone for so long, but never past the first retry. */
const LONGEST_BREAK_MS = 5_000;

function laneSettings(config: Config) {
  return {
    connections: config.CONNECTIONS_PER_LANE,
    messagesPerConnection: config.MESSAGES_PER_CONNECTION,
    idleMs: config.CONNECTION_IDLE,
    breakMs: Math.min(LONGEST_BREAK_MS, config.RETRY_FIRST / 2),
  };
}

function retryPolicy(config: Config) {
  return {
    firstMs: config.RETRY_FIRST,
    factor: config.RETRY_FACTOR,
    attempts: config.RETRY_ATTEMPTS,
    jitter: config.RETRY_JITTER,
  };
}

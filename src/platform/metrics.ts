import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Everything that /metrics tells, one field per metric. Labels never hold addresses or names of tenants. */
export class Metrics {
  readonly registry = new Registry();

  readonly messagesAccepted = this.counter('messages_accepted_total', 'Messages accepted.', [
    'door',
  ]);
  readonly acceptSeconds = this.histogram(
    'accept_seconds',
    'Time from submission to commit.',
    [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  );
  readonly acceptGroupItems = this.histogram(
    'accept_group_messages',
    'Messages committed by one transaction.',
    [1, 2, 5, 10, 20, 50, 100, 200],
  );
  readonly deliveries = this.counter('deliveries_total', 'Attempts settled, by outcome.', [
    'outcome',
  ]);
  readonly attemptSeconds = this.histogram(
    'attempt_seconds',
    'Time of one delivery attempt.',
    [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
  );
  readonly queueDue = this.gauge('queue_due', 'Deliveries that are due and wait for a worker.');
  readonly queueLeased = this.gauge('queue_leased', 'Deliveries that this process is attempting.');
  readonly bells = this.counter('bells_total', 'Doorbell jobs, by what became of them.', [
    'result',
  ]);
  readonly redisUp = this.gauge('redis_up', '1 while Redis is reachable.');
  readonly smtpSessions = this.gauge('smtp_sessions', 'Open SMTP sessions.');
  readonly smtpReplies = this.counter('smtp_replies_total', 'SMTP replies, by code.', ['code']);
  readonly graphqlRequests = this.counter('graphql_requests_total', 'GraphQL operations.', [
    'result',
  ]);
  readonly resourceUse = this.gauge('resource_use', 'How much of a resource is used; 1 is all.', [
    'resource',
  ]);
  readonly strain = this.gauge('overload', '1 while no new mail is taken because of a resource.', [
    'resource',
  ]);
  readonly refusedForLoad = this.counter(
    'refused_for_load_total',
    'Sessions, mails and large requests that were refused because of overload.',
    ['what'],
  );
  readonly subscriptions = this.gauge('subscriptions', 'Open event subscriptions.');
  readonly eventsPublished = this.counter(
    'events_published_total',
    'Events announced after commit.',
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'posthouse_' });
  }

  /** Text of the exposition format, for Prometheus to read. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private counter<L extends string = never>(name: string, help: string, labelNames: L[] = []) {
    return new Counter({ name: `posthouse_${name}`, help, labelNames, registers: [this.registry] });
  }

  private gauge<L extends string = never>(name: string, help: string, labelNames: L[] = []) {
    return new Gauge({ name: `posthouse_${name}`, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, buckets: number[]) {
    return new Histogram({ name: `posthouse_${name}`, help, buckets, registers: [this.registry] });
  }
}

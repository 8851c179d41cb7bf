import { Gathering } from '../../platform/gathering.js';
import type { Metrics } from '../../platform/metrics.js';
import type { RedisBus } from '../../platform/redis/redis-bus.js';
import type { Event } from './event.entity.js';
import { encodeEvents, eventChannel } from './event-wire.js';

/** While events follow each other, so long from one announcement to the next. */
const GATHER_MS = 5;

/** Tells live subscribers what has committed. A lost announcement is found in the rows. */
export class EventPublisher {
  private readonly gathering = new Gathering<Event>(GATHER_MS, (events) => this.announce(events));

  constructor(
    private readonly bus: RedisBus,
    private readonly metrics: Metrics,
  ) {}

  /** Call after COMMIT, never before; returns at once. */
  publish(events: readonly Event[]): void {
    this.gathering.add(events);
  }

  /** What waits is announced now. */
  flush(): void {
    this.gathering.flush();
  }

  private announce(events: readonly Event[]): void {
    for (const [serverId, news] of Map.groupBy(events, (event) => event.serverId)) {
      this.bus.publish(eventChannel(serverId), encodeEvents(news));
      this.metrics.eventsPublished.inc(news.length);
    }
  }
}

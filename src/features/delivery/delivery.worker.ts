import type { Logger } from 'pino';
import { isOutage } from '../../platform/database/errors.js';
import { formatRowKey } from '../../platform/database/row-key.js';
import type { Metrics } from '../../platform/metrics.js';
import type { Doorbell } from '../../platform/queue/doorbell.js';
import type { Contents } from './contents.js';
import type { DeliveryQueue } from './delivery-queue.js';
import type { Dispatch } from './dispatch.js';
import { Flight, Flights } from './flight.js';
import { isSuspect, mostSuspects } from './lapses.js';
import type { Lanes } from './lanes.js';
import { RENEWALS } from './lease.js';
import { Pace } from './pace.js';
import type { Settler } from './settle.js';
import type { Work } from './work.js';

/**
 * Delivers what is due, until it is stopped.
 *
 * - Woken by the doorbell, by a slot that comes free while more is due, and by itself every
 *   SWEEP_INTERVAL: without Redis it works the same, only a little later.
 * - Claims only what it has free slots for; fairness between servers and destinations is decided there.
 * - Renews its leases every third of their length with one statement.
 * - A database outage makes it wait and try again, never exit.
 * - `stop` claims nothing more, gives back what has not reached a connection, lets the rest finish
 *   within the grace, then stops it at the fence and gives that back, too.
 */
export class DeliveryWorker {
  private readonly flights = new Flights();
  private state: 'idle' | 'running' | 'stopping' = 'idle';
  private claiming: Promise<void> | null = null;
  /** Counted, so that a ring during a claim leads to another. */
  private rings = 0;
  private answeredRings = 0;
  private readonly pace = new Pace();
  /** More is due than there was room for: the next free slot leads to a claim. */
  private hasMore = false;
  /** The last claim took all it could, and there may be room for more. */
  private goesOn = false;
  /** Claims that failed in a row. */
  private failures = 0;
  private measuredAt = -Infinity;
  private sweepTimer: NodeJS.Timeout | undefined;
  private wakeTimer: NodeJS.Timeout | undefined;
  private renewTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly dispatch: Dispatch,
    private readonly parts: {
      readonly lanes: Lanes;
      readonly contents: Contents;
      readonly settler: Settler;
      readonly bell: Doorbell;
    },
    private readonly settings: WorkerSettings,
    private readonly watch: { readonly log: Logger; readonly metrics: Metrics },
  ) {}

  start(): void {
    this.state = 'running';
    this.parts.bell.listen(() => this.wake());
    this.renewTimer = setInterval(() => void this.renew(), this.settings.leaseMs / RENEWALS);
    this.sweep();
  }

  async stop(graceMs: number): Promise<void> {
    this.state = 'stopping';
    clearTimeout(this.sweepTimer);
    clearTimeout(this.wakeTimer);
    this.parts.lanes.closeWaiting();
    await this.claiming;
    await within(graceMs, this.flights.allLanded());
    const stopped = this.flights.all().filter((flight) => flight.revoke());
    await this.giveBack(stopped.map(({ work }) => work));
    this.parts.settler.close();
    this.parts.lanes.close();
    clearInterval(this.renewTimer);
  }

  /** Looks for due deliveries now, or right after the look that is under way. */
  wake(): void {
    if (this.state !== 'running' || this.failures > 0) return;
    this.rings += 1;
    if (this.claiming === null) this.claimInPace();
  }

  private claimInPace(): void {
    const pauseMs = this.pace.pauseMs();
    if (pauseMs <= 0) this.startClaiming();
    else this.wakeTimer ??= setTimeout(() => this.wakeNow(), pauseMs);
  }

  private startClaiming(): void {
    this.claiming = this.claimAll().finally(() => {
      this.claiming = null;
      const isHeard = this.answeredRings === this.rings;
      if (!isHeard && this.failures === 0 && this.state === 'running') this.claimInPace();
    });
  }

  private async claimAll(): Promise<void> {
    do {
      this.answeredRings = this.rings;
      this.pace.note();
      await this.claim();
      if (this.flights.size >= this.settings.concurrency || this.failures > 0) return;
    } while (this.goesOn);
  }

  private async claim(): Promise<void> {
    const free = this.settings.concurrency - this.flights.size;
    this.goesOn = false;
    this.hasMore = free <= 0;
    if (this.hasMore || this.state !== 'running') return;
    try {
      const closed = this.flights.destinations().filter((name) => this.roomAt(name) <= 0);
      const { works, hasMore, waiting } = await this.queue.claim({
        free,
        holds: (key) => this.flights.holds(key),
        heldBy: (serverId) => this.flights.heldBy(serverId),
        at: (destination) => this.roomAt(destination),
        suspects: mostSuspects(this.settings.concurrency) - this.flights.suspects,
        closed,
      });
      this.failures = 0;
      this.hasMore = hasMore || closed.length > 0 || works.some(isSuspect);
      this.goesOn = hasMore && works.length + waiting > 0;
      await this.launch(works);
    } catch (error) {
      this.backOff(error);
    }
  }

  private async launch(works: readonly Work[]): Promise<void> {
    if (this.state !== 'running') return this.giveBack(works);
    const { contents, lanes } = this.parts;
    contents.prefetch(works.filter(({ destination }) => !lanes.isBroken(destination)));
    for (const work of works) {
      const flight = new Flight(work);
      this.flights.add(flight);
      void this.fly(flight);
    }
    this.watch.metrics.queueLeased.set(this.flights.size);
  }

  private async fly(flight: Flight): Promise<void> {
    try {
      const landing = await this.dispatch.fly(flight);
      if (landing === 'fenced') this.noticeFenced(flight.work);
      if (landing !== 'settled') await this.giveBack([flight.work]);
    } catch (error) {
      await this.giveUp(flight, error);
    } finally {
      this.land(flight);
    }
  }

  private land(flight: Flight): void {
    this.parts.contents.release(flight.work);
    this.flights.remove(flight);
    this.watch.metrics.queueLeased.set(this.flights.size);
    if (this.hasMore) this.wakeSoon();
  }

  /** Many slots come free together: a short wait while others are busy makes one claim of them. */
  private wakeSoon(): void {
    const free = this.settings.concurrency - this.flights.size;
    if (free >= this.settings.concurrency / 10) this.wake();
    else this.wakeTimer ??= setTimeout(() => this.wakeNow(), GATHER_MS);
  }

  private wakeNow(): void {
    this.wakeTimer = undefined;
    this.wake();
  }

  private sweep(): void {
    this.wake();
    if (performance.now() - this.measuredAt > MEASURE_EVERY_MS) void this.measure();
    const jittered = this.settings.sweepMs * (0.75 + Math.random() / 2);
    this.sweepTimer = setTimeout(() => this.sweep(), jittered);
  }

  private async measure(): Promise<void> {
    this.measuredAt = performance.now();
    try {
      this.watch.metrics.queueDue.set(await this.queue.countDue());
    } catch (error) {
      this.watch.log.debug({ err: error }, 'queue could not be counted');
    }
  }

  private async renew(): Promise<void> {
    try {
      await this.queue.renew(this.flights.all());
    } catch (error) {
      if (isOutage(error)) this.queue.noticeOutage();
      this.watch.log.warn({ err: error }, 'leases could not be renewed, trying again');
    }
  }

  /** What may have been sent is never given back: its row is ready again when the lease runs out. */
  private async giveUp(flight: Flight, error: unknown): Promise<void> {
    const delivery = formatRowKey(flight.work);
    if (isOutage(error)) this.backOff(error);
    else this.watch.log.error({ err: error, delivery }, 'delivery could not be settled');
    if (isOutage(error) && flight.revoke()) await this.giveBack([flight.work]);
  }

  private async giveBack(works: readonly Work[]): Promise<void> {
    try {
      await this.queue.giveBack(works);
    } catch (error) {
      this.watch.log.warn({ err: error }, 'leases could not be given back and will run out');
    }
  }

  private noticeFenced(work: Work): void {
    this.watch.log.warn({ delivery: formatRowKey(work) }, 'lease was lost, nothing was recorded');
  }

  /** A single failure, such as a deadlock, is silent; an outage gets one line, and then silence until it is over. */
  private backOff(error: unknown): void {
    if (isOutage(error)) this.queue.noticeOutage();
    this.failures += 1;
    if (this.failures === 2)
      this.watch.log.error({ err: error }, 'no claims, waiting to try again');
    clearTimeout(this.wakeTimer);
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(this.failures, 10), LONGEST_WAIT_MS);
    this.wakeTimer = setTimeout(() => this.tryAgain(), waitMs);
  }

  private tryAgain(): void {
    this.wakeTimer = undefined;
    if (this.state !== 'running') return;
    if (this.claiming === null) this.startClaiming();
    else this.wakeTimer = setTimeout(() => this.tryAgain(), FIRST_WAIT_MS);
  }

  private roomAt(destination: string): number {
    return this.parts.lanes.capOf(destination) - this.flights.heldAt(destination);
  }
}

export interface WorkerSettings {
  readonly concurrency: number;
  readonly leaseMs: number;
  readonly sweepMs: number;
}

const MEASURE_EVERY_MS = 10_000;
const GATHER_MS = 5;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

async function within(timeMs: number, done: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeMs)));
  await Promise.race([done, timeout]);
  clearTimeout(timer);
}

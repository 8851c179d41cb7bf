import type { SmtpConnection } from '../../platform/smtp-client/smtp-connection.js';
import type { Reason, Route, RouteFailure } from './route.js';

export interface LaneSettings {
  readonly connections: number;
  readonly messagesPerConnection: number;
  readonly idleMs: number;
  /** How long an unreachable destination is left alone. */
  readonly breakMs: number;
}

/** A place for one message on a connection, until `leave`. */
export interface Seat {
  readonly ok: true;
  readonly connection: SmtpConnection;
  readonly reasons: readonly Reason[];
  /** Whether messages went over this connection before. */
  readonly isReused: boolean;
  leave(): void;
}

/** `closed`: the worker stops; nothing was tried. */
export type Place = Seat | RouteFailure | 'closed';

/**
 * One source and one destination: the place where connections live.
 *
 * - At most CONNECTIONS_PER_LANE connections, opened as messages wait for one, kept CONNECTION_IDLE,
 *   closed after MESSAGES_PER_CONNECTION.
 * - A message goes to an idle connection, else to a new one, else behind another on a connection that
 *   pipelines, else it waits.
 * - When a connection cannot be opened and others are open, the destination wants no more of them: the
 *   lane stays at that number. When none is open, everyone who waits gets that outcome, and so does who
 *   comes within the next seconds: the breaker.
 */
export class Lane {
  private readonly links = new Set<Link>();
  private readonly waiting: Waiter[] = [];
  private opening = 0;
  private ceiling: number;
  private broken: { readonly until: number; readonly failure: RouteFailure } | null = null;
  private secondsPerMessage: number | null = null;
  private isClosed = false;
  /** A connection could not be opened, and no more are begun until those under way have ended, too. */
  private isFailing = false;

  constructor(
    private readonly settings: LaneSettings,
    private readonly openRoute: (avoid: ReadonlySet<string>) => Promise<Route>,
  ) {
    this.ceiling = settings.connections;
  }

  take(): Promise<Place> {
    if (this.isClosed) return Promise.resolve('closed');
    const failure = this.failureWhileBroken();
    if (failure) return Promise.resolve(failure);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.assign();
    });
  }

  /** A seat on a new connection, for a message that just failed at these addresses. */
  async takeElsewhere(avoid: ReadonlySet<string>): Promise<Place> {
    if (this.isClosed) return 'closed';
    const route = await this.openRoute(avoid);
    return route.ok ? this.seat(this.add(route)) : route;
  }

  /** For the pace of the lane: what one message took that came as far as a connection. */
  notePace(seconds: number): void {
    const before = this.secondsPerMessage ?? seconds;
    this.secondsPerMessage = before * 0.8 + seconds * 0.2;
  }

  /** The destination answers quickly, so giving it many slots blocks nobody. */
  get isBrisk(): boolean {
    return this.secondsPerMessage !== null && this.secondsPerMessage < BRISK_SECONDS;
  }

  get isBroken(): boolean {
    return this.broken !== null && this.broken.until > performance.now();
  }

  get isEmpty(): boolean {
    return this.links.size === 0 && this.opening === 0 && this.waiting.length === 0;
  }

  /** Sends away who has no seat yet. */
  closeWaiting(): void {
    for (const waiter of this.waiting.splice(0)) waiter.resolve('closed');
  }

  close(): void {
    this.isClosed = true;
    this.closeWaiting();
    for (const { connection } of this.links) connection.destroy('the worker stopped');
  }

  private assign(): void {
    for (let link = this.link(); link && this.waiting.length > 0; link = this.link()) {
      this.waiting.shift()?.resolve(this.seat(link));
    }
    while (this.waiting.length > this.opening && this.canOpen) void this.open();
  }

  private get canOpen(): boolean {
    if (this.isClosed || this.isFailing) return false;
    return this.links.size + this.opening < this.ceiling;
  }

  private link(): Link | null {
    const links = [...this.links];
    const idle = links.find((link) => link.isIdle);
    if (idle) return idle;
    return this.canOpen ? null : (links.find((link) => link.hasRoomBehind) ?? null);
  }

  private seat(link: Link): Seat {
    const { connection, reasons } = link;
    const isReused = link.enter() > 1;
    return {
      ok: true,
      connection,
      reasons: isReused ? [REUSED, ...reasons] : reasons,
      isReused,
      leave: () => {
        link.leave();
        this.assign();
      },
    };
  }

  private async open(): Promise<void> {
    this.opening += 1;
    try {
      const route = await this.openRoute(NOTHING);
      this.opening -= 1;
      if (route.ok) this.add(route);
      else this.noticeFailure(route);
    } catch (error) {
      this.opening -= 1;
      this.isFailing &&= this.opening > 0;
      this.waiting.shift()?.reject(error);
    }
    this.assign();
  }

  private add({ connection, reasons }: Extract<Route, { ok: true }>): Link {
    this.broken = null;
    this.isFailing = false;
    const link = new Link(connection, reasons, this.settings);
    this.links.add(link);
    if (this.isClosed) connection.destroy('the worker stopped');
    void connection.closed.then(() => {
      this.links.delete(link);
      link.end();
      this.assign();
    });
    return link;
  }

  private noticeFailure(failure: RouteFailure): void {
    if (this.links.size > 0) {
      this.ceiling = this.links.size;
      setTimeout(() => (this.ceiling = this.settings.connections), CEILING_MS).unref();
      return;
    }
    this.isFailing = this.opening > 0;
    if (this.isFailing) return; // one that is under way may still come through
    this.broken = { until: performance.now() + this.settings.breakMs, failure };
    this.secondsPerMessage = null;
    for (const { resolve } of this.waiting.splice(0)) resolve(failure);
  }

  private failureWhileBroken(): RouteFailure | null {
    if (!this.broken || !this.isBroken) return null;
    const { failure } = this.broken;
    const because = 'the destination failed a moment ago and was not tried again';
    return { ...failure, reasons: [{ rule: 'breaker', because }, ...failure.reasons] };
  }
}

/** A connection with its passengers. */
class Link {
  private seats = 0;
  private messages = 0;
  private idleTimer: NodeJS.Timeout | undefined;

  constructor(
    readonly connection: SmtpConnection,
    readonly reasons: readonly Reason[],
    private readonly settings: LaneSettings,
  ) {
    this.waitForPassenger();
  }

  get isIdle(): boolean {
    return this.seats === 0 && this.takesMore;
  }

  get hasRoomBehind(): boolean {
    return (
      this.seats < PIPELINED && this.takesMore && this.connection.session.extensions.pipelining
    );
  }

  /** The number of this message on the connection. */
  enter(): number {
    clearTimeout(this.idleTimer);
    this.seats += 1;
    this.messages += 1;
    return this.messages;
  }

  leave(): void {
    this.seats -= 1;
    if (this.messages >= this.settings.messagesPerConnection) void this.connection.quit();
    else if (this.seats === 0) this.waitForPassenger();
  }

  end(): void {
    clearTimeout(this.idleTimer);
  }

  private get takesMore(): boolean {
    return this.connection.isReusable && this.messages < this.settings.messagesPerConnection;
  }

  private waitForPassenger(): void {
    if (!this.connection.isReusable) return;
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => void this.connection.quit(), this.settings.idleMs);
  }
}

interface Waiter {
  readonly resolve: (place: Place) => void;
  readonly reject: (error: unknown) => void;
}

const NOTHING: ReadonlySet<string> = new Set();
const REUSED: Reason = { rule: 'connection', because: 'an open connection was reused' };
/** Messages on one connection at once: one under way, one whose envelope leaves with the final dot before it. */
const PIPELINED = 2;
const BRISK_SECONDS = 0.25;
const CEILING_MS = 60_000;

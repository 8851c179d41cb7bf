import { Lane, type LaneSettings, type Place } from './lane.js';
import type { Routes } from './route.js';

/**
 * All lanes of a worker, and fairness between destinations: one that is slow or has not shown its pace yet
 * gets at most a quarter of the slots, a brisk one all but a tenth, so that a dead destination can never
 * use up all of them.
 */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  private isClosed = false;

  constructor(
    private readonly routes: Routes,
    private readonly settings: LaneSettings,
    private readonly slots: number,
  ) {}

  take(destination: string): Promise<Place> {
    return this.isClosed ? Promise.resolve('closed') : this.of(destination).take();
  }

  /** Addresses in `avoid` have just failed for this message. */
  takeElsewhere(destination: string, avoid: ReadonlySet<string>): Promise<Place> {
    return this.isClosed ? Promise.resolve('closed') : this.of(destination).takeElsewhere(avoid);
  }

  notePace(destination: string, seconds: number): void {
    this.lanes.get(destination)?.notePace(seconds);
  }

  /** Slots that deliveries to a destination may have at once. */
  capOf(destination: string): number {
    const isBrisk = this.lanes.get(destination)?.isBrisk === true;
    return Math.max(1, Math.ceil(this.slots * (isBrisk ? 0.9 : 0.25)));
  }

  /** Nobody gets a seat any more; who has one may finish. */
  closeWaiting(): void {
    this.isClosed = true;
    for (const lane of this.lanes.values()) lane.closeWaiting();
  }

  close(): void {
    this.isClosed = true;
    for (const lane of this.lanes.values()) lane.close();
  }

  private of(destination: string): Lane {
    const known = this.lanes.get(destination);
    if (known) return known;
    if (this.lanes.size >= MOST_LANES) this.forgetEmpty();
    const lane = new Lane(this.settings, (avoid) => this.routes.open(destination, avoid));
    this.lanes.set(destination, lane);
    return lane;
  }

  private forgetEmpty(): void {
    for (const [destination, lane] of this.lanes) {
      if (lane.isEmpty && !lane.isBroken) this.lanes.delete(destination);
    }
  }
}

/** Above this, lanes without connections are forgotten with their pace. */
const MOST_LANES = 5_000;

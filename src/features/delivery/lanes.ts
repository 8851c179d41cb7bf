import { Lane, type LaneSettings, type Place } from './lane.js';
import type { Routes } from './route.js';

/**
 * All lanes of a worker, and fairness between destinations: one that is slow or has not shown its pace yet
 * gets at most a quarter of the slots, a brisk one all but a tenth, one that cannot be reached a twentieth.
 * So a dead destination never uses up the slots, nor the time that deferring all its mail takes.
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
    return Math.max(1, Math.ceil(this.slots * shareOf(this.lanes.get(destination))));
  }

  /** Nothing will be sent there in the next moments. */
  isBroken(destination: string): boolean {
    return this.lanes.get(destination)?.isBroken === true;
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

function shareOf(lane: Lane | undefined): number {
  if (lane?.isBroken) return 0.05;
  return lane?.isBrisk ? 0.9 : 0.25;
}

/** Above this, lanes without connections are forgotten with their pace. */
const MOST_LANES = 5_000;

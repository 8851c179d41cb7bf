import { formatRowKey, type RowKey } from '../../platform/database/row-key.js';
import { isSuspect } from './lapses.js';
import type { Work } from './work.js';

/**
 * One delivery in the hands of this worker, from its claim until it is settled or given back. After
 * the fence was passed the remote side may have the message, so it is never given back any more.
 */
export class Flight {
  private isRevoked = false;
  private hasPassed = false;

  constructor(readonly work: Work) {}

  /** Whether it may go on: neither stopped, nor perhaps in the hands of another worker. */
  get isOurs(): boolean {
    return !this.isRevoked && this.work.lease.isValid();
  }

  /** The last question before the final dot; yes is remembered. */
  passFence(): boolean {
    if (!this.isOurs) return false;
    this.hasPassed = true;
    return true;
  }

  get mayHaveBeenSent(): boolean {
    return this.hasPassed;
  }

  /** Stops the flight at the fence, if it has not passed it; tells whether it could. */
  revoke(): boolean {
    if (this.hasPassed) return false;
    this.isRevoked = true;
    return true;
  }
}

/** What a worker holds, with the counts that fairness needs. */
export class Flights {
  private readonly flights = new Set<Flight>();
  private readonly keys = new Set<string>();
  private readonly perServer = new Map<bigint, number>();
  private readonly perDestination = new Map<string, number>();
  private landed: (() => void)[] = [];
  /** Deliveries among them that workers may have died of. */
  suspects = 0;

  get size(): number {
    return this.flights.size;
  }

  holds(key: RowKey): boolean {
    return this.keys.has(formatRowKey(key));
  }

  heldBy(serverId: bigint): number {
    return this.perServer.get(serverId) ?? 0;
  }

  heldAt(destination: string): number {
    return this.perDestination.get(destination) ?? 0;
  }

  destinations(): string[] {
    return [...this.perDestination.keys()];
  }

  all(): Flight[] {
    return [...this.flights];
  }

  add(flight: Flight): void {
    this.flights.add(flight);
    this.keys.add(formatRowKey(flight.work));
    count(this.perServer, flight.work.serverId, 1);
    count(this.perDestination, flight.work.destination, 1);
    this.suspects += Number(isSuspect(flight.work));
  }

  remove(flight: Flight): void {
    if (!this.flights.delete(flight)) return;
    this.keys.delete(formatRowKey(flight.work));
    count(this.perServer, flight.work.serverId, -1);
    count(this.perDestination, flight.work.destination, -1);
    this.suspects -= Number(isSuspect(flight.work));
    if (this.flights.size === 0) for (const wake of this.landed.splice(0)) wake();
  }

  /** Resolves when nothing is in the air. */
  allLanded(): Promise<void> {
    if (this.flights.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.landed.push(resolve));
  }
}

function count<K>(counts: Map<K, number>, key: K, change: number): void {
  const now = (counts.get(key) ?? 0) + change;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
}

import type { BulkPool } from '../../platform/database/bulk-pool.js';
import { formatRowKey, type RowKey } from '../../platform/database/row-key.js';
import type { Sql } from '../../platform/database/sql.js';
import type { Clock } from '../../platform/clock.js';
import type { IdSource } from '../../platform/ids.js';
import { recordEvents } from '../events/event-log.js';
import type { Event } from '../events/event.entity.js';
import type { Flight } from './flight.js';
import { Grace } from './grace.js';
import { isSuspect, SUSPECT_LAPSES } from './lapses.js';
import { Lease, renewalLockWaitMs, RENEWALS } from './lease.js';
import { PassedOver } from './passed-over.js';
import {
  countDue,
  findServersWithWork,
  lease as leaseRows,
  lockDueRows,
  release,
  renew,
  renewFree,
  type DueRow,
  type ServerWithWork,
} from './queue.queries.js';
import { admit } from './send-limits.js';
import { Turns, type Share } from './turns.js';
import { loadWork } from './work.queries.js';
import type { Work } from './work.js';

/** What a worker has room for. */
export interface Room {
  readonly free: number;
  heldBy(serverId: bigint): number;
  /** Whether it is in this worker's hands still, although its lease may have run out: its outcome comes first. */
  holds(key: RowKey): boolean;
  /** How many more deliveries a destination may have in flight. */
  at(destination: string): number;
  /** How many more suspects it may attempt: see lapses.ts. */
  readonly suspects: number;
  /** Destinations that have no room, so that their rows are not even looked at. */
  readonly closed: readonly string[];
}

export interface Claim {
  readonly works: readonly Work[];
  /** More is due than was taken. */
  readonly hasMore: boolean;
  /** So many were looked at that wait now: see send-limits.ts. */
  readonly waiting: number;
}

export interface QueueOptions {
  readonly leaseMs: number;
  readonly mostPerServer: number;
  readonly announce: (events: readonly Event[]) => void;
}

/**
 * The durable queue as one worker sees it: claims due rows, renews what it holds, gives back what it
 * cannot finish. A claim is one transaction that takes only as many rows as there is room for.
 */
export class DeliveryQueue {
  private readonly turns: Turns;
  private readonly passedOver = new PassedOver();
  private readonly grace: Grace;

  constructor(
    private readonly pool: BulkPool,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly options: QueueOptions,
  ) {
    this.turns = new Turns(options.mostPerServer);
    this.grace = new Grace(options.leaseMs);
  }

  async claim(room: Room): Promise<Claim> {
    const { events, ...claim } = await this.claimIn(room);
    if (events.length > 0) this.options.announce(events);
    return claim;
  }

  private async claimIn(room: Room): Promise<Claim & { readonly events: readonly Event[] }> {
    const sentAt = performance.now(); // before anything is asked: see lease.ts
    const lease = new Lease(this.ids.next(), sentAt, this.options.leaseMs);
    const now = this.clock.now();
    const servers = await findServersWithWork(this.pool, now);
    if (servers.length === 0) {
      this.grace.noteAnswer(sentAt);
      return { ...NOTHING, hasMore: false };
    }
    return this.pool.transaction(async (sql) => {
      const ids = servers.map(({ id }) => id);
      const shares = this.turns.deal(ids, room.free, (id) => room.heldBy(id));
      this.grace.noteAnswer(sentAt);
      const takesLapsed = !this.grace.isOn();
      const { rows, isShareUsedUp } = await this.lockShares(sql, shares, { ...room, takesLapsed });
      this.grace.noteAnswer(sentAt);
      if (takesLapsed && this.grace.isOn()) return { ...NOTHING, hasMore: true };
      const hasMore = isShareUsedUp || shares.length < servers.length;
      if (rows.length === 0) return { ...NOTHING, hasMore };

      const { admitted, waiting, events } = await admit(sql, rows, limitsOf(servers), now);
      const works = await this.lease(sql, admitted, lease);
      return { works, hasMore, waiting, events: await recordEvents(sql, events) };
    });
  }

  private async lease(sql: Sql, rows: readonly DueRow[], lease: Lease): Promise<Work[]> {
    if (rows.length === 0) return [];
    const leased = leaseRows(sql, rows, lease.token, this.options.leaseMs);
    const [works] = await Promise.all([loadWork(sql, rows, lease), leased]);
    return works;
  }

  /**
   * Renews every lease with work left; a lease that ran out before the answer came stays lost. What is being
   * settled is locked, and renewed at the settlement's next pause.
   */
  async renew(flights: readonly Flight[]): Promise<void> {
    if (flights.length === 0) return;
    const { leaseMs } = this.options;
    const leases = leasesOf(flights.map(({ work }) => work));
    const tokens = leases.map(({ token }) => token);
    const sentAt = performance.now();
    const works = flights.map(({ work }) => work);
    // a database may answer questions while it commits nothing, and then no holder can renew
    const overdue = setTimeout(() => this.grace.begin(), leaseMs / RENEWALS);
    const free = await this.pool
      .transaction((sql) => renewFree(sql, works, tokens, leaseMs))
      .finally(() => clearTimeout(overdue));
    this.grace.noteAnswer(sentAt);
    const renewed = new Set(free.map(formatRowKey));
    const locked = flights.filter(({ work }) => !renewed.has(formatRowKey(work)));
    const unsent = locked.filter(({ mayHaveBeenSent }) => !mayHaveBeenSent);
    const inDoubt = new Set(leasesOf(unsent.map(({ work }) => work)));
    for (const lease of leases) if (!inDoubt.has(lease)) lease.renewed(sentAt);
    if (locked.length === 0) return;
    await renew(
      this.pool,
      locked.map(({ work }) => work),
      tokens,
      { leaseMs, lockWaitMs: renewalLockWaitMs(leaseMs) },
    );
    for (const lease of inDoubt) lease.renewed(sentAt);
  }

  /** Makes the rows due for anyone, at once. */
  async giveBack(works: readonly Work[]): Promise<void> {
    if (works.length === 0) return;
    const tokens = leasesOf(works).map(({ token }) => token);
    await release(this.pool, works, tokens);
  }

  /** The database was away: see grace.ts. */
  noticeOutage(): void {
    this.grace.begin();
  }

  countDue(): Promise<number> {
    return countDue(this.pool, this.clock.now());
  }

  private async lockShares(
    sql: Sql,
    shares: readonly Share[],
    room: Room & { readonly takesLapsed: boolean },
  ): Promise<{ rows: DueRow[]; isShareUsedUp: boolean }> {
    const { closed, takesLapsed } = room;
    const fewerLapsesThan = room.suspects > 0 ? MOST : SUSPECT_LAPSES;
    const places = new Places(room);
    const rows: DueRow[] = [];
    let isShareUsedUp = false;
    this.passedOver.begin(closed);
    for (const { serverId, slots } of shares) {
      const now = this.clock.now();
      const since = this.passedOver.of(serverId);
      const request = { serverId, since, now, limit: slots, closed, takesLapsed, fewerLapsesThan };
      const due = await lockDueRows(sql, request);
      this.passedOver.note(serverId, due.length === slots ? (due.at(-1)?.dueAt ?? now) : now);
      isShareUsedUp ||= due.length === slots;
      rows.push(...due.filter((row) => !room.holds(row) && places.take(row)));
    }
    return { rows, isShareUsedUp };
  }
}

const NOTHING = { works: [], waiting: 0, events: [] } as const;

function limitsOf(servers: readonly ServerWithWork[]): ReadonlyMap<bigint, number> {
  return new Map(
    servers.flatMap(({ id, sendLimit }) => (sendLimit === null ? [] : [[id, sendLimit] as const])),
  );
}

function leasesOf(works: readonly Work[]): Lease[] {
  return [...new Set(works.map(({ lease }) => lease))];
}

/** More lapses than a row ever has. */
const MOST = 255;

/** The places that one claim gives away. */
class Places {
  private readonly taken = new Map<string, number>();
  private suspects = 0;

  constructor(private readonly room: Room) {}

  take(row: DueRow): boolean {
    const count = this.taken.get(row.destination) ?? 0;
    if (count >= this.room.at(row.destination)) return false;
    if (isSuspect(row) && ++this.suspects > this.room.suspects) return false;
    this.taken.set(row.destination, count + 1);
    return true;
  }
}

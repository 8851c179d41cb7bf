import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { formatRowKey, type RowKey } from '../../platform/database/row-key.js';
import { sqlOf, type Sql } from '../../platform/database/sql.js';
import type { Doorbell } from '../../platform/queue/doorbell.js';
import { NotFound } from '../../platform/refusal.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import type { Caller } from '../accounts/caller.js';
import type { EventKind, NewEvent } from '../events/event.entity.js';
import { recordEvents } from '../events/event-log.js';
import type { EventPublisher } from '../events/event-publisher.service.js';
import type { MailServer } from '../servers/mail-server.entity.js';
import type { ServerService } from '../servers/servers.service.js';
import {
  cancel,
  enqueueAgain,
  findMessagesWithContent,
  lockDeliveries,
  makeDue,
  type LockedDelivery,
} from './deliveries.queries.js';
import {
  ContentGone,
  DeliveryInProgress,
  SandboxSendsNothing,
  WrongDeliveryStatus,
} from './deliveries.refusals.js';
import { forgetSystemContent } from './system-content.queries.js';

/**
 * What people may do to deliveries. Each request is one transaction on all of its deliveries: if one of
 * them cannot be changed, none is, and the refusal says why.
 */
export class DeliveryService {
  constructor(
    private readonly db: Database,
    private readonly servers: ServerService,
    private readonly publisher: EventPublisher,
    private readonly bell: Doorbell,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Waiting ones become due now; failed and cancelled ones start again with a fresh schedule. */
  async retry(caller: Caller, refs: readonly RowKey[]): Promise<void> {
    const servers = await this.requireServers(caller, refs);
    await this.change(
      { caller, servers, refs },
      'RETRY_REQUESTED',
      async (sql, deliveries, now) => {
        const waiting = deliveries.filter(({ status }) => status === 'QUEUED');
        const ended = deliveries.filter(({ status }) => status !== 'QUEUED');
        requireStatus(ended, ['BOUNCED', 'EXPIRED', 'CANCELLED'], 'retried');
        if (waiting.length > 0) await makeDue(sql, waiting, now);
        if (ended.length > 0) {
          await requireContent(sql, ended, now);
          await enqueueAgain(sql, ended, now);
        }
      },
    );
  }

  /** Ends deliveries that have not been sent yet. */
  async cancel(caller: Caller, refs: readonly RowKey[]): Promise<void> {
    const servers = await this.requireServers(caller, refs);
    await this.change({ caller, servers, refs }, 'CANCELLED', async (sql, deliveries, now) => {
      requireStatus(deliveries, ['QUEUED', 'HELD'], 'cancelled');
      if (deliveries.some(({ isBeingSent }) => isBeingSent)) throw new DeliveryInProgress();
      await cancel(sql, deliveries, now);
      await forgetSystemContent(sql, deliveries);
    });
  }

  /** Sends what was held. */
  async release(caller: Caller, refs: readonly RowKey[]): Promise<void> {
    const servers = await this.requireServers(caller, refs);
    if (servers.some(({ mode }) => mode === 'SANDBOX')) throw new SandboxSendsNothing();
    await this.change({ caller, servers, refs }, 'RELEASED', async (sql, deliveries, now) => {
      requireStatus(deliveries, ['HELD'], 'released');
      await requireContent(sql, deliveries, ANY_DAY);
      await enqueueAgain(sql, deliveries, now);
    });
  }

  /** One entry for each mail server, however many deliveries. */
  private async note(
    tx: Tx,
    { caller, servers, refs }: Request,
    action: (typeof ACTIONS)[keyof typeof ACTIONS],
  ): Promise<void> {
    for (const { id: serverId, organizationId } of servers) {
      const ids = refs.filter((ref) => ref.serverId === serverId).map(formatRowKey);
      const subject = { type: 'Delivery', id: ids.length === 1 ? (ids[0] ?? null) : null } as const;
      const after = { count: ids.length, deliveryIds: ids };
      await this.audit.record(tx, caller, { action, organizationId, serverId, subject, after });
    }
  }

  private async requireServers(
    caller: Caller,
    refs: readonly RowKey[],
  ): Promise<readonly MailServer[]> {
    const ids = [...new Set(refs.map((ref) => ref.serverId))];
    const servers = await this.servers.findByIds(caller, ids, 'deliveries:manage');
    if (servers.length < ids.length) throw new NotFound('delivery');
    return servers;
  }

  private async change(
    { caller, servers, refs }: Request,
    kind: keyof typeof ACTIONS,
    work: (sql: Sql, deliveries: readonly LockedDelivery[], now: Date) => Promise<void>,
  ): Promise<void> {
    const keys = distinct(refs);
    if (keys.length === 0) return;
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const sql = sqlOf(tx.manager);
      const deliveries = await lockDeliveries(sql, keys);
      if (deliveries.length < keys.length) throw new NotFound('delivery');
      await work(sql, deliveries, now);
      const announced = deliveries.map((each) => eventOf(each, kind, now));
      await this.note(tx, { caller, servers, refs: keys }, ACTIONS[kind]);
      const events = await recordEvents(sql, announced);
      tx.afterCommit(() => {
        this.publisher.publish(events);
        this.bell.ring(deliveries.map(({ id }) => id.toString()));
        return Promise.resolve();
      });
    });
  }
}

interface Request {
  readonly caller: Caller;
  /** Those of the deliveries. */
  readonly servers: readonly MailServer[];
  readonly refs: readonly RowKey[];
}

const ACTIONS = {
  RETRY_REQUESTED: 'delivery.retried',
  CANCELLED: 'delivery.cancelled',
  RELEASED: 'delivery.released',
} as const satisfies Partial<Record<EventKind, string>>;

function distinct(refs: readonly RowKey[]): RowKey[] {
  return [...new Map(refs.map((ref) => [formatRowKey(ref), ref])).values()];
}

function requireStatus(
  deliveries: readonly LockedDelivery[],
  allowed: readonly LockedDelivery['status'][],
  what: 'retried' | 'cancelled' | 'released',
): void {
  const wrong = deliveries.find(({ status }) => !allowed.includes(status));
  if (wrong) throw new WrongDeliveryStatus(wrong.status, what);
}

/** What is HELD keeps its content beyond its day; what has ended does not. */
const ANY_DAY = new Date(0);

async function requireContent(
  sql: Sql,
  deliveries: readonly LockedDelivery[],
  day: Date,
): Promise<void> {
  const present = await findMessagesWithContent(sql, deliveries, day);
  if (deliveries.some(({ messageId }) => !present.has(messageId))) throw new ContentGone();
}

function eventOf(delivery: LockedDelivery, kind: EventKind, at: Date): NewEvent {
  const { serverId, messageId, id: deliveryId, recipient } = delivery;
  return { serverId, kind, messageId, deliveryId, data: { recipient }, at };
}

import { findByKeys } from '../../platform/database/by-key.js';
import type { Database } from '../../platform/database/database.js';
import { readKeyPages } from '../../platform/database/key-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { formatRowKey, type RowKey } from '../../platform/database/row-key.js';
import { findRows } from '../../platform/database/rows.js';
import { sqlOf } from '../../platform/database/sql.js';
import type { Caller } from '../accounts/caller.js';
import type { Permission } from '../accounts/policy.js';
import { Delivery } from '../messages/delivery.entity.js';
import type { ServerService } from '../servers/servers.service.js';
import { Attempt } from './attempt.entity.js';
import { conditionOf, indexFor, type DeliveryFilter } from './delivery-filter.js';

/** One list per parent, by the parent's formatted key. */
export type Lists<T> = ReadonlyMap<string, readonly T[]>;

/** Answers which deliveries and attempts a caller may see. Messages and deliveries given as parents must be the caller's own. */
export class DeliveryReadService {
  constructor(
    private readonly db: Database,
    private readonly servers: ServerService,
  ) {}

  /** The caller's deliveries among `keys`, by formatted key; others are silently absent. */
  async findByKeys(
    caller: Caller,
    keys: readonly RowKey[],
    permission: Permission = 'messages:read',
  ): Promise<Map<string, Delivery>> {
    return findByKeys(this.db.reader, Delivery, await this.own(caller, keys, permission));
  }

  async findAttemptsByKeys(caller: Caller, keys: readonly RowKey[]): Promise<Map<string, Attempt>> {
    return findByKeys(this.db.reader, Attempt, await this.own(caller, keys, 'messages:read'));
  }

  /** One page of the deliveries of each server, those of the newest message first, by server id. */
  async listOfServers(
    caller: Caller,
    serverIds: readonly bigint[],
    filter: DeliveryFilter,
    keyset: Keyset,
  ): Promise<Lists<Delivery>> {
    const own = await this.visibleServers(caller, serverIds, 'messages:read');
    const listed = serverIds.filter((serverId) => own.has(serverId));
    const pages = await readKeyPages(sqlOf(this.db.reader), {
      table: 'deliveries',
      key: 'id',
      orderedWithin: 'message_id',
      index: indexFor(filter),
      order: 'newest first',
      lists: listed.map((serverId) => ({ serverId, ...conditionOf(filter) })),
      keyset,
    });
    return this.filled(Delivery, listed.map(String), pages);
  }

  /** One page of the deliveries of each message, in the order of its recipients. */
  async listOfMessages(
    messages: readonly RowKey[],
    filter: DeliveryFilter,
    keyset: Keyset,
  ): Promise<Lists<Delivery>> {
    const together = await this.allOfMessages(messages, filter, keyset);
    if (together) return together;
    const pages = await readKeyPages(sqlOf(this.db.reader), {
      table: 'deliveries',
      key: 'id',
      order: 'oldest first',
      index: 'deliveries_by_message',
      lists: messages.map(({ serverId, id }) => ({
        serverId,
        ...conditionOf(filter, id),
      })),
      keyset,
    });
    return this.filled(Delivery, messages.map(formatRowKey), pages);
  }

  /** As most messages have few deliveries, all of them at once; null where that would be more than the pages hold. */
  private async allOfMessages(
    messages: readonly RowKey[],
    filter: DeliveryFilter,
    { after, before, limit, fromEnd }: Keyset,
  ): Promise<Lists<Delivery> | null> {
    if (after !== null || before !== null || fromEnd || messages.length === 0) return null;
    const most = messages.length * limit;
    const condition = conditionOf(filter);
    const groups = [...Map.groupBy(messages, ({ serverId }) => serverId)];
    const keys = groups
      .map(([, own]) => `(t.server_id = ? AND t.message_id IN (${own.map(() => '?').join(',')}))`)
      .join(' OR ');
    const found = await findRows(this.db.reader, Delivery, {
      hint: 'FORCE INDEX (deliveries_by_message)',
      where: `(${keys})${condition.sql === '' ? '' : ` AND ${condition.sql}`}`,
      parameters: [
        ...groups.flatMap(([serverId, own]) => [serverId, ...own.map(({ id }) => id)]),
        ...condition.parameters,
      ],
      end: `LIMIT ${most + 1}`,
    });
    if (found.length > most) return null;
    found.sort((one, other) => (one.id < other.id ? -1 : 1));
    const byMessage = Map.groupBy(found, ({ serverId, messageId }) =>
      formatRowKey({ serverId, id: messageId }),
    );
    return new Map(
      messages.map(formatRowKey).map((key) => [key, (byMessage.get(key) ?? []).slice(0, limit)]),
    );
  }

  /** One page of the attempts of each delivery, oldest first. */
  async listAttempts(deliveries: readonly RowKey[], keyset: Keyset): Promise<Lists<Attempt>> {
    const pages = await readKeyPages(sqlOf(this.db.reader), {
      table: 'attempts',
      key: 'id',
      order: 'oldest first',
      lists: deliveries.map(({ serverId, id }) => ({
        serverId,
        sql: 't.delivery_id = ?',
        parameters: [id],
      })),
      keyset,
    });
    return this.filled(Attempt, deliveries.map(formatRowKey), pages);
  }

  private async filled<T extends Delivery | Attempt>(
    entity: new () => T,
    parents: readonly string[],
    pages: readonly (readonly RowKey[])[],
  ): Promise<Lists<T>> {
    const found = await findByKeys<T>(this.db.reader, entity, pages.flat());
    return new Map(
      parents.map((parent, index) => [
        parent,
        (pages[index] ?? []).flatMap((key) => found.get(formatRowKey(key)) ?? []),
      ]),
    );
  }

  private async own(
    caller: Caller,
    keys: readonly RowKey[],
    permission: Permission,
  ): Promise<RowKey[]> {
    const visible = await this.visibleServers(
      caller,
      keys.map(({ serverId }) => serverId),
      permission,
    );
    return keys.filter(({ serverId }) => visible.has(serverId));
  }

  private async visibleServers(
    caller: Caller,
    ids: readonly bigint[],
    permission: Permission,
  ): Promise<Set<bigint>> {
    const servers = await this.servers.findByIds(caller, [...new Set(ids)], permission);
    return new Set(servers.map(({ id }) => id));
  }
}

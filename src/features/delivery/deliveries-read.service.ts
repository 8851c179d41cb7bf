import { findByKeys } from '../../platform/database/by-key.js';
import type { Database } from '../../platform/database/database.js';
import { readKeyPages, type Belonging } from '../../platform/database/key-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { formatRowKey, type RowKey } from '../../platform/database/row-key.js';
import { sqlOf } from '../../platform/database/sql.js';
import type { Caller } from '../accounts/caller.js';
import type { Permission } from '../accounts/policy.js';
import { Delivery, type DeliveryStatus } from '../messages/delivery.entity.js';
import type { ServerService } from '../servers/servers.service.js';
import { Attempt } from './attempt.entity.js';

/** Which deliveries of a list are meant; all given conditions hold. */
export interface DeliveryFilter {
  readonly status?: DeliveryStatus | null;
  readonly recipient?: string | null;
  /** Domain of the recipient. */
  readonly destination?: string | null;
}

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
      lists: listed.map((serverId) => ({ serverId, ...allOf(conditionsOf(filter)) })),
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
    const pages = await readKeyPages(sqlOf(this.db.reader), {
      table: 'deliveries',
      key: 'id',
      order: 'oldest first',
      index: 'deliveries_by_message',
      lists: messages.map(({ serverId, id }) => ({
        serverId,
        ...allOf([{ sql: 't.message_id = ?', value: id }, ...conditionsOf(filter)]),
      })),
      keyset,
    });
    return this.filled(Delivery, messages.map(formatRowKey), pages);
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

interface Condition {
  readonly sql: string;
  readonly value: unknown;
}

function conditionsOf({ status, recipient, destination }: DeliveryFilter): Condition[] {
  return [
    { sql: 't.status = ?', value: status },
    { sql: 't.recipient = ?', value: recipient },
    { sql: 't.destination = ?', value: destination?.toLowerCase() },
  ].filter(({ value }) => value != null);
}

/** Has the rows in the order of the list; of several conditions that which fewest meet as a rule. */
function indexFor({ status, recipient, destination }: DeliveryFilter): string {
  if (recipient != null) return 'deliveries_by_recipient';
  if (status != null && status !== 'DELIVERED') return 'deliveries_by_status';
  if (destination != null) return 'deliveries_by_destination';
  return status == null ? 'deliveries_by_message' : 'deliveries_by_status';
}

function allOf(conditions: readonly Condition[]): Belonging {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.map(({ value }) => value),
  };
}

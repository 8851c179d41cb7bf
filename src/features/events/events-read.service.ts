import type { Database } from '../../platform/database/database.js';
import { readKeyPages, type ServerList } from '../../platform/database/key-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { formatRowKey, type RowKey } from '../../platform/database/row-key.js';
import { findRows } from '../../platform/database/rows.js';
import { sqlOf } from '../../platform/database/sql.js';
import type { Caller } from '../accounts/caller.js';
import type { ServerService } from '../servers/servers.service.js';
import { currentPositions } from './event-log.js';
import { Event, type EventKind } from './event.entity.js';

/** Which events of a list are meant; all given conditions hold. */
export interface EventFilter {
  readonly kinds?: readonly EventKind[] | null;
}

/** Answers which events a caller may see. Positions take the place of ids. */
export class EventReadService {
  constructor(
    private readonly db: Database,
    private readonly servers: ServerService,
  ) {}

  /** The caller's events among `keys` (server and position), by formatted key. */
  async findByKeys(caller: Caller, keys: readonly RowKey[]): Promise<Map<string, Event>> {
    const visible = await this.visibleServers(
      caller,
      keys.map(({ serverId }) => serverId),
    );
    return this.find(keys.filter(({ serverId }) => visible.has(serverId)));
  }

  /** One page of the events of each server, oldest first, by server id. */
  async listOfServers(
    caller: Caller,
    serverIds: readonly bigint[],
    filter: EventFilter,
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Event[]>> {
    const visible = await this.visibleServers(caller, serverIds);
    const lists = serverIds
      .filter((serverId) => visible.has(serverId))
      .map((serverId) => ({
        parent: String(serverId),
        serverId,
        sql: '',
        parameters: [],
      }));
    return this.list(lists, filter, keyset);
  }

  /** One page of the events of each message, oldest first, by formatted key. */
  async listOfMessages(
    caller: Caller,
    messages: readonly RowKey[],
    filter: EventFilter,
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Event[]>> {
    const visible = await this.visibleServers(
      caller,
      messages.map(({ serverId }) => serverId),
    );
    const lists = messages
      .filter(({ serverId }) => visible.has(serverId))
      .map((message) => ({
        parent: formatRowKey(message),
        serverId: message.serverId,
        sql: 't.message_id = ?',
        parameters: [message.id],
      }));
    return this.list(lists, filter, keyset);
  }

  /** Position of the newest event of each server, 0 before the first, by server id. */
  async newestPositions(
    caller: Caller,
    serverIds: readonly bigint[],
  ): Promise<ReadonlyMap<string, bigint>> {
    const visible = [...(await this.visibleServers(caller, serverIds))];
    const positions = await currentPositions(sqlOf(this.db.reader), visible);
    return new Map(visible.map((id) => [String(id), positions.get(id) ?? 0n]));
  }

  private async list(
    lists: readonly (ServerList & { readonly parent: string })[],
    { kinds }: EventFilter,
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Event[]>> {
    const ofKinds = kinds?.length ? [`t.kind IN (${kinds.map(() => '?').join(',')})`] : [];
    const pages = await readKeyPages(sqlOf(this.db.reader), {
      table: 'events',
      key: 'position',
      order: 'oldest first',
      lists: lists.map(({ serverId, sql, parameters }) => ({
        serverId,
        sql: [...(sql === '' ? [] : [sql]), ...ofKinds].join(' AND '),
        parameters: [...parameters, ...(kinds ?? [])],
      })),
      keyset,
    });
    const found = await this.find(pages.flat());
    return new Map(
      lists.map(({ parent }, index) => [
        parent,
        (pages[index] ?? []).flatMap((key) => found.get(formatRowKey(key)) ?? []),
      ]),
    );
  }

  private async find(keys: readonly RowKey[]): Promise<Map<string, Event>> {
    if (keys.length === 0) return new Map();
    const groups = [...Map.groupBy(keys, ({ serverId }) => serverId)];
    const events = await findRows(this.db.reader, Event, {
      where: groups
        .map(([, own]) => `(t.server_id = ? AND t.position IN (${own.map(() => '?').join(',')}))`)
        .join(' OR '),
      parameters: groups.flatMap(([serverId, own]) => [serverId, ...own.map(({ id }) => id)]),
    });
    return new Map(
      events.map((event) => [
        formatRowKey({ serverId: event.serverId, id: event.position }),
        event,
      ]),
    );
  }

  private async visibleServers(caller: Caller, ids: readonly bigint[]): Promise<Set<bigint>> {
    const servers = await this.servers.findByIds(caller, [...new Set(ids)], 'events:read');
    return new Set(servers.map(({ id }) => id));
  }
}

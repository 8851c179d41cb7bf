import type { Database } from '../../platform/database/database.js';
import { findByKeys } from '../../platform/database/by-key.js';
import { pageQuery, readKeyPages, type KeyPages } from '../../platform/database/key-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { formatRowKey, type RowKey } from '../../platform/database/row-key.js';
import { findRows } from '../../platform/database/rows.js';
import { sqlOf } from '../../platform/database/sql.js';
import type { Caller } from '../accounts/caller.js';
import type { Permission } from '../accounts/policy.js';
import { SYSTEM_SERVER_ID } from '../servers/mail-server.entity.js';
import type { ServerService } from '../servers/servers.service.js';
import type { ContentStore } from './content.service.js';
import { rowsOf, type MessageFilter } from './message-filter.js';
import { Message } from './message.entity.js';

/** Answers which messages a caller may see. */
export class MessageReadService {
  constructor(
    private readonly db: Database,
    private readonly servers: ServerService,
    private readonly contents: ContentStore,
  ) {}

  /** The caller's messages among `keys`, by formatted key; others are silently absent. */
  async findByKeys(
    caller: Caller,
    keys: readonly RowKey[],
    permission: Permission = 'messages:read',
  ): Promise<Map<string, Message>> {
    const serverIds = keys.map(({ serverId }) => serverId);
    const visible = await this.visibleServers(caller, serverIds, permission);
    const own = keys.filter(({ serverId }) => visible.has(serverId));
    return findByKeys(this.db.reader, Message, own);
  }

  /** One page of the messages of each server, newest first. */
  async listOfServers(
    caller: Caller,
    serverIds: readonly bigint[],
    filter: MessageFilter,
    keyset: Keyset,
  ): Promise<Map<bigint, Message[]>> {
    const visible = await this.visibleServers(caller, serverIds, 'messages:read');
    const listed = serverIds.filter((serverId) => visible.has(serverId));
    const { sql, parameters, ...rows } = rowsOf(filter);
    const lists = listed.map((serverId) => ({ serverId, sql, parameters }));
    const pages: KeyPages = { ...rows, order: 'newest first', lists, keyset };
    const found = await this.readPages(pages);
    return new Map(listed.map((serverId, index) => [serverId, found[index] ?? []]));
  }

  /** Of one list of messages the rows at once; of others their keys first, in one statement for all. */
  private async readPages(pages: KeyPages): Promise<Message[][]> {
    const { reader } = this.db;
    const [list, ...others] = pages.lists;
    if (list && others.length === 0 && pages.table === 'messages') {
      return [await findRows(reader, Message, pageQuery(pages, list))];
    }
    const keys = await readKeyPages(sqlOf(reader), pages);
    const found = await findByKeys(reader, Message, keys.flat());
    return keys.map((page) => page.flatMap((key) => found.get(formatRowKey(key)) ?? []));
  }

  /**
   * Raw content of messages that the caller was given, by formatted key; absent once its retention is
   * over. That of mail of Posthouse itself is shown to nobody: its links sign people in.
   */
  readContent(keys: readonly RowKey[]): Promise<ReadonlyMap<string, Buffer>> {
    return this.contents.read(keys.filter(({ serverId }) => serverId !== SYSTEM_SERVER_ID));
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

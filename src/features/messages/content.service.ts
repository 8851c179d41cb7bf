import type { BulkPool } from '../../platform/database/bulk-pool.js';
import { formatRowKey, type RowKey } from '../../platform/database/row-key.js';
import { rawContent, type StoredContent } from './stored-content.js';

/** Key of a message. */
export interface ContentKey extends RowKey {
  /** Expiry day of the message, where known: content is never stored under an earlier one. */
  readonly expiresOn?: string;
}

const KEYS_AT_ONCE = 50;
/** Before every expiry day, so that every partition is searched. */
const ANY_DAY = '1000-01-01';

/** The raw content of messages, byte for byte as it was accepted. */
export class ContentStore {
  constructor(private readonly pool: BulkPool) {}

  /** By `formatRowKey`; what is no longer stored is absent. The caller bounds how much that may be. */
  async read(keys: readonly ContentKey[]): Promise<ReadonlyMap<string, Buffer>> {
    const found = new Map<string, Buffer>();
    for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
      for (const row of await this.readRows(keys.slice(start, start + KEYS_AT_ONCE))) {
        const key = { serverId: row.server_id, id: row.message_id };
        found.set(formatRowKey(key), rawContent({ encoding: row.encoding, bytes: row.content }));
      }
    }
    return found;
  }

  private readRows(keys: readonly ContentKey[]): Promise<ContentRow[]> {
    const byServer = Map.groupBy(keys, ({ serverId }) => serverId);
    const conditions: string[] = [];
    const parameters: unknown[] = [];
    for (const [serverId, ofServer] of byServer) {
      conditions.push(`(server_id = ? AND message_id IN (${ofServer.map(() => '?').join(',')}))`);
      parameters.push(serverId, ...ofServer.map(({ id }) => id));
    }
    const earliest = keys.map(({ expiresOn = ANY_DAY }) => expiresOn).sort()[0];
    return this.pool.read<ContentRow>(
      `SELECT server_id, message_id, encoding, content FROM message_contents WHERE (${conditions.join(' OR ')}) AND expires_on >= ?`,
      [...parameters, earliest],
    );
  }
}

interface ContentRow {
  readonly server_id: bigint;
  readonly message_id: bigint;
  readonly encoding: StoredContent['encoding'];
  readonly content: Buffer;
}

import { failpoint } from '#failpoint';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { RowKey } from '../../platform/database/row-key.js';

/** Gives content another period. One message, one transaction: content may be big. */
export async function keepContent(
  pool: Pick<BulkPool, 'transaction'>,
  { serverId, id }: RowKey,
  day: string,
): Promise<void> {
  await pool.transaction(async (sql) => {
    await sql.query(
      '/* contents.keepMessage */ UPDATE messages SET expires_on = ? WHERE server_id = ? AND id = ? AND expires_on < ?',
      [day, serverId, id, day],
    );
    await failpoint('retention.keeping');
    await sql.query(
      '/* contents.keep */ UPDATE message_contents SET expires_on = ? WHERE server_id = ? AND message_id = ? AND expires_on < ?',
      [day, serverId, id, day],
    );
  });
}

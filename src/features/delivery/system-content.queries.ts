import type { RowKey } from '../../platform/database/row-key.js';
import type { Sql } from '../../platform/database/sql.js';
import { SYSTEM_SERVER_ID } from '../servers/mail-server.entity.js';

/** Removes the content of mail of Posthouse itself when its only delivery has ended: nobody needs its links any more. */
export async function forgetSystemContent(
  sql: Sql,
  ended: readonly (Pick<RowKey, 'serverId'> & { readonly messageId: bigint })[],
): Promise<void> {
  const own = ended.filter(({ serverId }) => serverId === SYSTEM_SERVER_ID);
  if (own.length === 0) return;
  await sql.query(
    `/* contents.forget */ DELETE FROM message_contents
     WHERE server_id = ? AND message_id IN (${own.map(() => '?').join(',')})`,
    [SYSTEM_SERVER_ID, ...own.map(({ messageId }) => messageId)],
  );
}

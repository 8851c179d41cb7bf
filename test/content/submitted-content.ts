import type { ContentStore } from '../../src/features/messages/content.service.js';
import { formatRowKey } from '../../src/platform/database/row-key.js';

/** What is stored of the messages with these global ids, in order. */
export async function storedContents(
  contents: ContentStore,
  messageIds: readonly string[],
): Promise<Buffer[]> {
  const keys = messageIds.map((id) => {
    const [, serverId = '', rowId = ''] =
      /^Message:(\d+)\.(\d+)$/.exec(Buffer.from(id, 'base64url').toString()) ?? [];
    return { serverId: BigInt(serverId), id: BigInt(rowId) };
  });
  const found = await contents.read(keys);
  return keys.map((key) => found.get(formatRowKey(key)) ?? Buffer.from('nothing is stored'));
}

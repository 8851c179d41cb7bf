/** Primary key of a mail object. The server part finds the row and proves nothing. */
export interface RowKey {
  readonly serverId: bigint;
  readonly id: bigint;
}

const LARGEST_ID = (1n << 64n) - 1n;

/** The same key as text, for maps and global ids. */
export function formatRowKey({ serverId, id }: RowKey): string {
  return `${serverId}.${id}`;
}

/** Null for what is no key, and so is nobody's. */
export function parseRowKey(text: string): RowKey | null {
  const [server = '', own = '', ...rest] = text.split('.');
  const serverId = parseRowId(server);
  const id = parseRowId(own);
  if (serverId === null || id === null || rest.length > 0) return null;
  return { serverId, id };
}

/** The number of a row; null when the text is none, which no row has either. */
export function parseRowId(text: string): bigint | null {
  if (!/^\d{1,20}$/.test(text)) return null;
  const id = BigInt(text);
  return id <= LARGEST_ID ? id : null;
}

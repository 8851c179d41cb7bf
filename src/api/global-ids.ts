const LARGEST_ID = (1n << 64n) - 1n;

/** Relay global id: opaque to clients, base64url of type and id. */
export function encodeGlobalId(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`).toString('base64url');
}

/** Never throws: what is not one of our ids has no type, and is answered like an unknown id. */
export function decodeGlobalId(globalId: string): { typename: string; id: string } {
  const text = Buffer.from(globalId, 'base64url').toString('utf8');
  const match = /^([A-Za-z]{1,64}):([\w.-]{1,128})$/.exec(text);
  return { typename: match?.[1] ?? '', id: match?.[2] ?? '' };
}

/** The number inside a global id; null when it is none, which no row has either. */
export function parseId(text: string): bigint | null {
  if (!/^\d{1,20}$/.test(text)) return null;
  const id = BigInt(text);
  return id <= LARGEST_ID ? id : null;
}

/** Mail objects are keyed by server and id; the server part finds the row and proves nothing. */
export interface MailKey {
  readonly serverId: bigint;
  readonly id: bigint;
}

export function formatMailKey({ serverId, id }: MailKey): string {
  return `${serverId}.${id}`;
}

export function parseMailKey(text: string): MailKey | null {
  const [server = '', own = '', ...rest] = text.split('.');
  const serverId = parseId(server);
  const id = parseId(own);
  if (serverId === null || id === null || rest.length > 0) return null;
  return { serverId, id };
}

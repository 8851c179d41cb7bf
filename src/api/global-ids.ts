import { parseRowId } from '../platform/database/row-key.js';

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

/** The number in a global id of this type. What is none becomes 0, which no row has: unknown ids are all alike. */
export function rowIdOf(globalId: string, expected: string): bigint {
  const { typename, id } = decodeGlobalId(globalId);
  return typename === expected ? (parseRowId(id) ?? 0n) : 0n;
}

import { decodeBase32, encodeBase32 } from './base32.js';

/** Variable envelope return paths: the local part of a bounce address says which Delivery it is about. */

const ID_BYTES = 8;
export const VERP_MAC_BYTES = 8;
/** What the MAC is for: the one who writes return paths and the one who reads them must agree. */
export const VERP_PURPOSE = 'verp';

/** The local part for a Delivery; the MAC keeps others from making up bounces. */
export function encodeVerp(deliveryId: bigint, mac: Buffer): string {
  if (mac.length !== VERP_MAC_BYTES) throw new RangeError(`a MAC has ${VERP_MAC_BYTES} bytes`);
  const token = Buffer.alloc(ID_BYTES + VERP_MAC_BYTES);
  token.writeBigUInt64BE(deliveryId);
  mac.copy(token, ID_BYTES);
  return encodeBase32(token);
}

/** Null when the local part is none of ours. The caller compares the MAC, in constant time. */
export function decodeVerp(localPart: string): { deliveryId: bigint; mac: Buffer } | null {
  const token = decodeBase32(localPart);
  if (token?.length !== ID_BYTES + VERP_MAC_BYTES) return null;
  return { deliveryId: token.readBigUInt64BE(), mac: token.subarray(ID_BYTES) };
}

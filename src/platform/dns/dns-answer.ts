/**
 * What the DNS said. `none`: the name exists without such records (NODATA). `no-such-domain`: NXDOMAIN, or
 * a name that cannot exist. `failed`: nobody knows right now (SERVFAIL, refused, timeout); always temporary.
 */
export type DnsAnswer<T> =
  | { readonly kind: 'found'; readonly records: readonly T[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'no-such-domain' }
  | { readonly kind: 'failed'; readonly reason: string };

/** RFC 1035 §3.3.9; the host is lower-case without its final dot, and empty in a null MX (RFC 7505). */
export interface MxRecord {
  readonly preference: number;
  readonly host: string;
}

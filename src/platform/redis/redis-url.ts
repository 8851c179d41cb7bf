/** Where Redis is; the two client libraries want it told in different ways. */
export interface RedisAddress {
  readonly path?: string;
  readonly host?: string;
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
  readonly database: number;
  readonly tls: boolean;
}

/** Reads `redis[s]://user:password@host:port/db` or `unix:///path/of/socket?db=0`. */
export function parseRedisUrl(text: string): RedisAddress {
  const url = new URL(text);
  const login = {
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    tls: url.protocol === 'rediss:',
  };
  if (url.protocol === 'unix:') {
    const path = decodeURIComponent(url.pathname);
    return { path, database: Number(url.searchParams.get('db') ?? 0), ...login };
  }
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    database: Number(url.pathname.slice(1) || 0),
    ...login,
  };
}

/** Where the database is, as the drivers want it told. */
export interface DatabaseAddress {
  readonly host?: string;
  readonly port?: number;
  readonly socketPath?: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Reads `mysql://user:password@host:port/name`; `?socketPath=/path` stands in for host and port. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  const url = new URL(text);
  const login = {
    user: decodeURIComponent(url.username) || 'root',
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
  if (login.database === '') throw new Error('The database URL names no database');
  const socketPath = url.searchParams.get('socketPath');
  if (socketPath !== null) return { socketPath, ...login };
  return { host: bare(url.hostname), port: Number(url.port || 3306), ...login };
}

function bare(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

import { createServer, type Server } from 'node:net';
import { ConfigError, PREFIX, type Config, type GivenSettings } from '../config/config.js';
import { processCount, type RoleName } from './roles.js';

type Listener =
  'HTTP_LISTEN' | 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN' | 'OPS_LISTEN';

const LISTENERS: readonly (readonly [Listener, RoleName | null])[] = [
  ['HTTP_LISTEN', 'api'],
  ['SMTP_LISTEN', 'smtp'],
  ['SUBMISSION_LISTEN', 'smtp'],
  ['SUBMISSIONS_LISTEN', 'smtp'],
  ['OPS_LISTEN', null],
];

const TRIES = 100;

export interface ResolvedListeners {
  readonly settings: GivenSettings;
  /** What moved, one line each. */
  readonly notes: readonly string[];
}

/**
 * Finds out where to listen. A default port that is taken gives way to the next free one; a port that
 * was set explicitly and is taken is an error. Port 0 becomes a number, the same for all processes.
 */
export async function resolveListeners(
  config: Config,
  isGiven: (key: Listener) => boolean,
): Promise<ResolvedListeners> {
  const settings: Partial<Record<Listener, string>> = {};
  const notes: string[] = [];
  const problems: string[] = [];
  const reserved = new Set(LISTENERS.map(([key]) => splitAddress(config[key]).port));
  const probes = new Probes(); // stay open to the end, so that two settings cannot name one address
  for (const [key, role] of LISTENERS) {
    if (role !== null && processCount(role, config) === 0) continue;
    const wanted = splitAddress(config[key]);
    const outcome = await probes.open(wanted);
    if ('port' in outcome) {
      settings[key] = joinAddress(wanted.host, outcome.port);
      continue;
    }
    const next = isGiven(key) ? null : await nextFree(wanted, { reserved, probes });
    if (next === null) {
      problems.push(`${PREFIX}${key}: ${whyNot(outcome.code)}`);
      continue;
    }
    reserved.add(next);
    settings[key] = joinAddress(wanted.host, next);
    notes.push(`port ${wanted.port} (${PREFIX}${key}) is taken, using ${next}`);
  }
  await probes.close();
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return { settings, notes };
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** `host:port` or `[v6]:port`, as settings spell it. */
export function splitAddress(text: string): Address {
  const colon = text.lastIndexOf(':');
  return {
    host: text.slice(0, colon).replace(/^\[|\]$/g, ''),
    port: Number(text.slice(colon + 1)),
  };
}

export function joinAddress(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

async function nextFree(
  { host, port }: Address,
  { reserved, probes }: { reserved: Set<number>; probes: Probes },
): Promise<number | null> {
  const last = Math.min(port + TRIES, 65_535);
  for (let candidate = port + 1; candidate <= last; candidate += 1) {
    if (reserved.has(candidate)) continue;
    if ('port' in (await probes.open({ host, port: candidate }))) return candidate;
  }
  return null;
}

/** Opens ports without sharing them, to see whether they are free. */
class Probes {
  private readonly servers: Server[] = [];

  open({ host, port }: Address): Promise<{ port: number } | { code: string }> {
    return new Promise((resolve) => {
      const server = createServer();
      server.once('error', (error: NodeJS.ErrnoException) => {
        resolve({ code: error.code ?? 'unknown error' });
      });
      server.listen({ host, port, exclusive: true }, () => {
        this.servers.push(server);
        const bound = server.address();
        resolve({ port: typeof bound === 'object' && bound !== null ? bound.port : port });
      });
    });
  }

  async close(): Promise<void> {
    await Promise.all(
      this.servers.map((server) => new Promise((resolve) => server.close(resolve))),
    );
  }
}

function whyNot(code: string): string {
  if (code === 'EADDRINUSE') return 'another program or listener is there';
  if (code === 'EACCES') return 'this user may not open that port';
  if (code === 'EADDRNOTAVAIL') return 'this machine has no such address';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no such host';
  return `cannot listen there (${code})`;
}

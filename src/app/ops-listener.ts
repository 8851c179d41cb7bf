import { createServer, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { AUDIT_EXPORT } from '../api/audit-export.js';
import type { OIDC_CALLBACK, OIDC_START } from '../api/oidc-paths.js';
import type { ENDPOINT } from '../api/yoga.js';
import type { HttpRoute } from '../features/accounts/policy.js';
import { splitAddress } from './ports.js';
import type { ProcessReport } from './process-report.js';
import { metricsPage } from './metrics-page.js';

const NOT_FOUND = { status: 404, type: 'text/plain', body: 'not found\n' };

export interface OpsListener {
  stop(): Promise<void>;
}

/** Asks every process that belongs to this installation here; those that do not answer have no readiness. */
export type Reports = () => Promise<readonly ProcessReport[]>;

/**
 * For operators and their machines, on an address of its own: `/healthz` (this process lives),
 * `/readyz` (every process can work; 503 otherwise), `/metrics` (Prometheus).
 */
export async function startOpsListener(
  listen: string,
  reports: Reports,
  log: Logger,
): Promise<OpsListener> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://ops').pathname;
    answer(path, reports, response).catch((error: unknown) => {
      log.error({ err: error, path }, 'operations request failed');
      send(response, 500, 'text/plain', 'failed\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(splitAddress(listen), resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Served on the other address, that of the API. */
type ApiRoute = typeof ENDPOINT | typeof AUDIT_EXPORT | typeof OIDC_START | typeof OIDC_CALLBACK;

const PAGES: Readonly<
  Record<Exclude<HttpRoute, ApiRoute>, (reports: Reports) => Page | Promise<Page>>
> = {
  '/healthz': () => ({ status: 200, type: 'text/plain', body: 'ok\n' }),
  '/readyz': async (reports) => {
    const body = summary(await reports());
    const status = body.status === 'unready' ? 503 : 200;
    return { status, type: 'application/json', body: `${JSON.stringify(body, null, 2)}\n` };
  },
  '/metrics': async (reports) => ({
    status: 200,
    type: 'text/plain; version=0.0.4; charset=utf-8',
    body: await metricsPage(await reports()),
  }),
};

async function answer(path: string, reports: Reports, response: ServerResponse): Promise<void> {
  const page = new Map(Object.entries(PAGES)).get(path);
  const { status, type, body } = (await page?.(reports)) ?? NOT_FOUND;
  send(response, status, type, body);
}

function summary(reports: readonly ProcessReport[]) {
  const statuses = reports.map((report) => report.readiness?.status ?? 'unready');
  const isReady = reports.length > 0 && !statuses.includes('unready');
  return {
    status: !isReady ? 'unready' : statuses.includes('degraded') ? 'degraded' : 'ready',
    processes: reports.map(({ process, role, readiness }) => ({
      process,
      role,
      ...(readiness ?? {
        status: 'unready',
        checks: {},
        text: 'is not running or does not answer',
      }),
    })),
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

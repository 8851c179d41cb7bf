import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { LIMITS } from '../config/limits.js';
import type { Metrics } from '../platform/metrics.js';
import { AUDIT_EXPORT, AuditExport } from './audit-export.js';
import { ANONYMOUS, Authenticator, proofOf, sessionCookie, type Asker } from './authentication.js';
import { BodyRoom } from './body-room.js';
import type { ApiBudget } from './budget.js';
import type { ApiServices } from './context.js';
import { originOf, plainAddress, type Exchange, type HttpSide } from './exchange.js';
import { bodyText } from './json-body.js';
import { OidcDoor } from './oidc-door.js';
import { OIDC_CALLBACK, OIDC_START } from './oidc-paths.js';
import { requestIdOf, withRequestId } from './request-scope.js';
import { SocketDoor } from './websocket.js';
import { createPipeline, ENDPOINT, type Yoga } from './yoga.js';

export interface ApiDoorParts {
  readonly config: Pick<Config, 'PUBLIC_URL' | 'GRAPHIQL' | 'SESSION_LIFETIME' | 'API_TIMEOUT'>;
  readonly schema: GraphQLSchema;
  readonly services: ApiServices;
  readonly budget: ApiBudget;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** The GraphQL door: HTTP, SSE and WebSocket on one address. */
export class ApiDoor {
  private readonly http: Server;
  private readonly yoga: Yoga;
  private readonly sockets: SocketDoor;
  private readonly authenticator: Authenticator;
  private readonly auditExport: AuditExport;
  private readonly oidc: OidcDoor;
  private readonly bodies: BodyRoom;
  private readonly closing = new AbortController();

  constructor(private readonly parts: ApiDoorParts) {
    const { PUBLIC_URL, GRAPHIQL, API_TIMEOUT: timeoutMs } = parts.config;
    const publicOrigin = PUBLIC_URL ? new URL(PUBLIC_URL).origin : null;
    const authenticator = new Authenticator(parts.services, publicOrigin);
    this.authenticator = authenticator;
    this.yoga = createPipeline({ ...parts, hasGraphiql: GRAPHIQL, timeoutMs });
    const { log, services } = parts;
    this.auditExport = new AuditExport({ authenticator, services, budget: parts.budget, log });
    this.oidc = new OidcDoor({ authenticator, services, log, cookies: this.cookies });
    this.bodies = new BodyRoom(services.admission);
    const { yoga } = this;
    const closing = this.closing.signal;
    this.sockets = new SocketDoor(
      { yoga, authenticator, documents: services.documents, closing },
      log,
    );
    this.http = createServer({
      headersTimeout: LIMITS.httpHeadersMs,
      requestTimeout: LIMITS.httpRequestMs,
      connectionsCheckingInterval: LIMITS.httpCheckMs,
    });
    const answer = (request: IncomingMessage, response: ServerResponse) =>
      this.answer(request, response);
    this.http.on('request', answer).on('checkContinue', answer);
    this.http.setTimeout(LIMITS.httpIdleMs);
    this.http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (pathOf(request) === ENDPOINT && !hasManyHosts(request))
        this.sockets.upgrade(request, socket, head);
      else socket.destroy();
    });
  }

  /** Resolves with the address once connections are accepted. With `reusePort` processes share it. */
  listen(host: string, port: number, reusePort = false): Promise<AddressInfo> {
    return new Promise((resolve, reject) => {
      this.http.once('error', reject);
      this.http.listen({ host, port, reusePort }, () => {
        this.http.off('error', reject);
        resolve(this.http.address() as AddressInfo); // it listens on TCP
      });
    });
  }

  /** Accepts nothing more, ends streams and sockets, and resolves when running requests are answered. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()));
    this.closing.abort();
    await this.sockets.close();
    this.http.closeIdleConnections();
    await closed;
    this.parts.budget.close();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const exchange = this.exchangeOf(request, response);
    response.setHeader('X-Request-Id', exchange.requestId);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
    if (this.closing.signal.aborted) response.setHeader('Connection', 'close');
    if (hasManyHosts(request)) {
      response.writeHead(400, { 'Content-Type': 'text/plain', Connection: 'close' });
      response.end('Bad request\n');
      return;
    }
    withRequestId(exchange.requestId, () => {
      this.handle(request, response, exchange).catch((error: unknown) => {
        this.parts.log.error({ err: error, requestId: exchange.requestId }, 'HTTP request failed');
        response.destroy();
      });
    });
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
    exchange: Exchange,
  ): Promise<void> {
    const path = pathOf(request);
    if (path === ENDPOINT) await this.answerGraphql(request, response, exchange);
    else if (path === AUDIT_EXPORT) await this.auditExport.answer(request, response, exchange);
    else if (path === OIDC_START) await this.oidc.start(request, response, exchange);
    else if (path === OIDC_CALLBACK) await this.oidc.callback(request, response, exchange);
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  }

  private async answerGraphql(
    request: IncomingMessage,
    response: ServerResponse,
    exchange: Exchange,
  ): Promise<void> {
    const http = this.httpSideOf(request, response, exchange);
    if (!(await this.bodies.admits(request, response, http.whoAsks))) return;
    await this.yoga(request, response, { exchange: { ...exchange, http } });
  }

  private httpSideOf(
    request: IncomingMessage,
    response: ServerResponse,
    exchange: Exchange,
  ): HttpSide {
    let asker: Promise<Asker> | null = null;
    const whoAsks = () =>
      (asker ??= this.authenticator.asker(proofOf(request), originOf(exchange)));
    const room = this.bodies;
    return {
      whoAsks,
      readBody: async () => {
        const { caller } = await whoAsks();
        return bodyText(request, response, { room, isFromStranger: !caller.isSignedIn });
      },
      isLarge: () => room.holds(response),
      leaveRoom: () => room.leave(response),
    };
  }

  private get cookies(): { readonly isSecure: boolean; readonly lifetimeMs: number } {
    const { PUBLIC_URL, SESSION_LIFETIME: lifetimeMs } = this.parts.config;
    return { isSecure: PUBLIC_URL?.startsWith('https:') ?? false, lifetimeMs };
  }

  private exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
    const { headers, socket } = request;
    return {
      requestId: requestIdOf(headers['x-request-id']),
      clientIp: plainAddress(socket.remoteAddress),
      userAgent: headers['user-agent'] ?? null,
      idempotencyKey: oneOf(headers['idempotency-key']),
      gone: whenGone(response),
      closing: this.closing.signal,
      asker: ANONYMOUS,
      setSessionCookie: (secret) => {
        if (response.headersSent) return;
        response.setHeader('Set-Cookie', sessionCookie(secret, this.cookies));
      },
    };
  }
}

/** Aborted when the client leaves before it has its answer. */
function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function oneOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header !== '' ? header : null;
}

/** Node takes the first of several; what stands before it may have taken another (RFC 9112 §3.2). */
function hasManyHosts({ rawHeaders }: IncomingMessage): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  return names.filter((name) => name.toLowerCase() === 'host').length > 1;
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { LIMITS } from '../config/limits.js';
import type { ExportedEntry } from '../features/accounts/audit-read.service.js';
import { DOOR_POLICY, type HttpRoute } from '../features/accounts/policy.js';
import { NotFound } from '../platform/refusal.js';
import { proofOf, type Authenticator } from './authentication.js';
import type { ApiBudget } from './budget.js';
import type { ApiServices } from './context.js';
import { originOf, type Exchange } from './exchange.js';
import { encodeGlobalId, rowIdOf } from './global-ids.js';

export const AUDIT_EXPORT = '/audit/export' satisfies HttpRoute;

const { permission } = DOOR_POLICY[`HTTP ${AUDIT_EXPORT}`];

export interface AuditExportParts {
  readonly authenticator: Authenticator;
  readonly services: Pick<ApiServices, 'auditReads'>;
  readonly budget: Pick<ApiBudget, 'spend'>;
  readonly log: Logger;
}

/**
 * `GET /audit/export?organizationId=…&after=…`: a whole audit log as NDJSON, one entry per line in the order of
 * its chain, whose positions have no gap. `after` is the last position that the reader has. Without an
 * organization it is the log of the installation. Entries are read as fast as the client takes them.
 */
export class AuditExport {
  private running = 0;

  constructor(private readonly parts: AuditExportParts) {}

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    exchange: Exchange,
  ): Promise<void> {
    if (request.method !== 'GET') return refuse(response, 405, 'Only GET is possible here');
    const wanted = wantedBy(request);
    if (!wanted) return refuse(response, 400, 'after is not a position');
    if (this.running >= LIMITS.auditExports) return refuse(response, 503, 'Try again later');
    this.running += 1;
    try {
      await this.send(request, response, { exchange, wanted });
    } finally {
      this.running -= 1;
    }
  }

  private async send(
    request: IncomingMessage,
    response: ServerResponse,
    { exchange, wanted }: { readonly exchange: Exchange; readonly wanted: Wanted },
  ): Promise<void> {
    const { authenticator, services, budget, log } = this.parts;
    try {
      const { caller, refreshCaller } = await authenticator.asker(
        proofOf(request),
        originOf(exchange),
      );
      if (!caller.isSignedIn) return refuse(response, 401, 'Sign in first');
      if (!caller.can(permission)) return refuse(response, 403, 'You may not do this');
      const { isGranted, waitMs } = await budget.spend(
        caller,
        exchange.clientIp,
        LIMITS.auditExportPoints,
      );
      if (!isGranted) return refuseForNow(response, waitMs);
      const portions = services.auditReads.export(caller, wanted, refreshCaller);
      const first = await portions.next(); // a refusal comes before the first line
      response.writeHead(200, {
        'Content-Type': 'application/x-ndjson',
        'Content-Disposition': 'attachment; filename="audit-log.ndjson"',
      });
      await pipeline(Readable.from(linesOf(first, portions)), response, {
        signal: exchange.closing,
      });
    } catch (error) {
      if (response.headersSent) {
        log.info({ err: error, requestId: exchange.requestId }, 'audit export ended early');
        response.destroy(); // a reader must not take a part for the whole
      } else if (error instanceof NotFound) refuse(response, 404, 'Not found');
      else if (error instanceof GraphQLError) refuse(response, 401, error.message);
      else throw error;
    }
  }
}

interface Wanted {
  readonly organizationId: bigint | null;
  readonly after: bigint;
}

function wantedBy({ url = '' }: IncomingMessage): Wanted | null {
  const query = new URLSearchParams(url.split('?')[1]);
  const [organization, after] = [query.get('organizationId'), query.get('after') ?? '0'];
  if (!/^\d{1,18}$/.test(after)) return null;
  const organizationId = organization === null ? null : rowIdOf(organization, 'Organization');
  return { organizationId, after: BigInt(after) };
}

type Portions = AsyncGenerator<readonly ExportedEntry[]>;

async function* linesOf(first: Awaited<ReturnType<Portions['next']>>, portions: Portions) {
  if (first.done) return;
  yield textOf(first.value);
  for await (const portion of portions) yield textOf(portion);
}

function textOf(entries: readonly ExportedEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(lineOf(entry))}\n`).join('');
}

/** The names are those of the GraphQL type AuditEntry. */
function lineOf({ content, position, hash }: ExportedEntry) {
  return {
    position: position.toString(),
    hash: hash.toString('hex'),
    id: encodeGlobalId('AuditEntry', content.id),
    action: content.action,
    actor: {
      kind: content.actorKind,
      userId: idOf('User', content.userId),
      accessTokenId: idOf('AccessToken', content.tokenId),
      sessionId: idOf('Session', content.sessionId),
      credentialId: idOf('Credential', content.credentialId),
    },
    ipAddress: content.ipAddress,
    userAgent: content.userAgent,
    organizationId: idOf('Organization', content.organizationId),
    mailServerId: idOf('MailServer', content.serverId),
    subjectType: content.subjectType,
    subjectId: idOf(content.subjectType, content.subjectId),
    before: valuesOf(content.beforeValues),
    after: valuesOf(content.afterValues),
    createdAt: content.createdAt.toISOString(),
  };
}

function idOf(type: string, id: bigint | string | null): string | null {
  return id === null ? null : encodeGlobalId(type, id);
}

function valuesOf(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}

/** The budget of points that operations share is spent. */
function refuseForNow(response: ServerResponse, waitMs: number): void {
  response.setHeader('Retry-After', String(Math.max(1, Math.ceil(waitMs / 1_000))));
  refuse(response, 429, 'The budget of points is spent: try again later');
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${reason}\n`);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { LIMITS } from '../config/limits.js';
import { TooManySignIns } from '../platform/passwords.js';
import { Refusal, type RefusalKind } from '../platform/refusal.js';
import {
  cookieOf,
  proofOf,
  sessionCookie,
  type Authenticator,
  type Proof,
} from './authentication.js';
import type { ApiServices } from './context.js';
import { originOf, type Exchange } from './exchange.js';
import { ownPath } from './own-path.js';
import { sendPage } from './plain-page.js';

const PENDING_COOKIE = 'posthouse_oidc';

export interface OidcDoorParts {
  readonly authenticator: Authenticator;
  readonly services: Pick<ApiServices, 'oidcSignIns'>;
  readonly log: Logger;
  readonly cookies: { readonly isSecure: boolean; readonly lifetimeMs: number };
}

type Answered = (
  request: IncomingMessage,
  response: ServerResponse,
  exchange: Exchange,
) => Promise<void>;

/**
 * Where browsers begin to sign in with the OpenID Connect provider (`GET /auth/oidc/start?returnTo=/path`), and
 * where it sends them back to. What goes wrong is told on a page, with the id of the request.
 */
export class OidcDoor {
  constructor(private readonly parts: OidcDoorParts) {}

  readonly start: Answered = (request, response, exchange) =>
    this.answering(request, response, exchange, async () => {
      const { authenticator, services } = this.parts;
      const wanted = queryOf(request).get('returnTo');
      const returnTo = wanted === null ? null : ownPath(wanted);
      if (wanted !== null && returnTo === null) throw new ReturnPathInvalid();
      const { caller } = await authenticator.asker(linkProof(request), originOf(exchange));
      const { url, secret } = await services.oidcSignIns.begin(returnTo, caller);
      response.writeHead(302, { Location: url, 'Set-Cookie': this.pendingCookie(secret) }).end();
    });

  readonly callback: Answered = (request, response, exchange) =>
    this.answering(request, response, exchange, async () => {
      const { services, authenticator, cookies } = this.parts;
      const { caller } = await authenticator.asker(NO_PROOF, originOf(exchange));
      const secret = cookieOf(request.headers.cookie ?? null, PENDING_COOKIE);
      const finished = await services.oidcSignIns.finish(queryOf(request), secret, caller);
      response.setHeader('Set-Cookie', [
        sessionCookie(finished.sessionSecret, cookies),
        this.pendingCookie(null),
      ]);
      // A page, not a redirect: a browser that is led on from the provider's site keeps SameSite=Strict cookies back.
      sendPage(response, {
        status: 200,
        title: 'You are signed in',
        text: 'This page may be closed.',
        requestId: exchange.requestId,
        next: finished.returnTo,
      });
    });

  private async answering(
    request: IncomingMessage,
    response: ServerResponse,
    { requestId }: Exchange,
    work: () => Promise<void>,
  ): Promise<void> {
    if (request.method !== 'GET') {
      response.writeHead(405, { 'Content-Type': 'text/plain', Allow: 'GET' });
      response.end('Only GET is possible here\n');
      return;
    }
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.parts.log.info({ err: error, requestId }, 'sign-in with the provider refused');
      const status = statusOf(error);
      sendPage(response, { status, title: 'Sign-in failed', text: error.message, requestId });
    }
  }

  /** SameSite=Lax: it must come along from the provider's page. */
  private pendingCookie(secret: string | null): string {
    const age = secret === null ? 0 : LIMITS.oidcPendingMs / 1_000;
    const secure = this.parts.cookies.isSecure ? '; Secure' : '';
    return `${PENDING_COOKIE}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`;
  }
}

class ReturnPathInvalid extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super('returnTo must be a path of this site, such as /servers.');
  }
}

const NO_PROOF: Proof = { authorization: null, cookie: null, origin: null, host: null };

/** A browser that follows a link shows its cookie, and no token. */
function linkProof(request: IncomingMessage): Proof {
  return { ...proofOf(request), authorization: null };
}

function queryOf({ url = '' }: IncomingMessage): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  busy: 503,
};

function statusOf(refusal: Refusal): number {
  return refusal instanceof TooManySignIns ? 429 : STATUS[refusal.kind];
}

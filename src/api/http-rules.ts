import type { FetchAPI, Plugin } from 'graphql-yoga';
import { LIMITS } from '../config/limits.js';
import type { Authenticator } from './authentication.js';
import { originOf, type Transported } from './exchange.js';

/**
 * What HTTP adds to GraphQL: POST carries JSON and nothing else, because browsers send the other types
 * across sites without asking (CSRF); and the caller is known before the body is read.
 */
export function useHttpRules(authenticator: Authenticator): Plugin<object, Transported> {
  return {
    async onRequestParse({ request, url, serverContext, endResponse, fetchAPI }) {
      if (request.method === 'POST' && !isJson(request.headers.get('content-type'))) {
        endResponse(refusal(fetchAPI, 415, 'POST needs application/json'));
        return;
      }
      if (request.method === 'GET' && !isReadable(url)) {
        endResponse(refusal(fetchAPI, 400, 'variables and extensions must be JSON'));
        return;
      }
      const { exchange } = serverContext;
      const proof = {
        authorization: request.headers.get('authorization'),
        cookie: request.headers.get('cookie'),
        origin: request.headers.get('origin'),
        host: request.headers.get('host'),
      };
      exchange.asker = await authenticator.asker(proof, originOf(exchange));
      const { caller } = exchange.asker;
      if (request.method === 'POST' && !caller.isSignedIn && !isSmall(request.headers)) {
        endResponse(refusal(fetchAPI, 413, 'Sign in to send a request of this size'));
      }
    },
  };
}

function refusal(fetchAPI: FetchAPI, status: number, message: string): Response {
  const errors = [{ message, extensions: { code: 'BAD_REQUEST' } }];
  return fetchAPI.Response.json({ errors }, { status });
}

/** A body of unknown length may be of any. */
function isSmall(headers: Headers): boolean {
  const length = headers.get('content-length') ?? '';
  return /^\d+$/.test(length) && Number(length) <= LIMITS.strangerRequestBytes;
}

/** Absent, empty or JSON: Yoga takes anything else for a fault of its own. */
function isReadable({ searchParams }: URL): boolean {
  try {
    for (const name of ['variables', 'extensions']) JSON.parse(searchParams.get(name) || 'null');
    return true;
  } catch {
    return false;
  }
}

function isJson(contentType: string | null): boolean {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return type === 'application/json' || type === 'application/graphql+json';
}

import type { FetchAPI, Plugin } from 'graphql-yoga';
import type { Transported } from './exchange.js';

/**
 * What HTTP adds to GraphQL: POST carries JSON and nothing else, because browsers send the other types
 * across sites without asking (CSRF); and the caller is known before the body is read.
 */
export function useHttpRules(): Plugin<object, Transported> {
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
      if (exchange.http) exchange.asker = await exchange.http.whoAsks();
    },
  };
}

function refusal(fetchAPI: FetchAPI, status: number, message: string): Response {
  const errors = [{ message, extensions: { code: 'BAD_REQUEST' } }];
  return fetchAPI.Response.json({ errors }, { status });
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

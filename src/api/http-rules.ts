import type { Plugin } from 'graphql-yoga';
import type { Authenticator } from './authentication.js';
import type { Transported } from './exchange.js';

/**
 * What HTTP adds to GraphQL: POST carries JSON and nothing else, because browsers send the other types
 * across sites without asking (CSRF); and the caller is known before the body is read.
 */
export function useHttpRules(authenticator: Authenticator): Plugin<object, Transported> {
  return {
    async onRequestParse({ request, serverContext, endResponse, fetchAPI }) {
      if (request.method === 'POST' && !isJson(request.headers.get('content-type'))) {
        endResponse(
          fetchAPI.Response.json(
            {
              errors: [
                { message: 'POST needs application/json', extensions: { code: 'BAD_REQUEST' } },
              ],
            },
            { status: 415 },
          ),
        );
        return;
      }
      serverContext.exchange.asker = await authenticator.asker({
        authorization: request.headers.get('authorization'),
        cookie: request.headers.get('cookie'),
        origin: request.headers.get('origin'),
        host: request.headers.get('host'),
      });
    },
  };
}

function isJson(contentType: string | null): boolean {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return type === 'application/json' || type === 'application/graphql+json';
}

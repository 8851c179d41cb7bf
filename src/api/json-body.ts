import type { IncomingMessage, ServerResponse } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from '../config/limits.js';
import type { Transported } from './exchange.js';

/**
 * Reads the body of a POST itself, as text and no further than it may go: Yoga, with a limit, leads every body through
 * two more streams.
 */
export function useJsonBody(): Plugin<object, Transported> {
  return {
    onRequestParse({ request, requestParser, setRequestParser, serverContext, fetchAPI }) {
      const { readBody } = serverContext.exchange;
      if (request.method !== 'POST' || !requestParser || !readBody) return;
      setRequestParser(async ({ url, method, headers }) => {
        const body = await readBody();
        return requestParser(new fetchAPI.Request(url, { method, headers, body }));
      });
    },
  };
}

/** A client that asked whether to send it is told so only now (RFC 9110 §10.1.1). */
export function bodyText(request: IncomingMessage, response: ServerResponse): Promise<string> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > LIMITS.requestBytes) return Promise.reject(tooLarge());
  if (asksFirst(request)) response.writeContinue();
  return new Promise((resolve, reject) => {
    const decoder = new StringDecoder('utf8');
    let text = '';
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= LIMITS.requestBytes) {
        text += decoder.write(chunk);
        return;
      }
      text = ''; // who goes on sending must not keep it in memory
      reject(tooLarge());
    });
    request.once('end', () => resolve(text + decoder.end()));
    request.once('error', () => reject(cutShort()));
    request.once('close', () => reject(cutShort())); // of no effect after its end
  });
}

/** Any other expectation has been refused, and in HTTP/1.0 there is none. */
function asksFirst({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.expect !== undefined && httpVersion !== '1.0';
}

function tooLarge(): GraphQLError {
  return badRequest('Request body too large', 413);
}

function cutShort(): GraphQLError {
  return badRequest('The request ended before its body did', 400);
}

function badRequest(message: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from '../config/limits.js';
import { announcedBytes, type BodyRoom } from './body-room.js';
import { badRequest } from './errors.js';
import type { Transported } from './exchange.js';

/**
 * Reads the body of a POST itself, as text and no further than it may go: Yoga, with a limit, leads every body through
 * two more streams.
 */
export function useJsonBody(): Plugin<object, Transported> {
  return {
    onRequestParse({ request, requestParser, setRequestParser, serverContext, fetchAPI }) {
      const { http } = serverContext.exchange;
      if (request.method !== 'POST' || !requestParser || !http) return;
      setRequestParser(async ({ url, method, headers }) => {
        const body = await http.readBody();
        return requestParser(new fetchAPI.Request(url, { method, headers, body }));
      });
    },
  };
}

/**
 * The whole body as text; a client that asked whether to send it is told so only now (RFC 9110 §10.1.1). One of unknown
 * length needs room once it is large. Fails with a GraphQLError, or Overloaded.
 */
export function bodyText(
  request: IncomingMessage,
  response: ServerResponse,
  { room, isFromStranger }: { readonly room: BodyRoom; readonly isFromStranger: boolean },
): Promise<string> {
  const mostBytes = isFromStranger ? LIMITS.strangerRequestBytes : LIMITS.requestBytes;
  if (announcedBytes(request) > mostBytes) return Promise.reject(tooLarge(isFromStranger));
  if (asksFirst(request)) response.writeContinue();
  return new Promise((resolve, reject) => {
    const decoder = new StringDecoder('utf8');
    let text = '';
    let bytes = 0;
    let hasRoom = Promise.resolve();
    let isOver = false;
    const fail = (error: Error) => {
      isOver = true;
      text = ''; // who goes on sending must not keep it in memory
      reject(error);
    };
    const findRoom = async () => {
      request.pause();
      await room.require(response).catch(fail);
      request.resume();
    };
    request.on('data', (chunk: Buffer) => {
      if (isOver) return;
      const wasSmall = bytes <= LIMITS.strangerRequestBytes;
      bytes += chunk.length;
      if (bytes > mostBytes) return fail(tooLarge(isFromStranger));
      text += decoder.write(chunk);
      const isLarge = bytes > LIMITS.strangerRequestBytes;
      if (wasSmall && isLarge && !room.holds(response)) hasRoom = findRoom();
    });
    request.once('end', () => {
      isOver = true;
      void hasRoom.then(() => {
        room.keep(response, bytes);
        resolve(text + decoder.end()); // of no effect where there was no room
      });
    });
    const cut = () => {
      if (!isOver) fail(cutShort());
    };
    request.once('error', cut).once('close', cut);
  });
}

/** Any other expectation has been refused, and in HTTP/1.0 there is none. */
function asksFirst({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.expect !== undefined && httpVersion !== '1.0';
}

function tooLarge(isFromStranger: boolean): GraphQLError {
  const reason = isFromStranger
    ? 'Sign in to send a request of this size'
    : 'Request body too large';
  return badRequest(reason, 413);
}

function cutShort(): GraphQLError {
  return badRequest('The request ended before its body did', 400);
}

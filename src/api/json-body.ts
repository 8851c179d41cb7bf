import type { IncomingMessage, ServerResponse } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import type { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { LIMITS } from '../config/limits.js';
import { announcedBytes, type BodyRoom } from './body-room.js';
import { badRequest } from './errors.js';
import type { Transported } from './exchange.js';

/**
 * Reads the body of a POST itself, as text and no further than it may go: Yoga, with a limit, leads every body through
 * two more streams. A large one has its room until there is a result, however long that takes to be read.
 */
export function useJsonBody(): Plugin<Transported, Transported> {
  return {
    onRequestParse({ request, requestParser, setRequestParser, serverContext }) {
      const { http } = serverContext.exchange;
      if (request.method !== 'POST' || !requestParser || !http) return;
      setRequestParser(async () => paramsIn(await http.readBody()));
    },
    onResultProcess({ serverContext }) {
      Object.assign(serverContext, { params: undefined }); // Yoga would keep them until the answer has been read
      serverContext.exchange.http?.leaveRoom();
    },
  };
}

/** Nothing of what cannot be read is said again. */
function paramsIn(text: string): GraphQLParams {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('POST body sent invalid JSON.', 400);
  }
  if (typeof body === 'object' && body !== null) return body;
  throw badRequest('POST body is no JSON object.', 400);
}

export interface BodyTerms {
  readonly room: BodyRoom;
  readonly isFromStranger: boolean;
}

/**
 * The whole body as text; a client that asked whether to send it is told so only now (RFC 9110 §10.1.1). One of unknown
 * length needs room as it grows. Fails with a GraphQLError, or Overloaded.
 */
export function bodyText(
  request: IncomingMessage,
  response: ServerResponse,
  { room, isFromStranger }: BodyTerms,
): Promise<string> {
  const mostBytes = isFromStranger ? LIMITS.strangerRequestBytes : LIMITS.requestBytes;
  if (announcedBytes(request) > mostBytes) return Promise.reject(tooLarge(isFromStranger));
  if (request.destroyed) return Promise.reject(cutShort());
  if (asksFirst(request)) response.writeContinue();
  return new Promise((resolve, reject) => {
    const text = new GatheredText();
    let bytes = 0;
    let grantedBytes = room.holds(response) ? mostBytes : LIMITS.strangerRequestBytes;
    let hasRoom = Promise.resolve();
    let isOver = false;
    const fail = (error: Error) => {
      isOver = true;
      text.drop(); // who goes on sending must not keep it in memory
      reject(error);
    };
    const findRoom = async () => {
      request.pause();
      grantedBytes += LIMITS.largeRequestStepBytes;
      await room.takeMore(response, LIMITS.largeRequestStepBytes).catch(fail);
      request.resume();
    };
    request.on('data', (chunk: Buffer) => {
      if (isOver) return;
      bytes += chunk.length;
      if (bytes > mostBytes) return fail(tooLarge(isFromStranger));
      text.add(chunk);
      // what is larger than the room may have it alone
      const hasAll = grantedBytes >= LIMITS.largeRequestBytes;
      if (bytes > grantedBytes && !hasAll) hasRoom = findRoom();
    });
    request.once('end', () => {
      isOver = true;
      void hasRoom.then(() => resolve(text.end())); // of no effect where there was no room
    });
    const cut = () => {
      if (!isOver) fail(cutShort());
    };
    request.once('error', cut).once('close', cut);
  });
}

const SMALL_BYTES = 1_024;

/** Text out of pieces of any size: very small ones are put together first, or each would have a string of its own. */
class GatheredText {
  private readonly decoder = new StringDecoder('utf8');
  private readonly small = Buffer.allocUnsafe(2 * SMALL_BYTES);
  private smallBytes = 0;
  private text = '';

  add(piece: Buffer): void {
    if (piece.length >= SMALL_BYTES) {
      this.flush();
      this.text += this.decoder.write(piece);
      return;
    }
    this.smallBytes += piece.copy(this.small, this.smallBytes);
    if (this.smallBytes >= SMALL_BYTES) this.flush();
  }

  end(): string {
    this.flush();
    const text = this.text + this.decoder.end();
    this.drop();
    return text;
  }

  drop(): void {
    this.text = '';
  }

  private flush(): void {
    if (this.smallBytes > 0)
      this.text += this.decoder.write(this.small.subarray(0, this.smallBytes));
    this.smallBytes = 0;
  }
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

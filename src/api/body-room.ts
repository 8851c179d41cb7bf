import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from '../config/limits.js';
import type { Admission } from '../platform/admission/admission.js';
import { ByteRoom, type Release } from '../platform/admission/byte-room.js';

/**
 * Large requests share a bounded part of memory. While there is no room the body is left unread, for a while; then,
 * or at once under overload, the request is refused with 503.
 */
export class BodyRoom {
  private readonly room = new ByteRoom(LIMITS.largeRequestBytes);

  constructor(private readonly admission: Pick<Admission, 'takesMail'>) {}

  /** Whether the request may be read; otherwise it has been answered. */
  async admits(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const bytes = bodyBytes(request);
    if (bytes <= LIMITS.strangerRequestBytes) return true;
    const release = this.admission.takesMail() ? await this.takeRoom(request, bytes) : null;
    if (!release) {
      refuse(response);
      return false;
    }
    if (response.closed) release();
    else response.once('close', release);
    return !response.closed;
  }

  /** Who waits has no more than what came with the headers in memory. */
  private async takeRoom({ socket }: IncomingMessage, bytes: number): Promise<Release | null> {
    const atOnce = this.room.tryTake(bytes);
    if (atOnce) return atOnce;
    socket.pause();
    const release = await this.room.take(bytes, LIMITS.largeRequestWaitMs);
    if (release) socket.resume();
    return release;
  }
}

/** A body of unknown length may be of any. */
function bodyBytes({ method, headers }: IncomingMessage): number {
  if (method !== 'POST') return 0;
  if (headers['transfer-encoding'] !== undefined) return LIMITS.requestBytes;
  return Number(headers['content-length'] ?? 0);
}

/**
 * Says all there is to say, leaves the body unread, and closes when the client has, or a little later: to close at
 * once on somebody who is still sending would make its system forget the answer.
 */
function refuse(response: ServerResponse): void {
  const retryAfter = LIMITS.overloadRetrySeconds;
  const message = 'This is not possible just now, please try again later';
  const answer = JSON.stringify({
    errors: [{ message, extensions: { code: 'UNAVAILABLE', retryAfter } }],
  });
  response.writeHead(503, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(answer),
    'Retry-After': String(retryAfter),
    Connection: 'close', // the body was not read
  });
  response.write(answer);
  const timer = setTimeout(() => response.end(), LIMITS.refusedLingerMs);
  response.once('close', () => clearTimeout(timer));
}

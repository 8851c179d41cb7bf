import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from '../config/limits.js';
import { Overloaded, type Admission } from '../platform/admission/admission.js';
import { ByteRoom, type Release } from '../platform/admission/byte-room.js';
import type { Asker } from './authentication.js';

/**
 * Large requests share a bounded part of memory, and only known callers stand in line for it. While there is no room
 * the body is left unread, for a while; then, or at once under overload, the request is refused with 503.
 */
export class BodyRoom {
  private readonly room = new ByteRoom(LIMITS.largeRequestBytes);
  private readonly held = new WeakMap<ServerResponse, Release>();

  constructor(private readonly admission: Pick<Admission, 'takesMail' | 'requireCalm'>) {}

  /** Whether the request goes on: it has room, needs none (yet), or is to be told why it gets none. Else it is answered. */
  async admits(
    request: IncomingMessage,
    response: ServerResponse,
    whoAsks: () => Promise<Asker>,
  ): Promise<boolean> {
    const bytes = request.method === 'POST' ? announcedBytes(request) : 0;
    if (bytes <= LIMITS.strangerRequestBytes) return true;
    if (this.admission.takesMail()) {
      request.socket.pause(); // has no more in memory than what came with the headers
      const goesOn = !(await isKnown(whoAsks)) || (await this.take(response, bytes));
      if (goesOn) request.socket.resume();
      if (goesOn || response.closed) return !response.closed;
    }
    refuse(response);
    return false;
  }

  /** Room for what turns out to be large while it is read; fails with Overloaded. */
  async require(response: ServerResponse): Promise<void> {
    this.admission.requireCalm();
    if (!(await this.take(response, LIMITS.requestBytes))) throw new Overloaded();
  }

  /** All of it has been read: what it does not need is for others. */
  keep(response: ServerResponse, bytes: number): void {
    this.held.get(response)?.(bytes);
  }

  /** Whether it has some until it is answered. */
  holds(response: ServerResponse): boolean {
    return this.held.has(response);
  }

  private async take(response: ServerResponse, bytes: number): Promise<boolean> {
    const release = await this.room.take(bytes, LIMITS.largeRequestWaitMs);
    if (!release) return false;
    this.held.set(response, release);
    if (response.closed) release();
    else response.once('close', () => release());
    return true;
  }
}

/** None where they come in chunks: it may be a small one. */
export function announcedBytes({ headers }: IncomingMessage): number {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : 0;
}

/** A proof that does not hold is refused by who reads the request, in its words. */
async function isKnown(whoAsks: () => Promise<Asker>): Promise<boolean> {
  try {
    return (await whoAsks()).caller.isSignedIn;
  } catch {
    return false;
  }
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

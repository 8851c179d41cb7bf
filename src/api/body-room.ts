import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from '../config/limits.js';
import { Overloaded, type Admission } from '../platform/admission/admission.js';
import { ByteRoom, type Place, type Release } from '../platform/admission/byte-room.js';
import { proofOf, type Asker } from './authentication.js';

/**
 * Large requests share a bounded part of memory, and only known callers stand in line for it. While there is no room
 * the body is left unread, for a while; then, or at once under overload, the request is refused with 503.
 */
export class BodyRoom {
  private readonly room = new ByteRoom(LIMITS.largeRequestBytes);
  private readonly held = new WeakMap<ServerResponse, Release[]>();

  constructor(private readonly admission: Pick<Admission, 'takesMail'>) {}

  /**
   * Whether the request goes on: it has room, needs none yet, or is to be told why it cannot have any. Otherwise it has
   * been answered.
   */
  async admits(
    request: IncomingMessage,
    response: ServerResponse,
    whoAsks: () => Promise<Asker>,
  ): Promise<boolean> {
    const bytes = request.method === 'POST' ? announcedBytes(request) : 0;
    if (bytes <= LIMITS.strangerRequestBytes) return true;
    if (bytes > LIMITS.requestBytes) return refuse(response, TOO_LARGE);
    if (!bringsProof(request)) return refuse(response, TOO_LARGE_FOR_STRANGERS);
    if (!this.maySeek(response)) return refuse(response, TRY_LATER);
    request.socket.pause(); // has no more in memory than what came with the headers
    const isKnown = await isSignedIn(whoAsks);
    if (isKnown === false) return refuse(response, TOO_LARGE_FOR_STRANGERS);
    const goesOn = isKnown === null || (await this.take(response, bytes));
    if (!goesOn) return refuse(response, TRY_LATER);
    request.socket.resume();
    return !response.closed;
  }

  /** Room for so much more of a body that turns out to be large while it is read; fails with Overloaded. */
  async takeMore(response: ServerResponse, bytes: number): Promise<void> {
    if (this.maySeek(response) && (await this.take(response, bytes, 'ahead'))) return;
    this.leave(response);
    throw new Overloaded();
  }

  /** Whether it has some. */
  holds(response: ServerResponse): boolean {
    return this.held.has(response);
  }

  /** What was made of the body is no longer needed. */
  leave(response: ServerResponse): void {
    for (const release of this.held.get(response) ?? []) release();
    this.held.delete(response);
  }

  /** A response behind others on its connection may be held up by them for as long as they last. */
  private maySeek(response: ServerResponse): boolean {
    return response.socket !== null && this.admission.takesMail();
  }

  private async take(
    response: ServerResponse,
    bytes: number,
    place: Place = 'behind',
  ): Promise<boolean> {
    const release = await this.room.take(bytes, LIMITS.largeRequestWaitMs, place);
    if (!release) return false;
    const others = this.held.get(response);
    if (others) others.push(release);
    else {
      this.held.set(response, [release]);
      response.once('close', () => this.whenClosed(response));
    }
    if (response.closed) this.leave(response);
    return true;
  }

  /** A change goes on without its client, and has all that was read. */
  private whenClosed(response: ServerResponse): void {
    if (!this.holds(response)) return;
    const patienceMs = response.req.complete ? LIMITS.abandonedRequestMs : 0;
    setTimeout(() => this.leave(response), patienceMs).unref();
  }
}

/** None where they come in chunks: it may be a small one. */
export function announcedBytes({ headers }: IncomingMessage): number {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : 0;
}

/** Who brings none is a stranger, and no later time will change that. */
function bringsProof(request: IncomingMessage): boolean {
  const { authorization, cookie } = proofOf(request);
  return authorization !== null || cookie !== null;
}

/** Null when the proof does not hold: who reads the request says so in its words. */
async function isSignedIn(whoAsks: () => Promise<Asker>): Promise<boolean | null> {
  try {
    return (await whoAsks()).caller.isSignedIn;
  } catch {
    return null;
  }
}

interface Answer {
  readonly status: 413 | 503;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const TOO_LARGE: Answer = {
  status: 413,
  message: 'Request body too large',
  extensions: { code: 'BAD_REQUEST' },
};

const TOO_LARGE_FOR_STRANGERS: Answer = {
  ...TOO_LARGE,
  message: 'Sign in to send a request of this size',
};

const TRY_LATER: Answer = {
  status: 503,
  message: 'This is not possible just now, please try again later',
  extensions: { code: 'UNAVAILABLE', retryAfter: LIMITS.overloadRetrySeconds },
  headers: { 'Retry-After': String(LIMITS.overloadRetrySeconds) },
};

/**
 * Says all there is to say, leaves the body unread, and closes when the client has, or a little later: to close at
 * once on somebody who is still sending would make its system forget the answer.
 */
function refuse(response: ServerResponse, answer: Answer): false {
  if (response.closed) return false;
  const { status, message, extensions, headers } = answer;
  const text = JSON.stringify({ errors: [{ message, extensions }] });
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
    Connection: 'close', // the body was not read
  });
  response.write(text);
  const timer = setTimeout(() => response.end(), LIMITS.refusedLingerMs);
  response.once('close', () => clearTimeout(timer));
  return false;
}

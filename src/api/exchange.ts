import type { Origin } from '../features/accounts/caller.js';
import type { Asker } from './authentication.js';
import type { ApiContext, ApiServices } from './context.js';
import { Loaders } from './loaders.js';

/** What is read of a request over HTTP only when its turn comes. */
export interface HttpSide {
  /** Looked up once. Fails with a GraphQLError when the proof does not hold. */
  readonly whoAsks: () => Promise<Asker>;
  /** All of the body as text; once. Fails with a GraphQLError, or Overloaded. */
  readonly readBody: () => Promise<string>;
  /** More than a stranger may send: it has room among the large ones. */
  readonly isLarge: () => boolean;
  /** What was made of the body is no longer needed. */
  readonly leaveRoom: () => void;
}

/** One operation seen from its transport: HTTP, SSE or WebSocket. */
export interface Exchange {
  readonly requestId: string;
  readonly clientIp: string | null;
  readonly userAgent: string | null;
  readonly idempotencyKey: string | null;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
  /** Aborted when this door closes: streams end. */
  readonly closing: AbortSignal;
  /** Known before the operation is validated. */
  asker: Asker;
  readonly http?: HttpSide;
  setSessionCookie(secret: string | null): void;
  /** Sends the JSON of one answer of a subscription, where the transport can; a promise when it takes a while. */
  readonly sendAnswer?: (text: string) => Promise<void> | null;
}

/** What a transport hands to Yoga beside the operation itself. */
export interface Transported {
  readonly exchange: Exchange;
}

export function contextOf(
  services: ApiServices,
  { asker, sendAnswer: _, http: __, ...exchange }: Exchange,
): ApiContext {
  return {
    services,
    loaders: new Loaders(),
    cost: null,
    caller: asker.caller,
    refreshCaller: () => asker.refreshCaller(),
    ...exchange,
  };
}

export function originOf({
  clientIp,
  userAgent,
}: Pick<Exchange, 'clientIp' | 'userAgent'>): Origin {
  return { ipAddress: clientIp, userAgent };
}

/** Without the IPv6 prefix of IPv4 addresses. Forwarding headers are not trusted. */
export function plainAddress(address: string | undefined): string | null {
  return address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? null;
}

import type { Refusal } from './generated/types.js';

export interface ErrorParts {
  readonly cause?: unknown;
  /** Names the request in the log of Posthouse; every request has one. */
  readonly requestId?: string | null | undefined;
  /** The code of the API, where it gave one. */
  readonly code?: string | undefined;
  /** How long to wait before another try, where that was said. */
  readonly retryAfterMs?: number | null | undefined;
}

/** Everything that this client throws, except the reason of an `AbortSignal` of yours. */
export abstract class PosthouseError extends Error {
  readonly requestId: string | null;
  readonly code: string;
  /** Whether the same request may succeed later. */
  readonly isTemporary: boolean = false;
  readonly retryAfterMs: number | null;

  constructor(text: string, { cause, requestId, code, retryAfterMs }: ErrorParts = {}) {
    super(text, { cause });
    this.name = new.target.name;
    this.requestId = requestId ?? null;
    this.code = code ?? new.target.name;
    this.retryAfterMs = retryAfterMs ?? null;
  }
}

/** The token or key is missing, unknown, expired or revoked. */
export class Unauthenticated extends PosthouseError {}

/** The token or key may not do this. */
export class Forbidden extends PosthouseError {}

/** One field of the input that cannot be accepted. */
export interface BadField {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** The input is wrong: nothing was done. `fields` says where, and why. */
export class BadUserInput extends PosthouseError {
  constructor(
    text: string,
    readonly fields: readonly BadField[],
    parts: ErrorParts = {},
  ) {
    super(text, parts);
  }
}

/** Posthouse does not know or allow this operation; it would not at another time either. */
export class InvalidOperation extends PosthouseError {}

/** Too much was asked; `retryAfterMs` says when to come back. */
export class RateLimited extends PosthouseError {
  override readonly isTemporary = true;
}

/** Posthouse cannot do this now, and has not done it. */
export class Unavailable extends PosthouseError {
  override readonly isTemporary = true;
}

/** A fault of Posthouse or of something before it: whether it was done is not known. */
export class Fault extends PosthouseError {
  override readonly isTemporary = true;
}

/** There was no whole answer: whether it was done is not known. */
export class NetworkFailure extends PosthouseError {
  override readonly isTemporary = true;
}

/** The answer did not come in time. */
export class TimedOut extends NetworkFailure {}

/** Posthouse will not do what was asked: thrown by `orThrow`, and where there is no result to say it in. */
export class Refused<R extends Refusal = Refusal> extends PosthouseError {
  constructor(
    readonly refusal: R,
    parts: ErrorParts = {},
  ) {
    super(`${refusal.code}: ${refusal.reason}`, { ...parts, code: refusal.code });
  }
}

/** `match` got a kind of result that was added to the API after this client was made. */
export class UnknownResult extends PosthouseError {
  constructor(readonly result: { readonly __typename: string }) {
    super(`There is no handler for ${result.__typename}`);
  }
}

export type RefusalKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'busy';

/**
 * The caller asked for something we will not do: expected, safe to show, never logged as an error.
 * Every door translates it: GraphQL to a union member, SMTP to a reply code, HTTP to a status.
 */
export abstract class Refusal extends Error {
  abstract readonly kind: RefusalKind;

  /** The input field that is at fault, outermost first, where one is. */
  readonly path: readonly string[] | null = null;

  /** Stable, machine-readable: part of the public API. */
  get code(): string {
    return this.constructor.name;
  }

  /** Whether asking again later may succeed (SMTP 4xx rather than 5xx). */
  get isTemporary(): boolean {
    return this.kind === 'busy';
  }
}

/** Unknown here, or another tenant's: the two are never told apart. */
export class NotFound extends Refusal {
  readonly kind = 'not-found';
  constructor(what: string) {
    super(`No such ${what}`);
  }
}

/** There are as many of something as there may be; what is not needed any more makes room. */
export class QuotaReached extends Refusal {
  readonly kind = 'conflict';
  constructor(
    what: string,
    readonly limit: number,
  ) {
    super(`There may be at most ${limit} ${what}`);
  }
}

/** An idempotency key came again with another input. */
export class IdempotencyConflict extends Refusal {
  readonly kind = 'conflict';
  override readonly path = ['input', 'idempotencyKey'];
  constructor() {
    super('This idempotency key was used with a different input');
  }
}

import { askOnce, type Question } from './http.js';
import { operationOf, resultIn, type Operation, type Runnable } from './operation.js';
import { persevere } from './retry.js';
import {
  retryPolicyOf,
  settingsOf,
  type CallOptions,
  type ClientOptions,
  type Settings,
} from './settings.js';
import { randomId } from './waiting.js';

export type { CallOptions } from './settings.js';

/**
 * Speaks to one Posthouse for one caller. Queries are tried again when that may help, and so are mutations
 * with an idempotency key: the key is the same for all tries, so that there is one effect. Other mutations
 * are sent once.
 */
export class Client {
  readonly settings: Settings;

  constructor(options: ClientOptions) {
    this.settings = settingsOf(options);
  }

  /** Runs a generated operation, or a document of your own, and gives its result. */
  async run<R, V>(runnable: Runnable<R, V>, variables: V, options: CallOptions = {}): Promise<R> {
    const operation = operationOf(runnable);
    const question = questionOf(operation, variables, options);
    const isRepeatable = operation.kind === 'query' || question.isKeyed;
    const retry = retryPolicyOf(this.settings.retry, options.retry);
    const data = await persevere(
      () => askOnce(this.settings, question.asked, options),
      isRepeatable ? retry : { ...retry, retries: 0 },
      options.signal,
    );
    return resultIn(operation, data);
  }
}

/** A key stands in the input where that takes one, else in the header. */
function questionOf(
  { text: query, isKeyed = false }: Operation<unknown, never>,
  variables: unknown,
  { idempotencyKey }: CallOptions,
): { asked: Question; isKeyed: boolean } {
  if (!isKeyed) {
    return { asked: { query, variables, idempotencyKey }, isKeyed: idempotencyKey !== undefined };
  }
  const { input } = variables as { input: { idempotencyKey?: string | null } }; // keyed operations have this
  const key = input.idempotencyKey ?? idempotencyKey ?? randomId();
  return {
    asked: { query, variables: { input: { ...input, idempotencyKey: key } } },
    isKeyed: true,
  };
}

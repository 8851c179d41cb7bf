import { answerOf, dataOf, type Answer, type Circumstances } from './answer.js';
import { NetworkFailure, PosthouseError, TimedOut } from './errors.js';
import { authorizationOf, type CallOptions, type Settings } from './settings.js';
import { Leash, randomId } from './waiting.js';

/** What is asked of Posthouse, in the words of GraphQL over HTTP. */
export interface Question {
  readonly query: string;
  readonly variables: unknown;
  readonly idempotencyKey?: string | undefined;
}

/** One try of one request: its data, or an error that says what happened. */
export async function askOnce(
  settings: Settings,
  question: Question,
  { signal, timeoutMs = settings.timeoutMs }: Pick<CallOptions, 'signal' | 'timeoutMs'>,
): Promise<unknown> {
  const leash = new Leash(signal);
  const timer = setTimeout(() => {
    leash.abort(new TimedOut(`There was no answer within ${timeoutMs} ms`));
  }, timeoutMs);
  try {
    const { response, around } = await post(settings, question, {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      signal: leash.signal,
    });
    return dataOf(await bodyOf(response, around, leash.signal), around);
  } finally {
    clearTimeout(timer);
    leash.release();
  }
}

/** Posts a question; resolves when the head of an answer is there. */
export async function post(
  settings: Settings,
  { idempotencyKey, ...question }: Question,
  { accept, signal }: { accept: string; signal: AbortSignal },
): Promise<{ response: Response; around: Circumstances }> {
  const requestId = randomId();
  const authorization = await authorizationOf(settings);
  const headers = {
    ...settings.headers,
    accept,
    'content-type': 'application/json',
    'x-request-id': requestId,
    ...(authorization === null ? {} : { authorization }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
  try {
    const response = await settings.fetch(settings.url, {
      method: 'POST',
      headers,
      body: JSON.stringify(question),
      signal,
      redirect: 'error', // a token goes where it was meant to go
    });
    return { response, around: circumstancesOf(response, requestId) };
  } catch (error) {
    throw networkFailure(error, { requestId, signal });
  }
}

/** The whole of an answer that is not a stream. */
export async function bodyOf(
  response: Response,
  around: Circumstances,
  signal: AbortSignal,
): Promise<Answer> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw networkFailure(error, { requestId: around.requestId, signal });
  }
  return answerOf(text, around);
}

/** A connection that failed; or the reason of the signal, where that ended it. */
export function networkFailure(
  error: unknown,
  { requestId, signal }: { requestId: string | null; signal: AbortSignal },
): Error {
  if (error instanceof PosthouseError && !(error instanceof TimedOut)) return error;
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    if (reason instanceof TimedOut) return new TimedOut(reason.message, { requestId });
    return reason as Error; // as the owner of the signal gave it
  }
  return new NetworkFailure('The connection failed', { cause: error, requestId });
}

function circumstancesOf({ status, headers }: Response, sentId: string): Circumstances {
  return {
    status,
    requestId: headers.get('x-request-id') ?? sentId,
    retryAfterMs: retryAfterOf(headers.get('retry-after')),
  };
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function retryAfterOf(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

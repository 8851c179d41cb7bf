import { answerOf, dataOf, type Circumstances } from '../answer.js';
import { NetworkFailure, TimedOut } from '../errors.js';
import { bodyOf, networkFailure, post } from '../http.js';
import { Leash } from '../waiting.js';
import { SseParser, type SseEvent } from './sse-parser.js';
import type { Way } from './way.js';

/**
 * Server-sent events over fetch: runs wherever fetch does, carries the token in a header, passes proxies,
 * and is read only as fast as events are taken, so that TCP makes Posthouse wait.
 */
export const overSse: Way = async function* (settings, question, carriage) {
  const leash = new Leash(carriage.signal);
  const watch = new Watch(leash, settings.timeoutMs);
  try {
    const { response, around } = await post(settings, question, {
      accept: 'text/event-stream',
      signal: leash.signal,
    });
    const type = response.headers.get('content-type') ?? '';
    if (!type.startsWith('text/event-stream') || !response.body) {
      dataOf(await bodyOf(response, around, leash.signal), around); // says why, as a rule
      throw new NetworkFailure('Something turned the stream into an answer', around);
    }
    watch.limitMs = carriage.silenceMs;
    for await (const { event, data } of eventsIn(response.body, { watch, around, carriage })) {
      if (event === 'complete') return;
      if (event === 'next') yield dataOf(answerOf(data, around), around);
    }
    throw new NetworkFailure('The stream was cut', around);
  } finally {
    watch.stop();
    leash.abort(new NetworkFailure('The reader has gone'));
    leash.release();
  }
};

interface Surroundings {
  readonly watch: Watch;
  readonly around: Circumstances;
  readonly carriage: { readonly heard: () => void };
}

async function* eventsIn(
  body: ReadableStream<Uint8Array>,
  { watch, around, carriage }: Surroundings,
): AsyncGenerator<SseEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = new SseParser();
  for (;;) {
    watch.start();
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw networkFailure(error, { requestId: around.requestId, signal: watch.signal });
    });
    watch.stop();
    if (done) return;
    carriage.heard();
    yield* parser.push(decoder.decode(value, { stream: true }));
  }
}

/** Ends the request when it is silent while somebody waits for it. */
class Watch {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly leash: Leash,
    public limitMs: number,
  ) {
    this.start();
  }

  get signal(): AbortSignal {
    return this.leash.signal;
  }

  start(): void {
    this.stop();
    const { limitMs } = this;
    this.timer = setTimeout(() => {
      this.leash.abort(new TimedOut(`Nothing was heard for ${limitMs} ms`));
    }, limitMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

import type { Client } from '../client.js';
import { NetworkFailure, type PosthouseError } from '../errors.js';
import { operationOf, resultIn, type Operation, type Runnable } from '../operation.js';
import { isTemporary } from '../retry.js';
import { backOff, pause } from '../waiting.js';
import { overSocket } from './over-socket.js';
import { overSse } from './over-sse.js';
import type { Way } from './way.js';

/** A stream was interrupted and will go on. */
export interface Interruption {
  readonly error: PosthouseError;
  readonly waitMs: number;
}

export interface FollowOptions {
  /** Ends the stream; the reason of the signal is thrown. Leaving the loop ends it as well. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each interruption before the stream goes on. */
  readonly onInterruption?: ((interruption: Interruption) => void) | undefined;
  /** Only over this transport. By default SSE, and WebSocket where SSE does not come through. */
  readonly over?: 'sse' | 'websocket' | undefined;
  /** So long without an event or a heartbeat, and the connection counts as dead. Default 30,000. */
  readonly silenceMs?: number | undefined;
  /** Events that may lie unread when they come over WebSocket. Default 1,000. */
  readonly ahead?: number | undefined;
}

/** What a subscription must take to be resumed. */
export interface FromCursor {
  readonly serverId: string;
  readonly after?: string | null | undefined;
}

const EVENT_CURSOR: Operation<string | null, { id: string }> = {
  kind: 'query',
  at: ['node', 'eventCursor'],
  text: 'query EventCursor($id: ID!) { node(id: $id) { ... on MailServer { eventCursor } } }',
};

/**
 * Follows a subscription to the events of a mail server through every interruption: each event once, in
 * order, none left out. It begins where the log is at the first step, or behind `after`; after a cut it
 * goes on behind the last event that was taken. It ends only by its reader, or by an error that will not
 * pass: no permission, no such server, a wrong input.
 */
export async function* follow<R, V extends FromCursor>(
  client: Client,
  runnable: Runnable<R, V>,
  variables: V,
  options: FollowOptions & { readonly cursorOf: (result: R) => string },
): AsyncGenerator<R, void, undefined> {
  const signal = options.signal ?? new AbortController().signal;
  const journey = new Journey(client, operationOf(runnable), options);
  let after = variables.after ?? (await cursorNow(client, variables.serverId, signal));
  for (;;) {
    try {
      for await (const result of journey.leg({ ...variables, after }, signal)) {
        after = options.cursorOf(result);
        yield result;
      }
    } catch (error) {
      if (!isTemporary(error)) throw error;
      journey.fail(error);
    }
    await pause(journey.waitMs(), signal);
  }
}

/** Null when the caller may not see it: the subscription says so. */
function cursorNow(client: Client, id: string, signal: AbortSignal): Promise<string | null> {
  return client.run(EVENT_CURSOR, { id }, { signal });
}

/** Remembers how the stream has fared, and chooses the way of its next leg. */
class Journey<R, V> {
  private failures = 0;
  private error: PosthouseError | null = null;
  private hasHeard = false;
  private begunAt = 0;
  private readonly ways: Way[];

  constructor(
    private readonly client: Client,
    private readonly operation: Operation<R, V>,
    private readonly options: FollowOptions,
  ) {
    const { over } = options;
    if (over === 'websocket') this.ways = [overSocket];
    else if (over === 'sse' || !client.settings.webSocket) this.ways = [overSse];
    else this.ways = [overSse, overSocket];
  }

  /** One connection, until it ends. */
  async *leg(variables: V, signal: AbortSignal): AsyncGenerator<R, void, undefined> {
    const { settings } = this.client;
    const { silenceMs = 30_000, ahead = 1_000 } = this.options;
    const [way = overSse] = this.ways;
    this.error = null;
    this.hasHeard = false;
    this.begunAt = Date.now();
    const heard = () => {
      this.hasHeard = true;
    };
    const question = { query: this.operation.text, variables };
    for await (const data of way(settings, question, { signal, heard, silenceMs, ahead })) {
      this.failures = 0;
      yield resultIn(this.operation, data);
    }
  }

  fail(error: PosthouseError): void {
    this.error = error;
    // A way that carried nothing at all may be blocked: the next leg takes the other.
    if (!this.hasHeard) this.ways.push(...this.ways.splice(0, 1));
  }

  /** How long to wait before the next leg; whoever wants to know is told. */
  waitMs(): number {
    const { retry } = this.client.settings;
    const hasLasted = this.hasHeard && Date.now() - this.begunAt > retry.longestWaitMs;
    this.failures = hasLasted ? 1 : this.failures + 1;
    const error = this.error ?? new NetworkFailure('Posthouse ended the stream');
    const waitMs = Math.max(error.retryAfterMs ?? 0, backOff(this.failures, retry));
    this.options.onInterruption?.({ error, waitMs });
    return waitMs;
  }
}

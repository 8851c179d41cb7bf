import { createClient, type Client } from 'graphql-ws';
import { createClient as createSseClient } from 'graphql-sse';
import WebSocket from 'ws';

export interface Heard {
  readonly cursor: string;
  readonly kind: string;
  readonly recipient: string | null;
}

/** What a subscription said so far, and what it says next. */
export class Listening {
  readonly heard: Heard[] = [];
  readonly errors: unknown[] = [];
  isOver = false;

  async until(isEnough: (heard: readonly Heard[]) => boolean, timeoutMs = 20_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!isEnough(this.heard)) {
      if (Date.now() > deadline) throw new Error(`heard only ${JSON.stringify(this.heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async ends(timeoutMs = 20_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!this.isOver) {
      if (Date.now() > deadline) throw new Error('the subscription did not end');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

export const WATCH = `subscription Watch($serverId: ID!, $after: Cursor, $filter: DeliveryEventFilter) {
  deliveryEvents(serverId: $serverId, after: $after, filter: $filter) { cursor kind recipient }
}`;

export interface Watched extends Record<string, unknown> {
  readonly serverId: string;
  readonly after?: string;
  readonly filter?: object;
}

export function socketClient(url: string, authorization: string): Client {
  return createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
    lazy: true,
  });
}

/** Follows `deliveryEvents` over WebSocket. */
export function watchSocket(client: Client, variables: Watched): Listening & { stop(): void } {
  const listening = new Listening();
  const stop = client.subscribe<{ deliveryEvents: Heard }>(
    { query: WATCH, variables },
    {
      next: (result) => take(listening, result),
      error: (error) => {
        listening.errors.push(error);
        listening.isOver = true;
      },
      complete: () => (listening.isOver = true),
    },
  );
  return Object.assign(listening, { stop });
}

/** Follows `deliveryEvents` over SSE on the same endpoint, with a client of graphql-sse. */
export function watchSse(
  url: string,
  authorization: string,
  variables: Watched,
): Listening & { stop(): void } {
  const listening = new Listening();
  const client = createSseClient({ url, headers: { authorization }, retryAttempts: 0 });
  client.subscribe<{ deliveryEvents: Heard }>(
    { query: WATCH, variables },
    {
      next: (result) => take(listening, result),
      error: (error) => {
        listening.errors.push(error);
        listening.isOver = true;
      },
      complete: () => (listening.isOver = true),
    },
  );
  return Object.assign(listening, { stop: () => client.dispose() });
}

function take(
  listening: Listening,
  { data, errors }: { data?: { deliveryEvents: Heard } | null; errors?: readonly unknown[] },
): void {
  if (data) listening.heard.push(data.deliveryEvents);
  if (errors) listening.errors.push(...errors);
}
